"""What the overview and the search tell of activities, counts and goals: what one may see, and no count to others."""

import pytest
from tests.questions.demo_books import planned_in

from samordna.access.actor import Actor
from samordna.access.models import Role
from samordna.demo.counting import tell_counts
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.office import actions
from samordna.office.actions import TERMINAL
from samordna.office.questions.front.overview import overview
from samordna.office.questions.front.search import search
from samordna.office.questions.front.tasks import Awaits
from samordna.office.questions.front.work_overview import DayOf, work_overview

pytestmark = pytest.mark.usefixtures("association_folder")

DIRECTOR, BOARD, ADMIN = (
    Actor("Någon", number, role) for number, role in enumerate((Role.DIRECTOR, Role.BOARD, Role.ADMINISTRATOR))
)
INTERIM = Period(202401, 202408)


def counted() -> None:
    planned_in("insjoriket")
    tell_counts("insjoriket")


def test_the_director_is_told_how_counts_goals_and_days_stand():
    counted()
    shown = work_overview(by=DIRECTOR, asked=Asked.of(INTERIM))
    assert shown is not None
    assert shown.inside
    assert shown.counts is not None
    assert shown.counts.period == Period(202409, 202412)
    assert (shown.counts.rates.received, shown.counts.rates.asked, len(shown.counts.missing)) == (1, 6, 5)
    assert shown.counts.tally.questions == 1
    assert [one.branch.verdict.attainment.in_words for one in shown.goals] == ["uppnås", "uppnås inte", "uppnås inte"]
    assert [one.warns for one in shown.goals] == [False, True, True]
    days = [one.day for one in shown.days]
    assert days == sorted(days)
    assert {DayOf.ACTION} <= {one.of for one in shown.days}
    assert len(shown.days) + shown.more_days == 7
    assert [one.awaits for one in overview(by=DIRECTOR).tasks if one.awaits is Awaits.COUNTS_LATE] == [
        Awaits.COUNTS_LATE
    ]


def test_others_are_told_of_what_has_been_given_out_and_of_nothing_else():
    counted()
    shown = work_overview(by=BOARD, asked=Asked.of(INTERIM))
    assert shown is not None
    assert (shown.inside, shown.counts, shown.goals, shown.days, shown.given_out) == (False, None, (), (), ())
    actions.publish_statistics(shipped_views()["inflow"], INTERIM, Audience.PUBLIC, "pdf", by=TERMINAL)
    shown = work_overview(by=BOARD, asked=Asked.of(INTERIM))
    assert shown is not None
    assert [one.value.view.key for one in shown.given_out] == ["inflow"]
    assert work_overview(by=ADMIN, asked=Asked.of(INTERIM)) is None
    assert not any(one.awaits is Awaits.COUNTS_LATE for one in overview(by=BOARD).tasks)


def test_a_goal_that_cannot_be_measured_awaits_a_decision_by_whoever_may_make_it():
    planned_in("sjuharad")
    assert Awaits.SOURCES_ENDED in {one.awaits for one in overview(by=DIRECTOR).tasks}
    assert Awaits.SOURCES_ENDED not in {one.awaits for one in overview(by=BOARD).tasks}


def test_before_anybody_is_asked_there_is_nothing_to_tell():
    shown = work_overview(by=DIRECTOR)
    assert shown is not None
    assert (shown.counts, shown.goals, shown.days, shown.more_days) == (None, (), (), 0)


@pytest.mark.parametrize(
    ("asked", "kind", "place"),
    [
        ("gemensamma", "activities", ("gemensamma-utbildningar",)),
        ("mölndal", "performers", ("activera-molndal",)),
        ("mölndal 2024 augusti", "answers", ("activera-molndal", "activera", "2024-01..2024-08")),
        ("progressionsmätning", "goals", ("progression",)),
        ("täckning", "measures", ("progression_coverage",)),
        ("activera mölndal", "agreements", ("1",)),
    ],
)
def test_things_are_found_by_what_they_are_called(asked, kind, place):
    counted()
    assert place in {hit.place for hit in getattr(search(asked, by=BOARD), kind).rows}


def test_a_project_is_found_by_its_funder():
    planned_in("sjuharad")
    assert [hit.place for hit in search("vilja", by=BOARD).projects.rows] == [("vilja",)]


def test_nobody_learns_a_count_by_searching():
    counted()
    before = search("98", by=BOARD)  # what the office has counted at its trainings
    assert not before.answers.rows
    for hit in search("kansliet", by=BOARD).answers.rows:
        assert "98" not in f"{hit.title}{hit.note}"
    assert search("täckning", by=ADMIN).measures.rows == ()
