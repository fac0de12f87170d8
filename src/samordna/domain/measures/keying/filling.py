"""How does what is known of a year become its keying sheet?"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.classification import Direction
from samordna.domain.activities.fixed import choices_of
from samordna.domain.activities.money import RowMoney, Told, together
from samordna.domain.activities.structural import StructuralEvent
from samordna.domain.document import EnteredOrigin, Missing, Number, Part
from samordna.domain.measures.disclosure import CellKey
from samordna.domain.measures.keying import problems as kinds
from samordna.domain.measures.keying.counts import ActivityCounts
from samordna.domain.measures.keying.form import counts_of, facts_of
from samordna.domain.measures.keying.sheet import (
    FACTS,
    KeyedBy,
    KeyingField,
    KeyingGroup,
    KeyingRow,
    KeyingSection,
    KeyingSheet,
)
from samordna.domain.measures.people import read_inside
from samordna.domain.participation.code_lists import CodeLists
from samordna.domain.participation.combining import Counted
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import Period, swedish_date
from samordna.domain.values.problem import Problem
from samordna.domain.values.unit import KRONOR, PERSONS

_VALUE: Final = (swedish("Värde"),)
_NEEDED: Final = swedish("Det framgår inte av registret. Ange det i insatsen.")
_NO_BUDGET: Final = swedish("Inget är budgeterat på insatsens kostnadsställen.")
_NOT_BOOKED: Final = swedish("Inget är bokfört på insatsens kostnadsställen.")
_NO_ROWS: Final = swedish("Insatsen har inget kostnadsställe i registret.")
_NOT_COUNTED: Final = swedish("Ingen är räknad vid tillfället.")


@dataclass(frozen=True)
class KnownOfYear:
    """What a sheet is filled in from: counts (None when no unit has told), money, events, names, and the association.

    ``whole`` are the amounts of the association itself by what they are called, None for one that nobody knows;
    ``told`` is why counts that are there cannot be put together. ``later`` are months that only some have told of, and
    ``left`` the names of those who have not.
    """

    year: Period
    counted: Counted | None
    money: Mapping[str, RowMoney]
    booked: Period | None
    events: Sequence[StructuralEvent]
    names: Mapping[str, str]
    whole: tuple[tuple[str, str, Part | None], ...]
    lists: CodeLists
    told: tuple[Problem, ...] = ()
    later: Period | None = None
    left: tuple[str, ...] = ()


def keying_sheet(activities: Iterable[Activity], known: KnownOfYear) -> KeyingSheet:
    """Return the sheet of a year: the association's own fields, then each activity that runs in it."""
    sections = [_of_association(known)]
    sections += [_of_activity(one, known) for one in activities if one.runs_in(known.year)]
    counted = known.counted.period if known.counted else None
    return KeyingSheet(known.year, counted, tuple(sections), tuple(_problems(known)))


def _problems(known: KnownOfYear) -> Iterator[Problem]:
    year = known.year.last // 100
    if known.told:
        yield from known.told
    elif known.counted is None:
        yield kinds.NO_COUNTS.at(swedish("antalen"), year=year)
    elif known.counted.period != known.year:
        yield kinds.YEAR_NOT_WHOLE.at(swedish("antalen"), counted=known.counted.period.in_words, year=year)
    if known.later is not None:
        yield kinds.LATER_LEFT.at(swedish("antalen"), later=known.later.in_words, units=", ".join(known.left))
    if known.booked is not None and known.booked != known.year:
        yield kinds.BOOKED_OTHER_MONTHS.at(swedish("pengarna"), covered=known.booked.in_words)


def _of_association(known: KnownOfYear) -> KeyingSection:
    rows = tuple(
        KeyingRow(label, (_amount(key, label, part, swedish("Det framgår inte av planen eller bokföringen.")),))
        for key, label, part in known.whole
    )
    group = KeyingGroup("whole", swedish("Medel och eget kapital"), KeyedBy.ADMINISTRATOR, _VALUE, rows)
    return KeyingSection("", swedish("Förbundet"), (group,))


def _of_activity(one: Activity, known: KnownOfYear) -> KeyingSection:
    groups = [_facts(one, known), _money(one, known)]
    counts = ActivityCounts(one, known.counted, known.lists) if known.counted else None
    if one.direction is Direction.STRUCTURAL:
        groups.append(_events(one, known, counts))
    elif counts:
        groups += [counts.group(asked) for asked in counts_of(one)]
    choices = () if one.registered else tuple(choices_of(one).items())
    return KeyingSection(one.id, one.name, tuple(groups), choices)


def _facts(one: Activity, known: KnownOfYear) -> KeyingGroup:
    rows = tuple(
        KeyingRow(
            fact.label,
            (KeyingField(fact.key, fact.label, fact.words, cell=None if fact.words else Missing(_NEEDED)),),
        )
        for fact in facts_of(one, known.names)
    )
    return KeyingGroup(FACTS, swedish("Insatsen"), KeyedBy.ADMINISTRATOR, _VALUE, rows)


def _money(one: Activity, known: KnownOfYear) -> KeyingGroup:
    told = ((Told.BUDGET, "budget", _NO_BUDGET), (Told.ACTUAL, "actual", _NOT_BOOKED))
    rows = tuple(
        KeyingRow(
            what.in_words,
            (
                _amount(
                    key,
                    what.in_words,
                    together(one.all_rows, known.money, what),
                    why if one.all_rows else _NO_ROWS,
                ),
            ),
        )
        for what, key, why in told
    )
    title = swedish("Pengar, hela kronor")
    return KeyingGroup("money", title, KeyedBy.ADMINISTRATOR, _VALUE, rows)


def _amount(key: str, label: str, part: Part | None, why: str) -> KeyingField:
    cell = Number(part.exact, KRONOR, part.origin) if part else Missing(why)
    return KeyingField(key, label, cell=cell)


def _events(one: Activity, known: KnownOfYear, counts: ActivityCounts | None) -> KeyingGroup:
    held = [event for event in known.events if event.activity == one.id and event.months.overlaps(known.year)]
    rows = tuple(_event(event, known.year) for event in sorted(held, key=lambda event: (event.first, event.key)))
    columns = (
        swedish("Första dag"), swedish("Sista dag"), swedish("Organisationer"), swedish("Antal"), swedish("Räknas"),
    )  # fmt: skip
    problems = tuple(_heads_differ(one, held, counts)) if counts else ()
    return KeyingGroup("events", swedish("Tillfällen"), KeyedBy.ADMINISTRATOR, columns, rows, problems)


def _event(event: StructuralEvent, year: Period) -> KeyingRow:
    def field(key: str, label: str, words: str) -> KeyingField:
        return KeyingField(f"{event.key}.{key}", f"{event.name}, {label}", words)

    return KeyingRow(
        event.name,
        (
            field("first", swedish("första dag"), swedish_date(event.first)),
            field("last", swedish("sista dag"), swedish_date(event.last)),
            field("organisations", swedish("organisationer"), ", ".join(event.organisations)),
            _heads(event, year),
            field("rule", swedish("räknas"), event.rule.in_words),
        ),
    )


def _heads(event: StructuralEvent, year: Period) -> KeyingField:
    label = swedish("{name}, antal").format(name=event.name)
    key = f"{event.key}.heads"
    if event.heads is None:
        return KeyingField(key, label, cell=Missing(_NOT_COUNTED))
    heads = read_inside(CellKey("head_count", year, (("event", event.key),)), event.heads)
    origin = EnteredOrigin(event.source, event.key, "actual", year)
    return KeyingField(key, label, cell=Number(heads, PERSONS, origin))


def _heads_differ(one: Activity, held: Sequence[StructuralEvent], counts: ActivityCounts) -> Iterator[Problem]:
    """Yield a warning when the units have told another number of heads than the register's events have together."""
    reported = counts.figure("head_count").exact
    if reported is None or any(event.heads is None for event in held):
        return
    within = counts.counted.period
    told = sum(event.heads.count for event in held if event.heads and within.covers(event.months))
    if told != reported.count:
        numbers = {"events": swedish_number(told), "reported": swedish_number(reported.count)}
        yield kinds.HEADS_DIFFER.at(one.name, **numbers)
