"""How are the chapters of a year's plan written, and what was written in each before?"""

from collections.abc import Iterator, Mapping
from typing import Final

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.plan.activity_plan.adoption import PlanState
from samordna.domain.plan.activity_plan.chapters import Chapter, part_chapter
from samordna.domain.plan.activity_plan.planned import ActivityPlan
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.look.parts import Cell, Heading, Link, Things
from samordna.office import actions, questions
from samordna.office.questions import WrittenText
from samordna.office.web.forms.plan_fields import told_at
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.plan import plan_parts as parts
from samordna.office.web.plan.plan_form import AT, ChapterForm
from samordna.office.web.routing import Route

_UNPROCESSABLE: Final = 422
_OF_PART: Final = swedish("Vad insatsen är, för vem och hur den går till. Inga uppgifter om enskilda.")


def texts(request: HttpRequest, year: int) -> HttpResponse:
    """Show the chapters of a year's plan, with what can be written."""
    return _page(request, parts.year_of(year))


def write(request: HttpRequest, year: int) -> HttpResponse:
    """Let a chapter say what was written."""
    period = parts.year_of(year)
    chapter = request.POST.get("kapitel", "")
    known = {name: (title, asks) for name, title, asks in _chapters(questions.plan_asked(period).plan)}
    if chapter not in known:
        raise Http404(swedish("Planen har inget sådant kapitel. Öppna sidan Texter på nytt."))
    title, asks = known[chapter]
    form = ChapterForm(chapter, title, asks, request.POST)
    if form.is_valid():
        try:
            actions.write_chapter(period, form.said, by=actor_of(request), seen=seen_in(request))
        except Refused as refusal:
            told_at(form, refusal, AT)
        else:
            messages.success(request, swedish("{title} är sparat.").format(title=title))
            answer = redirect("plan_texts", year)
            answer["Location"] += f"#{_anchor(chapter)}"
            return answer
    return _page(request, period, tried=(chapter, form))


def _chapters(plan: ActivityPlan) -> Iterator[tuple[str, str, str]]:
    """Yield each chapter that can be written: its name, its title, and what is asked for."""
    for chapter in Chapter:
        yield chapter.value, chapter.title, chapter.asks
    for part in plan.parts:
        yield part_chapter(part.id), part.heading, _OF_PART


def _page(request: HttpRequest, year: Period, *, tried: tuple[str, forms.Form] | None = None) -> HttpResponse:
    asked, said = questions.plan_asked(year), questions.texts_said(year)
    adopted = asked.life.state is PlanState.ADOPTED
    told = {
        "year": parts.ends(year),
        "mark": parts.mark(asked.life),
        "back": Link(swedish("Till planen {year}").format(year=parts.ends(year)), f"/plan/{parts.ends(year)}/"),
        "adopted": adopted,
        "may_plan": actor_of(request).may(Deed.PLAN_ACTIVITIES) and not adopted,
        "chapters": tuple(
            _chapter(name, title, asks, said, tried[1] if tried and tried[0] == name else None)
            for name, title, asks in _chapters(asked.plan)
        ),
    }
    return render(request, "plan/texts.html", told, status=_UNPROCESSABLE if tried else 200)


def _chapter(
    name: str, title: str, asks: str, said: Mapping[str, tuple[WrittenText, ...]], form: forms.Form | None
) -> dict[str, object]:
    history = said.get(name, ())
    latest = history[0] if history else None
    held = latest.text if latest else ""
    return {
        "name": name,
        "anchor": _anchor(name),
        "title": title,
        "held": held,
        "who": f"{latest.by} {day_and_time(latest.at)}" if latest else "",
        "seen": latest.number if latest else 0,
        "form": form or ChapterForm(name, title, asks, held=held),
        "tried": form is not None,
        "earlier": _earlier(history[1:]),
    }


def _earlier(history: tuple[WrittenText, ...]) -> Things | None:
    rows = tuple((Cell(one.text or swedish("ingen text")), Cell(one.by), Cell(day_and_time(one.at))) for one in history)
    names = (Heading(swedish("Text"), sentences=True), Heading(swedish("Av")), Heading(swedish("När")))
    return Things(swedish("Tidigare texter"), names, rows) if rows else None


def _anchor(chapter: str) -> str:
    return f"kapitel-{chapter.replace(':', '-')}"


_HERE: Final = "plan/<int:year>/texter/"
ROUTES: Final = (
    Route(_HERE, "plan_texts", texts, reads=Deed.READ_BOOKS),
    Route(f"{_HERE}skriv/", "plan_write", write, does=Deed.PLAN_ACTIVITIES),
)
