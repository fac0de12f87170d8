"""How is a layout written down as a file?

The words of ``docs/layouts.md``, a line of the statement on a line of the file. What is as it is when nothing is
said is left unsaid, so that reading the text gives the layout again and nobody reads more than there is.
"""

from collections.abc import Iterable, Iterator
from dataclasses import fields
from typing import Final

from samordna.domain.document import RowKind
from samordna.domain.ledger.books import AccountKind
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.cost_centre_lines import CostCentreLines
from samordna.domain.statements.layout import (
    AccountLines,
    ColumnLayout,
    Control,
    Entered,
    FromAccounts,
    FromDifference,
    FromLine,
    FromRatio,
    Layout,
    LimitOf,
    Line,
    Node,
    Overview,
    Side,
    Source,
    StatementLayout,
    SumOf,
    Unassigned,
)
from samordna.domain.statements.walk_words import bridge_words, outlook_words, reference_text

_INDENT: Final = "  "
_ESCAPED: Final = {'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t", "\r": "\\r"}
_DELETE: Final = 0x7F


def layout_text(layout: Layout) -> str:
    """Return the layout as the text of a file: ``read_layout`` of it is the layout."""
    head = "\n".join([_said("name", layout.name), _said("title", layout.title), f"from_year = {layout.from_year}"])
    statements = (_statement(statement) for statement in layout.statements)
    controls = (_control(control) for control in layout.controls)
    walks = (*_overview(layout.overview), *_walks(layout))
    return "\n\n".join([head, *walks, *statements, *controls]) + "\n"


def _overview(overview: Overview) -> Iterator[str]:
    named = [(field.name, getattr(overview, field.name)) for field in fields(overview)]
    said = [_said(word, reference_text(line)) for word, line in named if line]
    if said:
        yield "\n".join(["[overview]", *said])


def _walks(layout: Layout) -> Iterator[str]:
    for name, words in (("bridge", bridge_words(layout.bridge)), ("outlook", outlook_words(layout.outlook))):
        said = [_named(word, lines) for word, lines in words]
        if said:
            yield "\n".join([f"[{name}]", *said])


def _named(word: str, lines: FromLine | tuple[FromLine, ...]) -> str:
    if isinstance(lines, FromLine):
        return _said(word, reference_text(lines))
    return f"{word} = {_texts(map(reference_text, lines))}"


def _statement(statement: StatementLayout) -> str:
    said = [
        _said("id", statement.id),
        _said("kind", statement.kind.value),
        _said("title", statement.title),
        _said("unit", statement.unit.code),
        *_if("shows", statement.shows.value, unless=Side.DEBIT.value),
        *_if("measure", statement.measure and statement.measure.value),
        *_if("nil", statement.nil, unless=None),
        *_if("stub", statement.stub),
        *_if("code_label", statement.code_label),
        *_if("note_label", statement.note_label),
        *_flag("notes_last", raised=statement.notes_last),
        *_if("explains", statement.explains),
        *_flag("totals_of_rounded", raised=statement.totals_of_rounded),
    ]
    if statement.answers_for:
        said.append(f"answers_for = {_kinds(statement.answers_for)}")
    columns = _listed("columns", (_column(column) for column in statement.columns), "")
    lines = _listed("lines", (_node(node, _INDENT) for node in statement.lines), "")
    return "\n".join(["[[statement]]", *said, columns, lines])


def _column(column: ColumnLayout) -> str:
    difference = [f"difference = {_texts(column.difference)}"] if column.difference else []
    total = [f"total = {_texts(column.total)}"] if column.total else []
    return _table(
        [
            _said("id", column.id),
            _said("label", column.label),
            *_if("span", column.span, unless="period" if column.made_of else None),
            *_if("scenario", column.scenario.value, unless=Scenario.ACTUAL.value),
            *_if("measure", column.measure and column.measure.value),
            *difference,
            *total,
            *_if("better", column.better and column.better.value),
            *_if("shows", column.shows and column.shows.value),
            *_flag("emphasis", raised=column.emphasis),
            *_flag("optional", raised=column.optional),
            *_flag("extra", raised=column.extra),
        ]
    )


def _node(node: Node, indent: str) -> str:
    if isinstance(node, AccountLines):
        return _table([_said("each_account", node.accounts.text)])
    if isinstance(node, CostCentreLines):
        return _cost_centres(node)
    if isinstance(node, Line):
        return _line(node)
    lines = (_node(below, indent + _INDENT) for below in node.lines)
    return _table(
        [
            _said("id", node.id),
            *_if("heading", node.heading),
            *_if("shows", node.shows and node.shows.value),
            _listed("lines", lines, indent),
        ]
    )


def _cost_centres(places: CostCentreLines) -> str:
    return _table(
        [
            *_if("each_cost_centre", places.group),
            *_flag("unplaced_cost_centres", raised=places.unplaced),
            *_if("id", places.id),
            _said("accounts", places.accounts.text),
            *_if("kind", places.kind and places.kind.value),
            *_if("codes", places.codes.text),
            *_flag("optional", raised=places.optional),
        ]
    )


def _line(line: Line) -> str:
    usual = RowKind.SUBTOTAL if line.is_sum else RowKind.DETAIL
    return _table(
        [
            _said("id", line.id),
            *_if("code", line.code),
            _said("label", line.label),
            *_source(line.source),
            *_if("note", line.note),
            *_if("measure", line.measure and line.measure.value),
            *_if("shows", line.shows and line.shows.value),
            *_if("unit", line.unit.code if line.unit else None),
            *_if("nil", line.nil, unless=None),
            *_flag("memo", raised=line.memo),
            *_planned(line),
            *_flag("seldom_planned", raised=line.seldom_planned),
            *_if("carries", reference_text(line.carries) if line.carries else None),
            *_if("kind", line.kind.value, unless=usual.value),
        ]
    )


def _planned(line: Line) -> Iterator[str]:
    if line.planned is None:
        return
    named = [reference_text(one) for one in line.planned]
    yield _said("planned", named[0]) if len(named) == 1 else f"planned = {_texts(named)}"


def _source(source: Source) -> Iterator[str]:
    match source:
        case FromAccounts(accounts, objects):
            yield _said("accounts", accounts.text)
            yield from _if("objects", " ".join(f"{dimension}:{code}" for dimension, code in objects.keys))
        case FromLine():
            yield _said("line", reference_text(source))
        case FromRatio(numerator, denominator):
            yield f"ratio = {_texts((reference_text(numerator), reference_text(denominator)))}"
        case FromDifference(whole, less):
            yield f"less = {_texts(map(reference_text, (whole, *less)))}"
        case LimitOf():
            yield _said("limit", source.value)
        case SumOf():
            yield _said("sum", source.value)
        case Unassigned(kinds):
            yield f"unassigned = {_kinds(kinds)}"
        case Entered():
            yield "entered = true"


def _control(control: Control) -> str:
    sides = [_said("left", _sum(control.left)), _said("right", _sum(control.right))]
    return "\n".join(["[[control]]", _said("statement", control.statement), _said("says", control.says), *sides])


def _sum(terms: tuple[tuple[str, str], ...]) -> str:
    """Return ``a + b - c``: the first term is always added."""
    return " ".join(part for term in terms for part in term).removeprefix("+ ") or "0"


def _kinds(kinds: frozenset[AccountKind]) -> str:
    order = (AccountKind.ASSET, AccountKind.LIABILITY, AccountKind.INCOME, AccountKind.COST)
    return _texts(kind.value for kind in order if kind in kinds)


def _texts(texts: Iterable[str]) -> str:
    return f"[{', '.join(_quoted(text) for text in texts)}]"


def _listed(word: str, items: Iterable[str], indent: str) -> str:
    """Return a list with one item a line, each a step further in than what it belongs to."""
    rows = "".join(f"{indent}{_INDENT}{item},\n" for item in items)
    return f"{word} = [\n{rows}{indent}]" if rows else f"{word} = []"


def _table(said: Iterable[str]) -> str:
    return f"{{ {', '.join(said)} }}"


def _said(word: str, text: str) -> str:
    return f"{word} = {_quoted(text)}"


def _if(word: str, text: str | None, *, unless: str | None = "") -> Iterator[str]:
    """Yield the word unless it says what is the case when nothing is said."""
    if text is not None and text != unless:
        yield _said(word, text)


def _flag(word: str, *, raised: bool) -> Iterator[str]:
    if raised:
        yield f"{word} = true"


def _quoted(text: str) -> str:
    return f'"{"".join(map(_escaped, text))}"'


def _escaped(sign: str) -> str:
    if sign in _ESCAPED:
        return _ESCAPED[sign]
    return f"\\u{ord(sign):04x}" if ord(sign) < ord(" ") or ord(sign) == _DELETE else sign
