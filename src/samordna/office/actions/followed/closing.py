"""How is a period closed, opened again, and what is said of its accounts on the way?"""

from collections.abc import Iterator

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.control.closed_months import changes_in_closed, reason_wanted
from samordna.domain.control.closing import Closing, PeriodStep, after
from samordna.domain.control.said import AccountNote, Acknowledgement, acknowledgement_problems, note_problems
from samordna.domain.ledger.balances import Balances
from samordna.domain.values.identity_number import mask
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.doing import doing
from samordna.office.actions.plan import plan_problems as problems
from samordna.office.actions.plan.plan_saying import refuse_any, say_of, text_problems
from samordna.office.actions.plan.plan_things import account_note, acknowledgement, period_closing
from samordna.office.questions.books.ledgers import balances
from samordna.office.questions.followed.closing import closed_in, closing_shown
from samordna.office.store.writing import alone


def take_closing_step(
    period: Period, step: PeriodStep, *, reason: str = "", by: Actor, seen: int | None = None
) -> Closing:
    """Take a period a step on: make it preliminary, close it, open it again with a reason; return how far it has come.

    Closed, it is pinned to the import that holds. Raises ``Refused`` when its life or its checklist does not allow it.
    """
    thing = period_closing(period)
    with doing(Deed.CLOSE_PERIOD, by=by, subject=thing.name), alone():
        refuse_any(text_problems(thing.name, reason))
        shown = closing_shown(period)
        closing = after(shown.closing, step, shown.checks, shown.holds.version, reason=reason)
        say_of(thing, closing, Deed.CLOSE_PERIOD, by=by, seen=seen)
    return closing


def note_account(  # noqa: PLR0913 - an account at a time, and what is said of it
    period: Period, account: str, *, text: str = "", reconciled: bool = False, by: Actor, seen: int | None = None
) -> int:
    """Say that an account is reconciled at the end of a period, or what its balance is; neither takes it back.

    It is said of the balance as it is now. Raises ``Refused``.
    """
    thing = account_note(period, account)
    with doing(Deed.NOTE_ACCOUNT, by=by, subject=mask(thing.name)), alone():
        refuse_any(text_problems(thing.name, text))
        books = closing_shown(period).basis
        if account not in books.balances.accounts:
            raise Refused([problems.NO_SUCH_ACCOUNT.at(mask(account))])
        note = AccountNote(account, period, books.balance(account), " ".join(text.split()), reconciled)
        said = None if tuple(note_problems(note)) else note
        return say_of(thing, said, Deed.NOTE_ACCOUNT, by=by, seen=seen)


def acknowledge(period: Period, key: str, text: str, *, by: Actor) -> int:
    """Say that an item of a period's checklist may stand as it is, and why; nothing takes that back."""
    thing = acknowledgement(period, key)
    with doing(Deed.NOTE_ACCOUNT, by=by, subject=mask(thing.name)), alone():
        refuse_any(text_problems(thing.name, text))
        check = next((one for one in closing_shown(period).checks if one.key == key), None)
        if check is None or check.problem is None:
            raise Refused([problems.NO_SUCH_ITEM.at(thing.name)])
        said = Acknowledgement(key, period, check.found, " ".join(text.split()))
        told = None if tuple(acknowledgement_problems(said)) else said
        return say_of(thing, told, Deed.NOTE_ACCOUNT, by=by)


def closed_months_problems(later: Balances, year: Period, reason: str) -> Iterator[Problem]:
    """Yield why a later ledger of a fiscal year is not taken without a reason: it changes what is closed."""
    for closing in closed_in(year):
        pinned = balances(versions=[closing.version] if closing.version else [])
        yield from reason_wanted(changes_in_closed(pinned, later, closing.period), closing.period, reason)
