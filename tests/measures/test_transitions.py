"""What those who ended went from and to, pair by pair: within what else is told of them, and safe beside it."""

from dataclasses import replace

import pytest
from tests.measures.disclosure.attacker import Attacker
from tests.measures.known import known_of, shown, told
from tests.years.counts import counted_of

from samordna.domain.document import ChartKind, Hidden, Table
from samordna.domain.measures.charts import chart_of
from samordna.domain.measures.composing import composed
from samordna.domain.measures.disclosure import Audience, CellKey
from samordna.domain.measures.earlier import Earlier
from samordna.domain.measures.measuring import measured
from samordna.domain.measures.registry import BY_KEY
from samordna.domain.measures.statistics import StatisticsTables, earlier_of, linked_of, tables_of
from samordna.domain.measures.view import UNIT, View, ViewKind
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.participation.code_lists import INCOMES_OF
from samordna.domain.participation.count_table import Gender
from samordna.domain.values.counted import Below, RawCount, Shown

PAIRS, ENDS = shipped_views()["income-pairs"], shipped_views()["income-transitions"]
TABLE = "exits_by_income_transition"
OUTSIDE = (Audience.OWNERS, Audience.PUBLIC)


def pairs(gender: str = "") -> Table:
    name = f"income-pairs-exits-{gender}" if gender else "income-pairs-exits"
    return next(one for one in shown("insjoriket", "income-pairs").tables if one.id == name)


def test_the_pairs_stand_down_and_across_with_what_they_become_together():
    table = pairs()
    assert [row.id for row in table.rows] == [*INCOMES_OF, "total"]
    assert [column.id for column in table.columns] == [*INCOMES_OF, "total"]
    for row in table.rows:
        each = [told(table.cell(row.id, end)) for end in INCOMES_OF]
        assert sum(int(one or 0) for one in each) == told(table.cell(row.id, "total"))
    assert told(table.cell("total", "total")) == 50
    women, men = pairs("women"), pairs("men")
    for start in INCOMES_OF:
        for end in INCOMES_OF:
            both = int(told(women.cell(start, end)) or 0) + int(told(men.cell(start, end)) or 0)
            assert both == told(table.cell(start, end))


def test_nobody_is_asked_of_unknown_gender_where_there_is_none():
    assert not [one for one in shown("insjoriket", "income-pairs").tables if one.id.endswith("unknown")]


@pytest.mark.parametrize("end", ["start", "end"])
@pytest.mark.parametrize("main", INCOMES_OF)
def test_no_more_have_something_mainly_than_have_it_at_all(main: str, end: str):
    counted = counted_of("insjoriket")
    at = 0 if end == "start" else 1
    for gender in (None, *Gender):
        rows = [codes for one in counted.reports for codes in one.rows(TABLE) if codes[at] == main]
        mainly = sum(counted.figure(TABLE, codes, gender).least.count for codes in dict.fromkeys(rows))
        incomes = [counted.figure(f"exits_by_income_at_{end}", (one,), gender) for one in INCOMES_OF[main]]
        assert mainly <= sum(one.least.count for one in incomes)


def test_the_share_that_went_from_public_to_none_is_of_those_who_had_it():
    told = measured(BY_KEY["public_to_no_public"], counted_of("insjoriket")).whole
    assert told.numerator is not None
    assert told.denominator is not None
    assert (told.numerator.exact, told.denominator.exact) == (RawCount(1), RawCount(50))
    changed = measured(BY_KEY["main_income_changed"], counted_of("insjoriket")).whole
    assert changed.numerator is not None
    assert changed.numerator.exact == RawCount(12)


def test_the_picture_is_one_whole_for_each_start_and_no_bar_for_one_of_nobody():
    chart = chart_of(PAIRS, pairs())
    assert chart is not None
    assert chart.kind is ChartKind.SHARES
    assert [one.id for one in chart.table.columns] == ["sickness", "compensation", "unemployment", "social_assistance"]
    assert chart.table.rows[0].cells[0] == pairs().cell("sickness", "sickness")
    assert chart_of(PAIRS, pairs("women")) is None
    hidden = next(iter(shown("insjoriket", "income-pairs", Audience.PUBLIC).tables))
    assert sum(isinstance(cell, Hidden) for row in hidden.rows for cell in row.cells) > 20
    assert chart_of(PAIRS, hidden) is None


def test_a_view_by_what_became_of_the_income_is_laid_out_by_pairs():
    assert composed(("exits",), "", "income_transition").kind is ViewKind.TRANSITIONS
    assert composed(("exits",), UNIT, "income_transition").kind is ViewKind.BY_GENDER


def published(audience: Audience, *views: View) -> list[StatisticsTables]:
    known, before, made = known_of("insjoriket"), list[Earlier](), []
    for view in views:
        made.append(tables_of(view, known, audience, before))
        before.append(earlier_of((view,), known, made[-1].publication.cells))
    return made


@pytest.mark.parametrize("audience", OUTSIDE)
@pytest.mark.parametrize("views", [(PAIRS, ENDS), (ENDS, PAIRS)], ids=["pairs first", "ends first"])
def test_nothing_small_can_be_computed_from_the_pairs_and_from_all_incomes(audience: Audience, views: tuple[View, ...]):
    """Whoever mainly has something has it: the pairs say how many there must be at least in the other table."""
    made = published(audience, *views)
    assert all(one.tables for one in made)
    signs = {key: sign for one in made for key, sign in one.publication.cells.items()}
    known = known_of("insjoriket")
    cells, ties = linked_of(views, known).cells, tuple(linked_of(views, known).ties)
    assert _margin("start", "social_assistance") in {key for tie in ties for key in tie.parts}
    attacker, below = Attacker(signs, ties), 0
    for key, sign in signs.items():
        if isinstance(sign, Below):
            below += 1
            least, most = attacker.between(key)
            assert least <= sign.least + 1e-6, (key, cells[key])
            assert most >= sign.threshold - 1 - 1e-6, (key, cells[key])
    assert below > 5


def _margin(end: str, income: str) -> CellKey:
    return CellKey("exits", known_of("insjoriket").counted.period, ((f"income_at_{end}", income),))


def test_fewer_rows_together_are_tied_to_more_where_no_row_is_told_by_itself():
    view = View("shares", "Andelar", ViewKind.SUMMARY, ("public_to_no_public", "social_assistance_to_no_public"))
    made = linked_of((view,), known_of("insjoriket"))
    of_all = [key for key in made.cells if not {"gender", "beside"} & set(dict(key.at))]
    names = {dict(key.at).get("income_transition", ""): key for key in of_all}
    public = next(key for name, key in names.items() if name.count("+") == 5 * 7 - 1)
    part = next(key for name, key in names.items() if name.count("+") == 5 - 1)
    assert any(tie.whole == public and part in tie.parts for tie in made.ties)


def test_what_a_sign_says_of_pairs_is_true():
    known = known_of("insjoriket")
    true = linked_of((PAIRS,), replace(known, figures={})).cells
    for audience in OUTSIDE:
        for key, sign in shown("insjoriket", "income-pairs", audience).publication.cells.items():
            if isinstance(sign, Shown):
                assert sign.count == true[key].count.count
                assert not 0 < sign.count < 5
