"""What must stand in a type of SIE that a file does not say, and how is it filled in?"""

import datetime as dt
from dataclasses import replace
from importlib.metadata import version
from typing import Any, Final

from samordna.domain.ledger.books import FiscalYear
from samordna.domain.ledger.dimensions import RESERVED
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import writing as kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, month_of
from samordna.sources.sie.duties import Duty, FileType, duty
from samordna.sources.sie.model import AccountRecord, DimensionRecord, Head, SieFile
from samordna.sources.sie.quoting import day_text
from samordna.sources.sie.values import organisation_number

_PROGRAM: Final = "Samordna"
_ACCOUNTS_SHOWN: Final = 5


def filled_in(file: SieFile, whole: SieFile, file_type: FileType, findings: Findings) -> SieFile:
    """Return ``file`` with all that ``file_type`` must hold; ``whole`` is the one it was made of, vouchers and all."""
    named = _with_accounts(_with_names(file, file_type, findings), file_type, findings)
    return replace(named, head=_head(named.head, whole, file_type, findings))


def _head(head: Head, whole: SieFile, file_type: FileType, findings: Findings) -> Head:
    """Return the head with what must stand in it, in the form that it is written."""
    filled: dict[str, Any] = {
        "flagged": False,
        "format": "PC8",
        "declared_type": file_type[0],
        "organisation_number": organisation_number(head.organisation_number),
        "currency": head.currency.upper(),
        "address": head.address and head.address + ("",) * (4 - len(head.address)),
    }
    if not head.program:
        filled |= {"program": _PROGRAM, "program_version": version("samordna")}
        _tell(findings, "#PROGRAM", file_type, f"{_PROGRAM} {version('samordna')}")
    if head.generated is None:
        filled["generated"] = dt.datetime.now().astimezone().date()
        _tell(findings, "#GEN", file_type, day_text(filled["generated"]))
    if not head.company:
        _tell(findings, "#FNAMN", file_type, swedish("tom"))
    if duty("#OMFATTN", file_type) is Duty.MUST and head.covered_to is None and 0 in whole.years:
        filled["covered_to"] = _covered_to(whole, whole.years[0])
        _tell(findings, "#OMFATTN", file_type, day_text(filled["covered_to"]))
    return replace(head, **filled)


def _tell(findings: Findings, label: str, file_type: FileType, written: str) -> None:
    findings.in_file(kinds.FILLED_IN, label=label, type=file_type, written=written)


def _covered_to(file: SieFile, year: FiscalYear) -> dt.date:
    """Return the last day that the balances cover: the year's, or that of the last month in which something moved."""
    if file.head.generated and file.head.generated > year.end:
        return year.end
    months = [one.month for one in file.period_balances if one.year == 0 and one.ore]
    days = [voucher.date for voucher in file.vouchers if voucher.date in year]
    last = max([*map(month_of, days), *(month for month in months if month in year.period)], default=year.period.last)
    return min(Period(last, last).end, year.end)


def _with_accounts(file: SieFile, file_type: FileType, findings: Findings) -> SieFile:
    """Return the file with every account that it uses in its chart of accounts."""
    if duty("#KONTO", file_type) is not Duty.MUST:
        return file
    missing = sorted(used_accounts(file) - file.accounts.keys())
    if not missing:
        return file
    shown = ", ".join(missing[:_ACCOUNTS_SHOWN]) + (" …" if len(missing) > _ACCOUNTS_SHOWN else "")
    findings.in_file(kinds.ACCOUNTS_FILLED_IN, count=len(missing), accounts=shown)
    return replace(file, accounts={**file.accounts, **{number: AccountRecord(number, number) for number in missing}})


def used_accounts(file: SieFile) -> set[str]:
    """Return every account that a row or a balance is of."""
    used = {row.account for voucher in file.vouchers for row in voucher.rows}
    for balances in (file.opening, file.closing, file.results, file.object_opening, file.object_closing):
        used.update(one.account for one in balances)
    return used | {one.account for one in (*file.period_balances, *file.period_budgets)}


def _with_names(file: SieFile, file_type: FileType, findings: Findings) -> SieFile:
    """Return the file with a name for each dimension and object that it uses, where the type asks for it."""
    if duty("#DIM", file_type) is not Duty.MUST:
        return file
    balances = (file.object_opening, file.object_closing, file.period_balances, file.period_budgets)
    keys = {key for several in balances for one in several for key in one.objects}
    objects = {key: key[1] for key in sorted(keys - file.objects.keys())}
    numbers = {number for number, _ in (*keys, *file.objects)} - file.dimensions.keys() - RESERVED.keys()
    dimensions = {number: DimensionRecord(number, number) for number in sorted(numbers, key=int)}
    if objects or dimensions:
        findings.in_file(kinds.OBJECTS_FILLED_IN, count=len(objects) + len(dimensions))
    return replace(file, dimensions={**file.dimensions, **dimensions}, objects={**file.objects, **objects})
