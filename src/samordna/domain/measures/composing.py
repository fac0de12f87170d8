"""How is a view laid out that somebody puts together of measures and what they are divided by?"""

from collections.abc import Sequence
from typing import Final

from samordna.domain.measures.registry import BY_KEY, Form
from samordna.domain.measures.view import View, ViewKind, division_of, table_by
from samordna.domain.measures.wanted import START_TO_END
from samordna.domain.participation.tables import DIVIDED, TABLES
from samordna.domain.values.language import swedish

_ANSWERS: Final = frozenset({Form.MEAN})
_NAMES: Final = {
    "source": swedish("remittent"),
    "municipality": swedish("kommun"),
    "reason": swedish("orsak"),
    "age": swedish("ålder"),
    "education": swedish("utbildning"),
    "income": swedish("försörjning"),
    "occupation": swedish("sysselsättning"),
    "waiting_time": swedish("väntetid"),
    "occasion": swedish("tillfälle"),
    "destination": swedish("vad som följde"),
    "income_transition": swedish("huvudsaklig försörjning, från start till avslut"),
}


def division_names() -> dict[str, str]:
    """Return what figures can be divided by, with what a person calls it; start and end are one."""
    found = dict.fromkeys(_joined(division_of(table.key)) for table in DIVIDED)
    return {name: _NAMES.get(name, name) for name in found}


def composed(measures: Sequence[str], place: str, division: str, *, shares: bool = False) -> View:
    """Return a view of measures, divided by unit or activity (empty: neither) and by a division (empty: by none).

    It is laid out as suits it: answers question by question, after the counts that are chosen with them; those who
    ended from start to end, where the division is known of both; several measures beside each other by place, or under
    each other; else each measure by itself.
    """
    by = tuple(one for one in (place, division) if one)
    return View("", "", _kind(measures, place, division), tuple(measures), by, shares=shares and bool(division))


def _kind(measures: Sequence[str], place: str, division: str) -> ViewKind:
    told = [BY_KEY[key] for key in measures if key in BY_KEY]
    if any(one.form in _ANSWERS for one in told):
        return ViewKind.CHANGE
    if division:
        families = {one.numerator.family for one in told}
        both = all(table_by(family, f"{division}{end}") for family in families for end in START_TO_END)
        pairs = [TABLES[one].margins for family in families if (one := table_by(family, division))]
        if any(pairs) and not place:
            return ViewKind.TRANSITIONS
        return ViewKind.START_TO_END if families and both else ViewKind.BY_GENDER
    if len(told) == 1:
        return ViewKind.BY_GENDER
    agreed = any(one.agreed for one in told)  # which is of women and men alike, and has no place in a summary
    return ViewKind.SIDE_BY_SIDE if place or agreed else ViewKind.SUMMARY


def _joined(division: str) -> str:
    for end in START_TO_END:
        division = division.removesuffix(end)
    return division
