"""Reports put together: flows add up, different persons never do, and nothing depends on the order."""

from collections.abc import Sequence
from dataclasses import replace
from random import Random

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.participation.sample import ACTIVITY, INTERIM, UNIT, M, W, report

from samordna.domain.participation.between import NOT_TOLD, Between, exactly
from samordna.domain.participation.combining import Series, counted
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import Cell, CountsReport, Place, Sums, VouchedBy, in_order
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period

SPRING, SUMMER = Period(202401, 202404), Period(202405, 202408)
COUNTED = [key for key, table in TABLES.items() if not table.dimensions and table.genders]
FLOWS = ["referrals", "not_started", "starts", "exits"]

counts = st.integers(0, 40)
genders = st.tuples(counts, counts, counts)


def of(unit: str, period: Period, rows: dict[str, Sequence[int | None]]) -> CountsReport:
    cells = in_order(
        Cell(Place(table, (), gender), None if count is None else RawCount(count))
        for table, row in rows.items()
        for gender, count in zip(Gender, row, strict=True)
    )
    return CountsReport(unit, ACTIVITY.key, period, VouchedBy.COORDINATOR, cells, (), complete=True)


@st.composite
def two_periods(draw: st.DrawFn) -> tuple[list[CountsReport], list[CountsReport]]:
    """Return some units' reports of a period, and the same whole split in two, persons staying persons.

    In the second half some of those who take part did so in the first: they are counted in both.
    """
    whole, parts = [], []
    for unit in draw(st.lists(st.sampled_from("abcd"), min_size=1, max_size=4, unique=True)):
        spring, summer, both = draw(genders), draw(genders), draw(st.tuples(counts, counts, counts))
        started = [(a, b) for a, b in zip(spring, summer, strict=True)]
        unique = [(a + c, b + c, a + b + c) for (a, b), c in zip(started, both, strict=True)]
        ongoing = draw(st.tuples(genders, genders, genders))
        halves = [
            {"starts": spring, "unique": [one[0] for one in unique], "ongoing_at_start": ongoing[0],
             "ongoing": ongoing[1]},
            {"starts": summer, "unique": [one[1] for one in unique], "ongoing_at_start": ongoing[1],
             "ongoing": ongoing[2]},
        ]  # fmt: skip
        parts += [of(unit, period, rows) for period, rows in zip((SPRING, SUMMER), halves, strict=True)]
        rows = {"starts": [a + b for a, b in started], "unique": [one[2] for one in unique],
                "ongoing_at_start": ongoing[0], "ongoing": ongoing[2]}  # fmt: skip
        whole.append(of(unit, INTERIM, rows))
    return whole, parts


@given(two_periods())
@settings(max_examples=150, deadline=None)
def test_a_period_split_in_two_adds_up_where_it_should_and_not_where_it_must_not(
    both: tuple[list[CountsReport], list[CountsReport]],
) -> None:
    whole, parts = (counted(reports, INTERIM) for reports in both)
    for gender in (*Gender, None):
        for table in ("starts", "ongoing", "ongoing_at_start"):
            assert parts.figure(table, (), gender) == whole.figure(table, (), gender)
        told, true = parts.figure("unique", (), gender), whole.figure("unique", (), gender)
        assert told.most
        assert true.most
        assert told.least.count <= true.least.count
        assert told.most.count >= true.most.count


@given(two_periods(), st.randoms())
@settings(max_examples=60, deadline=None)
def test_nothing_depends_on_the_order(both: tuple[list[CountsReport], list[CountsReport]], random: Random) -> None:
    parts = list(both[1])
    before = counted(parts, INTERIM)
    random.shuffle(parts)
    shuffled = counted([replace(one, cells=in_order(reversed(one.cells))) for one in parts], INTERIM)
    assert shuffled == before
    assert [shuffled.figure(table) for table in COUNTED] == [before.figure(table) for table in COUNTED]


@given(st.lists(genders, min_size=1, max_size=5))
def test_women_men_and_unknown_are_all_and_unique_is_an_interval(rows: list[tuple[int, int, int]]) -> None:
    units = counted(
        [of(f"enhet-{at}", INTERIM, {"starts": row, "unique": row}) for at, row in enumerate(rows)], INTERIM
    )
    all_of_them = sum(sum(row) for row in rows)
    assert units.figure("starts") == exactly(RawCount(all_of_them))
    by_gender = [units.figure("starts", (), gender).exact for gender in Gender]
    assert sum(one.count for one in by_gender if one) == all_of_them
    largest = max(sum(row) for row in rows)
    assert units.figure("unique") == Between(RawCount(largest), RawCount(all_of_them))


@given(st.lists(st.tuples(genders, st.booleans()), min_size=1, max_size=4))
def test_what_is_blank_is_never_nobody(rows: list[tuple[tuple[int, int, int], bool]]) -> None:
    reports = [
        of(f"enhet-{at}", INTERIM, {"starts": (None, *row[1:]) if blank else row})
        for at, (row, blank) in enumerate(rows)
    ]
    figure = counted(reports, INTERIM).figure("starts")
    assert figure.least.count == sum(sum(row[1:]) if blank else sum(row) for row, blank in rows)
    assert (figure.most is None) == any(blank for _, blank in rows)


def test_a_month_that_nobody_reported_leaves_the_figure_open():
    spring = counted([of("a", SPRING, {"starts": (3, 2, 0), "ongoing": (1, 1, 0), "ongoing_at_start": (2, 0, 0)})],
                     INTERIM)  # fmt: skip
    assert spring.missing == {Series(ACTIVITY.key, "a"): SUMMER.months}
    assert spring.figure("starts") == Between(RawCount(5), None)
    assert spring.figure("ongoing") == NOT_TOLD
    assert spring.figure("ongoing_at_start") == exactly(RawCount(2))
    summer = counted([of("a", SUMMER, {"starts": (3, 2, 0), "ongoing": (1, 1, 0), "ongoing_at_start": (2, 0, 0)})],
                     INTERIM)  # fmt: skip
    assert summer.figure("ongoing") == exactly(RawCount(2))
    assert summer.figure("ongoing_at_start") == NOT_TOLD


def test_who_takes_part_in_two_periods_is_those_of_the_first_and_those_who_started_in_the_next():
    first = {"participants": (10, 6, 0), "starts": (4, 2, 0), "unique": (9, 6, 0), "measured_once": (8, 5, 0)}
    second = {"participants": (9, 5, 0), "starts": (3, 1, 0), "unique": (9, 5, 0), "measured_once": (7, 2, 0)}
    both = counted([of("a", SPRING, first), of("a", SUMMER, second)], INTERIM)
    assert both.figure("participants") == exactly(RawCount(20))
    assert both.figure("participants", (), Gender.WOMEN) == exactly(RawCount(13))
    assert both.figure("unique") == Between(RawCount(15), RawCount(20)), "no more than those who take part"
    assert both.figure("measured_once") == Between(RawCount(13), RawCount(20))
    without = {key: row for key, row in second.items() if key != "starts"}
    unknown = counted([of("a", SPRING, first), of("a", SUMMER, without)], INTERIM)
    assert unknown.figure("participants") == Between(RawCount(16), RawCount(30)), "nobody has told who is new"
    late = counted([of("a", SUMMER, second)], INTERIM)
    assert late.figure("participants") == Between(RawCount(14), None)


def test_nobody_so_far_is_told_and_what_is_not_reported_is_not():
    both = counted([of("a", SPRING, {"starts": (0, 0, 0), "ongoing": (0, 0, 0)})], INTERIM)
    whose = Series(ACTIVITY.key, "a")
    assert both.figure("starts") == both.figure("ongoing") == NOT_TOLD
    assert both.tells(whose, "starts")
    assert not both.tells(whose, "ongoing"), "of the end of the period nobody has told anything"


def test_who_was_not_asked_is_left_out_and_who_left_it_blank_is_not():
    asked, other = of("a", INTERIM, {"starts": (3, 2, 0)}), of("b", INTERIM, {"exits": (1, 0, 0)})
    assert counted([asked, other], INTERIM).figure("starts") == exactly(RawCount(5))
    blank = of("b", INTERIM, {"starts": (None, None, None)})
    assert counted([asked, blank], INTERIM).figure("starts") == Between(RawCount(5), None)
    assert counted([], INTERIM).figure("starts") == NOT_TOLD


def test_sums_add_up_over_units_and_not_over_periods_and_tell_who_is_missing():
    one, other = report(), report(unit="talldalen")
    place = ("progression_change", ("steps_days",))
    both = counted([one, other], INTERIM)
    assert both.sums(*place, W) == Sums(RawCount(8), 6, 10)
    assert both.sums(*place, M) == Sums(RawCount(4), -2, 2)
    assert both.sums(*place) == Sums(RawCount(12), 4, 12)
    blank = replace(other, cells=tuple(replace(cell, value=None) for cell in other.cells))
    with_blank = counted([one, blank], INTERIM)
    assert with_blank.sums(*place, W) == Sums(RawCount(4), 3, 5)
    assert with_blank.sums_not_told(*place, W) == (Series(ACTIVITY.key, "talldalen"),)
    split = counted([replace(one, period=SPRING), replace(one, period=SUMMER)], INTERIM)
    assert split.sums(*place, W) is None
    assert split.sums_not_told(*place, W) == (Series(ACTIVITY.key, UNIT.key),)


def test_a_part_of_the_period_is_what_lies_in_it():
    reports = [of("a", SPRING, {"starts": (1, 0, 0)}), of("a", SUMMER, {"starts": (2, 0, 0)})]
    assert counted(reports, SUMMER).figure("starts") == exactly(RawCount(2))
    assert counted(reversed(reports), INTERIM).figure("starts") == exactly(RawCount(3))


def test_every_flow_adds_up_and_every_stock_does_not():
    same = dict.fromkeys(COUNTED, (2, 1, 0))
    halves = counted([of("a", SPRING, same), of("a", SUMMER, same)], INTERIM)
    doubled = {table for table in COUNTED if halves.figure(table) == exactly(RawCount(6))}
    assert set(FLOWS) <= doubled
    assert not doubled & {"ongoing", "ongoing_at_start", "waiting", "carried_over", "unique"}
