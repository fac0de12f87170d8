"""Which members, keys and allotments do the files of a folder tell of?"""

import datetime as dt
import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from samordna.domain.association.association import NO_ASSOCIATION, Association
from samordna.domain.association.checks import association_problems
from samordna.domain.association.key import AgreedWeight, AllocationKey, Basis, CountDay, GroupPart
from samordna.domain.association.members import Member, Party, PayingGroup
from samordna.domain.association.population import PopulationCount
from samordna.domain.plan.financing.allotment import Allotment, AllotmentEntry, AllotmentState
from samordna.domain.plan.financing.year import AgreedAmount, YearFinancing, year_problems
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.domain.values.unit import KRONOR, THOUSANDS, Unit
from samordna.sources.plan_files.cells import Line, calendar_year, day_of, lines_of, one_of, told_year, whole_number

GROUP_HEADINGS: Final = ("Grupp", "Namn")
MEMBER_HEADINGS: Final = ("Kod", "Namn", "Part", "Grupp", "Från", "Till")
KEY_HEADINGS: Final = ("Gäller från", "Grupp", "Andel", "Fördelas efter", "Folkmängd per", "Enhet", "Källa")
WEIGHT_HEADINGS: Final = ("Medlem", "Vikt", "Gäller från", "Källa")
POPULATION_HEADINGS: Final = ("Medlem", "Folkmängd", "Dag", "Källa")
ALLOTMENT_HEADINGS: Final = ("År", "Grupp", "Läge", "Belopp", "Dag", "Källa")
AGREED_HEADINGS: Final = ("Medlem", "Belopp", "Källa")

FINANCING_FILES: Final = re.compile(
    r"(betalargrupper|medlemmar|fordelningsnyckel|vikter|folkmangd|tilldelning)\.csv|overenskomna-bidrag-((?:19|20|21)[0-9]{2})\.csv"
)
"""What the files are called: the last is one for each year."""

_PARTIES: Final = {
    swedish("försäkringskassan"): Party.INSURANCE,
    swedish("arbetsförmedlingen"): Party.EMPLOYMENT,
    swedish("region"): Party.REGION,
    swedish("kommun"): Party.MUNICIPAL,
}
_BASES: Final = {swedish("folkmängd"): Basis.POPULATION, swedish("avtalade vikter"): Basis.AGREED}
_UNITS: Final[Mapping[str, Unit]] = {KRONOR.code: KRONOR, THOUSANDS.code: THOUSANDS}
_STATES: Final = {state.in_words: state for state in AllotmentState}
_ALWAYS: Final = dt.date(1900, 1, 1)
_ANY_YEAR: Final = Period(190001, 190012)


@dataclass(frozen=True, slots=True)
class FinancingRead:
    """The association that the files make, how its years are financed, and everything that is wrong with either."""

    association: Association
    years: tuple[YearFinancing, ...]
    problems: tuple[Problem, ...]

    def year(self, year: int) -> YearFinancing:
        """Return how a calendar year is financed; nothing is known of one that no file names."""
        wanted = calendar_year(year)
        return next((one for one in self.years if one.year == wanted), YearFinancing(wanted))


def read_financing(files: Mapping[str, bytes], held: Association = NO_ASSOCIATION) -> FinancingRead:
    """Return members, keys and allotments of some files, by their names; other files are left to their own readers.

    What no file tells of the association is as it is ``held``. It never raises for content.
    """
    problems: list[Problem] = []
    folder = _Folder(files, problems)
    association = Association(
        _groups(folder) or held.groups,
        _members(folder) or held.members,
        _keys(folder) or held.keys,
        _weights(folder) or held.weights,
        _populations(folder) or held.populations,
    )
    years = _years(folder)
    if not problems:
        problems += association_problems(association)
        problems += [problem for year in years for problem in year_problems(association, year)]
    return FinancingRead(association, years, tuple(problems))


@dataclass(frozen=True, slots=True)
class _Folder:
    """Some files by their names, and what has been found wrong in them so far."""

    files: Mapping[str, bytes]
    problems: list[Problem]

    def lines(self, name: str, headings: Sequence[str]) -> Iterator[Line]:
        """Yield the lines of a file; none of one that is not there."""
        if name in self.files:
            yield from lines_of(name, self.files[name], headings, self.problems)


def _groups(folder: _Folder) -> tuple[PayingGroup, ...]:
    lines = folder.lines("betalargrupper.csv", GROUP_HEADINGS)
    return tuple(PayingGroup(line.needed("Grupp"), line.needed("Namn")) for line in lines)


def _members(folder: _Folder) -> tuple[Member, ...]:
    lines = folder.lines("medlemmar.csv", MEMBER_HEADINGS)
    return tuple(
        Member(
            code=line.needed("Kod"),
            name=line.needed("Namn"),
            party=line.needed_as("Part", one_of(_PARTIES), Party.MUNICIPAL),
            group=line.needed("Grupp"),
            joined=line.read("Från", day_of, None),
            left=line.read("Till", day_of, None),
        )
        for line in lines
    )


def _keys(folder: _Folder) -> tuple[AllocationKey, ...]:
    """Return the keys: the lines of one day are one, and its first line says day of counting, unit and source."""
    keys: dict[dt.date, AllocationKey] = {}
    for line in folder.lines("fordelningsnyckel.csv", KEY_HEADINGS):
        basis = line.needed_as("Fördelas efter", one_of(_BASES), Basis.AGREED)
        part = GroupPart(line.needed("Grupp"), line.needed_as("Andel", whole_number, 0), basis)
        since = line.needed_as("Gäller från", day_of, _ALWAYS)
        unit, counted = (
            line.read("Enhet", one_of(_UNITS), KRONOR),
            line.read("Folkmängd per", _count_day, CountDay(6, 30)),
        )
        first = keys.get(since) or AllocationKey(since, (), line.needed("Källa"), unit, counted)
        keys[since] = AllocationKey(since, (*first.parts, part), first.source, first.unit, first.counted)
    return tuple(keys.values())


def _count_day(text: str) -> CountDay:
    found = re.fullmatch(r"([0-9]{2})-([0-9]{2})", text)
    if not found:
        raise ValueError(swedish("en dag på året skrivs MM-DD, till exempel 06-30"))
    return CountDay(int(found[1]), int(found[2]))


def _weights(folder: _Folder) -> tuple[AgreedWeight, ...]:
    lines = folder.lines("vikter.csv", WEIGHT_HEADINGS)
    return tuple(
        AgreedWeight(
            line.needed("Medlem"),
            line.needed_as("Vikt", whole_number, 0),
            line.needed_as("Gäller från", day_of, _ALWAYS),
            line.needed("Källa"),
        )
        for line in lines
    )


def _populations(folder: _Folder) -> tuple[PopulationCount, ...]:
    lines = folder.lines("folkmangd.csv", POPULATION_HEADINGS)
    return tuple(
        PopulationCount(
            line.needed("Medlem"),
            line.needed_as("Folkmängd", whole_number, 0),
            line.needed_as("Dag", day_of, _ALWAYS),
            line.needed("Källa"),
        )
        for line in lines
    )


def _years(folder: _Folder) -> tuple[YearFinancing, ...]:
    allotted = _allotments(folder)
    agreed = {
        year: _agreed(folder, name)
        for name in sorted(folder.files)
        if (found := FINANCING_FILES.fullmatch(name)) and found[2]
        for year in (calendar_year(int(found[2])),)
    }
    return tuple(
        YearFinancing(year, allotted.get(year, ()), agreed.get(year, ())) for year in sorted({*allotted, *agreed})
    )


def _allotments(folder: _Folder) -> dict[Period, tuple[Allotment, ...]]:
    """Return the allotments of each year: the lines of a group are its history, in the order they stand."""
    histories: dict[tuple[Period, str], list[AllotmentEntry]] = defaultdict(list)
    for line in folder.lines("tilldelning.csv", ALLOTMENT_HEADINGS):
        year = line.needed_as("År", _year, _ANY_YEAR)
        entry = AllotmentEntry(
            state=line.needed_as("Läge", one_of(_STATES), AllotmentState.REQUESTED),
            amount=line.amount("Belopp"),
            day=line.read("Dag", day_of, None),
            source=line.needed("Källa"),
        )
        histories[year, line.needed("Grupp")].append(entry)
    told: dict[Period, tuple[Allotment, ...]] = defaultdict(tuple)
    for (year, group), history in histories.items():
        told[year] += (Allotment(group, year, tuple(history)),)
    return told


def _year(text: str) -> Period:
    if not re.fullmatch(r"[0-9]{4}", text):
        raise ValueError(swedish("ett år skrivs med fyra siffror"))
    return told_year(int(text))


def _agreed(folder: _Folder, name: str) -> tuple[AgreedAmount, ...]:
    lines = folder.lines(name, AGREED_HEADINGS)
    return tuple(AgreedAmount(line.needed("Medlem"), line.amount("Belopp"), line.needed("Källa")) for line in lines)
