"""How do several tables become one ledger: vouchers from one, balances from another?"""

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import files as file_kinds
from samordna.domain.ledger.problems import tables as table_kinds
from samordna.domain.values.problem import Problem
from samordna.sources.sie.model import AccountRecord, SieFile
from samordna.sources.sie.reading import Reading


def joined(name: str, readings: Sequence[Reading]) -> Reading:
    """Return the reading of several tables as one ledger, called ``name``.

    Each kind of balance comes from the first table that states it; vouchers are those of all. Tables of different
    fiscal years are no ledger, and neither are tables of which one could not be read.
    """
    findings = Findings(name)
    files = [reading.file for reading in readings if reading.file]
    years = [file.years[0] for file in files]
    for year in years:
        if year != years[0]:
            findings.in_file(file_kinds.WRONG_FISCAL_YEAR, found_year=year.in_words, asked=years[0].in_words)
    whole = len(files) == len(readings) > 0 and not findings.refused
    file = reduce(_with, files) if whole else None
    problems = [problem for reading in readings for problem in reading.problems]
    return Reading(
        name,
        file,
        (*_still_true(problems, file), *findings.problems),
        file_type=" + ".join(dict.fromkeys(reading.file_type for reading in readings)),
        lines=sum(reading.lines for reading in readings),
        counts=counts_of(file) if file else Counter(),
    )


def counts_of(file: SieFile) -> Counter[str]:
    """Return how many records of each label of SIE say the same."""
    counts = {
        "KONTO": len(file.accounts),
        "DIM": len(file.dimensions),
        "OBJEKT": len(file.objects),
        "IB": len(file.opening),
        "UB": len(file.closing),
        "RES": len(file.results),
        "OIB": len(file.object_opening),
        "OUB": len(file.object_closing),
        "PSALDO": len(file.period_balances),
        "VER": len(file.vouchers),
        "TRANS": sum(len(voucher.rows) for voucher in file.vouchers),
    }
    return Counter({label: count for label, count in counts.items() if count})


def _with(one: SieFile, other: SieFile) -> SieFile:
    days = [day for day in (one.head.covered_to, other.head.covered_to) if day]
    number = one.head.organisation_number or other.head.organisation_number
    return replace(
        one,
        head=replace(one.head, covered_to=max(days, default=None), organisation_number=number),
        accounts=dict(sorted(_accounts(one.accounts, other.accounts).items())),
        dimensions=dict(sorted({**other.dimensions, **one.dimensions}.items())),
        objects=dict(sorted({**other.objects, **one.objects}.items())),
        opening=one.opening or other.opening,
        closing=one.closing or other.closing,
        results=one.results or other.results,
        object_opening=one.object_opening or other.object_opening,
        object_closing=one.object_closing or other.object_closing,
        period_balances=one.period_balances or other.period_balances,
        vouchers=(*one.vouchers, *other.vouchers),
    )


def _accounts(one: Mapping[str, AccountRecord], other: Mapping[str, AccountRecord]) -> dict[str, AccountRecord]:
    return {**other, **{number: record for number, record in one.items() if record.name or number not in other}}


def _still_true(problems: Sequence[Problem], file: SieFile | None) -> Iterator[Problem]:
    """Yield the problems of each table, but for a lack that another table fills."""
    for problem in problems:
        if problem.code != table_kinds.TABLE_WITHOUT_OPENING.code or not (file and file.opening):
            yield problem
