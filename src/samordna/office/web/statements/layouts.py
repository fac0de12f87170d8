"""How is the association's layout shown, and changed by choosing?"""

from collections.abc import Callable, Iterable
from typing import Final, TypeAlias

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, ProblemKind, Refused, Severity
from samordna.office import actions, questions
from samordna.office.actions import LayoutReceipt, Step
from samordna.office.web.pages.files import file_response
from samordna.office.web.routing import Route
from samordna.office.web.statements import layout_parts as parts
from samordna.office.web.statements.layout_place import Place, account_row, line_row
from samordna.office.web.statements.layout_rows import NO_LINE, TO_LINE

_Onward: TypeAlias = str | Callable[[LayoutReceipt], str]
_UNPROCESSABLE: Final = 422
_STEPS: Final = {"upp": Step.UP, "ned": Step.DOWN}

NO_LINE_CHOSEN: Final = ProblemKind(
    "layout-no-line-chosen",
    Severity.REFUSE,
    swedish("Ingen rad är vald för konto {account}."),
    swedish("Välj en rad i listan vid kontot."),
)
NO_STEP: Final = ProblemKind(
    "layout-no-step",
    Severity.REFUSE,
    swedish("Formuläret säger inte åt vilket håll raden ska flyttas."),
    swedish("Välj Flytta upp eller Flytta ned vid raden."),
)
NO_FILE: Final = ProblemKind(
    "layout-no-file",
    Severity.REFUSE,
    swedish("Ingen fil är vald."),
    swedish("Välj filen med uppställningen och försök igen."),
)


def layout(request: HttpRequest) -> HttpResponse:
    """Show the layout for a year: what no line answers for, the lines with their accounts, and how it looks."""
    return _page(request, Place.read(request.GET))


def move(request: HttpRequest) -> HttpResponse:
    """Put an account on the line that was chosen, or on none."""
    sent, by = request.POST, actor_of(request)
    place = Place.read(sent)
    year, number, chosen = _year(place), place.account, sent.get("till", "")

    def done() -> LayoutReceipt:
        if chosen == NO_LINE:
            return actions.unassign_account(year, statement=place.statement, account=number, by=by, seen=_seen(request))
        if not chosen.startswith(TO_LINE):
            raise Refused([NO_LINE_CHOSEN.at(swedish("kontot"), account=number)])
        line = chosen.removeprefix(TO_LINE)
        return actions.assign_account(
            year, statement=place.statement, account=number, line=line, by=by, seen=_seen(request)
        )

    onward = place.but(account="", moved=number)
    return _changed(request, done, place=place, onward=onward.address(account_row(number)), chosen=chosen)


def rename(request: HttpRequest) -> HttpResponse:
    """Give a line or a heading another name."""
    sent, place = request.POST, Place.read(request.POST)
    line = sent.get("rad", "")

    def done() -> LayoutReceipt:
        return actions.rename_line(
            _year(place),
            statement=place.statement,
            line=line,
            label=sent.get("namn", ""),
            by=actor_of(request),
            seen=_seen(request),
        )

    return _changed(request, done, place=place, onward=place.nowhere_near.address(line_row(line)))


def new_line(request: HttpRequest) -> HttpResponse:
    """Add a line after another."""
    sent, place = request.POST, Place.read(request.POST)
    after = sent.get("rad", "")

    def done() -> LayoutReceipt:
        return actions.add_line(
            _year(place),
            statement=place.statement,
            after=after,
            label=sent.get("namn", ""),
            by=actor_of(request),
            seen=_seen(request),
        )

    return _changed(request, done, place=place, onward=lambda new: place.nowhere_near.address(line_row(new.line)))


def move_line(request: HttpRequest) -> HttpResponse:
    """Move a line one step up or down; it stays open, so that the next step is one press away."""
    place = Place.read(request.POST)

    def done() -> LayoutReceipt:
        if place.step not in _STEPS:
            raise Refused([NO_STEP.at(swedish("raden"))])
        return actions.move_line(
            _year(place),
            statement=place.statement,
            line=place.line,
            step=_STEPS[place.step],
            by=actor_of(request),
            seen=_seen(request),
        )

    return _changed(request, done, place=place, onward=place.address())


def remove_line(request: HttpRequest) -> HttpResponse:
    """Remove a line that nothing is on."""
    place = Place.read(request.POST)

    def done() -> LayoutReceipt:
        return actions.remove_line(
            _year(place), statement=place.statement, line=place.line, by=actor_of(request), seen=_seen(request)
        )

    return _changed(request, done, place=place, onward=place.nowhere_near.address())


def undo(request: HttpRequest) -> HttpResponse:
    """Take back the latest change."""
    place = Place.read(request.POST)

    def done() -> LayoutReceipt:
        return actions.undo_layout(_year(place), by=actor_of(request), seen=_seen(request))

    row = account_row(place.moved) if place.moved else ""
    return _changed(request, done, place=place, onward=place.but(account=place.moved, moved="").address(row))


def new_version(request: HttpRequest) -> HttpResponse:
    """Begin a version from a fiscal year."""
    place = Place.read(request.POST)
    text = request.POST.get("fran_ar", "").strip()

    year = int(text) if text.isdecimal() and len(text) == 4 else 0

    def done() -> LayoutReceipt:
        return actions.start_layout_version(year, by=actor_of(request))

    return _changed(request, done, place=place, onward=place.but(year=year).address())


def file(request: HttpRequest) -> HttpResponse:
    """Give out the layout as a text file, or take one in."""
    place = Place.read(request.POST if request.method == "POST" else request.GET)
    if request.method == "POST":
        return _taken(request, place)
    shown = questions.layout_shown(place.year)
    name, text = questions.layout_file(shown.year)
    actions.take_out(name, by=actor_of(request), from_year=shown.held.layout.from_year, revision=shown.held.revision)
    return file_response(text, name, "application/toml; charset=utf-8")


def _taken(request: HttpRequest, place: Place) -> HttpResponse:
    handed_in = request.FILES.get("fil")

    def done() -> LayoutReceipt:
        if handed_in is None:
            raise Refused([NO_FILE.at(swedish("filen"))])
        text = handed_in.read(actions.LAYOUT_LIMITS.bytes + 1)
        begins = questions.layout_shown(place.year).held.layout.from_year
        return actions.take_layout_text(text, by=actor_of(request), seen=_seen(request), seen_from=begins)

    return _changed(request, done, place=place, onward="/uppstallning/")


def _changed(
    request: HttpRequest, done: Callable[[], LayoutReceipt], *, place: Place, onward: _Onward, chosen: str = ""
) -> HttpResponse:
    """Do a change and lead onward, if need be by what came of it; what was refused is told on the page itself."""
    try:
        receipt = done()
    except Refused as refusal:
        return _page(request, place.but(moved=""), refusal.problems, chosen=chosen)
    if receipt.changed and not chosen:  # an account that moved says so itself, where it came to stand
        messages.success(request, receipt.change)
    if not receipt.changed:
        messages.info(request, swedish("Uppställningen var redan så. Inget är ändrat."))
    return redirect(onward if isinstance(onward, str) else onward(receipt))


def _page(request: HttpRequest, place: Place, problems: Iterable[Problem] = (), *, chosen: str = "") -> HttpResponse:
    told = tuple(problems)
    try:
        shown = questions.layout_shown(place.year, place.statement, account=place.account)
    except Refused as refusal:
        if told and place != Place():  # what was sent was wrong in itself; the usual page can still be shown
            return _page(request, Place(), told)
        if told:  # and when not even that, what was refused is told on a page of its own
            raise Refused(told) from refusal
        raise Http404(str(refusal.problems[0].found)) from refusal
    context = parts.page(shown, place, actor_of(request), chosen=chosen)
    status = _UNPROCESSABLE if told else 200
    return render(request, "layouts/layout.html", {**context, "problems": told}, status=status)


def _year(place: Place) -> int:
    """Return the year that a form is about. Raises ``Http404`` for one that says none."""
    if place.year is None:
        raise Http404(swedish("Formuläret säger inte vilket år det gäller."))
    return place.year


def _seen(request: HttpRequest) -> int | None:
    """Return the revision that a form was made from; one that nobody can have seen when it says no number."""
    text = request.POST.get("sedd", "")
    return int(text) if text.isdecimal() and len(text) < 19 else -1


_CHANGES: Final = Deed.CHANGE_LAYOUT

ROUTES: Final = (
    Route("uppstallning/", "layout", layout, reads=Deed.READ_BOOKS),
    Route("uppstallning/flytta/", "layout_move", move, does=_CHANGES),
    Route("uppstallning/namn/", "layout_rename", rename, does=_CHANGES),
    Route("uppstallning/rad/", "layout_new_line", new_line, does=_CHANGES),
    Route("uppstallning/ordna/", "layout_move_line", move_line, does=_CHANGES),
    Route("uppstallning/ta-bort/", "layout_remove_line", remove_line, does=_CHANGES),
    Route("uppstallning/angra/", "layout_undo", undo, does=Deed.UNDO_LAYOUT),
    Route("uppstallning/version/", "layout_version", new_version, does=_CHANGES),
    Route("uppstallning/fil/", "layout_file", file, reads=Deed.EXPORT, does=_CHANGES),
)
