"""How does somebody type a whole number?"""

from typing import Any, Final

from django import forms

from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.sources.plan_files.cells import whole_number

_NONE: Final = swedish("”{text}” är inget heltal. Skriv med siffror, till exempel 113 714.")
_LESS: Final = swedish("{number} är för litet: minst {least} går att skriva.")
_MORE: Final = swedish("{number} är för stort: högst {most} går att skriva.")
_SHOWN: Final = 40


class WholeField(forms.CharField):
    """A whole number as a person types it, with or without spaces, from ``least`` to ``most``; None for nothing."""

    widget = forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "class": "amount"})

    def __init__(self, *, least: int | None = None, most: int | None = None, **options: Any) -> None:
        self.least, self.most = least, most
        super().__init__(**options)

    def clean(self, value: object) -> int | None:
        """Return the number; says what is none, and what is too little or too much."""
        text = str(super().clean(value)).strip()
        if not text:
            return None
        try:
            number = whole_number(text)
        except ValueError as error:
            raise forms.ValidationError(_NONE.format(text=text[:_SHOWN])) from error
        if self.least is not None and number < self.least:
            raise forms.ValidationError(_LESS.format(number=swedish_number(number), least=swedish_number(self.least)))
        if self.most is not None and number > self.most:
            raise forms.ValidationError(_MORE.format(number=swedish_number(number), most=swedish_number(self.most)))
        return number
