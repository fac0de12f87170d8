"""Which line of the journal had somebody seen when a form was made?"""

from django.http import HttpRequest

from samordna.office.web.numbers import number_of


def seen_in(request: HttpRequest) -> int | None:
    """Return the number of the line, 0 for none; None for a form that does not say."""
    return number_of(request.POST.get("sedd", ""))
