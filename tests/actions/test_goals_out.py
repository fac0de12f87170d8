"""Goals and what owners read leave as they are when nobody else can publish anything, and only once."""

import pytest
from tests.actions.people import actor, last_trace
from tests.questions.demo_books import planned_in

from samordna.access.models import Role
from samordna.demo.counting import tell_counts
from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.office import actions, questions
from samordna.office.questions.goals.goals import GoalsShown

INTERIM, YEAR = Period(202401, 202408), Period(202401, 202412)

pytestmark = pytest.mark.usefixtures("association_folder")


@pytest.fixture(autouse=True)
def counts(association_folder) -> None:  # noqa: ARG001 - it is open
    """Take the plan and the counts of the demo. The tests run on both engines."""
    planned_in("insjoriket")
    tell_counts("insjoriket")


def public() -> GoalsShown:
    return questions.goals_shown(Asked.of(INTERIM), audience=Audience.PUBLIC)


def give_out_statistics() -> None:
    view = shipped_views()["starts-and-exits"]
    actions.publish_statistics(view, INTERIM, Audience.PUBLIC, "på papper", by=actor(Role.DIRECTOR))


def test_what_somebody_else_gives_out_meanwhile_is_known_to_goals_that_leave():
    made: list[GoalsShown] = []

    def read_while_another_publishes() -> GoalsShown:
        made.append(public())
        assert made[-1].branches
        if len(made) == 1:
            give_out_statistics()
        return made[-1]

    given = actions.give_out_goals(read_while_another_publishes, "mål.csv", by=actor(Role.ECONOMIST))
    assert given is made[-1]
    assert len(made) == 2
    assert given.document == public().document
    signs = {said.value.view.key: said.value.by_key for said in questions.publications_held()}
    both = signs["goals"].keys() & signs["starts-and-exits"].keys()
    assert len(both) > 3
    assert {key: signs["goals"][key] for key in both} == {key: signs["starts-and-exits"][key] for key in both}


def test_goals_are_given_out_once_and_by_nobody_who_may_not():
    for role in (Role.BOARD, Role.AUDITOR):
        with pytest.raises(Refused):
            actions.give_out_goals(public, "mål.csv", by=actor(role))
    assert questions.publications_held() == ()
    actions.give_out_goals(public, "mål.csv", by=actor(Role.DIRECTOR))
    assert last_trace().deed == "publish-statistics"
    [said] = questions.publications_held()
    assert said.value.by_key == {key: sign for one in public().told_counts for key, sign in one.signs.items()}
    assert not questions.tells_more(public())
    actions.give_out_goals(public, "igen.csv", by=actor(Role.ECONOMIST))
    assert questions.publications_held() == (said,)


def test_goals_inside_and_goals_as_given_out_publish_nothing():
    inside = questions.goals_shown(Asked.of(INTERIM))
    given = questions.goals_shown(Asked.of(INTERIM), audience=Audience.PUBLIC, only_given_out=True)
    for shown in (inside, given):
        assert actions.give_out_goals(lambda shown=shown: shown, "mål.csv", by=actor(Role.BOARD)) is shown
    assert questions.publications_held() == ()


def test_what_goals_tell_in_a_report_is_given_out_with_it():
    assert questions.tells_more(public())
    actions.make_report("interim", Asked.of(INTERIM), by=actor(Role.ECONOMIST))
    assert not questions.tells_more(public())
    given = questions.goals_shown(Asked.of(INTERIM), audience=Audience.PUBLIC, only_given_out=True)
    assert given.document == public().document


def test_what_an_owner_reads_leaves_as_the_publication_that_is_written_down():
    give_out_statistics()
    shown = actions.give_out_owner("1481", YEAR, "PDF", by=actor(Role.DIRECTOR))
    assert shown is not None
    assert shown.statistics is not None
    [said] = [one for one in questions.publications_held() if one.value.view.key == "owners"]
    assert said.value.by_key == shown.statistics.shown.publication.cells
    assert (said.value.counts, said.value.how) == (shown.statistics.number, "Mölndals stad (PDF)")
    with pytest.raises(Refused):
        actions.give_out_owner("1481", YEAR, "PDF", by=actor(Role.BOARD))
    assert actions.give_out_owner("9999", YEAR, "PDF", by=actor(Role.DIRECTOR)) is None
