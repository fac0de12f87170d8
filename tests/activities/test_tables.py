"""Agreed numbers are added only where they count the same thing of the same activity; costs are each row's, once."""

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st
from tests.activities.some import DAYS, NEXT, NORTH, STEP, YEAR, agreed

from samordna.domain.activities.agreed import AgreedNumber, Counted
from samordna.domain.activities.classification import Direction
from samordna.domain.activities.money import RowMoney, Told, together
from samordna.domain.activities.tables import YearKnown, activities_table, agreed_table, money_table, units_table
from samordna.domain.activities.units import units_of
from samordna.domain.activities.words import activity_differences, activity_in_words, range_in_words
from samordna.domain.document import BLANK, EnteredOrigin, Number, Part


def row(key: str, **amounts: int) -> RowMoney:
    origin = EnteredOrigin("Beslut", key, "budget", YEAR)
    return RowMoney(key, f"Rad {key}", {Told(name): Part(key, ore, origin) for name, ore in amounts.items()})


MONEY = {"3001": row("3001", budget=600_000_00, actual=400_000_00), "3005": row("3005", budget=50_000_00)}
NUMBERS = (
    agreed(30),
    agreed(20, "enhet-soder"),
    agreed(90, counts=Counted.REFERRALS),
    AgreedNumber("dagar", "", YEAR, Counted.HEADS, 200, "Plan"),
)
KNOWN = YearKnown(YEAR, NUMBERS, MONEY)


def shown(table, row_id: str) -> list[str]:
    return [cell.text if isinstance(cell, Number) else "" for cell in table.row(row_id).cells]


def test_an_activity_shows_what_its_performers_have_agreed_together_by_what_it_counts():
    table = activities_table(Direction.INDIVIDUAL, [STEP], KNOWN)
    assert [column.id for column in table.columns] == ["referrals", "starts", "budget"]
    assert shown(table, "steget") == ["90", "50", "650"]
    assert shown(table, "steget:enhet-norr") == ["90", "30", "600"]
    assert shown(table, "steget:enhet-soder") == ["", "20", ""]
    assert shown(table, ":total") == ["", "", "650"]
    assert table.remarks


def test_what_is_agreed_for_the_whole_activity_goes_before_the_performers_sum():
    known = replace(KNOWN, agreed=(*NUMBERS, agreed(60, "")))
    assert shown(activities_table(Direction.INDIVIDUAL, [STEP], known), "steget") == ["90", "60", "650"]
    assert known.agreed_of("steget", Counted.STARTS, "enhet-norr").exact == 30
    assert known.agreed_of("steget", Counted.PARTICIPANTS) is None


def test_a_performer_that_does_not_work_that_year_and_one_named_as_its_activity_have_no_row_of_their_own():
    gone = replace(STEP, performers=(replace(NORTH, until=202312),))
    alone = replace(STEP, performers=(replace(NORTH, unit="Steget"),))
    for one in (gone, alone):
        assert [each.id for each in activities_table(Direction.INDIVIDUAL, [one], KNOWN).rows] == ["steget", ":total"]


def test_a_row_that_two_activities_name_is_counted_once_in_the_sum():
    twin = replace(STEP, id="tva", name="Två")
    assert shown(activities_table(Direction.INDIVIDUAL, [STEP, twin], KNOWN), ":total")[-1] == "650"


def test_units_show_agreed_booked_budget_and_forecast_and_no_sum_over_activities():
    other = replace(STEP, id="annat", name="Annat")
    units = units_of([STEP, other])
    assert [one.id for one in units] == ["enhet-norr", "enhet-soder"]
    known = replace(KNOWN, agreed=(*NUMBERS, replace(agreed(7), activity="annat")))
    table = units_table(units, known)
    assert [column.id for column in table.columns] == ["referrals", "starts", "actual", "budget", "forecast"]
    assert shown(table, "enhet-norr") == ["90", "", "400", "600", ""]  # starts in two activities have no sum
    assert shown(table, "enhet-soder") == ["", "20", "", "", ""]


def test_the_latest_activity_says_what_a_unit_is_called():
    renamed = replace(STEP, id="annat", performers=(replace(NORTH, unit="ENHET Norr", member="x"),))
    [unit, _] = units_of([STEP, renamed])
    assert (unit.name, unit.member, unit.rows) == ("ENHET Norr", "x", ("3001",))


def test_money_has_a_sum_only_of_several_rows():
    assert [one.id for one in money_table(["3001"], KNOWN).rows] == ["3001"]
    both = money_table(["3001", "3005", "9999"], KNOWN)
    assert [one.id for one in both.rows] == ["3001", "3005", ":total"]
    assert shown(both, ":total") == ["400", "650", ""]
    assert both.row("3005").cells[0] is BLANK


def test_agreed_numbers_stand_by_year_and_count_with_the_performers_sum():
    table = agreed_table(STEP, (*NUMBERS[:3], agreed(25, year=NEXT)))
    assert [column.label for column in table.columns] == ["2024", "2025"]
    assert [one.id for one in table.rows] == [
        ":referrals",
        "enhet-norr:referrals",
        ":starts",
        "enhet-norr:starts",
        "enhet-soder:starts",
        ":starts:sum",
    ]
    assert shown(table, ":starts:sum") == ["50", "25"]
    gone = agreed_table(replace(STEP, performers=()), [agreed()])
    assert gone.row("enhet-norr:starts").label == "enhet-norr"  # a unit that left is not lost


@given(st.lists(st.tuples(st.sampled_from(list(Counted)), st.sampled_from(["a", "b", "c"]), st.integers(0, 999))))
def test_a_sum_is_of_one_count_whatever_the_order(told):
    held = {(counts, unit): number for counts, unit, number in told}
    numbers = tuple(
        AgreedNumber("steget", unit, YEAR, counts, number, "Avtal") for (counts, unit), number in held.items()
    )
    for order in (numbers, numbers[::-1]):
        for counts in Counted:
            part = YearKnown(YEAR, order, {}).agreed_of("steget", counts)
            wanted = [one.number for one in numbers if one.counts is counts]
            assert (part.exact if part else None) == (sum(wanted) if wanted else None)


@given(st.lists(st.integers(-(10**12), 10**12), max_size=5))
def test_rows_together_are_their_sum_to_the_ore(amounts):
    money = {str(place): row(str(place), budget=ore) for place, ore in enumerate(amounts)}
    part = together([*money, "finns-inte"], money, Told.BUDGET)
    assert (part.exact if part else None) == (sum(amounts) if amounts else None)


def test_an_activity_is_told_in_words_and_so_is_what_became_of_it():
    words = activity_in_words(STEP, {"fk": "Försäkringskassan", "municipal": "kommunerna", "1490": "Borås"})
    assert words["För parterna"] == "Försäkringskassan, kommunerna"
    assert words["Utförare"] == "Enhet Norr (Borås); Enhet Söder (1463)"
    assert (words["Ålder"], words["Längd"], words["Pågår"]) == ("16–64 år", "6–24 veckor", "från januari 2023")
    assert "Märkning" not in words
    assert activity_differences(STEP, replace(STEP, longest=30)) == ("Längd: 6–24 veckor → 6–30 veckor.",)
    assert activity_differences(STEP, replace(STEP, last=202412, methods=())) == (
        "Metoder: ACT → inget.",
        "Pågår: från januari 2023 → från januari 2023 till och med december 2024.",
    )
    assert activity_differences(None, STEP) == ("Upplagd.",)
    assert activity_differences(STEP, None) == ("Borttagen ur registret.",)
    assert activity_in_words(DAYS)["Uppföljningsmetod"] == "volym, ett antal personer"


def test_limits_are_told_as_far_as_they_are_known():
    told = [range_in_words(*ends, "år") for ends in ((16, 64), (None, 24), (6, None), (20, 20), (None, None))]
    assert told == ["16–64 år", "högst 24 år", "minst 6 år", "20 år", ""]
