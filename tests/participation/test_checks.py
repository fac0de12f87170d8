"""What can be wrong with a report is told with its place, what was found and what to do; what is right is not."""

from dataclasses import replace

import pytest
from tests.participation.sample import (
    ACTIVITY,
    COUNTS,
    SUMS,
    UNIT,
    Counts,
    M,
    W,
    asked,
    cells_of,
    report,
    told,
)

from samordna.domain.participation.asked import Named
from samordna.domain.participation.checks import can_be, report_problems
from samordna.domain.participation.combining import counted
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import Cell, Explanation, Place, Sums
from samordna.domain.participation.held_against import (
    AgreedCount,
    agreed_problems,
    earlier_problems,
    second_report_problems,
)
from samordna.domain.participation.instruments import Instrument, Question
from samordna.domain.participation.problems import KINDS
from samordna.domain.participation.stated import StatedTotal, stated_problems
from samordna.domain.participation.typed import number_problem
from samordna.domain.values.counted import RawCount
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused, Severity, refuses

STARTED = "14 har startat eller inte blivit aktuella, men bara 11 hade kommit in"
HEAD = "Arbetssteget Granby, januari–augusti 2024"


def test_a_report_that_agrees_with_itself_has_nothing_wrong():
    assert told(report()) == []


CHANGED: list[tuple[Counts, str, str, str]] = [
    ({("starts",): (7, 5, 0, 13)}, "genders-differ", "Startade, totalt",
     "Kvinnor, män och okänt kön blir tillsammans 12, men totalt står 13."),
    ({("starts_by_age", "age_16_19"): (3, 4, 0)}, "tables-differ", "Startade efter ålder, män",
     "Raderna blir tillsammans minst 4, men ”Startade” är 5."),
    ({("starts_by_income", "social_assistance"): (2, 1, 0)}, "somebody-without-answer", "Försörjning vid start, män",
     "Raderna blir tillsammans minst 4, men ”Startade” är 5: någon saknar svar."),
    ({("starts_by_income", "social_assistance"): (2, 6, 0)}, "row-above-whole",
     "Försörjning vid start, Försörjningsstöd, män", "Raden är 6, men ”Startade” är bara 5."),
    ({("unique",): (12, 6, 0)}, "part-above-whole", "Unika deltagare i enheten, kvinnor",
     "Antalet är 12, men det är en del av ”Deltaganden under perioden”, som är 11."),
    ({("measured_twice",): (8, 2, 0)}, "part-above-whole", "Mätta minst två gånger, kvinnor",
     "Antalet är 8, men det är en del av ”Mätta minst en gång”, som är 7."),
    ({("ongoing",): (9, 4, 0)}, "does-not-follow", "Pågående vid periodens slut, kvinnor",
     "”Pågående vid periodens slut” är 9, men pågående vid början och startade, utan avslutade blir 8."),
    ({("participants",): (11, 7, 0)}, "does-not-follow", "Deltaganden under perioden, män",
     "”Deltaganden under perioden” är 7, men pågående vid början och startade blir 6."),
    ({("carried_over",): (None, None, None), ("waiting",): (None, None, None), ("referrals",): (None, None, None, 11),
      ("referrals_by_source", "psychiatry"): (None, None, None, 5),
      ("referrals_by_source", "school"): (None, None, None, 6)},
     "started-above-referred", "Startade, totalt",
     STARTED + "; hur många som väntade från tidigare är inte angivet."),
]  # fmt: skip


def whole(rows: Counts) -> Counts:
    """Return rows where every row of a table that is not told is nobody, so that they add up."""
    every = {
        (place.table, *place.codes): (0, 0, 0)
        for table in asked().count_tables
        if table.key in {"referrals_by_source", "starts_by_age", "starts_by_income"}
        for place in asked().places(table)
    }
    return {**every, **COUNTS, **rows}


@pytest.mark.parametrize(("changed", "kind", "place", "found"), CHANGED, ids=[f"{c[1]}-{c[2]}" for c in CHANGED])
def test_figures_that_disagree_are_told_with_both(changed: Counts, kind: str, place: str, found: str) -> None:
    assert (kind, place, found.replace("blir tillsammans minst ", "blir tillsammans ")) in told(report(whole(changed)))


def test_what_may_be_right_since_a_cell_is_blank_is_not_told():
    blank = {("starts_by_age", "age_16_19"): (3, None, 0), ("starts_by_income", "social_assistance"): (2, None, 0)}
    assert told(report(blank)) == []


def test_rows_that_are_blank_can_only_be_too_many():
    [(kind, _, found)] = told(report({("starts_by_age", "age_16_19"): (4, 5, 0)}))
    assert (kind, found) == ("tables-differ", "Raderna blir tillsammans minst 8, men ”Startade” är 7.")


@pytest.mark.parametrize(
    ("changed", "table", "kind"),
    [
        ({("starts",): (7, 5, 0, 13)}, "starts", "genders-differ-explained"),
        ({("starts_by_age", "age_16_19"): (4, 5, 0)}, "starts_by_age", "tables-differ-explained"),
    ],
)
def test_what_the_unit_explains_is_told_and_taken(changed: Counts, table: str, kind: str) -> None:
    explained = report(changed, explained={table: "En person räknades av två handledare."})
    problems = report_problems(explained, asked())
    assert [one.code for one in problems] == [f"counts-{kind}"]
    assert not refuses(problems)
    assert refuses(report_problems(report(changed), asked()))


def test_a_total_that_its_genders_do_not_become_is_told_once():
    found = told(report({("starts",): (7, 5, 0, 13)}))
    assert [kind for kind, _, _ in found] == ["genders-differ"]


def test_more_that_began_than_had_come_in_or_waited_is_told():
    changed = {("carried_over",): (1, 0, 0), ("waiting",): (3, -0, 0), ("referrals",): (6, 5, 0)}
    rows = {("referrals_by_source", "psychiatry"): (2, 1, 0)}
    found = [one for one in told(report({**changed, **rows})) if one[0] == "started-above-referred"]
    assert found == [("started-above-referred", "Startade, totalt", STARTED + ", och 1 väntade från tidigare.")]


PLACES: list[tuple[Cell, str, str]] = [
    (Cell(Place("shoe_size"), RawCount(1)), "unknown-table", "shoe_size"),
    (Cell(Place("exits_by_destination", ("work",), W), RawCount(1)), "unknown-table",
     "Avslutade efter vad som följde, Arbete, kvinnor"),
    (Cell(Place("starts_by_age", ("age_5",), W), RawCount(1)), "unknown-code", "Startade efter ålder, age_5, kvinnor"),
    (Cell(Place("starts_by_age", (), W), RawCount(1)), "unknown-code", "Startade efter ålder, kvinnor"),
    (Cell(Place("starts", ("age_16_19",), W), RawCount(1)), "unknown-code", "Startade, kvinnor"),
    (Cell(Place("starts", (), W), Sums(RawCount(1), 1, 1)), "wrong-kind-of-cell", "Startade, kvinnor"),
    (Cell(Place("progression_change", ("steps_work",), W), RawCount(4)), "wrong-kind-of-cell",
     "Förändring per fråga, Arbete eller studier är inom räckhåll, kvinnor"),
    (Cell(Place("progression_change", ("steps_work",), W), Sums(RawCount(2), 3, 4)), "sums-impossible",
     "Förändring per fråga, Arbete eller studier är inom räckhåll, kvinnor"),
    (Cell(Place("starts", (), None), RawCount(100_001)), "too-large", "Startade, totalt"),
]  # fmt: skip


@pytest.mark.parametrize(("cell", "kind", "place"), PLACES)
def test_a_cell_that_is_not_asked_or_holds_what_it_cannot_is_told(cell: Cell, kind: str, place: str) -> None:
    there = tuple(one for one in report().cells if one.place != cell.place)
    found = told(report(cells=(*there, cell)), asked())
    assert [(code, where) for code, where, _ in found] == [(kind, place)]


def test_a_head_count_has_no_gender_and_a_cell_stands_once():
    what = asked(tables=("head_count",))
    heads = report(cells=(Cell(Place("head_count", (), W), RawCount(3)),))
    assert [one[:2] for one in told(heads, what)] == [("gender-not-asked", "Volym, kvinnor")]
    twice = report(cells=(Cell(Place("head_count"), RawCount(3)),) * 2)
    assert [one[0] for one in told(twice, what)] == ["cell-twice"]


def test_the_answers_of_a_survey_have_a_scale_of_their_own():
    survey = Instrument("nojd", "Nöjd", 1, 10, (Question("nojd_1", "Bemötande"), Question("nojd_2", "Nytta")))
    what = replace(asked(tables=("survey",)), survey=survey)
    places = [Place("survey", (f"nojd_{number}",), gender) for number in (1, 2) for gender in Gender]
    cells = [Cell(place, Sums(RawCount(2), 17, 149)) for place in places]
    assert told(report(cells=tuple(cells)), what) == []
    over = (*cells[1:], Cell(places[0], Sums(RawCount(2), 21, 221)))
    assert [one[0] for one in told(report(cells=over), what)] == ["sums-impossible"]


def test_heads_by_occasion_become_the_heads():
    heads = {("head_count",): (40,), ("head_count_by_occasion", "day"): (30,),
             ("head_count_by_occasion", "evening"): (5,)}  # fmt: skip
    what = asked(tables=("head_count", "head_count_by_occasion"))
    assert told(report(cells=cells_of(heads)), what) == [
        ("tables-differ", "Volym efter tillfälle, totalt", "Raderna blir tillsammans 35, men ”Volym” är 40.")
    ]


def test_totals_by_row_are_held_against_the_whole_where_gender_is_blank():
    totals = {
        ("starts_by_age", "age_16_19"): (None, None, None, 9),
        ("starts_by_age", "age_40_49"): (None, None, None, 4),
    }
    found = told(report(totals))
    assert found == [
        ("tables-differ", "Startade efter ålder, totalt", "Raderna blir tillsammans minst 13, men ”Startade” är 12.")
    ]


def test_the_wrong_unit_activity_period_and_version_are_told():
    other = replace(report(), unit="talldalen", activity="annat", period=Period(202301, 202308), version=0)
    assert [one[0] for one in told(other, asked())] == [
        "older-version", "unknown-unit", "unknown-activity", "wrong-period",
    ]  # fmt: skip
    assert [one[0] for one in told(replace(report(), version=2))] == ["later-version"]
    place, found = told(replace(report(), period=Period(202301, 202308)))[0][1:]
    assert place == HEAD
    assert found == "Uppgifterna är för januari–augusti 2023, men det är januari–augusti 2024 som efterfrågas."


def test_a_half_filled_report_is_told_and_a_complete_one_has_its_blanks_for_a_reason():
    half = report({("exits",): (3, None, 0)}, complete=False)
    [(_, place, found)] = [one for one in told(half) if one[0] == "half-filled"]
    assert place == HEAD
    assert "rutor är tomma, den första är Remisser efter remittent, Försäkringskassan, kvinnor." in found
    assert [one[0] for one in told(report({("exits",): (3, None, 0)}))] == []
    assert [one[0] for one in told(report(cells=()), asked())] == ["nothing-filled-in"]


NUMBERS = ["19121212-1212", "121212-1212", "121212+1212", "1212121212", "191212121212", "19121272-1219", "121272−1219"]


@pytest.mark.parametrize("number", NUMBERS)
def test_a_text_with_an_identity_number_in_any_notation_is_refused_and_not_repeated(number: str) -> None:
    problems = report_problems(report(explained={"starts": f"Avser {number} som slutade."}), asked())
    assert [one.code for one in problems] == ["counts-identity-number"]
    assert refuses(problems)
    assert number not in str(problems[0])


def test_texts_are_short_and_stand_once_and_only_where_they_may():
    long = told(report(explained={"starts": "x" * 501}))
    assert long[0][0] == "text-too-long"
    assert told(report(explained={"violence_asked": "En sade nej."}))[0][:2] == (
        "text-not-allowed", f"{HEAD}, Har fått frågorna om våld",
    )  # fmt: skip
    twice = report(explanations=(Explanation("starts", "a"), Explanation("starts", "b")))
    assert told(twice)[0][0] == "text-twice"


def test_the_next_period_begins_as_the_last_one_ended():
    autumn = replace(report(), period=Period(202409, 202412))
    problems = earlier_problems(autumn, report(), asked())
    assert [(one.place, one.found) for one in problems] == [
        ("Väntade vid periodens början, totalt",
         "4 vid periodens början, men den förra perioden slutade med 5."),
        ("Pågående vid periodens början, totalt",
         "5 vid periodens början, men den förra perioden slutade med 12."),
    ]  # fmt: skip
    assert all(one.severity is Severity.WARN for one in problems)
    assert earlier_problems(report(), report(), asked()) == ()


@pytest.mark.parametrize(
    ("number", "kinds"), [(11, ["counts-above-agreed"]), (12, []), (24, []), (25, ["counts-behind-agreed"])]
)
def test_a_figure_is_held_against_what_was_agreed(number: int, kinds: list[str]) -> None:
    problems = agreed_problems(report(), AgreedCount("starts", number, 2024), asked())
    assert [one.code for one in problems] == kinds


def test_what_was_agreed_is_told_with_both_figures_and_only_for_its_year():
    [behind] = agreed_problems(report(), AgreedCount("starts", 30, 2024), asked())
    assert behind.found == ("12 till och med augusti 2024. Avtalat för 2024 är 30; i jämn takt hade det varit 20.")
    assert agreed_problems(report(), AgreedCount("starts", 30, 2023), asked()) == ()


def test_two_people_who_fill_in_one_form_are_told_where_they_differ():
    second = report({("exits",): (4, 2, 0), ("ongoing",): (7, 4, 0)})
    [problem] = second_report_problems(second, report(), asked())
    assert problem.code == "counts-two-answers"
    assert problem.place == HEAD
    assert problem.found.endswith(
        "2 rutor skiljer sig: Pågående vid periodens slut, kvinnor: 7 i stället för 8; "
        "Avslutade, kvinnor: 4 i stället för 3."
    )
    assert second_report_problems(second, report(), asked(), "Rättad efter genomgång.") == ()


def test_the_same_answer_again_changes_nothing():
    [problem] = second_report_problems(report(), report(), asked())
    assert (problem.code, problem.severity) == ("counts-same-answer", Severity.INFORM)
    texts = second_report_problems(report(explained={"starts": "Sommaren var lugn."}), report(), asked())
    assert [one.code for one in texts] == ["counts-two-answers"]


def test_many_differences_are_counted():
    fewer = report(cells=cells_of({("starts",): (1, 1, 0)}, SUMS))
    [problem] = second_report_problems(fewer, report(), asked())
    assert problem.found.count(" i stället för ") == 5
    assert "till." in problem.found


@pytest.mark.parametrize(
    ("sums", "possible"),
    [
        (Sums(RawCount(0), 0, 0), True), (Sums(RawCount(0), 1, 1), False), (Sums(RawCount(4), 3, 5), True),
        (Sums(RawCount(4), 3, 4), False), (Sums(RawCount(2), 3, 4), False), (Sums(RawCount(1), 5, 25), False),
        (Sums(RawCount(1), -4, 16), True), (Sums(RawCount(3), 2, 1), False),
    ],
)  # fmt: skip
def test_sums_that_no_answers_give_are_known(sums: Sums, possible: bool) -> None:
    assert can_be(sums, 4) is possible


@pytest.mark.parametrize("text", ["ungefär 4", "2,5", "3 st", "1e3", "٣", "1990010112345"])
def test_what_is_no_count_is_told(text: str) -> None:
    problem = number_problem(text, "Startade")
    assert problem.code == "counts-not-a-count"
    assert "1990" not in problem.found


def test_less_than_nobody_is_told():
    assert number_problem("−3", "Startade").found == "Antalet −3 är mindre än noll."


def test_every_kind_says_what_to_do_in_whole_sentences():
    for name, kind in KINDS.items():
        assert kind.code == f"counts-{name}"
        assert kind.found.endswith((".", "}"))
        assert kind.remedy.endswith(".")
        assert "!" not in kind.found + kind.remedy


def test_units_that_do_not_have_a_stated_sum_are_told_with_both():
    stated = [
        StatedTotal(ACTIVITY.key, report().period, Place("starts"), RawCount(14), "årsberättelsen"),
        StatedTotal(ACTIVITY.key, report().period, Place("starts", (), W), RawCount(7), "årsberättelsen"),
        StatedTotal("annat", report().period, Place("starts", (), M), RawCount(99), "årsberättelsen"),
    ]
    [problem] = stated_problems(stated, counted([report()], report().period), Named(ACTIVITY.key, "Arbetssteget"))
    assert problem.place == "Arbetssteget, Startade, totalt"
    assert problem.found == "Enheterna har tillsammans 12, men 14 är angivet som summa (årsberättelsen)."
    assert problem.severity is Severity.WARN


def test_reports_that_cannot_be_put_together_are_refused():
    with pytest.raises(Refused, match="januari–augusti 2024 och augusti 2024"):
        counted([report(), report(period=Period(202408, 202408))], Period(202401, 202412))
    with pytest.raises(Refused, match=f"{UNIT.key} har uppgifter för januari–augusti 2024, som bara delvis"):
        counted([report()], Period(202404, 202412))
