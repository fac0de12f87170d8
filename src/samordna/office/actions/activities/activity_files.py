"""How do activities that somebody keeps in files come in with the rest of a plan?"""

from collections.abc import Mapping
from dataclasses import dataclass

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.activities.activity import Activity
from samordna.domain.activities.checks import Beside, activity_problems
from samordna.domain.activities.fixed import fixed_problems
from samordna.domain.values.problem import Problem
from samordna.office.actions.activities import activity_things as things
from samordna.office.actions.activities.activity_things import PerformerMonth
from samordna.office.actions.plan.plan_saying import say_of
from samordna.office.questions.activities.activities import ActivitiesHeld, activities_held
from samordna.sources.plan_files import ActivityReportsRead, read_activities, read_activity_reports


@dataclass(frozen=True, slots=True)
class ActivityFilesRead:
    """The activities that files tell of, what is told of them, and everything that is wrong with any of it."""

    activities: tuple[Activity, ...]
    reports: ActivityReportsRead
    problems: tuple[Problem, ...]


def read_activity_files(files: Mapping[str, bytes], beside: Beside) -> ActivityFilesRead:
    """Return what files tell of activities, held against what is held already and what comes in ``beside`` them."""
    held = activities_held()
    read = read_activities(files, held.activities)
    told = {one.id for one in read.activities}
    all_of_them = (*(one for one in held.activities if one.id not in told), *read.activities)
    reports = read_activity_reports(files, all_of_them)
    wrong = () if read.problems else tuple(p for one in read.activities for p in _problems(one, held, beside))
    return ActivityFilesRead(read.activities, reports, (*read.problems, *wrong, *reports.problems))


def _problems(one: Activity, held: ActivitiesHeld, beside: Beside) -> tuple[Problem, ...]:
    """Return what is wrong with an activity of a file: whoever wrote that it is registered has registered it."""
    fixed = fixed_problems(held.activity(one.id), one, confirmed=True)
    return (*activity_problems(one, beside), *fixed)


def say_activity_files(read: ActivityFilesRead, by: Actor) -> None:
    """Say all of it in the open transaction."""
    for activity in read.activities:
        say_of(things.the_activity(activity.id), activity, Deed.CHANGE_ACTIVITY, by=by)
    for agreed in read.reports.agreed:
        say_of(things.agreed_number(agreed), agreed, Deed.AGREE_NUMBER, by=by)
    for reported in read.reports.capacity:
        at = PerformerMonth(reported.activity, reported.unit, reported.month)
        say_of(things.capacity_of(at), reported, Deed.REPORT_CAPACITY, by=by)
    for event in read.reports.events:
        say_of(things.the_event(event.key), event, Deed.REGISTER_EVENT, by=by)
    for action in read.reports.meetings:
        say_of(things.the_action(action.key, action.day), action, Deed.AGREE_ACTION, by=by)
    for result in read.reports.surveys:
        say_of(things.survey_result(result.key, result.period), result, Deed.ENTER_SURVEY, by=by)
