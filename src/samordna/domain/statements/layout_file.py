"""How is a layout file (TOML) read?

The words are described in ``docs/layouts.md``. Reading collects every problem with its place; a layout is
returned only when nothing refuses it.
"""

import tomllib
from dataclasses import fields
from typing import Final

from samordna.domain.document import RowKind
from samordna.domain.ledger.books import AccountKind
from samordna.domain.plan.register import Kind
from samordna.domain.statements.column_words import read_column
from samordna.domain.statements.cost_centre_lines import CostCentreLines
from samordna.domain.statements.layout import (
    AccountLines,
    Control,
    Entered,
    FromAccounts,
    FromDifference,
    FromLine,
    FromRatio,
    Group,
    Layout,
    LimitOf,
    Line,
    Measure,
    Node,
    Overview,
    Side,
    Source,
    StatementKind,
    StatementLayout,
    SumOf,
    Unassigned,
)
from samordna.domain.statements.problems import UNCLEAR_SOURCE, UNREADABLE
from samordna.domain.statements.references import reference_problems
from samordna.domain.statements.selection import WHOLE_ACCOUNTS, AccountSelection, ObjectSelection
from samordna.domain.statements.walk_words import (
    NOWHERE,
    read_bridge,
    read_outlook,
    read_reference,
    references,
)
from samordna.domain.statements.words import Words
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused, refuses
from samordna.domain.values.unit import KRONOR, UNITS

_SIDES: Final = {side.value: side for side in Side}
_MEASURES: Final = {measure.value: measure for measure in Measure}
_REGISTER_KINDS: Final = {kind.value: kind for kind in Kind}
_KINDS: Final = {kind.value: kind for kind in StatementKind}
_ROW_KINDS: Final = {kind.value: kind for kind in RowKind if kind is not RowKind.HEADING}
_ACCOUNT_KINDS: Final = {kind.value: kind for kind in AccountKind}
_SOURCES: Final = ("accounts", "line", "ratio", "less", "limit", "sum", "unassigned", "entered")
_NO_ACCOUNTS: Final = AccountSelection("", (), ())

OVERVIEW_WORDS: Final = tuple(field.name for field in fields(Overview))
"""The lines that the overview may name."""


def read_layout(text: str, name: str) -> Layout:
    """Return the layout that ``text`` describes; ``name`` is what its problems call it.

    Raises ``Refused`` with every problem found: TOML that does not parse, unknown or missing words, values
    that cannot stand, lines that refer to nothing.
    """
    problems: list[Problem] = []
    try:
        layout = _layout(Words(tomllib.loads(text), name, problems))
    except tomllib.TOMLDecodeError as error:
        raise Refused([UNREADABLE.at(name, reason=error)]) from error
    except RecursionError as error:
        raise Refused([UNREADABLE.at(name, reason=swedish("den har för många nivåer"))]) from error
    problems += reference_problems(layout, name)
    if refuses(problems):
        raise Refused(problems)
    return layout


def _layout(words: Words) -> Layout:
    layout = Layout(
        name=words.text("name"),
        title=words.text("title"),
        from_year=words.number("from_year"),
        statements=tuple(_statement(statement) for statement in words.tables("statement")),
        controls=tuple(_control(control) for control in words.tables("control")),
        overview=_overview(words.table_of("overview")),
        bridge=read_bridge(words.table_of("bridge")),
        outlook=read_outlook(words.table_of("outlook")),
    )
    words.done()
    return layout


def _overview(words: Words) -> Overview:
    lines = {word: words.parsed(word, read_reference, NOWHERE) for word in OVERVIEW_WORDS if word in words}
    words.knows(*OVERVIEW_WORDS)
    words.done()
    return Overview(**lines)


def _statement(words: Words) -> StatementLayout:
    words.needs("kind", "columns", "lines")
    statement = StatementLayout(
        id=words.text("id"),
        kind=words.choice("kind", _KINDS, StatementKind.NOTE),
        title=words.text("title"),
        unit=words.choice("unit", UNITS, KRONOR),
        columns=tuple(read_column(column) for column in words.tables("columns")),
        lines=tuple(_node(line) for line in words.tables("lines")),
        shows=words.choice("shows", _SIDES, Side.DEBIT),
        measure=words.choice("measure", _MEASURES, None),
        nil=words.text("nil") if "nil" in words else None,
        stub=words.text("stub", ""),
        code_label=words.text("code_label", ""),
        note_label=words.text("note_label", ""),
        notes_last=words.flag("notes_last"),
        answers_for=_account_kinds(words, "answers_for"),
        explains=words.text("explains", ""),
        totals_of_rounded=words.flag("totals_of_rounded"),
    )
    words.done()
    return statement


def _account_kinds(words: Words, word: str) -> frozenset[AccountKind]:
    found = set()
    for code in words.texts(word):
        if code in _ACCOUNT_KINDS:
            found.add(_ACCOUNT_KINDS[code])
        else:
            words.wrong(word, code, swedish("välj bland {known}").format(known=", ".join(_ACCOUNT_KINDS)))
    return frozenset(found)


def _node(words: Words) -> Node:
    if "each_account" in words:
        each = AccountLines(words.parsed("each_account", AccountSelection.parse, _NO_ACCOUNTS))
        words.done()
        return each
    if "each_cost_centre" in words or "unplaced_cost_centres" in words:
        return _cost_centres(words)
    if "lines" in words:
        group = Group(
            id=words.text("id"),
            heading=words.text("heading", ""),
            lines=tuple(_node(line) for line in words.tables("lines")),
            shows=words.choice("shows", _SIDES, None),
        )
        words.done()
        return group
    return _line(words)


def _cost_centres(words: Words) -> CostCentreLines:
    unplaced = words.flag("unplaced_cost_centres")
    places = CostCentreLines(
        accounts=words.parsed("accounts", AccountSelection.parse, _NO_ACCOUNTS),
        group=words.text("each_cost_centre", ""),
        kind=words.choice("kind", _REGISTER_KINDS, None),
        codes=words.parsed("codes", AccountSelection.parse, _NO_ACCOUNTS) if "codes" in words else _NO_ACCOUNTS,
        id=words.text("id", ""),
        optional=words.flag("optional"),
        unplaced=unplaced,
    )
    if bool(places.group) is unplaced:
        told = swedish("antingen en grupp eller de kostnadsställen som saknar rad")
        words.wrong("each_cost_centre", places.group, told)
    words.knows("codes")
    words.done()
    return places


def _line(words: Words) -> Line:
    words.knows("nil")
    source = _source(words)
    kind = RowKind.SUBTOTAL if isinstance(source, SumOf) else RowKind.DETAIL
    line = Line(
        id=words.text("id"),
        label=words.text("label"),
        source=source,
        kind=words.choice("kind", _ROW_KINDS, kind),
        code=words.text("code", ""),
        note=words.text("note", ""),
        shows=words.choice("shows", _SIDES, None),
        measure=words.choice("measure", _MEASURES, None),
        unit=words.choice("unit", UNITS, None),
        nil=words.text("nil") if "nil" in words else None,
        memo=words.flag("memo"),
        planned=_planned(words),
        seldom_planned=words.flag("seldom_planned"),
        carries=words.parsed("carries", read_reference, NOWHERE) if "carries" in words else None,
    )
    words.knows("planned", "carries")
    words.done()
    return line


def _planned(words: Words) -> tuple[FromLine, ...] | None:
    """Return the lines that say what a line is worth where it is planned: one, several, or none of them."""
    if "planned" not in words:
        return None
    if isinstance(words.table["planned"], list):
        return references(words, "planned")
    return (words.parsed("planned", read_reference, NOWHERE),)


def _source(words: Words) -> Source:
    found = [word for word in _SOURCES if word in words]
    if len(found) != 1:
        problem = UNCLEAR_SOURCE.at(words.place, found=", ".join(found) or swedish("inget"), known=", ".join(_SOURCES))
        words.problems.append(problem)
        words.knows(*found)
    match found[0] if found else "":
        case "accounts":
            words.knows("objects")
            objects = words.parsed("objects", ObjectSelection.parse, WHOLE_ACCOUNTS) if "objects" in words else None
            accounts = words.parsed("accounts", AccountSelection.parse, _NO_ACCOUNTS)
            return FromAccounts(accounts, objects or WHOLE_ACCOUNTS)
        case "line" | "ratio" | "less" as word:
            return _of_lines(words, word)
        case "limit":
            return words.choice("limit", {member.value: member for member in LimitOf}, LimitOf.FLOOR)
        case "sum":
            return words.choice("sum", {member.value: member for member in SumOf}, SumOf.GROUP)
        case "unassigned":
            return Unassigned(_account_kinds(words, "unassigned"))
        case _:
            words.flag("entered")
            return Entered()


def _of_lines(words: Words, word: str) -> FromLine | FromRatio | FromDifference:
    if word == "line":
        return words.parsed("line", read_reference, NOWHERE)
    lines = references(words, word)
    if word == "ratio":
        if len(lines) != 2:
            words.wrong("ratio", words.texts("ratio"), swedish("två rader har en kvot"))
        return FromRatio(*(*lines, NOWHERE, NOWHERE)[:2])
    if len(lines) < 2:
        words.wrong("less", words.texts("less"), swedish("en rad minskas med minst en annan"))
    return FromDifference((*lines, NOWHERE)[0], lines[1:])


def _control(words: Words) -> Control:
    control = Control(
        statement=words.text("statement"),
        says=words.text("says"),
        left=words.parsed("left", _terms, ()),
        right=words.parsed("right", _terms, ()),
    )
    words.done()
    return control


def _terms(text: str) -> tuple[tuple[str, str], ...]:
    """Return the signed line ids of ``a + b - c``; ``0`` is no lines at all."""
    if text.strip() == "0":
        return ()
    words = text.split()
    signs, lines = ["+", *words[1::2]], words[0::2]
    if not lines or len(signs) != len(lines) or set(signs) - {"+", "-"}:
        raise ValueError(swedish("skriv radernas id med + eller - emellan"))
    return tuple(zip(signs, lines, strict=True))
