"""The keying sheet: what is keyed in the form's order, what is missing told and never 0, and what has changed since."""

from dataclasses import replace

import pytest
from tests.activities.some import DAYS, NORTH, REGISTERED, SOUTH, STEP, YEAR
from tests.activities.test_reported import EVENT
from tests.years.counts import INTERIM, counted_of, reports_of

from samordna.domain.activities.activity import Activity, Performer
from samordna.domain.activities.classification import Direction, FollowUpMethod
from samordna.domain.activities.money import RowMoney, Told
from samordna.domain.document import EnteredOrigin, Part
from samordna.domain.measures.keying.filling import KnownOfYear, keying_sheet
from samordna.domain.measures.keying.record import changed_since, keyed_of
from samordna.domain.measures.keying.sheet import KeyedBy, KeyingGroup
from samordna.domain.participation.code_lists import CodeLists
from samordna.domain.participation.combining import Counted, counted
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import Cell, CountsReport, Place, VouchedBy
from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period

UNITS = ("Mölndal", "Partille", "Härryda", "Lerum", "Alingsås")
ACTIVERA = Activity(
    "activera",
    "ACTivera",
    Direction.INDIVIDUAL,
    "preparatory",
    202301,
    "Delårsredovisning",
    performers=tuple(Performer(f"ACTivera {one}") for one in UNITS),
    registered=REGISTERED,
)
LISTS = CodeLists()


def money(row: str, **amounts: int) -> RowMoney:
    origin = EnteredOrigin("Budget § 1", row, "budget", YEAR)
    return RowMoney(row, row, {Told(key): Part(row, amount, origin) for key, amount in amounts.items()})


def known(counts: Counted | None, **said: object) -> KnownOfYear:
    usual = KnownOfYear(YEAR, counts, {}, INTERIM, (), {}, (), LISTS)
    return replace(usual, **said)


def group(activity: Activity, key: str, **said: object) -> KeyingGroup:
    counts = said.pop("counts", None)
    section = keying_sheet((activity,), known(counts, **said)).section(activity.id)
    assert section
    found = section.group(key)
    assert found
    return found


def values(one: KeyingGroup) -> dict[str, list[str]]:
    return {row.label: [field.value or field.missing for field in row.fields] for row in one.rows}


def report(unit: str, *told: tuple[str, Gender, int | None], activity: str = "steget") -> CountsReport:
    cells = tuple(
        Cell(Place(table, (), gender), None if number is None else RawCount(number)) for table, gender, number in told
    )
    return CountsReport(unit, activity, INTERIM, VouchedBy.COORDINATOR, cells)


def test_what_the_units_have_told_is_keyed_by_gender_in_the_order_of_the_form():
    counts = counted_of("insjoriket")
    assert values(group(ACTIVERA, "referrals", counts=counts)) == {
        "Inkomna remisser": ["105", "56", "0", "161"],
        "Inte aktuella för start": ["21", "10", "0", "31"],
    }
    sheet = keying_sheet((ACTIVERA,), known(counts))
    assert [one.key for one in sheet.section("activera").groups] == [
        "facts", "money", "referrals", "starts", "participants", "exits", "destinations", "anonymous",
    ]  # fmt: skip
    destinations = group(ACTIVERA, "destinations", counts=counts)
    assert [row.label for row in destinations.rows] == [
        "Arbete", "Studier", "Annan insats", "Åter till remittent", "Avbrott",
    ]  # fmt: skip
    assert destinations.keyed_by is KeyedBy.PARTICIPANTS
    assert [problem.code for problem in sheet.problems] == ["keying-year-not-whole", "keying-booked-other-months"]


def test_a_total_that_the_genders_do_not_make_is_told_with_both_figures():
    [told] = group(ACTIVERA, "starts", counts=counted_of("insjoriket")).problems
    assert told.code == "keying-genders-are-not-the-total"
    assert "tillsammans 159, men totalt är angivet till 160" in told.found


def test_what_a_unit_has_not_told_is_missing_and_never_nobody():
    without = [one for one in reports_of("insjoriket") if one.unit != "activera-lerum"]
    told = values(group(ACTIVERA, "referrals", counts=counted(without, INTERIM)))["Inkomna remisser"]
    assert told[3] == "Inte lämnat av ACTivera Lerum. Övriga har 128."
    assert values(group(ACTIVERA, "anonymous", counts=counted_of("insjoriket")))["Nya anonyma deltagare"] == (
        ["Enheterna är inte tillfrågade om det."] * 4
    )


def test_a_cell_that_is_left_blank_is_missing_and_the_others_are_not():
    reports = (
        report("enhet-norr", ("starts", Gender.WOMEN, 7), ("starts", Gender.MEN, None), ("starts", Gender.UNKNOWN, 0)),
        report("enhet-soder", ("starts", Gender.WOMEN, 2), ("starts", Gender.MEN, 1), ("starts", Gender.UNKNOWN, 0)),
    )
    women, men, unknown, total = values(group(STEP, "starts", counts=counted(reports, INTERIM)))["Startade"]
    assert (women, unknown) == ("9", "0")
    assert men == "Lämnat tomt av en enhet, eller inte för alla månader. Minst 1."
    assert total.endswith("Minst 10.")


def test_a_month_that_nobody_told_of_makes_the_year_missing():
    reports = [report("enhet-norr", ("starts", Gender.WOMEN, 7))]
    told = values(group(replace(STEP, performers=(NORTH,)), "starts", counts=counted(reports, YEAR)))["Startade"]
    assert told[0] == "Lämnat tomt av en enhet, eller inte för alla månader. Minst 7."


def test_a_unit_that_has_ended_is_not_waited_for():
    ended = replace(SOUTH, until=202312)
    reports = [report("enhet-norr", ("starts", Gender.WOMEN, 7))]
    counts = counted(reports, INTERIM)
    assert values(group(replace(STEP, performers=(NORTH, ended)), "starts", counts=counts))["Startade"][0] == "7"
    assert "Enhet Söder" in values(group(STEP, "starts", counts=counts))["Startade"][0]


def test_money_is_whole_kronor_each_row_once_and_told_when_nobody_knows():
    rows = {"3001": money("3001", budget=1_200_050, actual=700_000), "3005": money("3005", budget=300_000)}
    assert values(group(STEP, "money", money=rows)) == {"Budget": ["15001"], "Utfall": ["7000"]}
    nothing = values(group(STEP, "money"))
    assert nothing["Budget"] == ["Inget är budgeterat på insatsens kostnadsställen."]
    assert values(group(replace(DAYS, rows=()), "money"))["Utfall"] == [
        "Insatsen har inget kostnadsställe i registret."
    ]


def test_facts_that_the_form_has_to_have_are_missing_and_the_others_left_out():
    facts = values(group(replace(STEP, target_group="", marks=()), "facts"))
    assert facts["Inriktning"] == ["individinriktad"]
    assert facts["Målgrupp"] == ["Det framgår inte av registret. Ange det i insatsen."]
    assert "Märkning" not in facts


def test_the_three_choices_are_told_until_the_activity_is_registered():
    first, second = STEP, replace(STEP, registered=REGISTERED)
    choices = [keying_sheet((one,), known(None)).section("steget").choices for one in (first, second)]
    assert [label for label, _ in choices[0]] == ["inriktning", "uppföljningsmetod", "ESF-finansiering"]
    assert choices[1] == ()


def test_an_individual_activity_that_is_followed_up_by_heads_is_keyed_as_heads():
    heads = replace(STEP, follow_up=FollowUpMethod.HEADS, performers=(NORTH,))
    cells = (Cell(Place("head_count"), RawCount(40)),)
    reports = [CountsReport("enhet-norr", "steget", INTERIM, VouchedBy.COORDINATOR, cells)]
    told = group(heads, "heads", counts=counted(reports, INTERIM))
    assert (told.columns, values(told), told.keyed_by) == (("Totalt",), {"Volym": ["40"]}, KeyedBy.ADMINISTRATOR)


def test_what_was_held_is_keyed_event_by_event_and_another_number_from_the_units_is_told():
    events = (EVENT, replace(EVENT, name="Utan räkning", heads=None))
    told = values(group(DAYS, "events", events=events))
    assert told[EVENT.name][3:] == ["46", EVENT.rule.in_words]
    assert told["Utan räkning"][3] == "Ingen är räknad vid tillfället."
    cells = (Cell(Place("head_count"), RawCount(40)),)
    counts = counted([CountsReport("kansliet", "dagar", INTERIM, VouchedBy.ADMINISTRATOR, cells)], INTERIM)
    [problem] = group(DAYS, "events", events=(EVENT,), counts=counts).problems
    assert (problem.code, "46" in problem.found, "40" in problem.found) == ("keying-heads-differ", True, True)


def test_an_activity_that_does_not_run_in_the_year_is_not_keyed():
    sheet = keying_sheet((replace(STEP, last=202312), DAYS), known(None))
    assert [one.id for one in sheet.sections] == ["", "dagar"]
    assert next(problem.code for problem in sheet.problems) == "keying-no-counts"


def test_what_has_changed_since_it_was_keyed_is_told_with_both_figures():
    before = group(STEP, "money", money={"3001": money("3001", budget=100_000, actual=50_000)})
    after = group(STEP, "money", money={"3001": money("3001", budget=120_000)})
    keyed = keyed_of("steget", before)
    assert [(one.label, one.value) for one in keyed.figures] == [("Budget", "1000"), ("Utfall", "500")]
    assert changed_since(keyed, before) == ()
    assert [(one.label, one.then, one.now) for one in changed_since(keyed, after)] == [
        ("Budget", "1000", "1200"), ("Utfall", "500", ""),
    ]  # fmt: skip


def test_what_was_missing_when_it_was_keyed_and_what_is_gone_from_the_form_have_changed_too():
    empty = keyed_of("steget", group(STEP, "money"))
    assert empty.figures == ()
    now = group(STEP, "money", money={"3001": money("3001", budget=100_000)})
    assert [(one.then, one.now) for one in changed_since(empty, now)] == [("", "1000")]
    held = keyed_of("dagar", group(DAYS, "events", events=(EVENT,)))
    gone = changed_since(held, group(DAYS, "events", events=()))
    assert len(gone) == 5
    assert {one.now for one in gone} == {""}


@pytest.mark.parametrize("association", ["insjoriket", "sjuharad"])
def test_no_figure_of_the_demo_is_keyed_as_nobody_when_it_is_not_told(association: str):
    counts = counted_of(association)
    fewer = Counted(Period(202401, 202412), counts.reports)
    one = replace(ACTIVERA, performers=tuple(Performer(f"ACTivera {name}") for name in (*UNITS, "Ny")))
    for field in group(one, "starts", counts=fewer).fields:
        assert field.value == ""
        assert field.missing
