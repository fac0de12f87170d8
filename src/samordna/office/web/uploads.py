"""How much may somebody send at once?

Asked before anything is made of it. What is larger still the server itself does not receive. Only who is logged in
sends large files; of others no more is read than a form's own words, and a unit's form is not larger.
"""

from collections.abc import Callable
from typing import Final

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.domain.values.language import swedish
from samordna.office.actions import HAND_IN_LIMITS
from samordna.sources.budgets import LARGEST_FILE

_TOO_LARGE = 413
_BESIDES = 1024 * 1024
"""Bytes of a form besides its files."""
_FORMS: Final = ("/budget/", "/finansiering/", "/siffror/")
"""Where forms that were filled in away from the site come back: none of them is as large as a ledger."""

_OF_UNITS: Final = "/lamna/"
"""Where units hand in their forms, without logging in: no more is read of them than of others who have not."""


class UploadLimit:
    """Answers for what is too large, in place of the site. It stands before everything that reads a form."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on when it says that it is small enough; no server gives more than it says."""
        size = _declared(request)
        if size > HAND_IN_LIMITS.largest_file + _BESIDES:
            return too_large(request)
        if size > LARGEST_FILE + _BESIDES and request.path.startswith(_FORMS) and request.user.is_authenticated:
            return form_too_large(request)
        if size > _BESIDES and request.path.startswith(_OF_UNITS):
            return form_too_large(request, _BESIDES)
        if size > _BESIDES and not request.user.is_authenticated:
            return redirect(f"{reverse('account_login')}?next=/")
        return self._get_response(request)


def too_large(request: HttpRequest) -> HttpResponse:
    """Tell what the limit is, and what to do."""
    found = swedish(
        "Det som skickades är större än {most} MB, som är det mesta som tas emot på en gång. Inget har ändrats. "
        "Skicka färre filer åt gången. En ensam så stor fil kan läsas in av den som sköter servern, "
        "med samordna import-sie."
    ).format(most=HAND_IN_LIMITS.megabytes)
    told = {"title": swedish("För mycket på en gång"), "found": found, "back": request.path}
    return render(request, "refusals/told.html", told, status=_TOO_LARGE)


def form_too_large(request: HttpRequest, most: int = LARGEST_FILE) -> HttpResponse:
    """Tell how large a form can be; nothing of what was sent is read."""
    found = swedish(
        "Filen är större än {most} MB, och så stor är ingen blankett. Inget har ändrats. "
        "Behåll bara blanketten i filen: ta bort bilder, andra blad och tomma formaterade celler."
    ).format(most=most // (1024 * 1024))
    told = {"title": swedish("Filen är för stor"), "found": found, "back": request.path}
    return render(request, "refusals/told.html", told, status=_TOO_LARGE)


def _declared(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or ""
    return int(length) if length.isascii() and length.isdigit() else 0
