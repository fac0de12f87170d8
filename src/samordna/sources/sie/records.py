"""What do all records but the vouchers say?

One short function for each label that the system uses; a label that has none is ignored and told once.
"""

import datetime as dt
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Final, TypeAlias

from samordna.domain.ledger import problems as kinds
from samordna.domain.ledger.books import AccountKind, FiscalYear, ObjectKey
from samordna.domain.ledger.findings import Findings
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month
from samordna.domain.values.problem import ProblemKind
from samordna.sources.sie.fields import Record
from samordna.sources.sie.values import (
    account_of,
    amount_of,
    date_of,
    fiscal_year,
    month_number,
    organisation_number,
    year_number,
)

UNUSED: Final = frozenset(
    {
        "#FORMAT", "#PROSA", "#FTYP", "#FNR", "#BKOD", "#ADRESS", "#TAXAR", "#ENHET", "#SRU", "#KSUMMA",
        "#OIB", "#OUB", "#PSALDO",
    }
)  # fmt: skip
"""Labels that SIE defines and this system has no use for: nothing to tell anybody about."""

Amounts: TypeAlias = dict[int, dict[str, Ore]]
_DIMENSION: Final = re.compile("[0-9]{1,6}")


class _BrokenField(Exception):  # noqa: N818 - it carries a finding to the one place that tells it
    def __init__(self, kind: ProblemKind, text: str) -> None:
        self.kind, self.text = kind, text


@dataclass(slots=True)
class Heading:
    """What a file says besides its vouchers. Names follow ``Books``; ``names`` and ``natures`` are by account."""

    findings: Findings
    company: str = ""
    organisation_number: str = ""
    program: str = ""
    declared_type: str = ""
    chart: str = ""
    currency: str = "SEK"
    flagged: bool = False
    generated: dt.date | None = None
    covered_to: dt.date | None = None
    years: dict[int, FiscalYear] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    natures: dict[str, AccountKind] = field(default_factory=dict)
    dimensions: dict[str, str] = field(default_factory=dict)
    objects: dict[ObjectKey, str] = field(default_factory=dict)
    opening: Amounts = field(default_factory=dict)
    closing: Amounts = field(default_factory=dict)
    results: Amounts = field(default_factory=dict)
    budget: dict[tuple[str, Month], Ore] = field(default_factory=dict)
    first_used: dict[str, int] = field(default_factory=dict)
    unknown: dict[str, list[int]] = field(default_factory=dict)

    def read(self, record: Record, line: int) -> None:
        """Take in one record. What cannot be understood is told and skipped; an amount that cannot refuses the file."""
        reader = _READERS.get(record.label)
        if reader is None:
            if record.label not in UNUSED:
                self.unknown.setdefault(record.label, []).append(line)
            return
        try:
            reader(self, record, line)
        except _BrokenField as broken:
            self.findings.on_line(broken.kind, line, text=broken.text, label=record.label)
        except ValueError:
            self.findings.on_line(kinds.BROKEN_RECORD, line, label=record.label)

    def finish(self, booked: Mapping[str, int]) -> None:
        """Add the accounts that are booked on, with their lines, and tell which labels were ignored, once for each."""
        for account, line in booked.items():
            self.first_used.setdefault(account, line)
        for label, lines in self.unknown.items():
            self.findings.on_line(kinds.UNKNOWN_LABEL, lines[0], label=label, count=len(lines))


def _flag(heading: Heading, record: Record, _: int) -> None:
    heading.flagged = record.text(0) == "1"


def _program(heading: Heading, record: Record, _: int) -> None:
    heading.program = record.rest()


def _generated(heading: Heading, record: Record, _: int) -> None:
    heading.generated = date_of(record.text(0))


def _type(heading: Heading, record: Record, _: int) -> None:
    heading.declared_type = record.text(0)


def _company(heading: Heading, record: Record, _: int) -> None:
    heading.company = record.rest()


def _organisation(heading: Heading, record: Record, _: int) -> None:
    heading.organisation_number = organisation_number(record.text(0))


def _covered_to(heading: Heading, record: Record, _: int) -> None:
    heading.covered_to = date_of(record.text(0))


def _chart(heading: Heading, record: Record, _: int) -> None:
    heading.chart = record.text(0)


def _currency(heading: Heading, record: Record, _: int) -> None:
    heading.currency = record.text(0).upper() or "SEK"


def _year(heading: Heading, record: Record, _: int) -> None:
    number = year_number(record.text(0))
    try:
        heading.years[number] = fiscal_year(record.text(1), record.text(2))
    except ValueError:
        if number == 0:
            raise _BrokenField(kinds.BROKEN_FISCAL_YEAR, f"{record.text(1)} {record.text(2)}".strip()) from None
        raise


def _account(heading: Heading, record: Record, line: int) -> None:
    number, name = account_of(record.text(0)), record.text(1)
    if heading.names.setdefault(number, name) != name:
        heading.findings.on_line(kinds.DUPLICATE_ACCOUNT, line, account=number)
        heading.names[number] = name


def _nature(heading: Heading, record: Record, _: int) -> None:
    heading.natures[account_of(record.text(0))] = AccountKind(record.text(1).upper())


def _dimension_name(heading: Heading, record: Record, _: int) -> None:
    heading.dimensions[_dimension(record.text(0))] = record.text(1)


def _object(heading: Heading, record: Record, _: int) -> None:
    heading.objects[_dimension(record.text(0)), record.text(1)] = record.text(2)


def _opening(heading: Heading, record: Record, line: int) -> None:
    _balance(heading, heading.opening, record, line)


def _closing(heading: Heading, record: Record, line: int) -> None:
    _balance(heading, heading.closing, record, line)


def _result(heading: Heading, record: Record, line: int) -> None:
    _balance(heading, heading.results, record, line)


def _balance(heading: Heading, amounts: Amounts, record: Record, line: int) -> None:
    year = year_number(record.text(0))
    try:
        account = account_of(record.text(1))
    except ValueError:
        raise _BrokenField(kinds.BROKEN_ACCOUNT, record.text(1)) from None
    try:
        amount = amount_of(record.text(2))
    except ValueError:
        raise _BrokenField(kinds.BROKEN_AMOUNT, record.text(2)) from None
    amounts.setdefault(year, {})[account] = amount
    heading.first_used.setdefault(account, line)


def _budget(heading: Heading, record: Record, line: int) -> None:
    """Take the budget of a whole account in year 0; a budget with objects is part of it (SIE 4B, #PBUDGET)."""
    fields = list(record.fields)
    if len(fields) > 3 and not isinstance(fields[3], str):
        items = fields.pop(3)
    else:
        items = ()
        heading.findings.on_line(kinds.BROKEN_OBJECT_LIST, line)
    if items or year_number(record.text(0)) != 0:
        return
    account = account_of(record.text(2))
    month = month_number(record.text(1))
    heading.budget[account, month] = amount_of(record._replace(fields=tuple(fields)).text(3))
    heading.first_used.setdefault(account, line)


def _dimension(text: str) -> str:
    if not _DIMENSION.fullmatch(text):
        raise ValueError(text)
    return str(int(text))


_READERS: Final[Mapping[str, Callable[[Heading, Record, int], None]]] = {
    "#FLAGGA": _flag,
    "#PROGRAM": _program,
    "#GEN": _generated,
    "#SIETYP": _type,
    "#FNAMN": _company,
    "#ORGNR": _organisation,
    "#OMFATTN": _covered_to,
    "#KPTYP": _chart,
    "#VALUTA": _currency,
    "#RAR": _year,
    "#KONTO": _account,
    "#KTYP": _nature,
    "#DIM": _dimension_name,
    "#UNDERDIM": _dimension_name,
    "#OBJEKT": _object,
    "#IB": _opening,
    "#UB": _closing,
    "#RES": _result,
    "#PBUDGET": _budget,
}
