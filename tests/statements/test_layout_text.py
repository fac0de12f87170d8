"""A layout written down: reading the text gives the layout again, and a person can read it too."""

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from samordna.domain.document import RowKind
from samordna.domain.ledger.books import AccountKind
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.register import Kind
from samordna.domain.statements import shipped
from samordna.domain.statements.cost_centre_lines import CostCentreLines
from samordna.domain.statements.layout import (
    AccountLines,
    Better,
    Bridge,
    ColumnLayout,
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
    Outlook,
    Side,
    StatementKind,
    StatementLayout,
    SumOf,
    Unassigned,
    lines_of,
)
from samordna.domain.statements.layout_file import read_layout
from samordna.domain.statements.layout_text import layout_text
from samordna.domain.statements.selection import AccountSelection, ObjectSelection
from samordna.domain.statements.shipped import layout_names, shipped_layout
from samordna.domain.statements.span import SPANS
from samordna.domain.values.unit import UNITS

IDS = st.from_regex(r"[a-z0-9_-]{1,6}", fullmatch=True)
TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=12)
OFTEN_NOTHING = st.one_of(st.just(""), TEXTS)
MAYBE_NIL = st.one_of(st.none(), TEXTS)
SIDES, MEASURES = st.one_of(st.none(), st.sampled_from(Side)), st.one_of(st.none(), st.sampled_from(Measure))
ACCOUNTS = st.sampled_from(["", "5010", "5540..5544, !5541", "62*, !6250", "24*..29*, 1930"]).map(
    AccountSelection.parse
)
OBJECTS = st.sampled_from(["", "1:3001", "1:1010 6:-"]).map(ObjectSelection.parse)
OUTSIDE = st.sampled_from([FromLine("noter", "rad:1"), FromLine("noter", "rad")])


def lines() -> st.SearchStrategy[Line]:
    """Return lines of every source but what needs its statement to agree; sums of what is above."""
    sources = st.one_of(
        st.builds(FromAccounts, ACCOUNTS, OBJECTS),
        OUTSIDE,
        st.builds(FromRatio, OUTSIDE, OUTSIDE),
        st.builds(FromDifference, OUTSIDE, st.lists(OUTSIDE, min_size=1, max_size=2).map(tuple)),
        st.sampled_from(LimitOf),
        st.sampled_from(SumOf),
        st.just(Entered()),
    )
    return st.builds(
        Line,
        id=IDS,
        label=TEXTS,
        source=sources,
        kind=st.sampled_from([kind for kind in RowKind if kind is not RowKind.HEADING]),
        code=OFTEN_NOTHING,
        note=OFTEN_NOTHING,
        shows=SIDES,
        measure=MEASURES,
        unit=st.one_of(st.none(), st.sampled_from(list(UNITS.values()))),
        nil=MAYBE_NIL,
        memo=st.booleans(),
        planned=st.one_of(st.none(), st.lists(OUTSIDE, max_size=2).map(tuple)),
        seldom_planned=st.booleans(),
        carries=st.one_of(st.none(), OUTSIDE),
    )


def cost_centres() -> st.SearchStrategy[CostCentreLines]:
    places = st.builds(
        CostCentreLines,
        accounts=ACCOUNTS,
        group=st.sampled_from(["*", "verksamhet"]),
        kind=st.one_of(st.none(), st.sampled_from(Kind)),
        codes=ACCOUNTS,
        id=st.sampled_from(["", "intakt"]),
        optional=st.booleans(),
    )
    unplaced = st.builds(CostCentreLines, accounts=ACCOUNTS, optional=st.booleans(), unplaced=st.just(True))
    return st.one_of(places, unplaced)


def nodes() -> st.SearchStrategy[tuple[object, ...]]:
    leaves = st.one_of(lines(), st.builds(AccountLines, ACCOUNTS), cost_centres())
    trees = st.recursive(
        leaves,
        lambda below: st.builds(Group, IDS, OFTEN_NOTHING, st.lists(below, max_size=3).map(tuple), SIDES),
        max_leaves=6,
    )
    return st.lists(trees, max_size=4).map(tuple)


def columns() -> st.SearchStrategy[ColumnLayout]:
    return st.builds(
        ColumnLayout,
        id=IDS,
        label=st.sampled_from(["{short}", "Utfall {end}", ""]),
        span=st.sampled_from(sorted(SPANS)),
        scenario=st.sampled_from(Scenario),
        measure=MEASURES,
        shows=SIDES,
        emphasis=st.booleans(),
        optional=st.booleans(),
        extra=st.booleans(),
    )


@st.composite
def statements(draw: st.DrawFn, name: str) -> StatementLayout:
    """Return a statement whose ids are its own and whose *Ej fördelat* answers for what it answers for."""
    kinds = frozenset(draw(st.sets(st.sampled_from(AccountKind))))
    told = draw(st.lists(columns(), max_size=2, unique_by=lambda column: column.id))
    if len(told) == 2:
        pair, span = (told[0].id, told[1].id), draw(st.sampled_from(sorted(SPANS)))
        better = draw(st.one_of(st.none(), st.sampled_from(Better)))
        told.append(ColumnLayout("skillnad", "", difference=pair, span=span, better=better))
        told.append(ColumnLayout("summa", "", total=pair))
    return StatementLayout(
        id=name,
        kind=draw(st.sampled_from(StatementKind)),
        title=draw(TEXTS),
        unit=draw(st.sampled_from(list(UNITS.values()))),
        columns=tuple(told),
        lines=(*_numbered(draw(nodes())), *([Line("ovrigt", "Ej fördelat", Unassigned(kinds))] if kinds else [])),
        shows=draw(st.sampled_from(Side)),
        measure=draw(MEASURES),
        nil=draw(MAYBE_NIL),
        stub=draw(OFTEN_NOTHING),
        code_label=draw(OFTEN_NOTHING),
        note_label=draw(OFTEN_NOTHING),
        notes_last=draw(st.booleans()),
        answers_for=kinds,
        explains=draw(st.sampled_from(["", "noter:rad"])),
        totals_of_rounded=draw(st.booleans()),
    )


def _numbered(drawn: tuple[object, ...], above: str = "") -> tuple[object, ...]:
    """Return the nodes with ids of their own: an id that stands twice is another test."""
    named = []
    for index, node in enumerate(drawn):
        name = f"{above}{index}"
        if isinstance(node, Group):
            named.append(replace(node, id=f"g{name}", lines=_numbered(node.lines, f"{name}-")))
        elif isinstance(node, Line):
            named.append(replace(node, id=f"{node.id}:{name}"))
        else:
            named.append(replace(node, id=f"k{name}") if isinstance(node, CostCentreLines) else node)
    return tuple(named)


@st.composite
def layouts(draw: st.DrawFn) -> Layout:
    first = draw(statements("forsta"))
    notes = StatementLayout(
        "noter",
        StatementKind.NOTE,
        "Noter",
        UNITS["kr"],
        (),
        (
            Line("rad", "Rad", FromAccounts(AccountSelection.parse("1*"))),
            Line("rad:1", "Annan", FromAccounts(AccountSelection.parse("2*"))),
        ),
    )
    named = [line.id for line in lines_of(first.lines)]
    sides = st.lists(st.tuples(st.sampled_from("+-"), st.sampled_from(named)), max_size=3) if named else st.just([])
    left, right = ([("+", term[1]) if not i else term for i, term in enumerate(draw(sides))] for _ in range(2))
    control = Control("forsta", draw(TEXTS), tuple(left), tuple(right))
    bridge = draw(st.one_of(st.none(), st.builds(Bridge, *[OUTSIDE] * 5, st.lists(OUTSIDE, max_size=2).map(tuple))))
    outlook = draw(st.builds(Outlook, *[st.one_of(st.none(), OUTSIDE)] * 3))
    year = draw(st.integers(0, 9999))
    return Layout(draw(TEXTS), draw(TEXTS), year, (first, notes), (control,), bridge=bridge, outlook=outlook)


@settings(deadline=None, max_examples=200)
@given(layouts())
def test_reading_what_was_written_gives_the_layout_again(layout):
    assert read_layout(layout_text(layout), "prov.toml") == layout


@pytest.mark.parametrize("name", layout_names())
def test_each_layout_of_the_program_comes_back_and_is_written_as_it_was(name):
    layout = shipped_layout(name, 2024)
    written = layout_text(layout)
    assert read_layout(written, name) == layout
    file = (shipped._SHIPPED / name / f"{layout.from_year}.toml").read_text("utf-8")
    printed = [line for line in file.splitlines() if line.startswith("  ") and '"debit"' not in line]
    assert sorted(line for line in written.splitlines() if line.startswith("  ") and '"debit"' not in line) == sorted(
        printed
    )


def test_a_layout_is_written_a_line_on_a_line():
    text = """\
name = "exempel"
title = "Förbundet ”Exempel”"
from_year = 2024

[[statement]]
id = "income"
kind = "income"
title = "Resultat"
unit = "kr"
shows = "credit"
measure = "movement"
nil = ""
answers_for = ["I", "K"]
columns = [
  { id = "actual", label = "{short}", span = "period", emphasis = true },
  { id = "previous", label = "{short}", span = "compare", optional = true },
  { id = "change", label = "Förändring", difference = ["actual", "previous"] },
]
lines = [
  { id = "kostnader", heading = "Kostnader", lines = [
    { id = "lokal", code = "L", label = "Lokal \\"A\\"", accounts = "50*, !5090", objects = "1:10 6:-", note = "2" },
    { each_account = "55*" },
  ] },
  { id = "ej_fordelat", label = "Ej fördelat", unassigned = ["I", "K"] },
  { id = "resultat", label = "Resultat", sum = "above", kind = "result" },
]

[[control]]
statement = "income"
says = "Lokalen är allt"
left = "lokal - resultat"
right = "0"
"""
    assert layout_text(read_layout(text, "exempel.toml")) == text
