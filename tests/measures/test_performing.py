"""A performer's counts: who came in, how many are measured, and how far a straight path to what is agreed would be."""

from fractions import Fraction

from tests.years.counts import INTERIM, counted_of

from samordna.domain.activities.agreed import AgreedNumber
from samordna.domain.activities.agreed import Counted as AgreedOf
from samordna.domain.document import Missing, Number
from samordna.domain.measures.performing import Performing, straight_path
from samordna.domain.participation.combining import Counted, Series
from samordna.domain.values.period import Period

YEAR = Period(202401, 202412)
PARTILLE = Series("activera", "activera-partille")


def of(whose: Series = PARTILLE, counted: Counted | None = None) -> Performing:
    return Performing(whose, "ACTivera", counted or counted_of("insjoriket"))


def agreed(number: int = 36, counts: AgreedOf = AgreedOf.STARTS) -> AgreedNumber:
    return AgreedNumber(*PARTILLE, YEAR, counts, number, "Avtal 2024")


def texts(table, row: str) -> list[str]:
    return [cell.text if isinstance(cell, Number) else "" for cell in table.row(row).cells]


def test_inflow_is_by_gender_and_the_stated_total_is_kept():
    table = of().inflow()
    assert texts(table, "referrals") == ["10", "6", "0", "16"]
    assert texts(table, "starts") == ["9", "7", "0", "17"]
    assert "head_count" not in [row.id for row in table.rows]


def test_coverage_is_of_those_who_take_part():
    table = of().coverage()
    assert texts(table, "measured_once") == ["14", "52"]
    assert table.cell("measured_twice", "share").exact == Fraction(6, 27)


def test_reported_is_held_against_a_straight_path():
    row = of().path([agreed()]).row("starts")
    assert [cell.text for cell in row.cells] == ["36", "24", "17", "−7", "47"]
    assert straight_path(agreed(), INTERIM).exact == 24
    assert straight_path(agreed(35), Period(202401, 202401)).exact == Fraction(35, 12)


def test_what_is_agreed_for_others_and_what_is_not_asked_is_not_here():
    other = AgreedNumber("activera", "activera-lerum", YEAR, AgreedOf.STARTS, 9, "Avtal")
    assert of().path([other]) is None
    office = of(Series("gemensamma-utbildningar", "kansliet"))
    assert office.coverage() is None
    assert [row.id for row in office.inflow().rows] == ["head_count"]


def test_months_that_are_not_told_are_missing_and_so_is_what_is_made_of_them():
    year = Counted(YEAR, counted_of("insjoriket").reports)
    told = of(counted=year)
    cell = told.inflow().cell("starts", "total")
    assert isinstance(cell, Missing)
    assert "Minst 17" in cell.reason
    assert isinstance(told.coverage().cell("measured_once", "share"), Missing)
    path = told.path([agreed()])
    assert [isinstance(one, Missing) for one in path.row("starts").cells] == [False, False, True, True, True]


def test_an_agreed_number_of_nobody_has_no_share():
    assert isinstance(of().path([agreed(0)]).cell("starts", "share"), Missing)
