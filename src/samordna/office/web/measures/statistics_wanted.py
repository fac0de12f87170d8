"""Which statistics does an address ask for, and may whoever asks see them so?

View, period, audience, activity and unit stand in the address and nowhere else. What is for others than the association
itself is chosen whole: a part of it, beside the whole, would tell what the whole is there to hide.
"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict

from samordna.domain.measures.disclosure import Audience
from samordna.domain.measures.problems import ONLY_WHOLE
from samordna.domain.measures.view import View
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, ProblemKind, Refused, Severity
from samordna.office.questions import StatisticsChoices
from samordna.office.web.forms.wanted import address_period

ADDRESS: Final = "/uppfoljning/"

AUDIENCES: Final = {"forbundet": Audience.INSIDE, "agarna": Audience.OWNERS, "alla": Audience.PUBLIC}
"""The audiences of an address."""
_WORDS: Final = {audience: word for word, audience in AUDIENCES.items()}
_READABLE: Final = ".,:"


def _kind(code: str, found: str, remedy: str) -> ProblemKind:
    return ProblemKind(f"statistics-address-{code}", Severity.REFUSE, found, remedy)


NO_VIEW: Final = _kind("no-view", swedish("Vyn i adressen finns inte."), swedish("Välj en vy i listan."))
NO_PERIOD: Final = _kind(
    "no-period", swedish("Adressen säger ingen period: {why}."), swedish("Välj en period i listan.")
)
NO_AUDIENCE: Final = _kind(
    "no-audience", swedish("Adressen säger inte vem tabellerna är till för."), swedish("Välj bland dem i listan.")
)
NOT_THERE: Final = _kind(
    "not-there", swedish("Insatsen eller utföraren i adressen har inga siffror."), swedish("Välj bland dem i listan.")
)


@dataclass(frozen=True, slots=True)
class StatisticsWanted:
    """What is to be shown; ``activity`` and ``unit`` are ids, empty for all of them."""

    view: View
    period: Period
    audience: Audience
    activity: str = ""
    unit: str = ""

    @property
    def shown(self) -> View:
        """The view, limited to what is asked for."""
        activities = (self.activity,) if self.activity else self.view.activities
        units = (self.unit,) if self.unit else self.view.units
        return replace(self.view, activities=activities, units=units)

    @property
    def query(self) -> str:
        """The end of an address that wants this, with its question mark."""
        return f"?{urlencode(list(self.pairs()), safe=_READABLE)}"

    def pairs(self) -> Iterator[tuple[str, str]]:
        """Yield the names and values that say this in an address or a form."""
        yield "vy", self.view.key
        yield "period", address_period(self.period)
        yield "for", _WORDS[self.audience]
        if self.activity:
            yield "insats", self.activity
        if self.unit:
            yield "utforare", self.unit

    def figure(self, table: str, row: str, column: str) -> str:
        """Return the address that tells what a figure is."""
        return f"{ADDRESS}siffra/{self.query}&{figure_place(table, row, column)}"

    def but(self, **changed: object) -> "StatisticsWanted":
        """Return the same with something changed."""
        return replace(self, **changed)  # type: ignore[arg-type]


def figure_place(table: str, row: str, column: str) -> str:
    """Return how a figure stands in an address: not in its path, which no name with a slash can be part of."""
    return urlencode({"tabell": table, "rad": row, "kolumn": column}, safe=_READABLE)


def audience_word(audience: Audience) -> str:
    """Return how an audience stands in an address."""
    return _WORDS[audience]


def statistics_wanted(query: QueryDict, choices: StatisticsChoices) -> StatisticsWanted:
    """Return what an address wants; what it does not say is the usual.

    Raises ``Refused`` with everything in it that cannot be understood, and for a part of what is only shown whole.
    Raises ``LookupError`` when there is no period to choose.
    """
    problems: list[Problem] = []
    wanted = StatisticsWanted(
        view=_view(query, choices, problems),
        period=_period(query, choices, problems),
        audience=_audience(query, problems),
        activity=_there(query, "insats", choices.activities, problems),
        unit=_there(query, "utforare", choices.units, problems),
    )
    if wanted.audience is not Audience.INSIDE and wanted.shown.is_part:
        problems.append(ONLY_WHOLE.at(wanted.view.name, audience=wanted.audience.in_words))
    if problems:
        raise Refused(problems)
    return wanted


def _view(query: QueryDict, choices: StatisticsChoices, problems: list[Problem]) -> View:
    name = query.get("vy", "").strip()
    if name and name not in choices.by_key:
        problems.append(NO_VIEW.at("vy"))
    return choices.by_key.get(name, choices.views[0])


def _period(query: QueryDict, choices: StatisticsChoices, problems: list[Problem]) -> Period:
    text = query.get("period", "").strip()
    usual = choices.usual
    if not text:
        return usual
    try:
        return Period.parse(text)
    except ValueError as error:
        problems.append(NO_PERIOD.at("period", why=error))
        return usual


def _audience(query: QueryDict, problems: list[Problem]) -> Audience:
    word = query.get("for", "").strip()
    if word and word not in AUDIENCES:
        problems.append(NO_AUDIENCE.at("for"))
    return AUDIENCES.get(word, Audience.INSIDE)


def _there(query: QueryDict, name: str, there: dict[str, str], problems: list[Problem]) -> str:
    value = query.get(name, "").strip()
    if value and value not in there:
        problems.append(NOT_THERE.at(name))
        return ""
    return value
