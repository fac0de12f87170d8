"""Has what was ordered to be booked come in the ledger that was just taken?

Inside the transaction of the deed that takes it.
"""

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.plan.booked import Booked
from samordna.domain.plan.owed import Owed
from samordna.domain.plan.owed_found import partly_booked, recognised
from samordna.domain.statements.planned import booked_of
from samordna.domain.values.kronor import kr_and_ore
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.office.actions.plan.plan_problems import BOOKING_RECOGNISED
from samordna.office.actions.plan.plan_saying import say_of
from samordna.office.actions.plan.plan_things import owed_thing
from samordna.office.questions.books.ledgers import balances
from samordna.office.questions.plan.plan import plan_held
from samordna.office.questions.statements.layouts import layout_for
from samordna.office.store.plan_rows import order_of


def recognise_bookings(year: Period, *, by: Actor) -> tuple[Problem, ...]:
    """Say of what waits to be booked in a fiscal year that it has come, where the current import has it, and tell.

    What has come in part is told and waits.
    """
    held = plan_held()
    waiting = [said for said in held.owed if said.value.is_open and year.covers(said.value.period)]
    if not waiting:
        return ()
    books, layout = balances(year), layout_for(year.last // 100)
    by_row = Booked(held.plan.register, books)
    found: list[Problem] = []
    for said in waiting:
        booked = booked_of(said.value, by_row, layout, books)
        came = recognised(said.value, booked)
        if came != said.value:
            say_of(owed_thing(said.key, came), came, Deed.RECOGNISE_BOOKING, by=by)
            found.append(_told(came, order_of(said.key)))
        found += partly_booked(said.value, booked) if came == said.value else ()
    return tuple(found)


def _told(owed: Owed, order: int) -> Problem:
    what = swedish("Bokningsorder {number}").format(number=order) if order else swedish("Det som skulle bokas")
    amount, period = kr_and_ore(owed.amount), owed.period.in_words
    return BOOKING_RECOGNISED.at(owed.row or swedish("bidrag"), what=what, amount=amount, period=period)
