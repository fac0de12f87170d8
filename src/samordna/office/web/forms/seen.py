"""Which line of the journal had somebody seen when a form was made?"""

from typing import Final

from django.http import HttpRequest

from samordna.office.web.forms.numbers import number_of

_NOT_SAID: Final = -1
"""What no line has as its number: whatever holds has then been said since, and nobody is written over."""


def seen_in(request: HttpRequest) -> int:
    """Return the number of the line, 0 for none; for a form that does not say, or garbles it, one that never holds."""
    seen = number_of(request.POST.get("sedd", ""))
    return _NOT_SAID if seen is None else seen
