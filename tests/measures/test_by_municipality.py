"""Where people live is known of a unit that receives from one municipality only, and two views never differ on it."""

from collections.abc import Mapping
from dataclasses import replace

import pytest
from tests.measures.disclosure.attacker import Attacker
from tests.measures.known import known_of, told
from tests.years.counts import counted_of, municipalities_of, only_from, reports_of

from samordna.domain.document import Missing
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.earlier import Earlier
from samordna.domain.measures.statistics import Known, StatisticsTables, applies, earlier_of, tables_of
from samordna.domain.measures.view import View, ViewKind
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.participation.by_municipality import told_by_place
from samordna.domain.participation.code_lists import CodeLists
from samordna.domain.participation.combining import Counted, Series
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import Cell, CountsReport, Place, in_order
from samordna.domain.values.counted import Below, RawCount, Shown, Withheld

PLACES, BY_UNIT = shipped_views()["by-municipality"], shipped_views()["inflow-by-unit"]
MOLNDAL, PARTILLE = Series("activera", "activera-molndal"), Series("activera", "activera-partille")
OUTSIDE = (Audience.OWNERS, Audience.PUBLIC)


def known(reports: tuple[CountsReport, ...], places: Mapping[Series, str]) -> Known:
    one = known_of("insjoriket")
    together = told_by_place(Counted(one.counted.period, reports), places)
    return replace(one, counted=together, figures={}, stated=())


def others(*without: Series) -> dict[Series, str]:
    return {whose: code for whose, code in only_from("insjoriket").items() if whose not in without}


def asked(report: CountsReport, table: str, whole: str, **codes: int) -> CountsReport:
    """Return a report that was asked a table by municipality: so many women of each place, and the rest at home."""
    cells = []
    for gender in Gender:
        left = report.figure(whole, (), gender).least.count
        for code, count in codes.items():
            here = min(count, left) if gender is Gender.WOMEN else 0
            cells.append(Cell(Place(table, (code.removeprefix("at_"),), gender), RawCount(here)))
            left -= here
        cells.append(Cell(Place(table, ("1481",), gender), RawCount(left)))
    return replace(report, cells=in_order((*report.cells, *cells)))


def of_unit(unit: str) -> CountsReport:
    return next(one for one in reports_of("insjoriket") if one.unit == unit)


def mixed() -> Known:
    """Return Mölndal asked where its people live, of whom three women in Partille; the others receive from one each."""
    molndal = asked(of_unit("activera-molndal"), "referrals_by_municipality", "referrals", at_1402=3, at_1441=0)
    rest = tuple(one for one in reports_of("insjoriket") if one.unit != "activera-molndal")
    return known((*rest, molndal), others(MOLNDAL))


def test_a_unit_that_receives_from_one_municipality_is_that_municipality_and_no_other_has_anybody():
    counted = counted_of("insjoriket")
    assert counted.of_unit(MOLNDAL, "referrals_by_municipality", ("1481",)).exact == RawCount(43)
    assert counted.of_unit(MOLNDAL, "referrals_by_municipality", ("1402",)).exact == RawCount(0)
    assert counted.figure("referrals_by_municipality", ("1402",), Gender.WOMEN).exact == RawCount(10)
    assert counted.asked("starts_by_municipality") == counted.asked("starts")
    assert not [one for one in reports_of("insjoriket") if one.rows("referrals_by_municipality")], "nobody was asked"


def test_a_figure_that_is_left_blank_is_blank_for_the_municipality_too():
    report = of_unit("activera-molndal")
    cells = tuple(replace(one, value=None) if one.place.table == "referrals" else one for one in report.cells)
    together = known((replace(report, cells=cells),), {MOLNDAL: "1481"}).counted
    assert together.of_unit(MOLNDAL, "referrals_by_municipality", ("1481",)).exact is None


def test_an_answer_that_the_register_contradicts_is_used_and_told_with_both():
    molndal = asked(of_unit("activera-molndal"), "referrals_by_municipality", "referrals", at_1402=3, at_1441=0)
    rest = tuple(one for one in reports_of("insjoriket") if one.unit != "activera-molndal")
    one = known((*rest, molndal), only_from("insjoriket"))
    [problem] = [told for told in tables_of(PLACES, one, Audience.INSIDE).problems if told.code.endswith("elsewhere")]
    assert (
        problem.found == "ACTivera Mölndal tar enligt registret bara emot från en kommun, men har svarat 3 från andra."
    )
    assert one.counted.of_unit(MOLNDAL, "referrals_by_municipality", ("1402",)).exact == RawCount(3)
    agrees = tables_of(PLACES, known(rest, only_from("insjoriket")), Audience.INSIDE)
    assert not [told for told in agrees.problems if told.code.endswith("elsewhere")]


def test_a_unit_that_was_asked_is_believed_as_it_answered():
    counted = mixed().counted
    assert counted.figure("referrals_by_municipality", ("1402",)).exact == RawCount(16 + 3)
    assert counted.figure("referrals_by_municipality", ("1481",)).exact == RawCount(43 - 3)
    assert ("referrals_by_municipality", MOLNDAL) not in counted.placed
    odd = known((asked(of_unit("activera-molndal"), "referrals_by_municipality", "referrals", at_1402=3),),
                {MOLNDAL: "1481"}).counted  # fmt: skip
    assert ("referrals_by_municipality", MOLNDAL) not in odd.placed, "the register says otherwise"


@pytest.mark.parametrize("audience", Audience)
def test_the_municipality_and_its_unit_are_one_count_in_every_publication(audience: Audience):
    places, units = (tables_of(view, known_of("insjoriket"), audience).publication.cells for view in (PLACES, BY_UNIT))
    same = [key for key in places if key in units and key.measure == "referrals"]
    assert len(same) == (1 + 5) * 4, "all, each municipality, by gender and together"
    assert all(places[key] == units[key] for key in same)


def test_without_anything_of_a_unit_its_figures_are_not_told_with_the_reason():
    some = known(reports_of("insjoriket"), others(MOLNDAL))
    [referrals, _] = tables_of(PLACES, some, Audience.INSIDE).tables
    assert told(referrals.cell("total", "total")) == 161
    assert [one for one in referrals.remarks if one.startswith("Raderna är utan ACTivera Mölndal, som inte")]
    each = View("each", "Var för sig", ViewKind.BY_GENDER, ("referrals",), by=("unit", "municipality"), shares=True)
    [table] = tables_of(each, some, Audience.INSIDE).tables
    for column in ("women", "total", "share"):
        cell = table.cell("activera/activera-molndal/1402", column)
        assert isinstance(cell, Missing)
        assert cell.reason == "Enheten redovisar inte efter kommun och tar emot från flera."
    assert told(table.cell("activera/activera-partille/1402", "total")) == 16
    assert not applies(PLACES, known(reports_of("insjoriket"), {}))


def read(audience: Audience, *views: View) -> list[StatisticsTables]:
    """Return the mixed counts by some views, each published after those before it."""
    some, before, made = mixed(), list[Earlier](), []
    for view in views:
        made.append(tables_of(view, some, audience, before))
        before.append(earlier_of((view,), some, made[-1].publication.cells))
    return made


@pytest.mark.parametrize("audience", OUTSIDE)
@pytest.mark.parametrize("views", [(PLACES, BY_UNIT), (BY_UNIT, PLACES)], ids=["places first", "units first"])
def test_three_women_who_live_elsewhere_can_not_be_computed_from_two_publications(
    audience: Audience, views: tuple[View, ...]
):
    """Partille has its unit's ten women and three of Mölndal's: who reads ten here and thirteen there subtracts."""
    made = read(audience, *views)
    signs = {key: sign for one in made for key, sign in one.publication.cells.items()}
    ties = tuple(dict.fromkeys(tie for one in made for tie in one.identities))
    women = [
        key
        for key in signs
        if key.measure == "referrals" and dict(key.at).get("gender") == "women"
        and (dict(key.at).get("municipality") == "1402" or dict(key.at).get("unit") == "activera/activera-partille")
    ]  # fmt: skip
    assert len(women) == 2
    assert not all(isinstance(signs[key], Shown) for key in women)
    attacker = Attacker(signs, ties)
    for key, sign in signs.items():
        if isinstance(sign, Below):
            least, most = attacker.between(key)
            assert least <= sign.least + 1e-6
            assert most >= sign.threshold - 1 - 1e-6
    assert [sign for sign in signs.values() if isinstance(sign, Withheld)]


def test_names_of_municipalities_are_those_of_the_members():
    lists = CodeLists((municipalities_of("insjoriket"),))
    [referrals, _] = tables_of(PLACES, known_of("insjoriket"), Audience.INSIDE).tables
    assert [row.label for row in referrals.rows][:2] == [lists.name("municipality", "1481"), "Partille kommun"]
