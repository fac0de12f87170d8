"""Is what stands in braces in a text something that ``prose`` can fill?

Told when a template is read, so that a misspelt place is found before there is a report, not in it.
"""

import re
from collections.abc import Iterator
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.unit import UNITS

FACTS: Final = ("association", "organisation_number", "period", "compare_period", "year", "start", "end")
"""The facts of a report that a text may name."""

_PLACE: Final = re.compile(r"\{([^{}]*)\}")
TERM: Final = re.compile(r"[^\s.]+\.\S+\.[^\s.]+")
"""A figure as a text names it: statement, row and column (``income.res3.actual``)."""

PLAN: Final = "plan"
"""Instead of a statement: what the plan says under the name that follows (``plan.outlook.closing_equity.forecast``)."""

STATISTICS: Final = "statistics"
"""Instead of a statement: a view of statistics, by the key that follows (``statistics.inflow-by-unit.total.all``)."""

_COLON: Final = re.compile(r":(?!\w)")
_MANNERS: Final = (*UNITS, "abs")


def checked_text(text: str) -> str:
    """Return a text on one line; raises ``ValueError`` that names the first place in it that cannot be filled."""
    if re.search(r"[{}]", _PLACE.sub("", text)):
        raise ValueError(swedish("en klammer saknar sin andra hälft"))
    for place in _PLACE.findall(text):
        _check(place)
    return " ".join(text.split())


def checked_figure(place: str) -> str:
    """Return a place that is written without its braces and must be a figure."""
    _check_figure(place)
    return place


def words_of(text: str) -> Iterator[str]:
    """Yield what is typed in a text: the words between places, and those inside a choice."""
    for index, piece in enumerate(_PLACE.split(text)):
        if index % 2 == 0:
            yield piece
        elif piece.startswith(("compare ", "known:")):
            words = parted(piece)[1] if piece.startswith("compare ") else piece.removeprefix("known:")
            yield re.sub(r"\[[^\]]*\]", "", words)


def parted(place: str) -> tuple[str, str]:
    """Return what stands before the colon of a choice and the words after it; ``1010:10`` is a row, not a choice."""
    before, *words = _COLON.split(place, maxsplit=1)
    return before, "".join(words)


def _check(place: str) -> None:
    if place in FACTS:
        return
    if place.startswith("known:"):
        _check_inner(place.removeprefix("known:"))
    elif place.startswith("compare "):
        _check_comparison(place)
    else:
        _check_figure(place)


def _check_comparison(place: str) -> None:
    terms, words = parted(place.removeprefix("compare "))
    if len(words.split("|")) != 3:
        raise ValueError(swedish("”{place}” ska ha tre val: mer | mindre | lika").format(place=place))
    if len(terms.split()) != 2 or not all(term == "0" or TERM.fullmatch(term) for term in terms.split()):
        raise ValueError(swedish("”{place}” ska jämföra två uppgifter").format(place=place))
    _check_inner(words)


def _check_inner(words: str) -> None:
    checked_text(words.replace("[", "{").replace("]", "}"))


def _check_figure(place: str) -> None:
    first, *rest = place.split() or [""]
    count = 2 if first in {"diff", "share"} else 1
    terms, manners = ([first, *rest][:1], rest) if count == 1 else (rest[:2], rest[2:])
    if len(terms) < count or not all(TERM.fullmatch(term) for term in terms):
        known = ", ".join(FACTS)
        told = swedish("”{place}” är varken en uppgift (räkning.rad.kolumn) eller något av {known}")
        raise ValueError(told.format(place=place, known=known))
    if first == "share" and any(term.startswith(f"{STATISTICS}.") for term in terms):
        told = swedish("”{place}”: andelar av antal står i vyns egna kolumner, så att de följer röjandekontrollen")
        raise ValueError(told.format(place=place))
    for manner in manners:
        if manner not in _MANNERS:
            told = swedish("”{manner}” i ”{place}” är ingen enhet; välj bland {known}")
            raise ValueError(told.format(manner=manner, place=place, known=", ".join(_MANNERS)))
