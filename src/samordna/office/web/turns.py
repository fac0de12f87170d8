"""Who is answered next?

Python runs one thread at a time. Eight that all have something to work out hand the turn to each other at every look
in the database, and each answer takes many times as long: measured, half as many answers a second. So quick
questions are answered one after another, and only what takes seconds (a file to read, a report to write) runs beside.
"""

from collections.abc import Callable
from threading import Lock
from typing import Final

from django.http import HttpRequest, HttpResponseBase
from django.urls import Resolver404, resolve

SLOW: Final = frozenset({
    ("POST", "attach"), ("POST", "counts_form_file"), ("POST", "draft"), ("POST", "draft_dimensions"),
    ("POST", "imports"), ("POST", "layout_file"), ("POST", "look_again"), ("POST", "map_table"), ("POST", "reports"),
    ("POST", "take_drafts"),
    ("POST", "trail_export"), ("GET", "attachment"), ("GET", "draft_file"), ("GET", "import_file"),
    ("GET", "report_file"), ("GET", "statement_file"),
})  # fmt: skip
"""What may take long, by method and address: nobody waits for it."""


class Turns:
    """Answers quick questions one after another. It stands before everything else, so that all of an answer counts."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self._get_response = get_response
        self._turn = Lock()

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer, when it is this request's turn."""
        if _may_take_long(request):
            return self._get_response(request)
        with self._turn:
            return self._get_response(request)


def _may_take_long(request: HttpRequest) -> bool:
    try:
        return (request.method, resolve(request.path_info).url_name) in SLOW
    except Resolver404:
        return False
