"""Which activities, performers, agreements, projects, goals, measures and units' answers bear the words looked for?

Only what they are called is looked at: no count, and nothing that only some may read.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from samordna.domain.activities.units import units_of
from samordna.domain.measures.registry import BY_KEY
from samordna.domain.values.language import swedish
from samordna.domain.values.spelling import fits, marked
from samordna.office.questions.activities.activities import activities_held
from samordna.office.questions.counts.counts import counts_held
from samordna.office.questions.front.name_hits import Marked
from samordna.office.questions.goals.goals_held import goals_held
from samordna.office.questions.plan.plan import plan_held


@dataclass(frozen=True, slots=True)
class ThingHit:
    """A thing that was found: ``place`` are the parts of its address, ``note`` what else is told of it."""

    place: tuple[str, ...]
    title: Marked
    note: str = ""


def activity_hits(words: Sequence[str]) -> Iterator[ThingHit]:
    """Yield the activities that the words fit, in the order of the register."""
    yield from _hits(words, ((one.id, one.name, "") for one in activities_held().activities))


def performer_hits(words: Sequence[str]) -> Iterator[ThingHit]:
    """Yield the units that the words fit, by name or by where they are."""
    for unit in units_of(activities_held().activities):
        if fits(words, f"{unit.name} {unit.municipality}"):
            does = ", ".join(activity.name for activity, _ in unit.performs)
            yield ThingHit((unit.id,), marked(words, unit.name), does)


def agreement_hits(words: Sequence[str]) -> Iterator[ThingHit]:
    """Yield the agreements that the words fit: by number, with whom and about what."""
    for said in plan_held().agreements:
        one = said.value
        title = f"{one.number} {one.name}"
        if fits(words, f"{title} {one.party}"):
            yield ThingHit((str(one.number),), marked(words, title), one.party)


def project_hits(words: Sequence[str]) -> Iterator[ThingHit]:
    """Yield the external projects that the words fit: by name, funder or the funder's reference."""
    for said in plan_held().projects:
        one = said.value
        if fits(words, f"{one.name} {one.funder} {one.reference}"):
            yield ThingHit((one.id,), marked(words, one.name), one.funder)


def goal_hits(words: Sequence[str]) -> Iterator[ThingHit]:
    """Yield the goals that the words fit: by name, or by what they are read of."""
    for one in goals_held():
        read_of = one.indicator.name if one.indicator else ""
        if fits(words, f"{one.name} {read_of}"):
            yield ThingHit((one.id,), marked(words, one.name), read_of)


def measure_hits(words: Sequence[str]) -> Iterator[ThingHit]:
    """Yield the measures that the words fit."""
    yield from _hits(words, ((one.key, one.name, one.definition) for one in BY_KEY.values()))


def answer_hits(words: Sequence[str]) -> Iterator[ThingHit]:
    """Yield the units' answers that the words fit, by unit, activity and months: how far each has come, no count."""
    for line in counts_held().awaited:
        asked = line.asked
        title = swedish("{unit}, {period}").format(unit=asked.unit.name, period=asked.period.in_words)
        if fits(words, f"{title} {asked.activity.name}"):
            note = swedish("{activity}, {state}").format(activity=asked.activity.name, state=line.state.in_words)
            yield ThingHit((asked.unit.key, asked.activity.key, str(asked.period)), marked(words, title), note)


def _hits(words: Sequence[str], told: Iterable[tuple[str, str, str]]) -> Iterator[ThingHit]:
    return (ThingHit((key,), marked(words, name), note) for key, name, note in told if fits(words, name))
