"""How does a scenario stand in an address, so that whoever is sent it sees the same?

A scenario is its changes with ``|`` between, a change its words with ``:`` between. Words of people are escaped.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from typing import Final
from urllib.parse import quote, unquote

from samordna.domain.association.association import Association
from samordna.domain.association.key import AllocationKey, Basis, GroupPart
from samordna.domain.association.members import Member, Party
from samordna.domain.plan.financing.scenario import (
    TRIED,
    AllotmentChange,
    Change,
    Joining,
    Leaving,
    NewKey,
    Others,
    Scenario,
    joining,
)
from samordna.domain.values.day import day_of
from samordna.domain.values.language import swedish
from samordna.domain.values.money import round_half_away
from samordna.domain.values.numerals import GROUP, swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem, ProblemKind, Refused, Severity
from samordna.office.questions import PlanHeld

_ALLOTMENT, _LEAVES, _JOINS, _KEY, _SAVED = "tilldelning", "lamnar", "ny", "nyckel", "sparad"
_OTHERS: Final = {"star": Others.STAND, "foljer": Others.FOLLOW}
_HUNDRED: Final = 100
_LONGEST: Final = 2_000

NOT_UNDERSTOOD: Final = ProblemKind(
    "scenario-not-understood",
    Severity.REFUSE,
    swedish("Adressen har ett scenario som inte går att förstå: {text}."),
    swedish("Ta bort det ur adressen, eller gör om det med formulären nedan."),
)
NO_SUCH_SAVED: Final = ProblemKind(
    "scenario-no-such-saved",
    Severity.REFUSE,
    swedish("Det finns inget sparat scenario som heter ”{name}”."),
    swedish("Välj bland de sparade nedan: någon kan ha tagit bort det."),
)


def change_words(change: Change) -> str:
    """Return how a change stands in an address."""
    return ":".join(quote(word, safe="") for word in _words(change))


def _words(change: Change) -> Iterator[str]:
    match change:
        case AllotmentChange(group, by, others):
            how = next(word for word, one in _OTHERS.items() if one is others)
            yield from (_ALLOTMENT, group, str(by * _HUNDRED), how)
        case Leaving(member, last):
            yield from (_LEAVES, member, last.isoformat())
        case Joining(member, weight):
            count = weight.weight if hasattr(weight, "weight") else weight.count
            joined = member.joined.isoformat() if member.joined else ""
            yield from (_JOINS, member.code, member.name, member.party.value, member.group, joined, str(count))
        case NewKey(key):
            yield _KEY
            yield from (f"{part.group}={part.weight}={part.basis.value}" for part in key.parts)


def saved_words(name: str) -> str:
    """Return how a scenario that is kept stands in an address."""
    return f"{_SAVED}:{quote(name, safe='')}"


def read_scenarios(
    words: Sequence[str], held: PlanHeld, year: Period
) -> tuple[tuple[tuple[str, Scenario], ...], tuple[Problem, ...]]:
    """Return the scenarios of an address with how each stands there, and what in it cannot be understood."""
    told: list[tuple[str, Scenario]] = []
    problems: list[Problem] = []
    for text in words:
        try:
            told.append((_as_written(text), _scenario(text, held, year)))
        except Refused as refusal:
            problems += refusal.problems
    return tuple(told), tuple(problems)


def _as_written(text: str) -> str:
    """Return some words as this program writes them: a name that a person typed into an address is escaped."""
    kind, _, name = text.partition(":")
    return saved_words(unquote(name)) if kind == _SAVED else text


def _scenario(text: str, held: PlanHeld, year: Period) -> Scenario:
    if text.startswith(f"{_SAVED}:"):
        name = unquote(text.partition(":")[2])
        found = (said.value.scenario for said in held.scenarios if said.period == year and said.key == name)
        scenario = next(found, None)
        if scenario is None:
            raise Refused([NO_SUCH_SAVED.at(swedish("scenarier"), name=name[:_HUNDRED])])
        return scenario
    try:
        changes = tuple(_change(one, held.association, year) for one in text[:_LONGEST].split("|"))
    except (ValueError, IndexError, KeyError, ZeroDivisionError, OverflowError) as error:
        raise Refused([NOT_UNDERSTOOD.at(swedish("scenarier"), text=text[:_HUNDRED])]) from error
    return Scenario(" + ".join(_short(one, held.association) for one in changes), changes)


def _change(text: str, association: Association, year: Period) -> Change:
    """Return the change that some words say; raises ``ValueError`` and its like for words that say none."""
    kind, *words = (unquote(word) for word in text.split(":"))
    if kind == _ALLOTMENT:
        group, percent, how = words
        return AllotmentChange(group, _percent(percent), _OTHERS[how])
    if kind == _LEAVES:
        code, last = words
        return Leaving(code, day_of(last))
    if kind == _JOINS:
        code, name, party, group, joined, count = words
        member = Member(code, name, Party(party), group, day_of(joined) if joined else None)
        return joining(association, year, member, int(count))
    if kind == _KEY and words:
        return NewKey(tried_key(association, year, tuple(_part(word) for word in words)))
    raise ValueError(text)


def _percent(text: str) -> Fraction:
    by = Fraction(text) / _HUNDRED
    if not -1 <= by <= _HUNDRED:
        raise ValueError(text)
    return by


def _part(text: str) -> GroupPart:
    group, weight, basis = text.rsplit("=", 2)
    return GroupPart(group, int(weight), Basis(basis))


def tried_key(association: Association, year: Period, parts: tuple[GroupPart, ...]) -> AllocationKey:
    """Return a key that is tried for a year: other parts, counted and rounded as the one that holds."""
    held = association.key_of(year)
    if held is None:
        return AllocationKey(year.start, parts, TRIED)
    return AllocationKey(year.start, parts, TRIED, held.unit, held.counted)


def _short(change: Change, association: Association) -> str:
    """Return a change in a few words: what its column is called."""
    match change:
        case AllotmentChange(group, by, others):
            named = association.group(group)
            told = f"{named.name if named else group} {_signed(by)}{GROUP}%"
            return swedish("{told}, andra följer").format(told=told) if others is Others.FOLLOW else told
        case Joining(member):
            return swedish("{member} kommer").format(member=member.name)
        case Leaving(code):
            found = association.member(code)
            return swedish("{member} lämnar").format(member=found.name if found else code)
        case NewKey():
            return swedish("Annan nyckel")


def _signed(by: Fraction) -> str:
    percent = swedish_number(int(round_half_away(by * _HUNDRED)))
    return f"+{percent}" if by > 0 else percent
