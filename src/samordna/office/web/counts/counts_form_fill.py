"""How does a unit fill in the tables of its form, one at a time or all at once, and what is saved at each step?"""

from collections.abc import Iterable
from http import HTTPStatus
from typing import Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.domain.participation.filling import HowFar, filled, how_far, seen_word, with_tables
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.look.parts import Mark, Tone
from samordna.office import actions
from samordna.office.web.counts.counts_form_link import Opened, OpenForm, by_link, opened
from samordna.office.web.counts.counts_form_problems import TABLE_CHANGED
from samordna.office.web.counts.counts_form_tables import SEEN, Typed, table_shown
from samordna.office.web.counts.counts_form_told import Told, problems_in, questions_in

_NEXT, _BEFORE, _STAY, _REVIEW = "nasta", "forra", "kvar", "granska"
"""What the buttons of a form say of where to go on; otherwise the key of a table."""
MARKS: Final = {
    HowFar.EMPTY: Mark(Tone.QUIET, swedish("Tom")),
    HowFar.PARTLY: Mark(Tone.INFORM, swedish("Påbörjad")),
    HowFar.FILLED: Mark(Tone.DONE, swedish("Ifylld")),
}
_TO_MEND: Final = Mark(Tone.REFUSE, swedish("Att rätta"))
_ASKED_OF: Final = Mark(Tone.WARN, swedish("Fråga"))


@by_link
def tables(request: HttpRequest, link: Opened, activity: str) -> HttpResponse:
    """Show all tables of a form on one page and save them, or lead to the first that is not filled in."""
    form = link.form(activity)
    keys = tuple(table.key for table in form.asked.count_tables)
    if request.method == "POST":
        typed = _save(request, link, form, keys)
        if typed is None:
            to = _review(link, form) if request.POST.get("till") == _REVIEW else f"{form.address}?alla=1"
            return redirect(to)
        return _page(request, link, _again(link, activity, form), keys, typed)
    if not form.is_open:
        return redirect(_receipt(link, form))
    if request.GET.get("alla") == "1":
        return _page(request, link, form, keys)
    come = how_far(form.report, form.asked)
    left = next((key for key in keys if come[key] is not HowFar.FILLED), keys[0])
    return redirect(form.table_address(left))


@by_link
def table(request: HttpRequest, link: Opened, activity: str, table: str) -> HttpResponse:
    """Show a table of a form, and save it and lead on to the next."""
    form = link.form(activity)
    keys = tuple(one.key for one in form.asked.count_tables)
    if table not in keys:
        raise Http404
    if request.method == "POST":
        typed = _save(request, link, form, (table,))
        if typed is None:
            return redirect(_onward(request.POST.get("till", ""), link, form, table))
        return _page(request, link, _again(link, activity, form), (table,), typed)
    if not form.is_open:
        return redirect(_receipt(link, form))
    return _page(request, link, form, (table,))


def _save(request: HttpRequest, link: Opened, form: OpenForm, keys: tuple[str, ...]) -> Typed | None:
    """Save what was typed into some tables; return what came of it when nothing was saved."""
    values = {name: str(text) for name, text in request.POST.items()}
    said = filled(form.asked, keys, values)
    if said.wrong:
        return Typed(values, said.wrong)
    report = with_tables(form.report, keys, said)
    if report == form.report:
        return None
    if any(values.get(f"{SEEN}.{key}") != seen_word(form.report, form.asked, [key]) for key in keys):
        return Typed(values, problems=(TABLE_CHANGED.at(form.asked.activity.name),), meanwhile=True)
    try:
        actions.save_counts(report, by=link.actor, turn=form.turn)
    except Refused as refusal:
        return Typed(values, problems=refusal.problems, meanwhile=True)
    return None


def _again(link: Opened, activity: str, form: OpenForm) -> OpenForm:
    """Return a form as it stands now, when somebody else may just have saved it."""
    now = opened(link.secret)
    return now.form(activity) if now else form


def _onward(to: str, link: Opened, form: OpenForm, table: str) -> str:
    """Return where a button leads; what is no button leads to the next table."""
    keys = [one.key for one in form.asked.count_tables]
    at = keys.index(table)
    if to == _STAY:
        return form.table_address(table)
    if to == _BEFORE:
        return form.table_address(keys[max(at - 1, 0)])
    if to in keys:
        return form.table_address(to)
    return _review(link, form) if to == _REVIEW or at + 1 == len(keys) else form.table_address(keys[at + 1])


def _page(
    request: HttpRequest, link: Opened, form: OpenForm, keys: tuple[str, ...], typed: Typed | None = None
) -> HttpResponse:
    asked_of = questions_in(form)
    told = (*asked_of, *problems_in(form))
    all_keys = [one.key for one in form.asked.count_tables]
    at = all_keys.index(keys[0])
    context = {
        "link": link,
        "form": form,
        "shown": tuple(table_shown(form, key, told, typed) for key in keys),
        "jumps": _jumps(form, told, keys),
        "number": at + 1,
        "count": len(all_keys),
        "single": len(keys) == 1,
        "last": at + 1 == len(all_keys),
        "questions": tuple(one for one in asked_of if not one.table),
        "typed": typed,
    }
    return render(request, "counts_form/fill.html", context, status=_status(typed))


def _status(typed: Typed | None) -> int:
    if typed is None:
        return HTTPStatus.OK
    return HTTPStatus.CONFLICT if typed.meanwhile else HTTPStatus.UNPROCESSABLE_ENTITY


def _jumps(form: OpenForm, told: Iterable[Told], keys: tuple[str, ...]) -> tuple[dict[str, object], ...]:
    """Return every table with how far it has come; what is to be mended, and what is asked, goes before."""
    come = how_far(form.report, form.asked)
    refused = {one.table for one in told if one.tone is Tone.REFUSE}
    asked_of = {one.table for one in questions_in(form)}
    return tuple(
        {
            "key": one.key,
            "name": one.name,
            "mark": _TO_MEND if one.key in refused else _ASKED_OF if one.key in asked_of else MARKS[come[one.key]],
            "current": keys == (one.key,),
        }
        for one in form.asked.count_tables
    )


def _names(link: Opened, form: OpenForm) -> dict[str, str]:
    return {"secret": link.secret, "activity": form.asked.activity.key}


def _review(link: Opened, form: OpenForm) -> str:
    return reverse("counts_form_summary", kwargs=_names(link, form))


def _receipt(link: Opened, form: OpenForm) -> str:
    return reverse("counts_form_receipt", kwargs=_names(link, form))
