"""Which form does a person fill in for a budget or a forecast, away from the site?

The values here are what goes out in a workbook and comes back from it, and no more: whoever asks for the form makes
them of the plan, and whoever takes it back makes revisions of them. Amounts are net cost, a cost is plus. What is left
blank changes nothing.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import Final, NamedTuple

from samordna.domain.document import Entry, Form, FormColumn, FormValue
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import MONTHS


class RowKey(NamedTuple):
    """Which row of the register: its code, and its project where it has one."""

    code: str
    project: str = ""


class BudgetProfile(Enum):
    """How a year's number falls on its months; the value is the word in the form."""

    EVEN = swedish("jämnt")
    AGREED = swedish("enligt avtal")
    LAST_YEAR = swedish("som förra året")
    OWN = swedish("egna månader")


@dataclass(frozen=True, slots=True)
class BudgetRow:
    """A row of the form: what it may cost in the year, and how that falls on the months.

    None and an empty text are what nobody has filled in: no change. ``months`` are all twelve of them, in öre, or none.
    """

    code: str
    project: str
    name: str
    year_ore: Ore | None = None
    profile: BudgetProfile | None = None
    months: tuple[Ore, ...] = ()
    note: str = ""

    @property
    def key(self) -> RowKey:
        """Which row of the register it is for."""
        return RowKey(self.code, self.project)

    @property
    def changes(self) -> bool:
        """Tell whether anything is filled in."""
        return self.year_ore is not None or self.profile is not None or bool(self.months or self.note)


@dataclass(frozen=True, slots=True)
class ForecastRow:
    """A row of the form: what it is expected to cost in the year, and why; None is not filled in."""

    code: str
    project: str
    name: str
    year_ore: Ore | None = None
    comment: str = ""

    @property
    def key(self) -> RowKey:
        """Which row of the register it is for."""
        return RowKey(self.code, self.project)

    @property
    def changes(self) -> bool:
        """Tell whether anything is filled in."""
        return self.year_ore is not None or bool(self.comment)


@dataclass(frozen=True, slots=True)
class SheetBasis:
    """What a form was filled in from: the version of the plan, and the latest import of the books; 0 is none."""

    plan: int
    books: int

    @property
    def in_words(self) -> str:
        """As it stands in the form; ``basis_of`` reads it back."""
        return _BASIS.format(plan=self.plan, books=self.books)


_BASIS: Final = swedish("plan {plan}, bokföring {books}")
_BASIS_READ: Final = re.compile(_BASIS.format(plan="([0-9]{1,15})", books="([0-9]{1,15})"), re.IGNORECASE)


def basis_of(text: str) -> SheetBasis | None:
    """Return what a form says that it was filled in from; None for a text that says nothing of it."""
    found = _BASIS_READ.fullmatch(" ".join(text.split()))
    return SheetBasis(int(found[1]), int(found[2])) if found else None


@dataclass(frozen=True, slots=True)
class SheetHead:
    """Whose form it is and for which year: told in the form, and asked for when it comes back.

    ``basis`` is what it is filled in from, None for one that nothing is held against.
    """

    association: str
    organisation_number: str
    year: int
    basis: SheetBasis | None = None


class SheetKind(Enum):
    """Which form it is; the value is the word that its mark and its title begin with."""

    BUDGET = swedish("Budget")
    FORECAST = swedish("Prognos")


VERSION: Final = 2
"""Of both forms: a new one for every change of their headings or of what is written below them."""

FORM, ASSOCIATION, ORGANISATION_NUMBER, YEAR, BASIS = (
    swedish("Blankett"), swedish("Förbund"), swedish("Organisationsnummer"), swedish("År"), swedish("Underlag"),
)  # fmt: skip
"""What the facts above the table are called."""

CODE, PROJECT, NAME = swedish("Kod"), swedish("Projekt"), swedish("Namn")
FULL_YEAR, PROFILE, NOTE = swedish("Helår, kr"), swedish("Fördelning"), swedish("Anmärkning")
FORECAST, COMMENT = swedish("Prognos, kr"), swedish("Kommentar")
MONTH_HEADINGS: Final = tuple(month[:3].capitalize() for month in MONTHS)
"""``Jan`` to ``Dec``: the columns that a budget may have besides."""

LONGEST_NOTE: Final = 1_000
"""Characters of a note or a comment."""

_KEYS: Final = (
    FormColumn(CODE, width=10),
    FormColumn(PROJECT, width=9),
    FormColumn(NAME, width=44),
)
_PROFILES: Final = tuple(one.value for one in BudgetProfile)
_AMOUNT_HELP: Final = swedish("Kronor, utan minus för en kostnad. Tom cell: ingen ändring.")
_PROFILE_HELP: Final = swedish("Hur året fördelas på månaderna. Tom cell: ingen ändring.")


def mark_of(kind: SheetKind, version: int = VERSION) -> str:
    """Return the mark that a form is known by: ``Budget, version 2``."""
    return swedish("{form}, version {version}").format(form=kind.value, version=version)


def budget_form(head: SheetHead, rows: Iterable[BudgetRow], *, by_month: bool = True) -> Form:
    """Return the form of a budget; with ``by_month`` it has a column for each month too."""
    months = MONTH_HEADINGS if by_month else ()
    columns = (
        *_KEYS,
        FormColumn(FULL_YEAR, Entry.AMOUNT, fill_in=True, help=_AMOUNT_HELP, width=16, sum_of=months),
        FormColumn(PROFILE, Entry.CHOICE, fill_in=True, choices=_PROFILES, help=_PROFILE_HELP, width=16),
        *(FormColumn(month, Entry.AMOUNT, fill_in=True, width=13) for month in months),
        FormColumn(NOTE, fill_in=True, width=44),
    )
    values = tuple(
        (
            *(row.code, row.project, row.name, row.year_ore, row.profile.value if row.profile else None),
            *((row.months or (None,) * len(months)) if by_month else ()),
            row.note or None,
        )
        for row in rows
    )
    by_months = swedish("Månader fylls i bara när fördelningen är ”{own}”. De ska tillsammans bli helåret.")
    told = (
        swedish("Fyll i de ljusa cellerna. En cell som lämnas tom ändrar ingenting; noll skrivs 0."),
        *((by_months.format(own=BudgetProfile.OWN.value),) if by_month else ()),
    )
    return _form(SheetKind.BUDGET, head, told, columns, values)


def forecast_form(head: SheetHead, rows: Iterable[ForecastRow]) -> Form:
    """Return the form of a forecast for the year."""
    columns = (
        *_KEYS,
        FormColumn(FORECAST, Entry.AMOUNT, fill_in=True, help=_AMOUNT_HELP, width=16),
        FormColumn(COMMENT, fill_in=True, width=60),
    )
    values = tuple((row.code, row.project, row.name, row.year_ore, row.comment or None) for row in rows)
    told = swedish("Skriv hela årets kostnad, inte det som återstår. En cell som lämnas tom ändrar ingenting.")
    return _form(SheetKind.FORECAST, head, (told,), columns, values)


def _form(
    kind: SheetKind,
    head: SheetHead,
    told: tuple[str, ...],
    columns: tuple[FormColumn, ...],
    values: tuple[tuple[FormValue, ...], ...],
) -> Form:
    facts = (
        (FORM, mark_of(kind)),
        (ASSOCIATION, head.association),
        (ORGANISATION_NUMBER, head.organisation_number),
        (YEAR, str(head.year)),
        *(((BASIS, head.basis.in_words),) if head.basis else ()),
    )
    return Form(f"{kind.value} {head.year}", head.association, facts, told, columns, values)
