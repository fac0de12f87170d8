"""What may a browser keep of what it was shown?

Nothing: whoever comes to the machine next would read it with the back button, after somebody has logged out.
"""

from collections.abc import Callable

from django.http import HttpRequest, HttpResponseBase


class NothingKept:
    """Tells browsers to keep no page. Files of the look stand before it: they name nobody and may be kept."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Pass the request on; an answer that says itself how it may be kept is left as it is."""
        response = self._get_response(request)
        response.headers.setdefault("Cache-Control", "private, no-store")
        return response
