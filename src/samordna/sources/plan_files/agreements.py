"""Which agreements does a file of a folder tell of?"""

import datetime as dt
import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.plan.agreements.life import AgreementEntry, AgreementState
from samordna.domain.plan.agreements.terms import (
    AgreedNumber,
    AgreedPart,
    AgreementKind,
    Counted,
    Notice,
    ServiceAgreement,
)
from samordna.domain.plan.profile import EVEN
from samordna.domain.plan.rhythm import Rhythm
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem
from samordna.sources.plan_files.amounts import profile_of
from samordna.sources.plan_files.cells import (
    Line,
    calendar_year,
    day_of,
    lines_of,
    month_of,
    one_of,
    told_year,
    whole_number,
)

AGREEMENT_HEADINGS: Final = (
    "Nummer", "Part", "Avser", "Avtal med", "Från", "Till", "Rad", "År", "Belopp", "Fördelning", "Faktureras",
    "I förskott", "Säg upp senast", "Löper vidare", "Antal", "Räknar", "Beslut", "Anmärkning", "Läge", "Dag",
)  # fmt: skip
AGREEMENT_FILES: Final = re.compile(r"avtal\.csv")
"""What the file is called."""

_NAME: Final = "avtal.csv"
_KINDS: Final = {kind.in_words: kind for kind in AgreementKind}
_RHYTHMS: Final = {rhythm.in_words: rhythm for rhythm in Rhythm}
_COUNTED: Final = {counted.in_words: counted for counted in Counted}
_STATES: Final = {state.in_words: state for state in (AgreementState.DRAFT, AgreementState.SIGNED)}
_YES: Final = {swedish("ja"): True, swedish("nej"): False}
_ANY_MONTH: Final = 190001
_ANY_YEAR: Final = calendar_year(1900)


@dataclass(frozen=True, slots=True)
class AgreementsRead:
    """The agreements that the file makes, and what is wrong with it; whether they hold is asked when they are taken."""

    agreements: tuple[ServiceAgreement, ...]
    problems: tuple[Problem, ...]


def read_agreements(files: Mapping[str, bytes]) -> AgreementsRead:
    """Return the agreements of some files, by their names: the lines of a number are one, its first says its terms.

    It never raises for content.
    """
    problems: list[Problem] = []
    found: dict[int, ServiceAgreement] = {}
    for line in lines_of(_NAME, files[_NAME], AGREEMENT_HEADINGS, problems) if _NAME in files else ():
        number = line.needed_as("Nummer", whole_number, 0)
        agreement = found.get(number) or _agreement(number, line)
        found[number] = replace(agreement, parts=(*agreement.parts, *_parts(line)))
    return AgreementsRead(tuple(found.values()), tuple(problems))


def _agreement(number: int, line: Line) -> ServiceAgreement:
    return ServiceAgreement(
        number=number,
        party=line.needed("Part"),
        name=line.text("Avser"),
        first=line.needed_as("Från", month_of, _ANY_MONTH),
        last=line.needed_as("Till", month_of, _ANY_MONTH),
        parts=(),
        kind=line.read("Avtal med", one_of(_KINDS), AgreementKind.PERFORMER),
        rhythm=line.read("Faktureras", one_of(_RHYTHMS), Rhythm.MONTHLY),
        in_advance=line.read("I förskott", one_of(_YES), fallback=False),
        notice=Notice(line.read("Säg upp senast", day_of, None), line.read("Löper vidare", whole_number, 0)),
        agreed=AgreedNumber(line.read("Antal", whole_number, None), line.read("Räknar", one_of(_COUNTED), None)),
        reference=line.text("Beslut"),
        remark=line.text("Anmärkning"),
        history=_history(line),
    )


def _history(line: Line) -> tuple[AgreementEntry, ...]:
    state = line.read("Läge", one_of(_STATES), AgreementState.DRAFT)
    day: dt.date | None = line.read("Dag", day_of, None)
    draft = AgreementEntry(AgreementState.DRAFT, day if state is AgreementState.DRAFT else None)
    return (draft, AgreementEntry(state, day)) if state is AgreementState.SIGNED else (draft,)


def _parts(line: Line) -> tuple[AgreedPart, ...]:
    """Return the sum of a line; none on a line that names no row, of an agreement without sums."""
    if not line.text("Rad"):
        return ()
    year = line.needed_as("År", lambda text: told_year(whole_number(text)), _ANY_YEAR)
    return (AgreedPart(line.text("Rad"), year, line.amount("Belopp"), line.read("Fördelning", profile_of, EVEN)),)
