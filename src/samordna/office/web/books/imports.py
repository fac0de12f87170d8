"""Where is bookkeeping handed in, and what has been read in?"""

from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.look.parts import Confirm, Drop
from samordna.office import actions, questions
from samordna.office.web.books import import_parts as parts
from samordna.office.web.books.dimensions import dimensions_table
from samordna.office.web.books.import_facts import import_facts
from samordna.office.web.pages.files import file_response
from samordna.office.web.pages.way_back import from_here
from samordna.office.web.routing import Route
from samordna.renderers.problems_csv import problems_csv

_UNPROCESSABLE: Final = 422
_ENDINGS: Final = ".se,.si,.sie,.xml,.xlsx,.xlsm,.csv,.txt"
"""What ledgers are called; a file of another name can be dropped all the same, and its bytes say what it is."""


def imports(request: HttpRequest) -> HttpResponse:
    """Show where files are handed in, those that wait, and what has been read in."""
    return _page(request)


def hand_in(request: HttpRequest) -> HttpResponse:
    """Take in the files that were sent, to be looked at; several at once lead to the list of those that wait."""
    files = [actions.LedgerFile(file.name or "", file.read()) for file in request.FILES.getlist("files")]
    try:
        numbers = actions.hand_in(files, by=actor_of(request))
    except Refused as refusal:
        return _page(request, tuple(f"{problem.found} {problem.remedy}" for problem in refusal.problems))
    if len(numbers) == 1:
        return redirect("draft", numbers[0])
    messages.success(request, swedish("{count} filer är lästa. Inget är inläst ännu.").format(count=len(numbers)))
    return redirect("imports")


def imports_or_hand_in(request: HttpRequest) -> HttpResponse:
    """Answer for the address of both."""
    return hand_in(request) if request.method == "POST" else imports(request)


def an_import(request: HttpRequest, version: int) -> HttpResponse:
    """Show one import: what it is, what was told when it was taken, and what it changed."""
    shown, actor = _shown(version), actor_of(request)
    told = {
        "shown": shown,
        "mark": parts.standing(shown.past),
        "facts": import_facts(shown),
        "difference": parts.compared_table(shown.compared, from_here(request)),
        "statements": parts.as_known_then(shown.past),
        "retire": _retiring(shown) if shown.past.taken.current and actor.may(Deed.RETIRE_IMPORT) else None,
        "may_export": actor.may(Deed.EXPORT),
        "may_fetch": shown.kept and actor.may(Deed.READ_VOUCHERS),
        "layout": parts.layout_link(),
        "dimensions": dimensions_table(shown.dimensions),
    }
    return render(request, "imports/import.html", told)


def import_problems(request: HttpRequest, version: int) -> HttpResponse:
    """Give out what was told of an import, as a file."""
    problems = _shown(version).problems
    name = swedish("inläsning {version} – vad som hittades.csv").format(version=version)
    actions.take_out(name, by=actor_of(request), version=version, format="csv")
    return file_response(problems_csv(problems), name, "text/csv; charset=utf-8")


def import_file(request: HttpRequest, version: int) -> HttpResponse:
    """Give out the file of an import just as it was handed in."""
    _shown(version)
    file = actions.take_out_original(version, by=actor_of(request))
    return file_response(file.data, file.name, "application/octet-stream")


def retire(request: HttpRequest, version: int) -> HttpResponse:
    """Take an import out of use."""
    actions.retire_import(version, reason=request.POST.get("reason", ""), by=actor_of(request))
    said = swedish("Inläsning {version} är tagen ur bruk. Den finns kvar i historiken.")
    messages.success(request, said.format(version=version))
    return redirect("import", version)


def _page(request: HttpRequest, errors: tuple[str, ...] = ()) -> HttpResponse:
    actor = actor_of(request)
    drafts = questions.open_drafts() if actor.may(Deed.READ_VOUCHERS) else ()
    history = questions.import_history()
    told = {
        "drop": _drop(errors) if actor.may(Deed.HAND_IN_LEDGER) else None,
        "drafts": parts.drafts_table(drafts) if drafts else None,
        "take_all": _taking_all(drafts) if actor.may(Deed.TAKE_LEDGER) else None,
        "history": parts.history_table(history) if history else None,
    }
    return render(request, "imports/imports.html", told, status=_UNPROCESSABLE if errors else 200)


def _drop(errors: tuple[str, ...]) -> Drop:
    limits = actions.HAND_IN_LIMITS
    about = swedish(
        "Släpp filerna här eller välj dem: SIE ur ekonomisystemet, helst typ 4 (typ 1–3 och SIE 5 går också), eller en "
        "huvudbok, verifikationslista eller saldolista i Excel eller CSV. En fil för varje räkenskapsår, "
        "högst {files} filer och {megabytes} MB på en gång. Inget läses in förrän du har sett vad filen innehåller."
    ).format(files=limits.files, megabytes=limits.megabytes)
    return Drop(
        action=reverse("imports"),
        label=swedish("Lämna in bokföring"),
        help=about,
        button=swedish("Lämna in"),
        accept=_ENDINGS,
        errors=errors,
    )


def _taking_all(drafts: tuple[questions.DraftShown, ...]) -> Confirm | None:
    """Return the button that takes every draft that can be taken, when there are several, each of its own year."""
    ready = [draft for draft in drafts if draft.may_be_taken]
    years = {draft.preview.books.year.start for draft in ready if draft.preview.books}
    if len(ready) < 2 or len(years) < len(ready):
        return None
    names = ", ".join(draft.file_name for draft in ready)
    return Confirm(
        label=swedish("Läs in alla {count} …").format(count=len(ready)),
        question=swedish("{names} läses in, var och en som ny version av sitt år: alla eller ingen.").format(
            names=names
        ),
        action=reverse("take_drafts"),
        button=swedish("Läs in alla"),
        hidden=tuple(
            ("utkast", f"{draft.number}:{draft.preview.against or ''}:{draft.preview.read_with}") for draft in ready
        ),
        dangerous=False,
    )


def _shown(version: int) -> questions.ImportShown:
    try:
        return questions.import_shown(version)
    except Refused as refusal:
        raise Http404(swedish("Det finns ingen inläsning med numret {version}.").format(version=version)) from refusal


def _retiring(shown: questions.ImportShown) -> Confirm:
    year = shown.past.taken.year.in_words
    return Confirm(
        label=swedish("Ta ur bruk …"),
        question=swedish(
            "Räkenskapsåret {year} blir utan bokföring tills en ny fil läses in. Ska en nyare fil ersätta den här "
            "räcker det att läsa in den."
        ).format(year=year),
        action=reverse("retire_import", args=[shown.past.taken.version]),
        button=swedish("Ta ur bruk"),
        reason_label=swedish("Varför?"),
    )


ROUTES: Final = (
    Route("inlasning/", "imports", imports_or_hand_in, reads=Deed.READ_BOOKS, does=Deed.HAND_IN_LEDGER),
    Route("inlasning/<int:version>/", "import", an_import, reads=Deed.READ_BOOKS),
    Route("inlasning/<int:version>/problem.csv", "import_problems", import_problems, reads=Deed.EXPORT),
    Route("inlasning/<int:version>/fil/", "import_file", import_file, reads=Deed.READ_VOUCHERS),
    Route("inlasning/<int:version>/ur-bruk/", "retire_import", retire, does=Deed.RETIRE_IMPORT),
)
