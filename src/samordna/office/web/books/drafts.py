"""What is there to see in a file that was handed in, and how is it taken or left?"""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.look.parts import Act
from samordna.office import actions, questions
from samordna.office.web.books import import_parts as parts
from samordna.office.web.books.dimensions import (
    DimensionsForm,
    dimensions_table,
    form_of_draft,
    in_words,
    told_of_dimensions,
)
from samordna.office.web.books.import_facts import draft_facts
from samordna.office.web.books.import_vouchers import compared_vouchers
from samordna.office.web.books.table_form import TableForm, form_of_table, told_of_table
from samordna.office.web.books.tables import table_shown
from samordna.office.web.pages.files import file_response
from samordna.office.web.pages.way_back import from_here
from samordna.office.web.routing import Route
from samordna.renderers.problems_csv import problems_csv

_UNPROCESSABLE: Final = 422


def draft_or_take(request: HttpRequest, number: int) -> HttpResponse:
    """Answer for the address of a draft: to get it is to look at it, to post to it is to take it."""
    return take(request, number) if request.method == "POST" else draft(request, number)


def draft(
    request: HttpRequest,
    number: int,
    stopped: tuple[Problem, ...] = (),
    wrong: DimensionsForm | TableForm | None = None,
) -> HttpResponse:
    """Show what a file holds and what taking it would change.

    ``stopped`` is why it was not taken just now, ``wrong`` what was said of its dimensions or columns and could not be.
    """
    shown, actor = _shown(number), actor_of(request)
    may_say = shown.open and shown.preview.books is not None and actor.may(Deed.SET_DIMENSION_ROLES)
    dimensions = shown.preview.dimensions
    told = {
        "draft": shown,
        "stopped": stopped,
        "mark": parts.verdict(shown),
        "facts": draft_facts(shown),
        "difference": parts.compared_table(shown.compared, from_here(request)),
        "compared_vouchers": compared_vouchers(shown, from_here(request)),
        "may_take": shown.may_be_taken and actor.may(Deed.TAKE_LEDGER),
        "may_leave": shown.open and actor.may(Deed.LEAVE_LEDGER),
        "may_export": actor.may(Deed.EXPORT),
        "may_fetch": shown.open and shown.kept and actor.may(Deed.HAND_IN_LEDGER),
        "again": _again(shown) if actor.may(Deed.HAND_IN_LEDGER) else None,
        "note": request.POST.get("note", "") if stopped else "",
        "layout": parts.layout_link(),
        "dimensions": dimensions_table(dimensions),
        "dimensions_told": in_words(dimensions),
        "dimensions_form": _dimensions_form(shown, wrong) if may_say and dimensions else None,
        "table": table_shown(request, shown, wrong if isinstance(wrong, TableForm) else None),
        "may_map": shown.open and actor.may(Deed.MAP_TABLE),
    }
    return render(request, "imports/draft.html", told, status=_UNPROCESSABLE if stopped or wrong else 200)


def take(request: HttpRequest, number: int) -> HttpResponse:
    """Take a draft, seen beside the version that the form names; say in place why when it cannot be."""
    _shown(number)
    try:
        seen = actions.Seen(_version(request.POST.get("against", "")), request.POST.get("read_with", ""))
        receipt = actions.take_draft(number, seen=seen, note=request.POST.get("note", ""), by=actor_of(request))
    except Refused as refusal:
        return draft(request, number, refusal.problems)
    [taken] = receipt.taken
    said = swedish("{file} är inläst som version {version}. Räkenskaperna visar nu den.")
    messages.success(request, said.format(file=taken.file_name, version=taken.version))
    return redirect("import", taken.version)


def take_all(request: HttpRequest) -> HttpResponse:
    """Take several drafts at once, each as it was seen beside the version that the form names."""
    seen = dict(map(_draft_and_seen, request.POST.getlist("utkast")))
    receipt = actions.take_drafts(seen, by=actor_of(request))
    names = ", ".join(taken.file_name for taken in receipt.taken)
    messages.success(request, swedish("Inlästa: {names}.").format(names=names))
    return redirect("imports")


def leave(request: HttpRequest, number: int) -> HttpResponse:
    """Leave a draft untaken."""
    shown = _shown(number)
    actions.leave_draft(number, by=actor_of(request))
    messages.success(request, swedish("Du avstod från {file}. Inget är inläst.").format(file=shown.file_name))
    return redirect("imports")


def look_again(request: HttpRequest, number: int) -> HttpResponse:
    """Hold a draft against the books as they stand now."""
    _shown(number)
    actions.look_again(number, by=actor_of(request))
    messages.info(request, swedish("Filen är jämförd med det som gäller nu."))
    return redirect("draft", number)


def set_roles(request: HttpRequest, number: int) -> HttpResponse:
    """Say what the dimensions of a draft are; what cannot be is said in place, and what was chosen stays."""
    form = form_of_draft(_shown(number).preview.dimensions, request.POST)
    if not form.is_valid():
        return draft(request, number, wrong=form)
    try:
        actions.set_roles_of_draft(number, form.roles, by=actor_of(request))
    except Refused as refusal:
        told_of_dimensions(form, refusal)
        return draft(request, number, wrong=form)
    messages.success(request, swedish("Dimensionerna är sparade, och filen är läst med dem."))
    return redirect("draft", number)


def map_table(request: HttpRequest, number: int) -> HttpResponse:
    """Say what the columns of a draft's table mean; what cannot be is said in place, and what was typed stays."""
    table = _shown(number).preview.table
    if table is None:
        raise Http404(swedish("Filen är ingen tabell."))
    form = form_of_table(table, request.POST)
    if form.is_valid():
        try:
            actions.map_table(number, form.mapping, by=actor_of(request))
        except Refused as refusal:
            told_of_table(form, refusal)
        else:
            messages.success(
                request, swedish("Sparat. Tabellen är läst så, och nästa med samma rubriker läses likadant.")
            )
            return redirect("draft", number)
    return draft(request, number, wrong=form)


def draft_file(request: HttpRequest, number: int) -> HttpResponse:
    """Give out a file just as it was handed in."""
    _shown(number)
    file = actions.take_out_draft(number, by=actor_of(request))
    return file_response(file.data, file.name, "application/octet-stream")


def _dimensions_form(shown: questions.DraftShown, wrong: DimensionsForm | TableForm | None) -> DimensionsForm:
    return wrong if isinstance(wrong, DimensionsForm) else form_of_draft(shown.preview.dimensions)


def draft_problems(request: HttpRequest, number: int) -> HttpResponse:
    """Give out what was found in a file, as a file: it may quote what stands in a voucher, as the draft's page does."""
    shown = _shown(number)
    name = swedish("{file} – vad som hittades.csv").format(file=shown.file_name)
    actions.take_out(name, by=actor_of(request), draft=number, format="csv")
    return file_response(problems_csv(shown.preview.problems), name, "text/csv; charset=utf-8")


def _shown(number: int) -> questions.DraftShown:
    shown = questions.draft(number)
    if shown is None:
        raise Http404(swedish("Det finns ingen inlämnad fil med numret {number}.").format(number=number))
    return shown


def _again(shown: questions.DraftShown) -> Act | None:
    """Return the button that compares again, where that can tell something new."""
    if not (shown.open and shown.preview.books) or shown.may_be_taken:
        return None
    return Act(swedish("Jämför igen"), reverse("look_again", args=[shown.number]))


def _draft_and_seen(text: str) -> tuple[int, actions.Seen]:
    number, _, rest = text.partition(":")
    version, _, read_with = rest.partition(":")
    known = _version(number)
    if known is None:
        raise Http404(swedish("Det finns ingen sådan inlämnad fil."))
    return known, actions.Seen(_version(version), read_with)


def _version(text: str) -> int | None:
    """Return the number in a form's field, None for an empty one. What nobody was given is no page."""
    if not text:
        return None
    if not (text.isascii() and text.isdigit() and len(text) <= 9):
        raise Http404(swedish("Formuläret säger inte vilken version det gäller."))
    return int(text)


_DRAFT: Final = "inlasning/utkast/<int:number>/"
ROUTES: Final = (
    Route("inlasning/utkast/las-in/", "take_drafts", take_all, does=Deed.TAKE_LEDGER),
    Route(_DRAFT, "draft", draft_or_take, reads=Deed.READ_VOUCHERS, does=Deed.TAKE_LEDGER),
    Route(f"{_DRAFT}avsta/", "leave_draft", leave, does=Deed.LEAVE_LEDGER),
    Route(f"{_DRAFT}jamfor-igen/", "look_again", look_again, does=Deed.HAND_IN_LEDGER),
    Route(f"{_DRAFT}dimensioner/", "draft_dimensions", set_roles, does=Deed.SET_DIMENSION_ROLES),
    Route(f"{_DRAFT}tabell/", "map_table", map_table, does=Deed.MAP_TABLE),
    Route(f"{_DRAFT}fil/", "draft_file", draft_file, reads=Deed.HAND_IN_LEDGER),
    Route(f"{_DRAFT}problem.csv", "draft_problems", draft_problems, reads=Deed.READ_VOUCHERS),
)
