"""What does an address ask to be shown?

Period, comparison, unit, layout and imports stand in the address and nowhere else: whoever is sent it sees the same.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import Final, TypedDict
from urllib.parse import quote, urlencode

from django.http import QueryDict

from samordna.domain.statements.layout import Layout
from samordna.domain.statements.shipped import shipped_layout
from samordna.domain.statements.shown_in import MONEY
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, ProblemKind, Refused, Severity
from samordna.domain.values.unit import Unit
from samordna.office import questions
from samordna.office.web.forms.numbers import number_of

_READABLE: Final = ".,:"
"""Signs that an address may hold as they are: ``2024-01..2024-08``, ``3,4``."""

_VERSION: Final = re.compile(r"[1-9][0-9]{0,8}")

NO_PERIOD: Final = ProblemKind(
    "address-no-period",
    Severity.REFUSE,
    swedish("Adressen säger ingen period: {why}."),
    swedish("Välj en period i listan."),
)
NO_UNIT: Final = ProblemKind(
    "address-no-unit",
    Severity.REFUSE,
    swedish("Beloppen kan inte visas i den enhet som adressen säger."),
    swedish("Välj kronor, tusental kronor eller kronor med öre."),
)
NO_IMPORTS: Final = ProblemKind(
    "address-no-imports",
    Severity.REFUSE,
    swedish("Adressen säger inte vilka inläsningar som ska användas: {why}."),
    swedish("Skriv deras nummer med komma emellan, till exempel inlasningar=3,4, eller ta bort dem ur adressen."),
)

UNITS: Final = {"kr": MONEY[0], "tkr": MONEY[1], "ore": MONEY[2]}
"""The units of an address; without one the layout's own hold."""

_WORDS: Final = {unit.code: word for word, unit in UNITS.items()}


class Choices(TypedDict):
    """What questions of statements are asked with, by name."""

    unit: Unit | None
    layout: Callable[[int], Layout] | None
    versions: tuple[int, ...] | None


@dataclass(frozen=True, slots=True)
class Wanted:
    """What is to be shown; what is not said is the usual.

    ``layout`` is the name of a layout that comes with the program, or the number of a change of the association's
    own, as it was after that; empty for its own as it is. ``versions`` are imports by number, as known then, none
    for those that hold.
    """

    period: Period | None = None
    compare: Period | None = None
    unit: Unit | None = None
    layout: str = ""
    versions: tuple[int, ...] = ()

    @classmethod
    def read(cls, query: QueryDict) -> "Wanted":
        """Return what an address wants. Raises ``Refused`` with everything in it that cannot be understood."""
        problems: list[Problem] = []
        wanted = cls(
            period=_period(query, "period", problems),
            compare=_period(query, "jamfor", problems),
            unit=_unit(query, problems),
            layout=query.get("uppstallning", "").strip(),
            versions=_versions(query, problems),
        )
        if problems:
            raise Refused(problems)
        return wanted

    def figure(self, statement: str, row: str, column: str) -> str | None:
        """Return the address that tells what a figure is; None for one whose names an address cannot hold."""
        names = (statement, row, column)
        if not all(map(can_stand_in_an_address, names)):
            return None
        return f"/siffra/{'/'.join(quote(name, safe='') for name in names)}/{self.query}"

    @property
    def query(self) -> str:
        """The end of an address that wants this, with its question mark; empty for the usual."""
        written = urlencode(list(self._pairs()), safe=_READABLE)
        return f"?{written}" if written else ""

    def _pairs(self) -> Iterator[tuple[str, str]]:
        if self.period:
            yield "period", address_period(self.period)
        if self.compare:
            yield "jamfor", address_period(self.compare)
        if self.unit:
            yield "enhet", _WORDS[self.unit.code]
        if self.layout:
            yield "uppstallning", self.layout
        yield from self.of_imports

    @property
    def of_imports(self) -> tuple[tuple[str, str], ...]:
        """What a form keeps, so that what it leads to is of the same imports."""
        return (("inlasningar", ",".join(map(str, self.versions))),) if self.versions else ()

    def but(self, **changed: object) -> "Wanted":
        """Return the same with something changed."""
        return replace(self, **changed)  # type: ignore[arg-type]

    def asked(self, usual: Period) -> Asked:
        """Return what is asked for; ``usual`` is the period when none is said."""
        return Asked.of(self.period or usual, self.compare)

    @property
    def choices(self) -> Choices:
        """How the questions are asked."""
        return Choices(unit=self.unit, layout=self._layout, versions=self.versions or None)

    @property
    def _layout(self) -> Callable[[int], Layout] | None:
        revision = number_of(self.layout)
        if revision is not None:
            return partial(questions.layout_for, revision=revision)
        return partial(shipped_layout, self.layout) if self.layout else None


def can_stand_in_an_address(name: str) -> bool:
    """Tell whether a name is a part of an address that every browser sends as it is."""
    return "/" not in name and name not in {"", ".", ".."}


def address_period(period: Period) -> str:
    """Return how a period stands in an address: a single month alone."""
    return str(period).partition("..")[0] if period.first == period.last else str(period)


def _period(query: QueryDict, name: str, problems: list[Problem]) -> Period | None:
    text = query.get(name, "").strip()
    if not text:
        return None
    try:
        return Period.parse(text)
    except ValueError as error:
        problems.append(NO_PERIOD.at(name, why=error))
        return None


def _unit(query: QueryDict, problems: list[Problem]) -> Unit | None:
    text = query.get("enhet", "")
    if text and text not in UNITS:
        problems.append(NO_UNIT.at("enhet"))
    return UNITS.get(text)


def _versions(query: QueryDict, problems: list[Problem]) -> tuple[int, ...]:
    """Return the imports that are named, by commas or once for each, in order and each once."""
    words = [word.strip() for text in query.getlist("inlasningar") for word in text.split(",") if word.strip()]
    if not all(_VERSION.fullmatch(word) for word in words):
        problems.append(NO_IMPORTS.at("inlasningar", why=swedish("ett nummer är inget nummer")))
        return ()
    return tuple(sorted({int(word) for word in words}))


def periods_of(wanted: Wanted, now: questions.Periods) -> questions.Periods:
    """Return the periods of the imports that an address names; ``now`` are those of the imports that hold."""
    return questions.periods(wanted.versions) if wanted.versions else now
