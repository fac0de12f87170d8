"""What does a SIE 5 file say besides its journals?

One short function for each element, into the same ``Heading`` that SIE 1–4 is read into.
"""

import re
from collections.abc import Callable, Mapping
from typing import Final

from samordna.domain.ledger.books import AccountKind, ObjectKey
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import accounts as account_kinds
from samordna.domain.ledger.problems import files as file_kinds
from samordna.domain.ledger.problems import records as record_kinds
from samordna.domain.ledger.problems import vouchers as voucher_kinds
from samordna.sources.sie.model import AccountRecord, DimensionRecord
from samordna.sources.sie.records import Heading
from samordna.sources.sie.values import any_account_of, organisation_number
from samordna.sources.sie.xml.aside import Aside
from samordna.sources.sie.xml.balances import MULTI, MonthBalance, place
from samordna.sources.sie.xml.elements import CHILDREN
from samordna.sources.sie.xml.fields import Fields
from samordna.sources.sie.xml.markup import Attributes
from samordna.sources.sie.xml.values import dimension_of, month_number
from samordna.sources.sie.xml.years import YearMonths, numbered, year_of

_NATURES: Final[Mapping[str, AccountKind | None]] = {
    "asset": AccountKind.ASSET,
    "liability": AccountKind.LIABILITY,
    "equity": AccountKind.LIABILITY,
    "cost": AccountKind.COST,
    "income": AccountKind.INCOME,
    "statistics": None,
}
_SRU: Final = re.compile(r"\bSRU\b", re.IGNORECASE)


class Sie5Heading:
    """Takes the elements outside journals; ``close`` when all are read, then ``heading`` has what they say."""

    def __init__(self, findings: Findings, aside: Aside, fields: Fields) -> None:
        self.heading = Heading(findings)
        self.findings, self.aside, self.fields = findings, aside, fields
        self.account = self.dimension = self.tag = ""  # of the element that is open
        self.of_sru = False
        self.balance: MonthBalance | None = None
        self.objects: list[ObjectKey] = []
        self.years: list[YearMonths] = []
        self.years_line = 0
        self.year_broken = False
        self._balances: list[MonthBalance] = []

    def start(self, name: str, attributes: Attributes, line: int) -> None:
        """Take the beginning of an element. What cannot be understood is told and skipped."""
        self.aside.attributes(name, attributes, line)
        read = _READERS.get(name)
        try:
            if read is not None:
                read(self, attributes, line)
        except ValueError:
            self.findings.on_line(record_kinds.BROKEN_RECORD, line, label=name)

    def end(self, name: str) -> None:
        """Take the end of an element."""
        if name in CHILDREN["Account"] and self.balance is not None:
            self._balances.append(self.balance._replace(objects=tuple(self.objects)))
            self.balance = None

    def close(self, *, whole: bool) -> None:
        """Give years their numbers and balances their places; only a ``whole`` ledger must say which year it is for."""
        self.heading.years.update(numbered(self.years))
        if whole and 0 not in self.heading.years:  # then no balance has a year, and the file is refused
            if not self.year_broken:
                primary = sum(year.primary for year in self.years)
                line, count = self.years_line or 1, len(self.years)
                self.findings.on_line(file_kinds.NO_PRIMARY_YEAR, line, primary=primary, count=count)
            return
        place(self._balances, self.heading, self.aside)


_Reader = Callable[[Sie5Heading, Attributes, int], None]


def _program(file: Sie5Heading, said: Attributes, _: int) -> None:
    file.heading.say(program=said.get("name", ""), program_version=said.get("version", ""))


def _creation(file: Sie5Heading, said: Attributes, _: int) -> None:
    file.heading.say(
        generated_by=said.get("by", ""), generated=file.fields.remark(said.get("time", ""), "FileCreation")
    )


def _company(file: Sie5Heading, said: Attributes, _: int) -> None:
    file.heading.say(
        organisation_number=organisation_number(said.get("organizationId", "")),
        acquisition_number=said.get("multiple", ""),
        company=said.get("name", ""),
        company_code=said.get("clientId", ""),
    )


def _currency(file: Sie5Heading, said: Attributes, _: int) -> None:
    file.heading.say(currency=said.get("currency", "").upper())


def _years(file: Sie5Heading, _said: Attributes, line: int) -> None:
    file.years_line = line


def _year(file: Sie5Heading, said: Attributes, line: int) -> None:
    start, end, primary = said.get("start", ""), said.get("end", ""), said.get("primary", "") in {"true", "1"}
    try:
        year = year_of(start, end, primary=primary)
    except ValueError:
        if not primary:
            raise
        file.year_broken = True
        file.findings.on_line(file_kinds.BROKEN_FISCAL_YEAR, line, text=f"{start} {end}".strip())
        return
    file.years.append(year)
    if primary:
        file.heading.say(covered_to=file.fields.remark(said.get("lastCoveredDate", ""), "FiscalYear"))


# Accounts and objects


def _account(file: Sie5Heading, said: Attributes, line: int) -> None:
    heading, written, name = file.heading, said.get("id", "").strip(), said.get("name", "")
    number = any_account_of(written)
    file.account = number or written
    if not number:
        file.findings.on_line(voucher_kinds.BROKEN_ACCOUNT, line, text=written, label="Account")
        return
    first = heading.declared.setdefault(number, line)
    if first != line and heading.accounts[number].name != name:
        heading.findings.on_line(account_kinds.DUPLICATE_ACCOUNT, line, account=number)
    heading.account(number, name=name, unit=said.get("unit", ""), kind=_nature(file, said.get("type", ""), line))


def _nature(file: Sie5Heading, written: str, line: int) -> AccountKind | None:
    if written and written not in _NATURES:
        file.findings.on_line(record_kinds.BROKEN_FIELD, line, text=written, label="Account")
    if written == "statistics":
        file.aside.value("Account@type", written, line)
    return _NATURES.get(written)


def _dimension(file: Sie5Heading, said: Attributes, _: int) -> None:
    file.dimension = ""
    file.dimension = dimension_of(said.get("id", ""))
    if "name" in said:  # without one it is there for its objects' sake
        file.heading.dimensions[file.dimension] = DimensionRecord(file.dimension, said["name"])


def _object(file: Sie5Heading, said: Attributes, _: int) -> None:
    if not file.dimension:
        raise ValueError(said)
    file.heading.objects[file.dimension, said.get("id", "")] = said.get("name", "")


def _aggregation(file: Sie5Heading, said: Attributes, line: int) -> None:
    file.of_sru = bool(_SRU.search(said.get("taxonomy") or said.get("name", "")))
    if not file.of_sru:
        file.aside.element("AccountAggregation", said, line)


def _tag(file: Sie5Heading, said: Attributes, line: int) -> None:
    file.tag = said.get("name", "")
    if not file.of_sru:
        file.aside.inner("Tag", said, line)


def _account_ref(file: Sie5Heading, said: Attributes, line: int) -> None:
    if not file.of_sru:
        file.aside.inner("AccountRef", said, line)
        return
    number = any_account_of(said.get("accountId", "").strip())
    if not (number and file.tag):
        raise ValueError(said)
    known = file.heading.accounts.get(number, AccountRecord(number)).sru
    file.heading.account(number, sru=(*known, file.tag))


# Balances


def _balance(name: str) -> _Reader:
    """Return a reader of a balance or budget: its year is known when all years are."""
    whole_name = name.removesuffix(MULTI)

    def read(file: Sie5Heading, said: Attributes, line: int) -> None:
        file.objects = []
        month, written = None, said.get("month", "")
        if written or whole_name != "Budget":
            try:
                month = month_number(written)
            except ValueError:
                file.findings.on_line(voucher_kinds.BROKEN_PERIOD, line, text=written, label=name)
                return
        ore = file.fields.amount(said.get("amount", ""), name)
        quantity = file.fields.quantity(said.get("quantity", ""), name)
        file.balance = MonthBalance(whole_name, file.account, month, (), ore, quantity, line)

    return read


def _reference(file: Sie5Heading, said: Attributes, line: int) -> None:
    if not said.get("objectId"):
        return
    try:
        file.objects.append(file.fields.keys[said.get("dimId", ""), said["objectId"]])
    except ValueError:
        file.findings.on_line(record_kinds.BROKEN_OBJECT_LIST, line)


_READERS: Final[Mapping[str, _Reader]] = {
    "SoftwareProduct": _program,
    "FileCreation": _creation,
    "Company": _company,
    "AccountingCurrency": _currency,
    "FiscalYears": _years,
    "FiscalYear": _year,
    "Account": _account,
    "Dimension": _dimension,
    "Object": _object,
    "AccountAggregation": _aggregation,
    "Tag": _tag,
    "AccountRef": _account_ref,
    **{name: _balance(name) for name in CHILDREN["Account"]},
    "ObjectReference": _reference,
}
