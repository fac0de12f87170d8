"""How does somebody type a percentage, and how is it typed back to them?"""

from fractions import Fraction
from typing import Any, Final

from django import forms

from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.percent import part_of

_NONE: Final = swedish("”{text}” är ingen procentsats: {why}.")
_OUTSIDE: Final = swedish("från {least} till {most} går att skriva")
_SHOWN: Final = 40


class PercentField(forms.CharField):
    """A percentage as a person types it, from ``least`` to ``most``; clean it is a part of all, or None."""

    widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "class": "amount"})

    def __init__(self, *, least: int = 0, most: int = 1_000, **options: Any) -> None:
        self.least, self.most = least, most
        super().__init__(**options)

    def clean(self, value: object) -> Fraction | None:
        """Return the part; says what is none, and what is too little or too much."""
        text = str(super().clean(value)).strip()
        if not text:
            return None
        try:
            part = part_of(text)
        except ValueError as error:
            raise forms.ValidationError(_NONE.format(text=text[:_SHOWN], why=error)) from error
        if not self.least <= part * 100 <= self.most:
            limits = _OUTSIDE.format(least=swedish_number(self.least), most=swedish_number(self.most))
            raise forms.ValidationError(_NONE.format(text=text[:_SHOWN], why=limits))
        return part


def typed_percent(part: Fraction | None) -> str:
    """Return a part as its field holds it, with two decimals where there are any; empty for none."""
    if part is None:
        return ""
    return swedish_number(int(part * 10_000), 2).removesuffix(",00")
