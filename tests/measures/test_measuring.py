"""What is a measure worth, of all and of each unit; and what is agreed of it?"""

from fractions import Fraction

from tests.years.counts import counted_of, key

from samordna.domain.activities.agreed import AgreedNumber
from samordna.domain.activities.agreed import Counted as AgreedOf
from samordna.domain.measures.measuring import measured
from samordna.domain.measures.registry import BY_KEY
from samordna.domain.measures.spread import spread_of
from samordna.domain.participation.combining import Counted, Series
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import Sums
from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period

YEAR = Period(202401, 202412)
AGREED = {"Mölndal": 80, "Partille": 36, "Härryda": 56, "Lerum": 64, "Alingsås": 80}
NUMBERS = tuple(
    AgreedNumber("activera", key(f"ACTivera {name}"), YEAR, AgreedOf.STARTS, number, "Avtal", None)
    for name, number in AGREED.items()
)
MOLNDAL = Series("activera", "activera-molndal")


def worth(measure: str, gender: Gender | None = None, agreed=NUMBERS):
    return measured(BY_KEY[measure], counted_of("insjoriket"), agreed, gender)


def test_a_count_is_the_units_together_and_each():
    starts = worth("starts")
    assert starts.whole.exact == 160
    assert starts.units[MOLNDAL].exact == 41
    assert worth("starts", Gender.WOMEN).whole.exact == 107
    assert sum(one.exact for one in starts.units.values()) == 160


def test_a_share_has_its_part_and_its_whole():
    coverage = worth("progression_coverage").whole
    assert coverage.exact == Fraction(118, 230)
    assert (coverage.numerator.exact.count, coverage.denominator.exact.count) == (118, 230)
    assert (
        worth("exits_to_work_or_studies").whole.exact
        == worth("exits_to_work").whole.exact + worth("exits_to_studies").whole.exact
    )


def test_the_unique_of_several_units_lie_between_two_counts():
    unique = worth("unique").whole
    assert unique.exact is None
    assert (unique.numerator.least.count, unique.numerator.most.count) == (61, 225)


def test_what_is_reported_of_the_agreed():
    starts = worth("starts_of_agreed")
    assert starts.whole.exact == Fraction(160, 316)
    assert (starts.whole.agreed, starts.units[MOLNDAL].agreed) == (316, 80)
    assert starts.units[MOLNDAL].exact == Fraction(41, 80)
    assert worth("agreed_starts").whole.exact == 316
    assert worth("starts_of_agreed", agreed=()).whole.exact is None


def test_what_is_agreed_for_the_whole_activity_goes_before_its_performers():
    whole = AgreedNumber("activera", "", YEAR, AgreedOf.STARTS, 400, "Avtal", 410)
    assert worth("agreed_starts", agreed=(*NUMBERS, whole)).whole.exact == 400
    assert worth("starts_of_agreed", agreed=(*NUMBERS, whole)).whole.exact == Fraction(160, 400)


def test_what_is_budgeted_is_the_agreed_where_nothing_else_is_said():
    one = AgreedNumber("a", "u", YEAR, AgreedOf.PARTICIPANTS, 30, "Plan", None)
    other = AgreedNumber("a", "v", YEAR, AgreedOf.PARTICIPANTS, 40, "Plan", 45)
    nothing = Counted(YEAR, ())
    assert measured(BY_KEY["budgeted_participants"], nothing, (one, other)).whole.exact == 75
    assert measured(BY_KEY["agreed_participants"], nothing, (one, other)).whole.exact == 70


def test_full_time_equivalents_weigh_hours():
    counted = counted_of("insjoriket")
    by_hand = sum(
        Fraction(quarters, 4)
        * counted.figure("exits_by_occupation_at_end", (work, f"extent_{quarters * 25}")).exact.count
        for work in ("unsubsidised_work", "subsidised_work")
        for quarters in range(5)
    )
    assert worth("equivalents_at_end").whole.exact == by_hand > 0


def test_nobody_counted_is_no_figure_and_no_zero():
    nothing = measured(BY_KEY["starts"], Counted(YEAR, ()))
    assert nothing.whole.exact is None
    assert nothing.units == {}


def test_a_mean_has_an_interval_that_is_wider_for_few():
    assert spread_of(Sums(RawCount(0), 0, 0)) is None
    assert spread_of(Sums(RawCount(1), 2, 4)).low is None
    few, many = spread_of(Sums(RawCount(4), 4, 8)), spread_of(Sums(RawCount(400), 400, 800))
    assert few.mean == many.mean == 1
    assert few.high - few.low > 10 * (many.high - many.low)
    assert few.low < 1 < few.high
