"""Which form says what a decision wants of the rows of a budget?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote

from django import forms
from django.http import QueryDict

from samordna.domain.plan.budget import Budget, BudgetNumber
from samordna.domain.plan.budget_wishes import RowWish, Wishes
from samordna.domain.plan.profile import Shape
from samordna.domain.plan.register import Kind, Register, RegisterRow, row_in_words
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import MONTHS, Period
from samordna.office.web.forms.plan_fields import AmountField, DecisionForm, typed_amount

_SPARE: Final = 2
"""Empty places for accounts, besides those that are there."""
_MOST: Final = 50
_SHAPES: Final = tuple((shape.value, shape.in_short) for shape in Shape)
_ALL_MONTHS: Final = swedish("Fyll i alla månader: raden har inget belopp som de tomma kan behålla.")
_NO_MONTHS: Final = swedish("Fyll i årets månader, eller välj en annan fördelning.")
_NO_ACCOUNT: Final = swedish("Skriv vilket konto beloppet gäller.")
_NO_SUM: Final = swedish("Skriv kontots belopp, eller ta bort kontot.")


@dataclass(frozen=True)
class RowFields:
    """A row of the form: its fields, and what holds. ``months`` and ``accounts`` are empty while it is not opened."""

    row: RegisterRow
    holds: str
    profile: str
    amount: forms.BoundField
    shape: forms.BoundField | None = None
    note: forms.BoundField | None = None
    months: Sequence[forms.BoundField] = ()
    accounts: Sequence[tuple[forms.BoundField, forms.BoundField]] = ()
    open: bool = False

    @property
    def name(self) -> str:
        """What a person calls the row."""
        return row_in_words(self.row)


class BudgetDecisionForm(DecisionForm):
    """A decision: what it rests on, and what it wants of each row; with ``months`` of those alone.

    ``opened`` are the rows whose months and accounts are told, ``was`` is the budget as the person saw it first: a
    field that says what it showed then is no wish.
    """

    def __init__(  # noqa: PLR0913 - what the form is of, and how it is shown
        self,
        register: Register,
        budget: Budget,
        data: QueryDict | None = None,
        *,
        months: Period | None = None,
        opened: Sequence[str] = (),
        was: Budget | None = None,
    ) -> None:
        super().__init__(data, label_suffix="")
        self._budget, self._for, self._lenient = budget, months, False
        self._was = was or budget
        self._rows = [row for row in register.rows if _is_for(row, budget)]
        own = [row.key for row in self._rows if data and data.get(_name("shape", row.key)) == Shape.OWN.value]
        self.opened = tuple(dict.fromkeys((*opened, *own))) if months is None else ()
        for row in self._rows:
            self._add(row)

    def _add(self, row: RegisterRow) -> None:
        key, held = row.key, self._budget.latest.get(row.key)
        name = row_in_words(row)
        self._field("amount", key, AmountField(label=swedish("Nytt belopp, {row}").format(row=name), required=False))
        if self._for is not None:
            return
        shape = held.profile.shape if held else Shape.EVEN
        label = swedish("Fördelning, {row}").format(row=name)
        self._field("shape", key, forms.ChoiceField(label=label, choices=_SHAPES, initial=shape.value, required=False))
        label = swedish("Anmärkning, {row}").format(row=name)
        note = held.note if held else ""
        self._field("note", key, forms.CharField(label=label, initial=note, max_length=1_000, required=False))
        if key in self.opened:
            self._add_parts(row, held)

    def _add_parts(self, row: RegisterRow, held: BudgetNumber | None) -> None:
        key, now = row.key, self._budget.months(row.key) if held else {}
        for month in self._budget.year.months:
            field: forms.Field = AmountField(label=MONTHS[month % 100 - 1].capitalize(), required=False)
            field.widget.attrs["placeholder"] = typed_amount(now.get(month))
            self._field(f"month-{month}", key, field)
        told = [(one.account, one.amount) for one in held.refined if one.account and not one.month] if held else []
        for place in range(max(len(told) + _SPARE, self._sent(key))):
            account, amount = told[place] if place < len(told) else ("", None)
            label = swedish("Konto {number}").format(number=place + 1)
            self._field(
                f"account-{place}", key, forms.CharField(label=label, initial=account, max_length=12, required=False)
            )
            label = swedish("Belopp på konto {number}").format(number=place + 1)
            self._field(f"sum-{place}", key, AmountField(label=label, initial=typed_amount(amount), required=False))

    def _sent(self, key: str) -> int:
        """Return how many accounts of a row the form that was sent has places for."""
        end = _name("", key)
        return min(sum(1 for name in self.data if name.startswith("account-") and name.endswith(end)), _MOST)

    def _field(self, name: str, key: str, field: forms.Field) -> None:
        field.widget.attrs.setdefault("aria-label", str(field.label))
        self.fields[_name(name, key)] = field

    def lenient(self) -> None:
        """Ask for no decision yet: only what is to be shown is looked at."""
        self._lenient = True

    def _post_clean(self) -> None:
        super()._post_clean()  # type: ignore[misc]  # of Django's, which its stubs leave out
        for name in ("reference", "reason") if self._lenient else ():
            self.errors.pop(name, None)

    def clean(self) -> dict[str, object]:
        """Say what is missing among the parts of a row."""
        said: dict[str, object] = super().clean() or self.cleaned_data
        for row in self._rows if self._for is None else ():
            self._clean_row(row.key, said)
        return said

    def _clean_row(self, key: str, said: Mapping[str, object]) -> None:
        held = self._budget.latest.get(key)
        own_already = held is not None and held.profile.shape is Shape.OWN
        typed = [ore is not None for ore in self._months(key)]
        if said.get(_name("shape", key)) == Shape.OWN.value and not (own_already or any(typed)):
            self.add_error(_name("shape", key), _NO_MONTHS)
        elif any(typed) and held is None and not all(typed):
            self.add_error(_name("shape", key), _ALL_MONTHS)
        for place in range(self._places(key)):
            account, amount = said.get(_name(f"account-{place}", key)), said.get(_name(f"sum-{place}", key))
            if amount is not None and not account:
                self.add_error(_name(f"account-{place}", key), _NO_ACCOUNT)
            if account and amount is None and _name(f"sum-{place}", key) not in self.errors:
                self.add_error(_name(f"sum-{place}", key), _NO_SUM)

    def _places(self, key: str) -> int:
        return next(place for place in range(len(self.fields) + 1) if _name(f"account-{place}", key) not in self.fields)

    @property
    def plain(self) -> Iterator[forms.BoundField]:
        """The fields of the decision itself."""
        return (self[name] for name in ("reference", "day", "reason"))

    @property
    def by_row(self) -> Iterator[RowFields]:
        """The rows with their fields, in the order of the register."""
        for row in self._rows:
            yield self._fields_of(row)

    def _fields_of(self, row: RegisterRow) -> RowFields:
        key, budget = row.key, self._budget
        if self._for is not None:
            held = budget.period_numbers.get((key, self._for))
            return RowFields(row, typed_amount(held.amount) if held else "", "", self[_name("amount", key)])
        number, is_open = budget.latest.get(key), key in self.opened
        months = [self[_name(f"month-{month}", key)] for month in budget.year.months] if is_open else []
        places = range(self._places(key))
        accounts = [(self[_name(f"account-{place}", key)], self[_name(f"sum-{place}", key)]) for place in places]
        return RowFields(
            row,
            typed_amount(number.amount) if number else "",
            number.profile.shape.in_short if number else "",
            self[_name("amount", key)],
            self[_name("shape", key)],
            self[_name("note", key)],
            months,
            accounts,
            is_open,
        )

    @property
    def wishes(self) -> Wishes:
        """What was said; ask it of a form that is valid."""
        said = self.cleaned_data
        if self._for is not None:
            return Wishes((), self._for, {row.key: said[_name("amount", row.key)] for row in self._rows})
        return Wishes(tuple(self._wish(row.key) for row in self._rows))

    def _wish(self, key: str) -> RowWish:
        said = self.cleaned_data
        was = self._was.latest.get(key)
        shown = was.profile.shape if was else Shape.EVEN
        shape = Shape(said[_name("shape", key)] or shown.value)
        months = self._own_months(key) if shape is Shape.OWN else ()
        accounts = tuple(self._accounts(key)) if key in self.opened else None
        note = said[_name("note", key)]
        return RowWish(
            key,
            said[_name("amount", key)],
            None if shape is shown and not months else shape,
            months,
            accounts,
            None if note == (was.note if was else "") else note,
        )

    def _own_months(self, key: str) -> tuple[Ore, ...]:
        """Return the months as they are typed, a blank one as it holds; none when none is typed."""
        typed = self._months(key)
        if all(ore is None for ore in typed):
            return ()
        now = self._budget.months(key) if key in self._budget.latest else {}
        months = zip(self._budget.year.months, typed, strict=True)
        return tuple(now.get(month, 0) if ore is None else ore for month, ore in months)

    def _months(self, key: str) -> tuple[Ore | None, ...]:
        names = (_name(f"month-{month}", key) for month in self._budget.year.months)
        return tuple(self.cleaned_data.get(name) for name in names)

    def _accounts(self, key: str) -> Iterator[tuple[str, Ore]]:
        for place in range(self._places(key)):
            account = self.cleaned_data[_name(f"account-{place}", key)]
            if account:
                yield account, self.cleaned_data[_name(f"sum-{place}", key)]


def _is_for(row: RegisterRow, budget: Budget) -> bool:
    """Tell whether a row can be budgeted: it is followed and used in the year, or it has a number already."""
    return (row.kind is not Kind.OUTSIDE and row.valid_in(budget.year)) or row.key in budget.latest


def _name(field: str, key: str) -> str:
    """Return the name of a row's field: whatever signs its key has, an id can be made of it."""
    return f"{field}-{quote(key, safe='')}" if field else f"-{quote(key, safe='')}"


class BudgetFileForm(DecisionForm):
    """A form that was filled in away from the site, and the decision that it rests on."""

    file = forms.FileField(
        label=swedish("Den ifyllda blanketten"),
        help_text=swedish(
            "En Excel-arbetsbok (.xlsx) som du har hämtat här. Den granskas först; är något fel ändras inget."
        ),
        widget=forms.ClearableFileInput(attrs={"accept": ".xlsx"}),
        allow_empty_file=True,
    )
