"""What is wrong inside a file, besides what its lines and its books tell?

Whether the records are those of its type, the years follow on each other, names are given, balances agree with
each other, and vouchers with what is told of their corrections.
"""

import datetime as dt
from collections.abc import Iterator, Mapping
from typing import Final

from samordna.domain.ledger.books import ObjectKey
from samordna.domain.ledger.dimensions import RESERVED
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import accounts as account_kinds
from samordna.domain.ledger.problems import inside as inside_kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.period import swedish_date
from samordna.domain.values.problem import Problem
from samordna.sources.sie.balance_checks import check_balances
from samordna.sources.sie.duties import TYPES, Duty, FileType, duty
from samordna.sources.sie.model import SieFile
from samordna.sources.sie.natures import Natures
from samordna.sources.sie.totals import totals
from samordna.sources.sie.voucher_checks import check_vouchers

_NO_COUNTS: Final[Mapping[str, int]] = {}
_RESERVED: Final = range(1, 20)
"""Dimensions that SIE reserves: they need no name."""
_NEEDED: Final = ("#PROGRAM", "#FORMAT", "#GEN", "#SIETYP", "#FNAMN", "#RAR", "#OMFATTN", "#KONTO")
"""Records that must stand in a file even when there is nothing to say: a balance that is missing is zero."""
_ONCE: Final = (
    "#FLAGGA", "#PROGRAM", "#FORMAT", "#GEN", "#SIETYP", "#FTYP", "#FNR", "#ORGNR", "#BKOD", "#ADRESS", "#FNAMN",
    "#TAXAR", "#OMFATTN", "#KPTYP", "#VALUTA",
)  # fmt: skip


def check_sie(
    file: SieFile, name: str, *, file_type: str = "", counts: Mapping[str, int] = _NO_COUNTS
) -> tuple[Problem, ...]:
    """Return what is wrong inside ``file``, called ``name``.

    ``file_type`` is what it was read as, ``counts`` how many records of each label it had, without its ``#``: a
    reading knows, and of a file that was made the type is what it holds.
    """
    findings = Findings(name)
    asked = file_type or file.file_type
    known = next((one for one in TYPES if one == asked), None)
    if known:  # SIE 5 has no records
        _check_records(file, known, counts, findings)
    if file.head.flagged and asked in {"4I", "5I"}:
        findings.in_file(inside_kinds.ALREADY_IMPORTED)
    _check_years(file, findings)
    _check_names(file, findings)
    check_balances(file, findings)
    check_vouchers(file, findings)
    return findings.problems


def _check_records(file: SieFile, file_type: FileType, counts: Mapping[str, int], findings: Findings) -> None:
    """Check that the records are those of the type, and that those that stand once do."""
    held = {label for label, is_there in _held(file) if is_there} | {f"#{label}" for label in counts}
    missing = [label for label in _NEEDED if duty(label, file_type) is Duty.MUST and label not in held]
    missing += _unstated(file, file_type)
    if missing:
        findings.in_file(inside_kinds.MISSING_RECORDS, type=file_type, labels=", ".join(missing))
    others = [label for label, is_there in _held(file) if is_there and duty(label, file_type) is Duty.NOT]
    if others:
        findings.in_file(inside_kinds.RECORDS_OF_ANOTHER_TYPE, type=file_type, labels=", ".join(others))
    for label in _ONCE:
        if (count := counts.get(label.removeprefix("#"), 0)) > 1:
            findings.in_file(inside_kinds.REPEATED_RECORD, label=label, count=count)


def _held(file: SieFile) -> Iterator[tuple[str, object]]:
    """Yield labels, and something that is true where the file holds such a record."""
    head = file.head
    yield from (("#PROGRAM", head.program), ("#FORMAT", head.format), ("#GEN", head.generated))
    yield from (("#SIETYP", head.declared_type), ("#BKOD", head.industry), ("#FNAMN", head.company))
    yield from (("#RAR", file.years), ("#OMFATTN", head.covered_to), ("#KONTO", file.accounts))
    yield from (("#DIM", file.dimensions), ("#OBJEKT", file.objects))
    yield from (("#IB", file.opening), ("#UB", file.closing), ("#RES", file.results))
    yield from (("#OIB", file.object_opening), ("#OUB", file.object_closing))
    yield from (("#PSALDO", file.period_balances), ("#PBUDGET", file.period_budgets), ("#VER", file.vouchers))


def _unstated(file: SieFile, file_type: FileType) -> list[str]:
    """Return the balances of the year that are not stated though vouchers move them: only zero may be left out."""
    told = {
        label for label, held in (("#UB", file.closing), ("#RES", file.results)) if any(not one.year for one in held)
    }
    if len(told) == 2 or not file.vouchers or duty("#UB", file_type) is not Duty.MUST:
        return []
    natures, moved = Natures(file), totals(file).by_account
    needed = {"#UB" if natures.on_balance_sheet(account) else "#RES" for account, ore in moved.items() if ore}
    return [label for label in ("#UB", "#RES") if label in needed - told]


def _check_years(file: SieFile, findings: Findings) -> None:
    """Check that each year begins the day after the one before it ended."""
    for number in sorted(file.years, reverse=True):
        before = file.years.get(number - 1)
        if before and before.end + dt.timedelta(days=1) != (start := file.years[number].start):
            days = {"end": swedish_date(before.end), "start": swedish_date(start)}
            findings.in_file(inside_kinds.YEARS_DO_NOT_FOLLOW, number=number, before=number - 1, **days)


def _check_names(file: SieFile, findings: Findings) -> None:
    """Check that dimensions are named, and objects that only balances name: those of vouchers the books tell."""
    booked = _keys(row.objects for voucher in file.vouchers for row in voucher.rows)
    several = (file.object_opening, file.object_closing, file.period_balances, file.period_budgets)
    in_balances = _keys(one.objects for balances in several for one in balances)
    numbers = {number for number, _ in booked | in_balances | file.objects.keys()} - file.dimensions.keys()
    for number in sorted(numbers, key=int):
        if int(number) not in _RESERVED:
            findings.in_file(inside_kinds.UNDECLARED_DIMENSION, number=number)
    for number, code in sorted(in_balances - booked - file.objects.keys()):
        named = file.dimensions[number].name if number in file.dimensions else RESERVED.get(number, "")
        called = named or swedish("Dimension {number}").format(number=number)
        findings.in_file(account_kinds.UNDECLARED_OBJECT, object=f"{called} {code}")


def _keys(lists: Iterator[tuple[ObjectKey, ...]]) -> set[ObjectKey]:
    return {key for keys in set(lists) for key in keys}
