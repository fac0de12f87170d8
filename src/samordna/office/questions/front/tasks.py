"""What awaits whoever asks?"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from typing import Final

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.models import Invitation, User
from samordna.domain.participation.collecting.rates import tally_of
from samordna.domain.statements.problems import ACCOUNT_WITHOUT_LINE, COST_CENTRE_WITHOUT_ROW
from samordna.domain.statements.span import resolve
from samordna.domain.values.period import Period
from samordna.office.questions.basis import Basis
from samordna.office.questions.counts.counts import counts_held
from samordna.office.questions.goals.goals_held import asks_for_decision, goals_held
from samordna.office.store import models
from samordna.office.store.draft_rows import OPEN


class Awaits(Enum):
    """What somebody can do next."""

    FIRST_LEDGER = "first-ledger"
    """Nothing has been read: hand in the first ledger."""
    FIRST_USERS = "first-users"
    """Nobody else has been let in: invite them."""
    DRAFTS = "drafts"
    """Ledger files that were handed in wait to be taken or left."""
    UNASSIGNED = "unassigned"
    """Accounts stand on no line."""
    UNPLACED = "unplaced"
    """Cost centres have no row in the register."""
    UNEXPLAINED = "unexplained"
    """Forecasts are other than proposed, without a comment."""
    COUNTS_TO_READ = "counts-to-read"
    """Counts have come in and are to be accepted or sent back."""
    COUNTS_LATE = "counts-late"
    """Units have not handed in their counts, and the day has passed."""
    SOURCES_ENDED = "sources-ended"
    """Goals cannot be measured until somebody decides by what."""
    INVITATIONS = "invitations"
    """Links that nobody has used yet."""


@dataclass(frozen=True, slots=True)
class Task:
    """Something that awaits, and how many there are of it."""

    awaits: Awaits
    count: int = 1


def tasks(by: Actor, made_from: Basis | None) -> Iterator[Task]:
    """Yield what awaits somebody, the most pressing first: only what the role may do something about."""
    drafts = models.LedgerDraft.objects.filter(outcome=OPEN).count() if by.may(Deed.TAKE_LEDGER) else 0
    if drafts:
        yield Task(Awaits.DRAFTS, drafts)
    elif made_from is None and by.may(Deed.HAND_IN_LEDGER):
        yield Task(Awaits.FIRST_LEDGER)
    if made_from and by.may(Deed.CHANGE_LAYOUT):
        unassigned = sum(problem.code == ACCOUNT_WITHOUT_LINE.code for problem in made_from.statements.findings)
        if unassigned:
            yield Task(Awaits.UNASSIGNED, unassigned)
    if made_from:
        yield from _of_plan(by, made_from)
        yield from _of_goals(by, made_from.asked.period)
    yield from _of_counts(by)
    if by.may(Deed.INVITE_USER):
        yield from _of_users()


def _of_plan(by: Actor, made_from: Basis) -> Iterator[Task]:
    if by.may(Deed.CHANGE_REGISTER) and made_from.plan.register.rows:
        unplaced = sum(problem.code == COST_CENTRE_WITHOUT_ROW.code for problem in made_from.statements.findings)
        if unplaced:
            yield Task(Awaits.UNPLACED, unplaced)
    if by.may(Deed.ENTER_FORECAST):
        forecast = made_from.plan.forecast_of(resolve("year", made_from.asked, made_from.balances))
        unexplained = sum(one.is_own and not one.comment for one in forecast.numbers) if forecast else 0
        if unexplained:
            yield Task(Awaits.UNEXPLAINED, unexplained)


def _of_counts(by: Actor) -> Iterator[Task]:
    told = tally_of(counts_held().awaited, timezone.localdate())
    if told.to_read and by.may(Deed.ACCEPT_COUNTS):
        yield Task(Awaits.COUNTS_TO_READ, told.to_read)
    if told.late and by.may(Deed.REMIND_UNITS):
        yield Task(Awaits.COUNTS_LATE, told.late)


def _of_goals(by: Actor, period: Period) -> Iterator[Task]:
    if by.may(Deed.DECIDE_SOURCE):
        of_year = (goal for goal in goals_held() if goal.holds_in(period.last // 100))
        undecided = sum(asks_for_decision(goal, period) for goal in of_year)
        if undecided:
            yield Task(Awaits.SOURCES_ENDED, undecided)


def _of_users() -> Iterator[Task]:
    open_links = Invitation.objects.filter(accepted_at=None, withdrawn_at=None, expires_at__gt=timezone.now()).count()
    if open_links:
        yield Task(Awaits.INVITATIONS, open_links)
    elif User.objects.count() <= _ALONE:
        yield Task(Awaits.FIRST_USERS)


_ALONE: Final = 1
