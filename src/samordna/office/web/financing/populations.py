"""How do populations come in on the site: typed, from a file, or from Statistics Sweden?"""

from typing import Final

from django.contrib import messages
from django.http import HttpRequest, HttpResponse

from samordna.access.deeds import Deed
from samordna.access.guard import actor_of
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.office import actions, questions
from samordna.office.web.financing.members_forms import PopulationFileForm, PopulationForm
from samordna.office.web.financing.members_page import REMOVE, Tried, changed, day_named, typed, year_of_counts
from samordna.office.web.forms.seen import seen_in
from samordna.office.web.routing import Route
from samordna.sources.budgets import LARGEST_FILE


def population(request: HttpRequest) -> HttpResponse:
    """Enter the populations of a day, or take one away."""
    sent, by, seen = request.POST, actor_of(request), seen_in(request)
    if sent.get("steg") == REMOVE:

        def removed() -> str:
            day = day_named(sent.get("dag", ""), swedish("folkmängden"))
            actions.remove_population(sent.get("medlem", ""), day, by=by, seen=seen)
            return swedish("Folkmängden är borttagen.")

        return changed(request, removed, "folkmangd")
    wanted = questions.counts_wanted(year_of_counts(request))
    form = PopulationForm(wanted.members if wanted else (), sent)

    def done() -> str:
        actions.enter_population(*form.counts, by=by, seen=seen)
        return swedish("Folkmängden är sparad.")

    return typed(request, form, done, Tried({"population": form}), "folkmangd")


def population_file(request: HttpRequest) -> HttpResponse:
    """Take the populations of a file."""
    form = PopulationFileForm(request.POST, request.FILES, label_suffix="")

    def done() -> str:
        content = form.cleaned_data["file"].read(LARGEST_FILE)
        taken = actions.take_population_file(content, by=actor_of(request), seen=seen_in(request))
        return _taken(request, taken)

    return typed(request, form, done, Tried({"file": form}), "folkmangd")


def population_scb(request: HttpRequest) -> HttpResponse:
    """Take the populations that the key of a year counts from Statistics Sweden."""
    year = year_of_counts(request)

    def done() -> str:
        kept = request.POST.get("sparat") == "ja"
        taken = actions.fetch_population(year, by=actor_of(request), seen=seen_in(request), kept=kept)
        return _taken(request, taken)

    return changed(request, done, "folkmangd")


def _taken(request: HttpRequest, taken: actions.PopulationsTaken) -> str:
    """Return what came in, and tell besides what is worth knowing of it."""
    for problem in taken.told:
        messages.warning(request, f"{problem.found} {problem.remedy}")
    told = swedish("Folkmängden {day} är inläst för {count}. Källa: {source}.")
    return told.format(day=swedish_date(taken.day), count=taken.in_words, source=taken.source)


_POPULATION: Final = "finansiering/medlemmar/folkmangd/"
ROUTES: Final = (
    Route(_POPULATION, "members_population", population, does=Deed.CHANGE_MEMBERS),
    Route(f"{_POPULATION}fil/", "members_population_file", population_file, does=Deed.CHANGE_MEMBERS),
    Route(f"{_POPULATION}scb/", "members_population_scb", population_scb, does=Deed.FETCH_POPULATION),
)
