"""Which things can be said of the plan, what is each called, and what is the trail told of it?"""

from collections.abc import Mapping

from samordna.domain.control.closing import Closing
from samordna.domain.control.said import AccountNote, Acknowledgement
from samordna.domain.document import Comment
from samordna.domain.plan.agreement import AgreedSum, Contribution
from samordna.domain.plan.booking_order import BookingOrder
from samordna.domain.plan.budget import Revision
from samordna.domain.plan.forecast import ForecastNumber, FrozenForecast
from samordna.domain.plan.owed import Owed
from samordna.domain.plan.register import Register
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.actions.plan_saying import Thing, kronor
from samordna.office.store import plan_rows as journal


def the_register() -> Thing[Register]:
    """Return the register of cost centres."""

    def told(register: Register) -> Mapping[str, object]:
        return {"rows": len(register.rows), "groups": len(register.groups)}

    return Thing(journal.REGISTER, "", journal.ALWAYS, swedish("kostnadsställen"), told)


def budget_revision(year: Period, number: int) -> Thing[Revision]:
    """Return a decision of a year's budget by its number in the year, 1 for the first."""

    def told(revision: Revision) -> Mapping[str, object]:
        amounts = {one.row: kronor(one.amount) for one in revision.numbers}
        for_months = {f"{one.row}, {one.period.in_words}": kronor(one.amount) for one in revision.periods}
        return {
            "reference": revision.decision.reference,
            "reason": revision.decision.reason,
            "amounts": {**amounts, **for_months},
        }

    name = swedish("budget {year}, beslut {number}").format(year=year.in_words, number=number)
    return Thing(journal.BUDGET, str(number), year, name, told)


def forecast_of_row(year: Period, row: str) -> Thing[ForecastNumber]:
    """Return what a person expects of a row in a year."""

    def told(number: ForecastNumber) -> Mapping[str, object]:
        return {"amount": kronor(number.amount), "comment": number.comment}

    name = swedish("prognos {year}, {row}").format(year=year.in_words, row=row)
    return Thing(journal.FORECAST, row, year, name, told)


def frozen_forecast(year: Period, number: int) -> Thing[FrozenForecast]:
    """Return a forecast that was frozen, by its number in the year."""

    def told(frozen: FrozenForecast) -> Mapping[str, object]:
        amounts = {one.row: kronor(one.amount) for one in frozen.forecast.numbers}
        return {"occasion": frozen.occasion, "amounts": amounts}

    name = swedish("fryst prognos {year}, nummer {number}").format(year=year.in_words, number=number)
    return Thing(journal.FROZEN, str(number), year, name, told)


def agreed_sum(year: Period, row: str) -> Thing[AgreedSum]:
    """Return what is agreed for a row in a year."""

    def told(agreed: AgreedSum) -> Mapping[str, object]:
        return {"amount": kronor(agreed.amount), "profile": agreed.profile.in_words, "source": agreed.source}

    return Thing(journal.AGREED, row, year, swedish("avtal {year}, {row}").format(year=year.in_words, row=row), told)


def contribution_of(year: Period, party: str) -> Thing[Contribution]:
    """Return what a party contributes in a year."""

    def told(one: Contribution) -> Mapping[str, object]:
        expected = None if one.expected is None else kronor(one.expected)
        return {"amount": kronor(one.amount), "expected": expected, "source": one.source}

    name = swedish("bidrag {year}, {party}").format(year=year.in_words, party=party)
    return Thing(journal.CONTRIBUTION, party, year, name, told)


def comment_on(statement: str, row: str, column: str, period: Period) -> Thing[Comment]:
    """Return what is said of a figure in a table over some months."""

    def told(comment: Comment) -> Mapping[str, object]:
        return {"comment": comment.text}

    name = swedish("kommentar till {row}, {column}, {period}").format(row=row, column=column, period=period.in_words)
    return Thing(journal.COMMENT, journal.comment_key(statement, row, column), period, name, told)


def order_to_book(order: BookingOrder) -> Thing[BookingOrder]:
    """Return an order to book, by its number."""

    def told(one: BookingOrder) -> Mapping[str, object]:
        return {
            "amounts": {entry.row or entry.owed.kind.value: kronor(entry.owed.amount) for entry in one.entries},
            "accounts": [line.account.number for line in one.lines],
        }

    return Thing(journal.ORDER, str(order.number), order.year.period, order.title.lower(), told)


def owed_thing(key: str, owed: Owed) -> Thing[Owed]:
    """Return something that the books lacked, by its key in the journal."""

    def told(one: Owed) -> Mapping[str, object]:
        return {"amount": kronor(one.amount), "state": one.state_in_words}

    name = swedish("ej bokfört {period}, {row}").format(period=owed.period.in_words, row=owed.row or owed.kind.value)
    return Thing(journal.OWED, key, owed.period, name, told)


def period_closing(period: Period) -> Thing[Closing]:
    """Return how far a period has come."""

    def told(closing: Closing) -> Mapping[str, object]:
        return {"state": closing.state.in_words, "version": closing.version, "reason": closing.reason}

    return Thing(journal.CLOSING, "", period, swedish("avslut {period}").format(period=period.in_words), told)


def account_note(period: Period, account: str) -> Thing[AccountNote]:
    """Return what is said of an account at the end of a period."""

    def told(note: AccountNote) -> Mapping[str, object]:
        return {"amount": kronor(note.balance), "comment": note.text, "reconciled": note.reconciled}

    name = swedish("konto {account}, {period}").format(account=account, period=period.in_words)
    return Thing(journal.ACCOUNT_NOTE, account, period, name, told)


def acknowledgement(period: Period, key: str) -> Thing[Acknowledgement]:
    """Return what is said of an item of a period's checklist."""

    def told(said: Acknowledgement) -> Mapping[str, object]:
        return {"found": said.found, "comment": said.text}

    name = swedish("avslut {period}, punkt {key}").format(period=period.in_words, key=key)
    return Thing(journal.ACKNOWLEDGED, key, period, name, told)
