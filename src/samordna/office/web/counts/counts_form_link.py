"""Whose form does a link open, and what stands in it now? Without login: whoever has the link is the unit."""

import datetime as dt
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import cached_property, wraps
from http import HTTPStatus
from typing import Concatenate, ParamSpec

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from samordna.access.actor import Actor
from samordna.access.guessing import guessed_too_often, note_wrong_link
from samordna.domain.participation.asked import Asked, Named
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.collecting.rates import Awaited
from samordna.domain.participation.collecting.submission import OPEN_TO_UNIT, Submission, SubmissionState
from samordna.domain.participation.count_form import row_names
from samordna.domain.participation.counts_report import CountsReport
from samordna.domain.participation.filling import nothing_yet, without_blanks
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office import questions

Given = ParamSpec("Given")


@dataclass(frozen=True)
class OpenForm:
    """The form of one activity: what is asked, what stands in it, and what it was handed in as.

    ``report`` is the latest of what is saved and what was handed in; ``turn`` how often it has been saved since, and
    ``seen`` the line of the journal that says how far the answer has come, 0 for none, said at ``seen_at``.
    """

    address: str
    line: CountsAsked
    asked: Asked
    report: CountsReport
    turn: int = 0
    saved_at: dt.datetime | None = None
    submission: Submission | None = None
    seen: int = 0
    seen_at: dt.datetime | None = None
    before: CountsReport | None = None

    @property
    def due(self) -> dt.date:
        """The last day to hand it in."""
        return self.line.due

    @property
    def is_open(self) -> bool:
        """Tell whether the unit may write in it."""
        return self.state in OPEN_TO_UNIT

    @property
    def state(self) -> SubmissionState:
        """How far its answer has come."""
        return self.submission.state if self.submission else SubmissionState.ASKED

    @cached_property
    def answers(self) -> Mapping[str, str]:
        """What each row of the form is called in its table, by the key of the row."""
        return {key: answer for key, (_, answer) in row_names(self.asked).items()}

    def table_address(self, table: str, name: str = "") -> str:
        """Return where a table is filled in, and a field of it."""
        return f"{self.address}tabell/{table}/" + (f"#{name}" if name else "")


@dataclass(frozen=True)
class Opened:
    """What a link opens: its secret, whose form it is, for when, until when, and what is asked."""

    secret: str
    unit: Named
    period: Period
    until: dt.date
    lines: tuple[Awaited, ...]
    held: questions.CountsHeld

    @property
    def address(self) -> str:
        """Where its first page is."""
        return reverse("counts_form", kwargs={"secret": self.secret})

    @property
    def actor(self) -> Actor:
        """Whoever has it: the unit, which may fill in and hand in its own counts."""
        return Actor.unit(swedish("{unit}, enhetens länk").format(unit=self.unit.name))

    @property
    def forms(self) -> tuple[OpenForm, ...]:
        """The forms of all its activities."""
        return tuple(self._form(line) for line in self.lines)

    def form(self, activity: str) -> OpenForm:
        """Return the form of an activity. Raises ``Http404`` for one that the link is not for."""
        line = next((one for one in self.lines if one.asked.activity.key == activity), None)
        if line is None:
            raise Http404
        return self._form(line)

    def _form(self, line: Awaited) -> OpenForm:
        asked = self.held.asked_of(line.asked)
        said = self.held.submission(asked.unit.key, asked.activity.key, asked.period)
        draft = questions.counts_draft(asked)
        handed_in = said.value.report if said else nothing_yet(asked)
        names = {"secret": self.secret, "activity": asked.activity.key}
        return OpenForm(
            address=reverse("counts_form_tables", kwargs=names),
            line=line.asked,
            asked=asked,
            report=without_blanks(draft.report if draft else handed_in),
            turn=draft.turn if draft else 0,
            saved_at=draft.saved_at if draft else None,
            submission=said.value if said else None,
            seen=said.number if said else 0,
            seen_at=said.at if said else None,
            before=self.held.before(asked),
        )


def opened(secret: str) -> Opened | None:
    """Return what a link opens today; None for one that is unknown, taken back, too old, or asked for nothing more."""
    held = questions.counts_held()
    link = held.linked(secret)
    lines = held.of_link(link) if link else ()
    if link is None or not lines:
        return None
    return Opened(secret, lines[0].asked.unit, link.period, link.value.until, lines, held)


def by_link(
    view: Callable[Concatenate[HttpRequest, Opened, Given], HttpResponse],
) -> Callable[..., HttpResponse]:
    """Return a view that answers whoever has a link; every other link, and every other form, is told the same."""

    @wraps(view)
    def answered(request: HttpRequest, secret: str, *args: Given.args, **kwargs: Given.kwargs) -> HttpResponse:
        if guessed_too_often(request):
            return _kept_quiet(render(request, "counts_form/wait.html", status=HTTPStatus.TOO_MANY_REQUESTS))
        link = opened(secret)
        if link is None:
            note_wrong_link(request)
            return _leads_nowhere(request)
        try:
            return _kept_quiet(view(request, link, *args, **kwargs))
        except Http404:
            return _leads_nowhere(request)

    return answered


def _leads_nowhere(request: HttpRequest) -> HttpResponse:
    return _kept_quiet(render(request, "counts_form/no_link.html", status=HTTPStatus.NOT_FOUND))


def _kept_quiet(response: HttpResponse) -> HttpResponse:
    """Keep the secret in the address from whoever is asked for something next, from caches, and from search engines.

    Not ``no-referrer``: browsers then say that a form comes from nowhere, and it is rightly refused.
    """
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "strict-origin"
    response["X-Robots-Tag"] = "noindex, nofollow"
    return response
