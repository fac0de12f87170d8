"""What goals tell of counts is known to whoever reads the next publication, whichever of them comes first."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from tests.goals.test_measure_told import EACH, SMALL, goal, told
from tests.measures.disclosure.attacker import Attacker
from tests.participation.sample import INTERIM, cells_of

from samordna.domain.goals.goal import Goal
from samordna.domain.goals.measure_told import MeasuresTold
from samordna.domain.measures.disclosure import Audience, CellKey, Identity
from samordna.domain.measures.earlier import Earlier
from samordna.domain.measures.linked import Linked
from samordna.domain.measures.release import Release, read_before, signs_of
from samordna.domain.measures.spots import Spot
from samordna.domain.measures.statistics import Known, earlier_of, linked_of, tables_of
from samordna.domain.measures.together import tables_together
from samordna.domain.measures.view import View, ViewKind
from samordna.domain.measures.view_file import asked_view
from samordna.domain.participation.counts_report import CountsReport, VouchedBy
from samordna.domain.values.counted import Below, Published, Shown, Withheld
from samordna.domain.values.period import Period

NO_TABLES = View("goals", "Mål", ViewKind.SUMMARY, ())
A_AND_C = replace(asked_view(("starts",), ("unit",)), units=frozenset({"a", "c"}))
FEW = Below(5)


def released(made: MeasuresTold) -> Release:
    return Release(NO_TABLES, INTERIM, Audience.PUBLIC, "CSV", 1, signs_of(made.earlier.signs), told=made.spots)


def read_of(release: Release, known: Known) -> Earlier:
    return earlier_of((release.view, *release.beside), known, release.by_key, release.told)


def unit(name: str, period: Period = INTERIM) -> CellKey:
    return CellKey("starts", period, (("unit", f"steget/{name}"),))


def narrowed(read: dict[CellKey, Published], *linked: Sequence[Identity]) -> list[CellKey]:
    """Return the small counts of which somebody who has read it all can say more than their sign does."""
    attacker, found = Attacker(read, [one for ties in linked for one in ties]), []
    for key in [key for key, sign in read.items() if sign == FEW]:
        least, most = attacker.between(key)
        if least > 1 + 1e-6 or most < FEW.threshold - 1 - 1e-6:
            found.append(key)
    return found


def ties(*views: View, known: Known, spots: Sequence[Spot] = ()) -> tuple[Identity, ...]:
    """Return what ties the counts of views of their own, each by itself, and those that goals tell."""
    made: list[Linked] = [linked_of((view,), known) for view in views]
    return tuple(one for linked in (*made, linked_of((), known, spots)) for one in linked.ties)


def test_a_release_of_goals_holds_every_count_that_they_tell_and_nothing_of_one_gender():
    made = told(EACH, goal("measure:progression_coverage"), reports=SMALL)
    release = released(made)
    known = made.known
    assert {made.ground.key(spot) for spot in release.told} == set(release.by_key)
    read = read_of(release, known)
    assert set(release.by_key) <= {read.ground.key(spot) for spot in read.spots}
    assert not any("gender" in dict(key.at) for key in release.by_key)
    assert release.by_key[unit("b")] == FEW


def test_the_order_of_goals_changes_nothing_of_their_release():
    goals = (EACH, goal("measure:progression_coverage"), goal("measure:starts", activity=""))
    one, other = (released(told(*order, reports=SMALL)) for order in (goals, goals[::-1]))
    assert one == other
    assert len(read_before((one, other))) == 1
    assert len(read_before((one, replace(one, told=())))) == 2


def test_a_later_view_that_would_by_subtraction_say_what_only_goals_have_told_is_suppressed():
    made = told(EACH, reports=SMALL)
    release, known = released(made), made.known
    alone = tables_of(A_AND_C, known, Audience.PUBLIC).publication.cells
    goals = release.by_key
    assert isinstance(goals[unit("a")], Shown) != isinstance(goals[unit("c")], Shown), "one guards the small one"
    assert narrowed({**alone, **goals}, ties(A_AND_C, known=known, spots=release.told)), "it would be given away"
    after = tables_of(A_AND_C, known, Audience.PUBLIC, (read_of(release, known),)).publication.cells
    assert not narrowed({**after, **goals}, ties(A_AND_C, known=known, spots=release.told))
    assert all(after[key] == sign for key, sign in goals.items() if key in after)


def test_goals_that_are_told_after_such_a_view_tell_no_more_than_that_allows():
    before = told(EACH, reports=SMALL)
    view = tables_of(A_AND_C, before.known, Audience.PUBLIC)
    made = replace(before, before=(earlier_of((A_AND_C,), before.known, view.publication.cells),))
    release = released(made)
    read = {**release.by_key, **view.publication.cells}
    assert not narrowed(read, ties(A_AND_C, known=made.known, spots=release.told))


@pytest.mark.parametrize("goals", [(), (EACH,)])
def test_views_beside_goals_never_say_by_subtraction_what_stands_in_neither(goals: tuple[Goal, ...]):
    """Those who took part already are those who take part less those who start: three of each unit."""
    made = told(*goals, reports=tuple(map(with_three_since_before, ("a", "b", "c"))))
    view = asked_view(("participants",), ("unit",))
    together = tables_together((view,), made.known, Audience.PUBLIC, (made.earlier,))
    cells = together.publication.cells
    assert {key.measure for key in cells} == {"participants"}
    of_units = [sign for key, sign in cells.items() if [name for name, _ in key.at] == ["unit"]]
    assert {type(sign) for sign in of_units} == {Withheld if goals else Shown}


def with_three_since_before(unit: str) -> CountsReport:
    cells = cells_of({("starts",): (8, 9, 0), ("participants",): (10, 10, 0), ("ongoing_at_start",): (2, 1, 0)})
    return CountsReport(unit, "steget", INTERIM, VouchedBy.COORDINATOR, cells, complete=True)


def test_what_was_told_before_of_another_measure_or_of_a_part_alone_is_known_too():
    few = told(EACH, reports=tuple(map(with_three_since_before, ("a", "b", "c"))))
    participants = asked_view(("participants",), ("unit",))
    after = tables_of(participants, few.known, Audience.PUBLIC, (read_of(released(few), few.known),)).publication.cells
    assert all(isinstance(sign, Withheld) for key, sign in after.items() if [name for name, _ in key.at] == ["unit"])
    made = told(EACH, reports=SMALL)
    of_some = tables_of(A_AND_C, made.known, Audience.PUBLIC).publication.cells
    whole = asked_view(("starts",), ())
    alone = tables_of(whole, made.known, Audience.PUBLIC).publication.cells
    read = (earlier_of((A_AND_C,), made.known, of_some),)
    after = tables_of(whole, made.known, Audience.PUBLIC, read).publication.cells
    total = CellKey("starts", INTERIM)
    assert (type(alone[total]), type(after[total])) == (Shown, Withheld)
