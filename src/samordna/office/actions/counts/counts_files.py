"""How do counts that stand in files come in, all of them or nothing?"""

import datetime as dt
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.participation.asked import Asked
from samordna.domain.participation.collecting.calendar import CountsAsked
from samordna.domain.participation.counts_report import CountsReport
from samordna.domain.values.identity_number import mask
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.counts.counts import hand_in_within
from samordna.office.actions.counts.counts_problems import NOTHING_ASKED, UNKNOWN_KIND_OF_FILE
from samordna.office.actions.doing import doing
from samordna.office.actions.plan.plan_saying import refuse_any
from samordna.office.questions.counts.counts import counts_held, unit_keys
from samordna.office.store.writing import alone
from samordna.sources.counts import CountsReading, read_counts_table, read_packet, read_template


@dataclass(frozen=True, slots=True)
class CountsTaken:
    """What came in: whose and for when, each, and what is told of it all the same."""

    reports: tuple[CountsReport, ...]
    problems: tuple[Problem, ...]


def take_counts(
    files: Mapping[str, bytes],
    *,
    by: Actor,
    reason: str = "",
    arrived: dt.date | None = None,
    of: Iterable[CountsAsked] | None = None,
) -> CountsTaken:
    """Hand in the counts of files by their names: forms, packets and tables, each for whom and when it says itself.

    ``arrived`` is the day they came to the office, when that was before today. ``of`` are the lines of the calendar
    that they may answer: a unit hands in its own; None is all of them. The same files again change nothing. Raises
    ``Refused`` with everything that is wrong with any of them.
    """
    with doing(Deed.SEND_IN_COUNTS, by=by, subject=mask(", ".join(files))), alone():
        held = counts_held()
        asked = held.asked if of is None else tuple(held.asked_of(line) for line in of)
        readings = [one for name, data in files.items() for one in _read(name, data, asked)]
        read = refuse_any(problem for one in readings for problem in one.problems)
        reports = tuple(one.report for one in readings if one.report is not None)
        told = [*read, *_handed_in(reports, by, reason, arrived)]
        return CountsTaken(reports, tuple(dict.fromkeys(told)))


def _handed_in(reports: tuple[CountsReport, ...], by: Actor, reason: str, arrived: dt.date | None) -> Iterator[Problem]:
    """Hand in one after the other, and say what is wrong with all that are refused."""
    refused: list[Problem] = []
    told: list[Problem] = []
    for report in reports:
        try:
            told += hand_in_within(report, by=by, reason=reason, arrived=arrived)
        except Refused as refusal:
            refused += refusal.problems
    if refused:
        raise Refused(refused)
    yield from told


def _read(name: str, data: bytes, asked: tuple[Asked, ...]) -> tuple[CountsReading, ...]:
    if not asked:
        return (CountsReading(None, (NOTHING_ASKED.at(mask(name)),)),)
    kind = name.rpartition(".")[2].lower()
    if kind == "csv":
        return read_counts_table(name, data, asked)
    if kind == "xlsx":
        return (read_template(data, name, asked),)
    if kind == "json":
        return (read_packet(data, name, asked, unit_keys()),)
    return (CountsReading(None, (UNKNOWN_KIND_OF_FILE.at(mask(name)),)),)
