"""How is the follow-up by cost centre shown, and how are forecasts written in it?"""

from typing import Final
from urllib.parse import parse_qsl

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.look import grid_answers
from samordna.look.grid_form import ChangedCell, changed_cells
from samordna.office import actions, questions
from samordna.office.questions import FollowUpGrid, Periods, WrittenTable
from samordna.office.web.followed import follow_up_parts as parts
from samordna.office.web.followed.follow_up_grid import COMMENT, TABLE, NotSaved, Unsaved, WrittenGrid, figures_after
from samordna.office.web.followed.follow_up_wanted import FollowUpWanted
from samordna.office.web.pages.handing_over import format_named, hand_over, of_books
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_CONFLICT: Final = 409


def follow_up(request: HttpRequest) -> HttpResponse:
    """Show the follow-up, and take the forecasts of a form that was sent as a whole."""
    now = questions.periods()
    if not now.years:
        return render(request, "follow_up/empty.html", parts.nothing_read(actor_of(request)))
    try:
        wanted = FollowUpWanted.read(request.GET)
        told = _told(wanted, now)
    except Refused as refusal:
        page = {"problems": refusal.problems, **parts.choices(FollowUpWanted(), now)}
        return render(request, "follow_up/follow_up.html", page, status=_UNPROCESSABLE)
    if request.method == "POST":
        return _take_form(request, wanted, told, now)
    if parse_qsl(request.META["QUERY_STRING"], keep_blank_values=True) != parse_qsl(wanted.query[1:]):
        return redirect(f"{reverse('follow_up')}{wanted.query}")
    return render(request, "follow_up/follow_up.html", parts.page(told, wanted, now, actor_of(request)))


def save(request: HttpRequest) -> HttpResponse:
    """Take one cell, and answer what is now held and what follows from it, or why it was not taken."""
    sent, actor = request.POST, actor_of(request)
    wanted, now = FollowUpWanted.read(request.GET), questions.periods()
    told = _told(wanted, now)
    table = _table(told, request)
    changed = ChangedCell(sent.get("row", ""), sent.get("column", ""), sent.get("value", ""), _seen(sent.get("seen")))
    try:
        _write(told, table, changed, actor)
    except Refused as refusal:
        return _not_taken(refusal, changed, wanted, now, table.table.id)
    after = _told(wanted, now)
    held = WrittenGrid(_same(after, table), wanted, may_comment=False)
    answer = grid_answers.saved(
        held.saved_cells(changed.row), figures_after(after, changed.row, wanted), parts.saved_now()
    )
    return JsonResponse(answer)


def follow_up_file(request: HttpRequest, ending: str) -> HttpResponse:
    """Hand over just what is shown, as a file; the trail says who took it."""
    missing = swedish("Uppföljningen finns inte i det formatet. Välj PDF, Excel, Word, CSV eller JSON.")
    form = format_named(ending, missing)
    told = _told(FollowUpWanted.read(request.GET), questions.periods())
    name = f"{told.document.title} {told.asked.period.in_short}"
    return hand_over(request, told.document, name, form, **of_books(told.asked.period, told.imports))


def _told(wanted: FollowUpWanted, now: Periods) -> FollowUpGrid:
    return questions.follow_up_grid(wanted.asked(now.usual), unit=wanted.wanted.unit, columns=wanted.columns)


def _table(told: FollowUpGrid, request: HttpRequest) -> WrittenTable:
    found = told.table(request.GET.get(TABLE, ""))
    if found is None:
        raise Http404(swedish("Tabellen finns inte i uppställningen. Ladda om sidan."))
    return found


def _same(told: FollowUpGrid, table: WrittenTable) -> WrittenTable:
    return told.table(table.table.id) or table


def _seen(text: str | None) -> int:
    return int(text) if text and text.isdecimal() else 0


def _write(told: FollowUpGrid, table: WrittenTable, changed: ChangedCell, by: Actor) -> None:
    """Do the deed that a cell stands for."""
    cell = table.forecasts.get(changed.row)
    if cell is None or changed.column not in {table.forecast_column, COMMENT}:
        raise Refused([parts.NOT_WRITTEN_IN.at(changed.row)])
    if changed.column == COMMENT:
        actions.write_forecast_comment(told.year, changed.row, changed.value, by=by, seen=changed.seen)
    else:
        actions.write_forecast(told.year, changed.row, changed.value, cell.cell, by=by, seen=changed.seen)


def _not_taken(
    refusal: Refused, changed: ChangedCell, wanted: FollowUpWanted, now: Periods, table: str
) -> HttpResponse:
    """Answer why a cell was not taken; what the database could not do is tried again, and is told as everywhere."""
    if actions.is_of_the_database(refusal):
        raise refusal
    problem = _first(refusal)
    if not actions.is_meanwhile(refusal):
        return JsonResponse(grid_answers.refused(problem), status=_UNPROCESSABLE)
    after = _told(wanted, now)
    found = after.table(table)
    if found is None or changed.row not in found.forecasts:
        return JsonResponse(grid_answers.refused(problem), status=_UNPROCESSABLE)
    held = WrittenGrid(found, wanted, may_comment=False)
    [theirs] = (cell for cell in held.saved_cells(changed.row) if cell.column == changed.column)
    by = questions.forecast_said_by(after.year, changed.row)
    return JsonResponse(grid_answers.changed_meanwhile(problem, theirs, by), status=_CONFLICT)


def _first(refusal: Refused) -> Problem:
    return refusal.problems[0]


def _take_form(request: HttpRequest, wanted: FollowUpWanted, told: FollowUpGrid, now: Periods) -> HttpResponse:
    """Take the cells that were changed in a form; show it again with those that could not be saved, as typed."""
    table, actor = _table(told, request), actor_of(request)
    try:
        changed = changed_cells(request.POST.dict())
    except ValueError as error:
        raise Refused([parts.FORM_UNREADABLE.at(table.table.title)]) from error
    unsaved: dict[tuple[str, str], NotSaved] = {}
    for cell in changed:
        try:
            _write(told, table, cell, actor)
        except Refused as refusal:
            if actions.is_of_the_database(refusal):
                raise
            by = questions.forecast_said_by(told.year, cell.row) if actions.is_meanwhile(refusal) else ""
            unsaved[cell.row, cell.column] = NotSaved(cell.value, _first(refusal), by)
    if unsaved:
        return _with_unsaved(request, wanted, now, {table.table.id: unsaved})
    messages.success(request, parts.saved_in_form(len(changed)))
    return redirect(f"{reverse('follow_up')}{wanted.query}")


def _with_unsaved(
    request: HttpRequest, wanted: FollowUpWanted, now: Periods, unsaved: dict[str, Unsaved]
) -> HttpResponse:
    page = parts.page(_told(wanted, now), wanted, now, actor_of(request), unsaved)
    return render(request, "follow_up/follow_up.html", page, status=_UNPROCESSABLE)


ROUTES: Final = (
    Route("kostnadsstallen/", "follow_up", follow_up, reads=Deed.READ_BOOKS, does=Deed.ENTER_FORECAST),
    Route("kostnadsstallen/spara/", "save_forecast", save, does=Deed.ENTER_FORECAST),
    Route("kostnadsstallen/fil/<str:ending>/", "follow_up_file", follow_up_file, reads=Deed.EXPORT),
)
