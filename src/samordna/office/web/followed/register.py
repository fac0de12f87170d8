"""How are the rows that money is followed by shown, placed and changed?"""

from collections.abc import Callable, Iterable
from typing import Final

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.plan.register import CostCentre, Kind, Register, RegisterRow, row_in_words
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, ProblemKind, Refused, Severity
from samordna.office import actions, questions
from samordna.office.web.books.object_address import code_of
from samordna.office.web.followed import register_parts as parts
from samordna.office.web.followed.register_form import AT, LINE, MergeForm, RowForm
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_MEANWHILE: Final = "plan-said-meanwhile"
_BOTH: Final = swedish("Nu står ”{now}”. Spara om det du har skrivit ska gälla i stället.")
_NOTHING: Final = swedish("tomt")

NO_DEED: Final = ProblemKind(
    "register-no-deed",
    Severity.REFUSE,
    swedish("Formuläret säger inte vad som ska göras."),
    swedish("Ladda om sidan och välj igen."),
)
NO_ROW_CHOSEN: Final = ProblemKind(
    "register-no-row",
    Severity.REFUSE,
    swedish("Formuläret säger inte vilket kostnadsställe som ska placeras."),
    swedish("Ladda om sidan och välj igen."),
)


def register(request: HttpRequest) -> HttpResponse:
    """Show the register: first what nobody has placed, then the rows by group."""
    return _page(request)


def row(request: HttpRequest, key: str) -> HttpResponse:
    """Show a row and the form that changes it, as a page or in the panel; and change it."""
    shown = _row(key)
    held = questions.register_shown().register
    form = RowForm(held, request.POST if request.method == "POST" else None, held=shown.row)
    if form.is_valid():
        try:
            actions.put_row(form.row, instead_of=shown.row.key, by=actor_of(request), seen=seen_in(request))
        except Refused as refusal:
            if any(problem.code == _MEANWHILE for problem in refusal.problems):
                form = _beside_the_others(request, held, shown.row)
            told_at(form, refusal, AT)
        else:
            messages.success(request, swedish("{row} är ändrad.").format(row=row_in_words(shown.row)))
            return redirect("register")
    return _row_page(request, form, shown)


def _beside_the_others(request: HttpRequest, held: Register, now: RegisterRow) -> RowForm:
    """Return the form of a row that somebody else changed while it was filled in.

    A field that the person did not touch says what the other wrote; one that both changed says so, and what stands.
    """
    seen = seen_in(request)
    before = questions.plan_held(to=seen).plan.register.row(now.key) if seen else None
    was, stands = (dict(RowForm(held, held=row).held_in_words) for row in (before or now, now))
    sent, both = request.POST.copy(), []
    for name in stands.keys() | was.keys():
        typed, old, new = sent.get(name, ""), was.get(name, ""), stands.get(name, "")
        if typed.split() == old.split():
            sent[name] = new
        elif old != new and typed.split() != new.split():
            both.append(name)
    form = RowForm(held, sent, held=now)
    for name in both:
        if name in form.fields:
            form.add_error(name, _BOTH.format(now=form.in_words(name, stands.get(name, "")) or _NOTHING))
    return form


def new_row(request: HttpRequest) -> HttpResponse:
    """Add a row, prefilled with what the address says of it."""
    shown = questions.register_shown()
    line = request.GET.get("slag") == LINE
    if not shown.register.groups:
        messages.info(request, swedish("Lägg till en grupp först: varje rad står i en."))
        return redirect(f"{reverse('register')}#grupper")
    initial = {
        "code": request.GET.get("kod", ""),
        "project": request.GET.get("projekt", ""),
        "name": request.GET.get("namn", ""),
        "group": request.GET.get("grupp", ""),
    }
    data = request.POST if request.method == "POST" else None
    form = RowForm(shown.register, data, line=line, initial={name: said for name, said in initial.items() if said})
    if form.is_valid():
        try:
            actions.add_row(form.row, by=actor_of(request), seen=seen_in(request))
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            messages.success(request, swedish("{row} är tillagd.").format(row=row_in_words(form.row)))
            return redirect("register")
    title = swedish("Ny budgetrad") if line else swedish("Ny rad")
    told = {"form": form, "seen": shown.seen, "title": title, "line": line, "may_change": True}
    return render(request, "register/row.html", told, status=_UNPROCESSABLE if form.errors else 200)


def move(request: HttpRequest, key: str) -> HttpResponse:
    """Move a row one step."""
    found = _row(key).row
    up = request.POST.get("steg") == "upp"

    def done() -> str:
        actions.move_row(found.key, up=up, by=actor_of(request), seen=seen_in(request))
        return ""

    return _changed(request, done, parts.row_anchor(found.key))


def remove(request: HttpRequest, key: str) -> HttpResponse:
    """Take a row out of the register."""
    found = _row(key).row

    def done() -> str:
        actions.remove_row(found.key, by=actor_of(request), seen=seen_in(request))
        return swedish("{row} är borttagen ur registret.").format(row=row_in_words(found))

    return _changed(request, done)


def place(request: HttpRequest) -> HttpResponse:
    """Place one cost centre of the ledger as the form says, or all that no row answers for as is proposed."""
    sent, by = request.POST, actor_of(request)

    def done() -> str:
        if sent.get("alla"):
            actions.place_all(by=by, seen=seen_in(request))
            return swedish("Alla kostnadsställen i bokföringen har nu en rad. Ändra det som inte stämmer.")
        if sent.get("slag") not in {kind.value for kind in Kind} or not sent.get("kod"):
            raise Refused([NO_ROW_CHOSEN.at(swedish("oplacerade"))])
        placed = CostCentre(
            sent["kod"],
            sent.get("namn", "").strip(),
            sent.get("grupp", ""),
            sent.get("projekt", ""),
            Kind(sent["slag"]),
        )
        actions.place_row(placed, by=by, seen=seen_in(request))
        return swedish("{row} är placerad.").format(row=row_in_words(placed))

    return _changed(request, done, tried=sent.get("nyckel", ""))


def groups(request: HttpRequest) -> HttpResponse:
    """Add, rename, move or remove a group."""
    sent, by, seen = request.POST, actor_of(request), seen_in(request)
    group, name = sent.get("grupp", ""), sent.get("namn", "").strip()

    def done() -> str:
        match sent.get("steg"):
            case "ny":
                actions.add_group(name, by=by, seen=seen)
                return swedish("Gruppen {name} är tillagd.").format(name=name)
            case "namn":
                actions.rename_group(group, name, by=by, seen=seen)
                return swedish("Gruppen heter nu {name}.").format(name=name)
            case "upp" | "ned" as step:
                actions.move_group(group, up=step == "upp", by=by, seen=seen)
                return ""
            case "bort":
                actions.remove_group(group, by=by, seen=seen)
                return swedish("Gruppen är borttagen.")
        raise Refused([NO_DEED.at(swedish("grupper"))])

    return _changed(request, done, "grupper")


def merges(request: HttpRequest) -> HttpResponse:
    """Tell rows together for a year, or by themselves again."""
    sent, by, seen = request.POST, actor_of(request), seen_in(request)
    if sent.get("steg") == "bort":
        year = sent.get("ar", "")

        def done() -> str:
            if not (year.isascii() and year.isdigit()):
                raise Refused([NO_DEED.at(swedish("rader som redovisas tillsammans"))])
            actions.remove_merge(tuple(sent.getlist("rad")), int(year), by=by, seen=seen)
            return swedish("Raderna redovisas var för sig igen.")

        return _changed(request, done, "tillsammans")
    form = MergeForm(questions.register_shown().register, sent)
    if form.is_valid():
        try:
            actions.add_merge(form.merge, by=by, seen=seen)
        except Refused as refusal:
            told_at(form, refusal, {"plan-merge-of-one": "rows", "plan-merged-twice": "rows"})
        else:
            messages.success(request, swedish("Raderna redovisas tillsammans."))
            return redirect(f"{reverse('register')}#tillsammans")
    return _page(request, merging=form)


def undo(request: HttpRequest) -> HttpResponse:
    """Take back the latest change."""

    def done() -> str:
        actions.undo_register(by=actor_of(request), seen=seen_in(request))
        return swedish("Registret är som det var före den senaste ändringen.")

    return _changed(request, done)


def _changed(request: HttpRequest, done: Callable[[], str], near: str = "", *, tried: str = "") -> HttpResponse:
    """Do a change and lead back to the register, near what was changed; what was refused is told on the page."""
    try:
        said = done()
    except Refused as refusal:
        return _page(request, refusal.problems, tried=tried)
    if said:
        messages.success(request, said)
    return redirect(f"{reverse('register')}{'#' if near else ''}{near}")


def _page(
    request: HttpRequest, problems: Iterable[Problem] = (), *, merging: MergeForm | None = None, tried: str = ""
) -> HttpResponse:
    shown = questions.register_shown()
    wrong = tuple(problems)
    may_change = actor_of(request).may(Deed.CHANGE_REGISTER)
    year = shown.year.last // 100 if shown.year else None
    told = {
        "shown": shown,
        "problems": wrong,
        "may_change": may_change,
        "groups": parts.groups(shown.register),
        "unplaced": parts.unplaced(shown, request.POST if tried else None, tried),
        "unplaced_told": parts.unplaced_told(shown),
        "group_choices": parts.group_choices(shown),
        "latest": parts.latest(shown),
        "merges": parts.merges(shown.register),
        "merging": merging or MergeForm(shown.register, year=year),
        "history": parts.history(shown),
        "new_group": request.POST.get("namn", "") if request.POST.get("steg") == "ny" else "",
        "empty": parts.nothing_yet(shown, may_read_in=actor_of(request).may(Deed.HAND_IN_LEDGER)),
    }
    failed = bool(wrong) or (merging is not None and bool(merging.errors))
    return render(request, "register/register.html", told, status=_UNPROCESSABLE if failed else 200)


def _row_page(request: HttpRequest, form: RowForm, shown: questions.RowShown) -> HttpResponse:
    may_change = actor_of(request).may(Deed.CHANGE_REGISTER)
    group = dict(form.groups).get(shown.row.group, shown.row.group)
    told = {
        "form": form,
        "seen": shown.seen,
        "title": row_in_words(shown.row),
        "facts": parts.cost_facts(shown) if may_change else parts.row_facts(shown, group),
        "projects": parts.projects(shown),
        "removal": parts.removal(shown),
        "may_change": may_change,
        "held": shown.row,
    }
    return render(request, "register/row.html", told, status=_UNPROCESSABLE if form.errors else 200)


def _row(key: str) -> questions.RowShown:
    shown = questions.register_row(code_of(key))
    if shown is None:
        raise Http404(swedish("Registret har ingen rad med den koden."))
    return shown


_ROW: Final = "kostnadsstallen/register/<path:key>/"
_CHANGE: Final = "kostnadsstallen/registret/"
ROUTES: Final = (
    Route("kostnadsstallen/register/", "register", register, reads=Deed.READ_BOOKS),
    Route(f"{_CHANGE}ny/", "register_new_row", new_row, reads=Deed.CHANGE_REGISTER, does=Deed.CHANGE_REGISTER),
    Route(f"{_CHANGE}placera/", "register_place", place, does=Deed.CHANGE_REGISTER),
    Route(f"{_CHANGE}grupper/", "register_groups", groups, does=Deed.CHANGE_REGISTER),
    Route(f"{_CHANGE}tillsammans/", "register_merges", merges, does=Deed.CHANGE_REGISTER),
    Route(f"{_CHANGE}angra/", "register_undo", undo, does=Deed.CHANGE_REGISTER),
    Route(f"{_CHANGE}flytta/<path:key>/", "register_move", move, does=Deed.CHANGE_REGISTER),
    Route(f"{_CHANGE}ta-bort/<path:key>/", "register_remove", remove, does=Deed.CHANGE_REGISTER),
    Route(_ROW, "register_row", row, reads=Deed.READ_BOOKS, does=Deed.CHANGE_REGISTER),
)
