"""By which rules are contributions asked for and booked, and what has been asked for, say the files of a folder?"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from samordna.domain.plan.contributions.requisition import RequisitionState, RequisitionStep
from samordna.domain.plan.contributions.rules import ContributionRules, DueDay, DueIn, GroupRule, LedgerRule
from samordna.domain.plan.rhythm import Rhythm
from samordna.domain.values.day import likely_months
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Problem
from samordna.sources.plan_files.cells import calendar_year, day_of, lines_of, one_of, whole_number

GROUP_HEADINGS: Final = ("Grupp", "Takt", "Dag", "Förfaller", "Genom")
LEDGER_HEADINGS: Final = ("Vilka", "Konton", "Kostnadsställe")
REQUISITION_HEADINGS: Final = ("Vem", "Månader", "Läge", "Dag")
CONTRIBUTION_FILES: Final = re.compile(r"(bidragsregler|bidragskonton|rekvisitioner)-((?:19|20|21)[0-9]{2})\.csv")
"""What the files are called: one of each kind a year."""

_RHYTHMS: Final = {rhythm.in_words: rhythm for rhythm in Rhythm}
_DUE: Final = {due.in_words: due for due in DueIn}
_STEPS: Final = {
    RequisitionState.REQUESTED.in_words: RequisitionStep.REQUEST,
    RequisitionState.INVOICED.in_words: RequisitionStep.INVOICE,
    RequisitionState.PAID.in_words: RequisitionStep.PAY,
}
_NO_DAY: Final = dt.date(1900, 1, 1)
_NO_MONTHS: Final = Period(190001, 190012)


@dataclass(frozen=True, slots=True)
class RulesRead:
    """The rules of each year that has some, and what is wrong with the files."""

    years: tuple[tuple[Period, ContributionRules], ...]
    problems: tuple[Problem, ...]


@dataclass(frozen=True, slots=True)
class RequisitionLine:
    """A step of the requisitions for some months: of one payer by code or name, or of all when ``who`` is empty."""

    year: Period
    who: str
    period: Period
    step: RequisitionStep
    day: dt.date


@dataclass(frozen=True, slots=True)
class RequisitionsRead:
    """The steps that the files tell of, in their order, and what is wrong with them."""

    lines: tuple[RequisitionLine, ...]
    problems: tuple[Problem, ...]


def read_contribution_rules(files: Mapping[str, bytes]) -> RulesRead:
    """Return the rules for contributions of some files, by their names. It never raises for content."""
    problems: list[Problem] = []
    years = sorted({int(found[2]) for name in files if (found := CONTRIBUTION_FILES.fullmatch(name))})
    told = ((year, _rules(files, year, problems)) for year in years)
    held = tuple((calendar_year(year), rules) for year, rules in told if rules.groups or rules.ledger)
    return RulesRead(held, tuple(problems))


def _rules(files: Mapping[str, bytes], year: int, problems: list[Problem]) -> ContributionRules:
    name = f"bidragsregler-{year}.csv"
    groups = tuple(
        GroupRule(
            group=line.text("Grupp"),
            rhythm=line.read("Takt", one_of(_RHYTHMS), Rhythm.MONTHLY),
            due=DueDay(line.read("Dag", whole_number, 31), line.read("Förfaller", one_of(_DUE), DueIn.FIRST)),
            through=line.text("Genom"),
        )
        for line in (lines_of(name, files[name], GROUP_HEADINGS, problems) if name in files else ())
    )
    name = f"bidragskonton-{year}.csv"
    ledger = tuple(
        LedgerRule(_listed(line.needed("Konton")), _listed(line.text("Vilka")), line.text("Kostnadsställe"))
        for line in (lines_of(name, files[name], LEDGER_HEADINGS, problems) if name in files else ())
    )
    return ContributionRules(groups, ledger)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(one.strip() for one in text.split(",") if one.strip())


def read_requisitions(files: Mapping[str, bytes]) -> RequisitionsRead:
    """Return what some files, by their names, say of requisitions. It never raises for content."""
    problems: list[Problem] = []
    lines: list[RequisitionLine] = []
    for name in sorted(files):
        found = CONTRIBUTION_FILES.fullmatch(name)
        if found and found[1] == "rekvisitioner":
            year = calendar_year(int(found[2]))
            lines += [
                RequisitionLine(
                    year,
                    line.text("Vem"),
                    line.needed_as("Månader", likely_months, _NO_MONTHS),
                    line.needed_as("Läge", one_of(_STEPS), RequisitionStep.REQUEST),
                    line.needed_as("Dag", day_of, _NO_DAY),
                )
                for line in lines_of(name, files[name], REQUISITION_HEADINGS, problems)
            ]
    return RequisitionsRead(tuple(lines), tuple(problems))
