"""Which form says what a table is and what its columns mean?"""

import datetime as dt
import json
import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from django import forms
from django.http import QueryDict

from samordna.domain.values.language import swedish
from samordna.domain.values.period import MONTHS
from samordna.domain.values.problem import Refused
from samordna.office.questions import TableFacts
from samordna.sources.tables import Column, Field, Side, TableKind, TableMapping
from samordna.sources.tables.cells import address
from samordna.sources.tables.fields import IN_WORDS, SIDED, SIDES_IN_WORDS, SIGNS_IN_WORDS
from samordna.sources.tables.mapping import NO_HEAD

_COLUMN: Final = "kolumn-"
_UNUSED: Final = ("", swedish("läses inte"))
_YEAR: Final = re.compile(
    r"((?:19|20)[0-9]{2})|([0-9]{4}-[0-9]{2}-[0-9]{2})\s*(?:\.\.|–|-)\s*([0-9]{4}-[0-9]{2}-[0-9]{2})"
)
_NO_YEAR: Final = swedish("Skriv ett år, till exempel 2024, eller två dagar: 2024-07-01..2025-06-30.")
_KINDS: Final = (
    (TableKind.BALANCES.value, swedish("Saldolista: en rad för varje konto")),
    (TableKind.VOUCHERS.value, swedish("Verifikationslista: en rad för varje bokföringsrad")),
    (TableKind.LEDGER.value, swedish("Huvudbok: bokföringsraderna konto för konto")),
)
LARGEST_ROW: Final = 1_000_000


class TableForm(forms.Form):
    """What a table is and what its columns mean."""

    kind = forms.ChoiceField(label=swedish("Vad är tabellen?"), choices=_KINDS)
    year = forms.CharField(
        label=swedish("Räkenskapsår"),
        help_text=swedish("Till exempel 2024. Ett brutet år skrivs med två dagar: 2024-07-01..2025-06-30."),
    )
    covered_to = forms.DateField(
        label=swedish("Till och med"),
        help_text=swedish("Sista dagen som tabellen gäller. Behövs inte när varje rad har datum eller månad."),
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        required=False,
    )
    signs = forms.ChoiceField(
        label=swedish("Tecken"),
        choices=[(signs.value, words) for signs, words in SIGNS_IN_WORDS.items()],
        help_text=swedish("Har tabellen egna kolumner för debet och kredit spelar det ingen roll."),
    )
    decimal_mark = forms.ChoiceField(
        label=swedish("Decimaltecken"), choices=((",", swedish("komma: 1 234,50")), (".", swedish("punkt: 1,234.50")))
    )
    months_are_balances = forms.BooleanField(
        label=swedish("Månadskolumnerna visar saldot när månaden slutade, inte vad som hände i den"), required=False
    )
    sheet = forms.CharField(widget=forms.HiddenInput, required=False, strip=False, max_length=1_000)
    head_row = forms.IntegerField(widget=forms.HiddenInput, min_value=NO_HEAD, max_value=LARGEST_ROW)

    def __init__(self, table: TableFacts, data: QueryDict | None = None) -> None:
        mapping = TableMapping.from_json(json.loads(table.mapping))
        super().__init__(data, initial=_initial(mapping), label_suffix="")
        self._heads = table.heads
        chosen = {column.place: _value(column) for column in mapping.columns}
        for place in range(width_of(table)):
            self.fields[f"{_COLUMN}{place}"] = forms.ChoiceField(
                label=swedish("Kolumn {letters}").format(letters=address(0, place)[:-1]),
                choices=_COLUMN_CHOICES,
                initial=chosen.get(place, ""),
                required=False,
            )

    def clean_year(self) -> list[str]:
        """Return the first and the last day of the year that was typed."""
        found = _YEAR.fullmatch(self.cleaned_data["year"].strip())
        if not found:
            raise forms.ValidationError(_NO_YEAR)
        first, last = (found[2], found[3]) if found[2] else (f"{found[1]}-01-01", f"{found[1]}-12-31")
        try:
            days = dt.date.fromisoformat(first), dt.date.fromisoformat(last)
        except ValueError as error:
            raise forms.ValidationError(_NO_YEAR) from error
        if not 0 < (days[1] - days[0]).days < _LONGEST_YEAR:
            raise forms.ValidationError(_NO_YEAR)
        return [first, last]

    @property
    def mapping(self) -> TableMapping:
        """What was said; ask it of a form that is valid."""
        said = self.cleaned_data
        columns = [_column(name, value) for name, value in said.items() if name.startswith(_COLUMN) and value]
        return TableMapping.from_json(
            {
                "kind": said["kind"],
                "sheet": said["sheet"],
                "head_row": said["head_row"],
                "columns": columns,
                "signs": said["signs"],
                "decimal_mark": said["decimal_mark"],
                "months_are_balances": said["months_are_balances"],
                "year": said["year"],
                "covered_to": said["covered_to"].isoformat() if said["covered_to"] else None,
                "signature": "",
            }
        )

    @property
    def plain(self) -> Iterator[forms.BoundField]:
        """The fields besides those of the columns."""
        return (field for field in self.visible_fields() if not field.name.startswith(_COLUMN))

    @property
    def columns(self) -> Iterator[tuple[forms.BoundField, str]]:
        """The field of each column, with its head in the file."""
        fields = (field for field in self.visible_fields() if field.name.startswith(_COLUMN))
        heads = (*self._heads, *([""] * len(self.fields)))
        return zip(fields, heads, strict=False)


_LONGEST_YEAR: Final = 18 * 31


def _initial(mapping: TableMapping) -> dict[str, object]:
    return {
        "kind": mapping.kind.value,
        "year": _year_text(mapping),
        "covered_to": mapping.covered_to,
        "signs": mapping.signs.value,
        "decimal_mark": mapping.decimal_mark,
        "months_are_balances": mapping.months_are_balances,
        "sheet": mapping.sheet,
        "head_row": mapping.head_row,
    }


def _year_text(mapping: TableMapping) -> str:
    year = mapping.year
    if year is None:
        return ""
    return year.in_words if year.in_words.isdigit() else f"{year.start.isoformat()}..{year.end.isoformat()}"


def width_of(table: TableFacts) -> int:
    """Return how many columns a table has, as far as it is seen."""
    return max(len(table.heads), *(len(row) for row in table.sample), 0)


def _value(column: Column) -> str:
    """Return a column's meaning as a form holds it: ``amount``, ``amount:debit``, ``month:3``."""
    if column.field is Field.MONTH:
        return f"{column.field.value}:{column.month}"
    return f"{column.field.value}:{column.side.value}".rstrip(":")


def _column(name: str, value: str) -> dict[str, object]:
    field, _, more = value.partition(":")
    month = int(more) if more.isdigit() else 0
    side = "" if month else more
    return {"place": int(name.removeprefix(_COLUMN)), "field": field, "side": side, "month": month, "head": ""}


def _column_choices() -> Iterator[tuple[str, str]]:
    """Yield what a column can be."""
    yield _UNUSED
    for field, words in IN_WORDS.items():
        if field is Field.MONTH:
            yield from (
                (f"{field.value}:{month}", swedish("Förändring i {month}").format(month=name))
                for month, name in enumerate(MONTHS, start=1)
            )
            continue
        yield field.value, words
        if field in SIDED:
            for side in (Side.DEBIT, Side.CREDIT):
                yield f"{field.value}:{side.value}", f"{words}, {SIDES_IN_WORDS[side]}"


_COLUMN_CHOICES: Final = tuple(_column_choices())


def form_of_table(table: TableFacts, data: QueryDict) -> TableForm:
    """Return the form that was sent; as many columns as it names, should it be of another sheet than is kept."""
    places = [int(name.removeprefix(_COLUMN)) for name in data if re.fullmatch(rf"{_COLUMN}[0-9]{{1,3}}", name)]
    heads = (*table.heads, *([""] * (max(places, default=-1) + 1 - len(table.heads))))
    return TableForm(replace(table, heads=heads), data)


def told_of_table(form: TableForm, refusal: Refused) -> None:
    """Put each problem of a refusal on top of the form."""
    for problem in refusal.problems:
        form.add_error(None, f"{problem.found} {problem.remedy}")
