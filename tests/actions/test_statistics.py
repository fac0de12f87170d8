"""Statistics that leave are written down, as they are read; and what has been read is held against what leaves next."""

from dataclasses import replace

import pytest
from tests.actions.people import actor, last_trace
from tests.measures.known import told

from samordna.access.models import Role
from samordna.demo.counting import tell_counts
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.release import Release, signs_of
from samordna.domain.measures.view_file import asked_view, shipped_views
from samordna.domain.values.counted import Below, Shown
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.actions.measures.statistics import write_release
from samordna.office.store import models
from samordna.office.store.writing import alone

INTERIM = Period(202401, 202408)
INFLOW = shipped_views()["inflow"]
BY_UNIT = shipped_views()["inflow-by-unit"]
BOTH = shipped_views()["inflow-by-unit-and-source"]


def refused(code: str):
    return pytest.raises(Refused, check=lambda refusal: code in {problem.code for problem in refusal.problems})


@pytest.fixture
def counts(association_folder) -> None:  # noqa: ARG001 - it is open
    """Take the counts of the demo into an empty association. The test runs on both engines."""
    tell_counts("insjoriket")


@pytest.mark.usefixtures("counts")
def test_what_is_read_inside_leaves_no_trace_and_is_what_the_units_have_told():
    shown = questions.statistics_of(INFLOW, INTERIM, Audience.INSIDE)
    [table] = shown.shown.tables
    assert [told(table.cell("total", column)) for column in ("women", "men", "total")] == [105, 56, 161]
    assert questions.publications_held() == ()
    assert shown.document.subtitle == "januari–augusti 2024, inom förbundet"
    assert any("65 är angivet som summa" in text for text in shown.document.provenance)
    numbers = table.cell("total", "total").origin.reports
    assert len(numbers) == 5
    assert models.PlanEntry.objects.filter(id__in=numbers, subject="submission").count() == 5


@pytest.mark.usefixtures("counts")
def test_what_leaves_is_written_down_once_with_every_sign():
    by = actor(Role.DIRECTOR)
    made = actions.publish_statistics(INFLOW, INTERIM, Audience.PUBLIC, "inflode.csv", by=by)
    [said] = questions.publications_held()
    assert (said.value.view, said.value.audience, said.value.how) == (INFLOW, Audience.PUBLIC, "inflode.csv")
    assert said.value.by_key == made.shown.publication.cells
    assert {type(one.sign) for one in said.value.signs} > {Shown, Below}
    trace = last_trace()
    assert (trace.deed, trace.new["how"], trace.new["cells"]) == ("publish-statistics", "inflode.csv", 48)
    actions.publish_statistics(INFLOW, INTERIM, Audience.PUBLIC, "igen.xlsx", by=by)
    assert questions.publications_held() == (said,)
    assert questions.publication(said.number) == said
    assert not any("stämmer inte" in text for text in made.document.provenance)


@pytest.mark.usefixtures("counts")
def test_what_was_read_stays_as_it_was_read_in_what_leaves_next():
    by = actor(Role.ECONOMIST)
    fresh = questions.statistics_of(BOTH, INTERIM, Audience.PUBLIC)
    last = fresh.number
    first = actions.publish_statistics(INFLOW, INTERIM, Audience.OWNERS, "ägare.pdf", by=by).shown.publication.cells
    second = actions.publish_statistics(BY_UNIT, INTERIM, Audience.PUBLIC, "webben.pdf", by=by).shown.publication.cells
    third = actions.publish_statistics(BOTH, INTERIM, Audience.PUBLIC, "webben.xlsx", by=by).shown.publication.cells
    assert all(third[key] == sign for some in (first, second) for key, sign in some.items() if key in third)
    assert len(questions.publications_held()) == 3
    then = questions.statistics_of(BOTH, INTERIM, Audience.PUBLIC, to=last)
    assert then.shown.publication.cells == fresh.shown.publication.cells


@pytest.mark.usefixtures("counts")
def test_what_is_given_away_already_stops_what_would_say_it_again():
    everything = questions.statistics_of(INFLOW, INTERIM, Audience.INSIDE)
    leak = Release(INFLOW, INTERIM, Audience.PUBLIC, "fel fil", 1, signs_of(everything.shown.publication.cells))
    with alone():
        write_release(leak, by=actions.TERMINAL)
    shown = questions.statistics_of(BOTH, INTERIM, Audience.PUBLIC)
    assert shown.refused
    assert shown.shown.tables == ()
    [problem] = [one for one in shown.problems if one.code == "statistics-given-away"]
    assert "Inkomna remisser" in problem.found
    assert problem.remedy.startswith("Välj samma period")
    with refused("statistics-given-away"):
        actions.publish_statistics(BOTH, INTERIM, Audience.PUBLIC, "a.csv", by=actor(Role.DIRECTOR))
    assert len(questions.publications_held()) == 1
    assert not questions.statistics_of(BOTH, INTERIM, Audience.INSIDE).refused


@pytest.mark.usefixtures("counts")
def test_small_counts_inside_and_empty_tables_never_leave():
    by = actor(Role.DIRECTOR)
    with refused("giving-out-only-inside"):
        actions.publish_statistics(INFLOW, INTERIM, Audience.INSIDE, "a.csv", by=by)
    with refused("giving-out-nothing"):
        actions.publish_statistics(INFLOW, Period(202301, 202312), Audience.PUBLIC, "a.csv", by=by)
    for role in (Role.BOARD, Role.AUDITOR):
        with pytest.raises(Refused):
            actions.publish_statistics(INFLOW, INTERIM, Audience.PUBLIC, "a.csv", by=actor(role))
    assert questions.publications_held() == ()


@pytest.mark.usefixtures("counts")
@pytest.mark.parametrize("limits", [{"units": ("activera-molndal",)}, {"activities": ("activera",)}])
def test_a_view_of_a_part_never_leaves(limits):
    part = replace(BY_UNIT, key="egen-del", name="En del", **limits)
    assert not questions.statistics_of(part, INTERIM, Audience.INSIDE).refused
    for audience in (Audience.OWNERS, Audience.PUBLIC):
        shown = questions.statistics_of(part, INTERIM, audience)
        assert shown.refused
        assert shown.shown.tables == ()
        [problem] = [one for one in shown.problems if one.code == "statistics-only-whole"]
        assert problem.place == "En del"
        assert "inom förbundet" in problem.remedy
        with refused("statistics-only-whole"):
            actions.publish_statistics(part, INTERIM, audience, "a.csv", by=actor(Role.DIRECTOR))
    assert questions.publications_held() == ()


@pytest.mark.usefixtures("counts")
def test_a_period_that_cuts_a_report_in_two_is_told():
    shown = questions.statistics_of(INFLOW, Period(202401, 202406), Audience.INSIDE)
    assert shown.refused
    assert {one.code for one in shown.problems if one.severity.value == "refuse"} == {"counts-across-the-edge"}
    assert shown.shown.tables == ()


@pytest.mark.usefixtures("counts")
def test_views_that_nobody_was_asked_are_not_offered_and_a_measure_is_read_as_it_is():
    offered = {view.key for view in questions.views_for(INTERIM)}
    assert {"inflow", "income", "progression", "participants-2014"} <= offered
    assert "by-municipality" not in offered, "no register says that a unit receives from one municipality only"
    assert questions.measured_in("starts", INTERIM).whole.exact == 160
    asked = questions.statistics_of(asked_view(("starts",), ("unit",)), INTERIM, Audience.INSIDE)
    assert told(asked.shown.tables[0].cell("total", "total")) == 160
