"""What exactly does each measure count? The registry, with an address of its own for each."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Final
from urllib.parse import quote

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from samordna.access.deeds import Deed
from samordna.domain.measures.measure import Form, Measure
from samordna.domain.measures.registry import MEASURES
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.look.parts import Fact, Link
from samordna.office.web.routing import Route

ADDRESS: Final = "/uppfoljning/matt/"

_GROUPS: Final = {
    Form.COUNT: swedish("Antal"),
    Form.SHARE: swedish("Andelar"),
    Form.EQUIVALENTS: swedish("Heltider"),
    Form.MEAN: swedish("Medelvärden"),
    Form.AGREED: swedish("Avtalat"),
    Form.BUDGETED: swedish("Budgeterat"),
    Form.OF_AGREED: swedish("Redovisat mot avtalat"),
}


@dataclass(frozen=True, slots=True)
class _Defined:
    """A measure as it is told: its key is its anchor."""

    key: str
    name: str
    definition: str
    facts: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class _Group:
    """Measures of one form under their heading."""

    id: str
    name: str
    measures: tuple[_Defined, ...]


def measures(request: HttpRequest) -> HttpResponse:
    """Show every measure with its definition."""
    ordered = sorted(MEASURES, key=lambda one: list(_GROUPS).index(one.form))
    groups = tuple(
        _Group(form.value, _GROUPS[form], tuple(map(_defined, found)))
        for form, found in groupby(ordered, key=lambda one: one.form)
    )
    told = {
        "groups": groups,
        "links": tuple(Link(group.name, f"#{group.id}", note=str(len(group.measures))) for group in groups),
        "count": len(MEASURES),
        "back": Link(swedish("Till statistiken"), "/uppfoljning/"),
    }
    return render(request, "statistics/measures.html", told)


def definition_address(measure: str) -> str:
    """Return where a measure is defined, by its key."""
    return f"{ADDRESS}#{quote(measure, safe='')}"


def _defined(measure: Measure) -> _Defined:
    return _Defined(measure.key, measure.name, measure.definition, tuple(_facts(measure)))


def _facts(measure: Measure) -> Iterator[Fact]:
    """Yield what a reader has to know to read the figure right."""
    yield Fact(swedish("Vilka"), measure.population)
    if measure.denominator:
        yield Fact(swedish("Täljare"), measure.numerator.counted.name)
        yield Fact(swedish("Nämnare"), measure.denominator.counted.name)
    yield Fact(swedish("Flera perioder"), measure.period_rule)
    yield Fact(swedish("Flera enheter"), measure.unit_rule)
    yield Fact(swedish("Enhet"), measure.unit.name)
    yield Fact(swedish("Källa"), _sources(measure))
    yield Fact(swedish("Version"), _version(measure))
    yield Fact(swedish("Nyckel"), measure.key)


def _sources(measure: Measure) -> str:
    """Return which tables of the units' reports it is made from."""
    if measure.form in (Form.AGREED, Form.BUDGETED):
        return swedish("Avtalade antal i registret över insatser")
    names = ", ".join(TABLES[table].name for table in measure.tables)
    return swedish("Enheternas siffror: {tables}").format(tables=names)


def _version(measure: Measure) -> str:
    since, until = swedish_date(measure.valid_from), measure.valid_until
    if until is None:
        return swedish("{version}, från {since}").format(version=measure.version, since=since)
    days = swedish("{version}, från {since} till {until}")
    return days.format(version=measure.version, since=since, until=swedish_date(until))


ROUTES: Final = (Route("uppfoljning/matt/", "measures", measures, reads=Deed.READ_STATISTICS),)
