"""Which parts show a budget, its decisions, a row of it, and what a new decision would change?"""

import hashlib
from collections.abc import Iterator
from typing import Final

from django.urls import reverse

from samordna.domain.document import Column, EnteredOrigin, Number, Row, Table
from samordna.domain.plan.budget import BudgetNumber
from samordna.domain.plan.register import Register, row_in_words
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import MINUS
from samordna.domain.values.period import Period, month_in_words, swedish_date
from samordna.look.parts import Cell, Change, Choice, Fact, Heading, Link, Picker, Things
from samordna.office import questions
from samordna.office.questions import BudgetRowShown, BudgetShown, Drawn
from samordna.office.web.books.object_address import key_address
from samordna.office.web.forms.plan_fields import typed_amount
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.files import FORMATS
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup

_KEY: Final = "plan:"


def ends(year: Period) -> int:
    """Return the calendar year that a fiscal year ends in: how an address names it."""
    return year.last // 100


def years(year: Period) -> Picker:
    """Return the years that can be chosen, in the order of time."""
    known = sorted({*questions.budget_years(), year})
    choices = (
        Choice(str(ends(one)), str(ends(one)), current=one == year, href=reverse("budget", args=[ends(one)]))
        for one in known
    )
    return Picker("ar", swedish("År"), tuple(choices))


def table(shown: Table | None, year: Period) -> Markup | None:
    """Return a table of the budget, each of its numbers leading to its row."""
    if shown is None:
        return None

    def address(row: Row, column: Column) -> str | None:
        cell = row.cells[shown.columns.index(column)]
        origin = cell.origin if isinstance(cell, Number) else None
        return row_address(year, row.id) if isinstance(origin, EnteredOrigin) else None

    return table_html(shown, title_shown=False, address=address)


def row_address(year: Period, key: str) -> str:
    """Return the address of a row of a year's budget."""
    return key_address(reverse("budget_row", args=[ends(year), "a"]), key)


def files(year: Period) -> tuple[Link, ...]:
    """Return the files that a budget leaves in."""
    return tuple(Link(one.label, reverse("budget_file", args=[ends(year), one.ending])) for one in FORMATS.values())


def number_in_words(number: BudgetNumber) -> str:
    """Return ``1 780 000 kr, jämnt``, with the parts that accounts have and the note."""
    words = f"{typed_amount(number.amount)} kr, {number.profile.shape.in_short}"
    accounts = [f"{one.account} {typed_amount(one.amount)} kr" for one in number.refined if one.account]
    parts = swedish("därav konto {accounts}").format(accounts=", ".join(accounts)) if accounts else ""
    return "; ".join(part for part in (words, parts, number.note) if part)


def decisions(shown: BudgetShown) -> tuple[dict[str, object], ...]:
    """Return the decisions, the latest first: what each rests on, who put it in and when, and what it changed."""
    told = []
    for at, one in reversed(tuple(enumerate(shown.said, 1))):
        decision = one.value.decision
        before = shown.before(at)
        periods = (
            (f"{key(one.row, shown.register)}, {one.period.in_words}", f"{typed_amount(one.amount)} kr")
            for one in one.value.periods
        )
        told.append(
            {
                "number": at,
                "reference": decision.reference,
                "day": swedish_date(decision.day) if decision.day else "",
                "reason": decision.reason,
                "by": one.by,
                "when": day_and_time(one.at),
                "changes": (
                    *(_change(number, before.get(number.row), shown.register) for number in one.value.numbers),
                    *(Change(label, "", new) for label, new in periods),
                ),
            }
        )
    return tuple(told)


def _change(number: BudgetNumber, before: BudgetNumber | None, register: Register) -> Change:
    return Change(key(number.row, register), number_in_words(before) if before else "", number_in_words(number))


def key(row: str, register: Register) -> str:
    """Return a row by its code and name."""
    found = register.row(row)
    return row_in_words(found) if found else row


def drawn(told: Drawn, shown: BudgetShown, months: Period | None) -> dict[str, object]:
    """Return what a decision would change, before and after."""
    held = shown.budget.latest if shown.budget else {}
    before = shown.budget.period_numbers if shown.budget else {}
    changes = [_change(number, held.get(number.row), shown.register) for number in told.numbers]
    for number in told.periods:
        was = before.get((number.row, number.period))
        old = f"{typed_amount(was.amount)} kr" if was else ""
        changes.append(Change(key(number.row, shown.register), old, f"{typed_amount(number.amount)} kr"))
    if changes and months is None:
        whole = swedish("Hela budgeten")
        changes.append(
            Change(whole, f"{typed_amount(told.before)} kr" if held else "", f"{typed_amount(told.after)} kr")
        )
    return {
        "changes": changes,
        "problems": told.problems,
        "mark": mark(told),
        "refused": any(one.severity.value == "refuse" for one in told.problems),
    }


def mark(told: Drawn) -> str:
    """Return a mark of what was shown: a decision that became another since is shown again before it is taken."""
    return hashlib.sha256(repr((told.numbers, told.periods)).encode()).hexdigest()[:32]


def row_facts(shown: BudgetRowShown) -> tuple[Fact, ...]:
    """Return what holds of a row in a year."""
    holds = shown.holds
    year = ends(shown.year)
    if holds is None:
        return (Fact(swedish("Budget {year}").format(year=year), swedish("raden är inte med")),)
    return (
        Fact(swedish("Budget {year}").format(year=year), f"{typed_amount(holds.amount)} kr"),
        Fact(swedish("Fördelning"), holds.profile.shape.in_short),
        *([Fact(swedish("Anmärkning"), holds.note)] if holds.note else []),
    )


def row_numbers(shown: BudgetRowShown) -> Things | None:
    """Return what every decision said of a row, the latest first; None when none has said anything."""
    if not shown.numbers:
        return None
    rows = []
    for one in reversed(shown.numbers):
        decision, number = one.said.value.decision, one.number
        period = swedish("hela året") if isinstance(number, BudgetNumber) else number.period.in_words
        who = swedish("{reason}. Inlagt av {by}, {when}.")
        told = who.format(reason=decision.reason.rstrip("."), by=one.said.by, when=day_and_time(one.said.at))
        rows.append(
            (Cell(f"{one.revision}. {decision.told}", note=told), Cell(typed_amount(number.amount), note=period))
        )
    headings = (Heading(swedish("Beslut"), sentences=True), Heading(swedish("Belopp, kr"), numbers=True))
    return Things(swedish("Vad besluten säger om raden"), headings, tuple(rows))


def row_months(shown: BudgetRowShown) -> Things | None:
    """Return a row's year by months; None when it has no number."""
    if not shown.months:
        return None
    rows = tuple((Cell(month_in_words(month)), Cell(typed_amount(ore))) for month, ore in shown.months.items())
    headings = (Heading(swedish("Månad")), Heading(swedish("Belopp, kr"), numbers=True))
    return Things(swedish("Månad för månad"), headings, rows)


def row_accounts(shown: BudgetRowShown) -> Things | None:
    """Return what of a row accounts have; None when nothing is told."""
    if not shown.accounts:
        return None
    rows = tuple((Cell(account), Cell(typed_amount(ore))) for account, ore in shown.accounts.items())
    headings = (Heading(swedish("Konto")), Heading(swedish("Belopp, kr"), numbers=True))
    return Things(swedish("Per konto"), headings, rows)


def month_choices(year: Period) -> Iterator[tuple[str, str]]:
    """Yield the months of a year as they stand in an address, with their names."""
    for month in year.months:
        yield f"{month // 100:04d}-{month % 100:02d}", month_in_words(month)


SIGNS: Final = swedish("Kronor. En kostnad skrivs utan minus, en intäkt med minus ({minus}).").format(minus=MINUS)
