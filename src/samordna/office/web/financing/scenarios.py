"""How is a year's plan shown beside what might change it, and how is a scenario kept?"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Final
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.document import Column, Row, Table
from samordna.domain.plan.financing.scenario import AllotmentChange, Others, SavedScenario, Scenario, told_change
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, ProblemKind, Refused, Severity
from samordna.look.parts import Link
from samordna.office import actions, questions
from samordna.office.questions import ScenariosShown
from samordna.office.web.financing import financing_parts as parts
from samordna.office.web.financing.financing import state_of, year_of
from samordna.office.web.financing.scenario_forms import KINDS, ScenarioForm
from samordna.office.web.financing.scenario_words import change_words, read_scenarios, saved_words
from samordna.office.web.forms.numbers import number_of
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.files import FORMATS
from samordna.office.web.pages.handing_over import format_named, hand_over
from samordna.office.web.pages.table_figure import figure_page
from samordna.office.web.routing import Route
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup

_UNPROCESSABLE: Final = 422
_MOST: Final = 4
_LESS: Final = Fraction(-1, 10)

TOO_MANY: Final = ProblemKind(
    "scenario-too-many",
    Severity.REFUSE,
    swedish("Bredvid planen får {most} scenarier plats."),
    swedish("Ta bort något av dem först."),
)


@dataclass(frozen=True, slots=True)
class _Asked:
    """What an address asks for: the year, and each scenario with how it stands there; ``usual`` when it names none."""

    year: Period
    told: tuple[tuple[str, Scenario], ...]
    problems: tuple[Problem, ...]
    usual: bool

    @property
    def scenarios(self) -> tuple[Scenario, ...]:
        """The scenarios themselves."""
        return tuple(one for _, one in self.told)

    @property
    def words(self) -> tuple[str, ...]:
        """How they stand in the address."""
        return tuple(words for words, _ in self.told)


def scenarios(request: HttpRequest, year: int) -> HttpResponse:
    """Show the plan of a year beside scenarios; a form that was filled in adds one and leads to its address."""
    asked = _asked(request, year)
    kind = request.GET.get("prova", "")
    if kind not in KINDS:
        return _page(request, asked)
    association = questions.plan_held().association
    form = KINDS[kind][1](association, asked.year, request.GET)
    if not form.is_valid():
        return _page(request, asked, tried=form)
    kept = () if asked.usual else asked.words
    words = (*kept, change_words(form.change))
    at = number_of(request.GET.get("till", ""))
    if at is not None and 0 < at <= len(kept):
        words = tuple(f"{one}|{words[-1]}" if place == at else one for place, one in enumerate(kept, start=1))
    if len(words) > _MOST:
        return _page(request, asked, [TOO_MANY.at(swedish("scenarier"), most=_MOST)], tried=form)
    return redirect(_address(year, words, _lage(request)))


def save(request: HttpRequest, year: int) -> HttpResponse:
    """Keep a scenario under a name, or take one away."""
    period, by, sent = year_of(year), actor_of(request), request.POST
    name, seen = sent.get("namn", "").strip(), seen_in(request)
    asked = _asked(request, year)
    try:
        if sent.get("steg") == "bort":
            actions.remove_scenario(period, name, by=by, seen=seen)
            messages.success(request, swedish("Scenariot {name} är borttaget.").format(name=name))
            kept = tuple(one for one in asked.words if one != saved_words(name))
            return redirect(_address(year, kept, _lage(request)))
        place = number_of(sent.get("nummer", "")) or 0
        if not 0 < place <= len(asked.told):
            raise Http404(swedish("Det scenariot finns inte på sidan. Gå tillbaka och försök igen."))
        words, scenario = asked.told[place - 1]
        state = questions.scenarios_shown(period, (), state_of(request)).state
        saved = SavedScenario(Scenario(name, scenario.changes), state)
        actions.save_scenario(period, saved, by=by, seen=seen)
    except Refused as refusal:
        return _page(request, asked, refusal.problems)
    messages.success(request, swedish("Scenariot {name} är sparat.").format(name=name))
    kept = tuple(saved_words(name) if one == words else one for one in asked.words)
    return redirect(_address(year, kept, _lage(request)))


def figure(request: HttpRequest, year: int, row: str, column: str) -> HttpResponse:
    """Show what a figure of the scenarios is."""
    asked = _asked(request, year)
    shown = questions.scenarios_shown(asked.year, asked.scenarios, state_of(request))
    back = Link(swedish("Visa i scenarierna"), _address(year, asked.words, _lage(request)))
    return figure_page(request, (shown.table,) if shown.table else (), ("scenarios", row, column), back)


def scenarios_file(request: HttpRequest, year: int, ending: str) -> HttpResponse:
    """Hand over the scenarios just as they are shown, as a file; the trail says who took it."""
    asked, form = _asked(request, year), format_named(ending)
    shown = questions.scenarios_shown(asked.year, asked.scenarios, state_of(request))
    if shown.problems:
        raise Refused(shown.problems)
    name = swedish("Scenarier {year}, {state}").format(year=year, state=shown.state.in_words)
    state, names = shown.state.in_words, [one.name for one in asked.scenarios]
    return hand_over(request, shown.document, name, form, period=str(asked.year), state=state, comment=names)


def _asked(request: HttpRequest, year: int) -> _Asked:
    """Return what an address or a form asks for; where it names nothing, ten per cent less from the first group."""
    period, held = year_of(year), questions.plan_held()
    said = request.POST if request.method == "POST" else request.GET
    named = [text for text in said.getlist("s") if text]
    words = named or list(_usual(held))
    told, problems = read_scenarios(words[:_MOST], held, period)
    return _Asked(period, told, problems, usual=not named)


def _usual(held: questions.PlanHeld) -> Iterable[str]:
    for group in held.association.groups[:1]:
        yield change_words(AllotmentChange(group.id, _LESS))
        yield change_words(AllotmentChange(group.id, _LESS, Others.FOLLOW))


def _address(year: int, words: Sequence[str], state: str, route: str = "scenarios") -> str:
    return f"{reverse(route, args=[year])}{_query(words, state)}"


def _query(words: Sequence[str], state: str) -> str:
    told = [*(("s", one) for one in words), *([("lage", state)] if state else [])]
    return f"?{urlencode(told)}" if told else ""


def _lage(request: HttpRequest) -> str:
    state = state_of(request)
    return parts.WORDS[state] if state else ""


def _page(
    request: HttpRequest, asked: _Asked, problems: Iterable[Problem] = (), *, tried: ScenarioForm | None = None
) -> HttpResponse:
    shown = questions.scenarios_shown(asked.year, asked.scenarios, state_of(request))
    actor, year, wrong = actor_of(request), parts.ends(asked.year), (*asked.problems, *problems)
    state = parts.WORDS[shown.state]
    kept = () if asked.usual else asked.words
    query = _query(asked.words, state).removeprefix("?")
    told = {
        "shown": shown,
        "year": year,
        "state": state,
        "state_told": shown.state.in_words,
        "words": kept,
        "shown_words": asked.words,
        "pickers": (parts.states(shown.state, lambda word: _address(year, kept, word)),),
        "problems": wrong,
        "refused": shown.refused,
        "table": _table(shown.table, year, query) if shown.table else None,
        "columns": tuple(_column(place, asked, shown, state) for place in range(len(asked.told))),
        "forms": tuple(_form(name, asked, tried) for name in KINDS) if shown.table else (),
        "targets": tuple((place, one.name) for place, one in enumerate(asked.scenarios, start=1)) if kept else (),
        "saved": tuple(_saved(said[0], asked, state) for said in shown.saved if said[0].value),
        "files": _files(asked, state) if shown.table and actor.may(Deed.EXPORT) else (),
        "may_save": actor.may(Deed.SAVE_SCENARIO),
        "typed_name": request.POST.get("namn", ""),
        "typed_at": number_of(request.POST.get("nummer", "")),
        "financing": Link(swedish("Till finansieringen"), f"{reverse('financing_year', args=[year])}?lage={state}"),
    }
    failed = bool(wrong) or tried is not None
    return render(request, "financing/scenarios.html", told, status=_UNPROCESSABLE if failed else 200)


def _table(shown: Table, year: int, query: str) -> Markup:
    """Return the table, each figure leading to what it rests on."""

    def address(row: Row, column: Column) -> str | None:
        return f"{reverse('scenario_figure', args=[year, row.id, column.id])}?{query}"

    return table_html(shown, title_shown=False, address=address)


def _files(asked: _Asked, state: str) -> tuple[Link, ...]:
    year, query = parts.ends(asked.year), _query(asked.words, state)
    return tuple(
        Link(one.label, f"{reverse('scenarios_file', args=[year, one.ending])}{query}") for one in FORMATS.values()
    )


def _column(place: int, asked: _Asked, shown: ScenariosShown, state: str) -> dict[str, object]:
    """Return a scenario by its number: what it changes, and the address without it."""
    words, scenario = asked.told[place]
    rest = tuple(one for at, one in enumerate(asked.words) if at != place)
    association = shown.held.association
    return {
        "number": place + 1,
        "name": scenario.name,
        "told": " ".join(told_change(one, association) for one in scenario.changes),
        "without": _address(parts.ends(asked.year), rest, state),
        "is_saved": words == saved_words(scenario.name),
    }


def _form(name: str, asked: _Asked, tried: ScenarioForm | None) -> dict[str, object]:
    label, made = KINDS[name]
    form = tried if tried is not None and tried.kind == name else made(questions.plan_held().association, asked.year)
    return {"kind": name, "label": label, "form": form, "open": form is tried}


def _saved(said: questions.Said[SavedScenario | None], asked: _Asked, state: str) -> dict[str, object]:
    words = saved_words(said.key)
    shown = words in asked.words
    kept = () if asked.usual else asked.words
    return {
        "name": said.key,
        "seen": said.number,
        "state": said.value.state.in_words if said.value else "",
        "by": said.by,
        "when": day_and_time(said.at),
        "shown": shown,
        "href": _address(parts.ends(asked.year), (*kept, words)[-_MOST:], state),
    }


_SCENARIOS: Final = "finansiering/<int:year>/scenarier/"
ROUTES: Final = (
    Route(_SCENARIOS, "scenarios", scenarios, reads=Deed.READ_BOOKS),
    Route(f"{_SCENARIOS}spara/", "save_scenario", save, does=Deed.SAVE_SCENARIO),
    Route(f"{_SCENARIOS}fil/<str:ending>/", "scenarios_file", scenarios_file, reads=Deed.EXPORT),
    Route(f"{_SCENARIOS}siffra/<str:row>/<str:column>/", "scenario_figure", figure, reads=Deed.READ_BOOKS),
)
