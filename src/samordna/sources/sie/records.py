"""What do all records but the vouchers say?

One short function for each label of SIE 4B; a label that it does not know is kept as it is and told once.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any, Final

from samordna.domain.ledger.books import AccountKind, FiscalYear, ObjectKey
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import accounts as account_kinds
from samordna.domain.ledger.problems import files as file_kinds
from samordna.domain.ledger.problems import records as record_kinds
from samordna.domain.ledger.problems import vouchers as voucher_kinds
from samordna.domain.values.money import Ore
from samordna.domain.values.problem import ProblemKind
from samordna.sources.sie.fields import Items, Record, object_keys
from samordna.sources.sie.model import (
    AccountRecord,
    Balance,
    DimensionRecord,
    Head,
    Objects,
    PeriodBalance,
    SieFile,
    Voucher,
)
from samordna.sources.sie.model import Record as Kept
from samordna.sources.sie.values import (
    account_of,
    amount_of,
    any_account_of,
    date_of,
    fiscal_year,
    month_number,
    organisation_number,
    quantity_of,
    year_number,
)

_DIMENSION: Final = re.compile("[0-9]{1,6}")


class _BrokenField(Exception):  # noqa: N818 - it carries a finding to the one place that tells it
    def __init__(self, kind: ProblemKind, text: str) -> None:
        self.kind, self.text = kind, text


@dataclass(slots=True)
class Heading:
    """What a file says besides its vouchers, while it is read. ``first_used`` is the line where an account occurs."""

    findings: Findings
    said: dict[str, Any] = field(default_factory=dict)
    """The parts of ``Head`` by their names there."""
    prose: list[str] = field(default_factory=list)
    years: dict[int, FiscalYear] = field(default_factory=dict)
    accounts: dict[str, AccountRecord] = field(default_factory=dict)
    declared: dict[str, int] = field(default_factory=dict)
    """Accounts that ``#KONTO`` names, with the line where it first does."""
    dimensions: dict[str, DimensionRecord] = field(default_factory=dict)
    objects: dict[ObjectKey, str] = field(default_factory=dict)
    balances: dict[str, list[Balance]] = field(default_factory=dict)
    by_period: dict[str, list[PeriodBalance]] = field(default_factory=dict)
    first_used: dict[str, int] = field(default_factory=dict)
    others: list[Kept] = field(default_factory=list)
    trailing: list[Kept] = field(default_factory=list)

    def read(self, record: Record, line: int) -> None:
        """Take in one record. What cannot be understood is told and skipped; an amount that cannot refuses the file."""
        reader = _READERS.get(record.label)
        if reader is None:
            self.others.append(Kept(record.label, record.fields, line))
            return
        read, most = reader
        if most is not None and len(record.fields) > most:
            self.trailing.append(Kept(record.label, record.fields[most:], line))
        try:
            read(self, record, line)
        except _BrokenField as broken:
            self.findings.on_line(broken.kind, line, text=broken.text, label=record.label)
        except ValueError:
            self.findings.on_line(record_kinds.BROKEN_RECORD, line, label=record.label)

    def tell_kept(self) -> None:
        """Tell which labels are unknown and which have more fields than SIE gives them, once for each."""
        for kind, kept in ((record_kinds.UNKNOWN_LABEL, self.others), (record_kinds.EXTRA_FIELDS, self.trailing)):
            lines: dict[str, list[int]] = {}
            for record in kept:
                lines.setdefault(record.label, []).append(record.line)
            for label, found in lines.items():
                self.findings.on_line(kind, min(found), label=label, count=len(found))

    def file(self, vouchers: tuple[Voucher, ...]) -> SieFile:
        """Return the file with its vouchers."""
        return SieFile(
            head=Head(prose=tuple(self.prose), **self.said),
            years=self.years,
            accounts=self.accounts,
            dimensions=self.dimensions,
            objects=self.objects,
            opening=self._balances("#IB"),
            closing=self._balances("#UB"),
            results=self._balances("#RES"),
            object_opening=self._balances("#OIB"),
            object_closing=self._balances("#OUB"),
            period_balances=tuple(self.by_period.get("#PSALDO", ())),
            period_budgets=tuple(self.by_period.get("#PBUDGET", ())),
            vouchers=vouchers,
            others=tuple(self.others),
            trailing=tuple(self.trailing),
        )

    def _balances(self, label: str) -> tuple[Balance, ...]:
        return tuple(self.balances.get(label, ()))

    def say(self, **said: object) -> None:
        """Note parts of the head. A later record of the same label takes over."""
        self.said.update(said)

    def account(self, number: str, **known: Any) -> None:
        """Note what is known of an account; its records may come in any order."""
        self.accounts[number] = replace(self.accounts.get(number, AccountRecord(number)), **known)

    def tell_missing(self, record: Record, line: int, least: int) -> None:
        """Tell of a record that has fewer fields than SIE asks for."""
        if len(record.fields) < least:
            self.findings.on_line(
                record_kinds.MISSING_FIELD, line, label=record.label, least=least, count=len(record.fields)
            )


# What the file says of itself


def _flag(heading: Heading, record: Record, _: int) -> None:
    heading.say(flagged=record.text(0) == "1")


def _program(heading: Heading, record: Record, line: int) -> None:
    heading.tell_missing(record, line, 2)
    *name, version = [text for text in record.fields if isinstance(text, str)] or [""]
    if not name:
        name, version = [version], ""
    heading.say(program=" ".join(name), program_version=version)


def _format(heading: Heading, record: Record, _: int) -> None:
    heading.say(format=record.text(0))


def _generated(heading: Heading, record: Record, _: int) -> None:
    heading.say(generated_by=record.text(1))
    heading.say(generated=date_of(record.text(0)))


def _prose(heading: Heading, record: Record, _: int) -> None:
    heading.prose.append(record.rest())


def _organisation(heading: Heading, record: Record, line: int) -> None:
    heading.tell_missing(record, line, 1)
    heading.say(
        organisation_number=organisation_number(record.text(0)),
        acquisition_number=record.text(1),
        activity_number=record.text(2),
    )


def _address(heading: Heading, record: Record, line: int) -> None:
    heading.tell_missing(record, line, 4)
    heading.say(address=tuple(text for text in record.fields[:4] if isinstance(text, str)))


def _covered_to(heading: Heading, record: Record, _: int) -> None:
    heading.say(covered_to=date_of(record.text(0)))


def _currency(heading: Heading, record: Record, _: int) -> None:
    heading.say(currency=record.text(0).upper())


def _year(heading: Heading, record: Record, _: int) -> None:
    number = year_number(record.text(0))
    try:
        heading.years[number] = fiscal_year(record.text(1), record.text(2))
    except ValueError:
        if number == 0:
            raise _BrokenField(file_kinds.BROKEN_FISCAL_YEAR, f"{record.text(1)} {record.text(2)}".strip()) from None
        raise


def _words(part: str) -> "_Reader":
    """Return a reader of a record whose first field is a part of the head."""

    def read(heading: Heading, record: Record, _: int) -> None:
        heading.say(**{part: record.text(0)})

    return read


def _sentence(part: str) -> "_Reader":
    """Return a reader of a record that is a single text, mostly written without quotes."""

    def read(heading: Heading, record: Record, _: int) -> None:
        heading.say(**{part: record.rest()})

    return read


# Accounts and objects


def _account(heading: Heading, record: Record, line: int) -> None:
    number, name = _account_of(record.text(0)), record.text(1)
    first = heading.declared.setdefault(number, line)
    if first != line and heading.accounts[number].name != name:
        heading.findings.on_line(account_kinds.DUPLICATE_ACCOUNT, line, account=number)
    heading.account(number, name=name)


def _nature(heading: Heading, record: Record, _: int) -> None:
    heading.account(_account_of(record.text(0)), kind=AccountKind(record.text(1).upper()))


def _unit(heading: Heading, record: Record, _: int) -> None:
    heading.account(_account_of(record.text(0)), unit=record.text(1))


def _sru(heading: Heading, record: Record, line: int) -> None:
    heading.tell_missing(record, line, 2)
    number, code = _account_of(record.text(0)), record.text(1)
    known = heading.accounts.get(number, AccountRecord(number)).sru
    heading.account(number, sru=(*known, code) if code else known)


def _dimension(heading: Heading, record: Record, _: int) -> None:
    number = _dimension_number(record.text(0))
    heading.dimensions[number] = DimensionRecord(number, record.text(1))


def _part_dimension(heading: Heading, record: Record, _: int) -> None:
    number = _dimension_number(record.text(0))
    heading.dimensions[number] = DimensionRecord(number, record.text(1), _dimension_number(record.text(2)))


def _object(heading: Heading, record: Record, _: int) -> None:
    heading.objects[_dimension_number(record.text(0)), record.text(1)] = record.text(2)


# Balances


def _balance(heading: Heading, record: Record, line: int) -> None:
    year, account = year_number(record.text(0)), _booked_account(heading, record.text(1), line)
    found = Balance(year, account, (), _amount_of(record.text(2)), _quantity(heading, record, 3, line))
    heading.balances.setdefault(record.label, []).append(found)


def _object_balance(heading: Heading, record: Record, line: int) -> None:
    whole = _with_objects(heading, record, 2, line)
    year, account, keys = year_number(whole.text(0)), _booked_account(heading, whole.text(1), line), whole.fields[2]
    found = Balance(year, account, _keys(keys), _amount_of(whole.text(3)), _quantity(heading, whole, 4, line))
    heading.balances.setdefault(record.label, []).append(found)


def _period(heading: Heading, record: Record, line: int) -> None:
    whole = _with_objects(heading, record, 3, line)
    year = year_number(whole.text(0))
    try:
        month = month_number(whole.text(1))
    except ValueError:
        raise _BrokenField(voucher_kinds.BROKEN_PERIOD, whole.text(1)) from None
    account, amount = _booked_account(heading, whole.text(2), line), _amount_of(whole.text(4))
    found = PeriodBalance(year, month, account, _keys(whole.fields[3]), amount, _quantity(heading, whole, 5, line))
    heading.by_period.setdefault(record.label, []).append(found)


def _with_objects(heading: Heading, record: Record, at: int, line: int) -> Record:
    """Return the record with its object list at ``at``; one that was left out is told and empty."""
    fields = list(record.fields)
    if len(fields) <= at or isinstance(fields[at], str):
        heading.findings.on_line(record_kinds.BROKEN_OBJECT_LIST, line)
        fields.insert(at, ())
    return record._replace(fields=tuple(fields))


def _keys(items: str | Items) -> Objects:
    return object_keys(() if isinstance(items, str) else items)


def _booked_account(heading: Heading, text: str, line: int) -> str:
    account = _account_of(text)
    heading.first_used.setdefault(account, line)
    return account


def _account_of(text: str) -> str:
    try:
        return account_of(text)
    except ValueError:
        if odd := any_account_of(text):
            return odd
        raise _BrokenField(voucher_kinds.BROKEN_ACCOUNT, text) from None


def _amount_of(text: str) -> Ore:
    try:
        return amount_of(text)
    except ValueError:
        raise _BrokenField(voucher_kinds.BROKEN_AMOUNT, text) from None


def _quantity(heading: Heading, record: Record, at: int, line: int) -> Decimal | None:
    text = record.text(at)
    try:
        return quantity_of(text) if text else None
    except ValueError:
        heading.findings.on_line(record_kinds.BROKEN_FIELD, line, text=text, label=record.label)
        return None


def _dimension_number(text: str) -> str:
    if not _DIMENSION.fullmatch(text):
        raise ValueError(text)
    return str(int(text))


def _nothing(_heading: Heading, _record: Record, _line: int) -> None:
    """Take a record that is understood elsewhere (the checksum)."""


_Reader = Callable[[Heading, Record, int], None]
_READERS: Final[Mapping[str, tuple[_Reader, int | None]]] = {
    "#FLAGGA": (_flag, 1),
    "#PROGRAM": (_program, None),
    "#FORMAT": (_format, 1),
    "#GEN": (_generated, 2),
    "#SIETYP": (_words("declared_type"), 1),
    "#PROSA": (_prose, None),
    "#FTYP": (_words("company_form"), 1),
    "#FNR": (_sentence("company_code"), None),
    "#ORGNR": (_organisation, 3),
    "#BKOD": (_words("industry"), 1),
    "#ADRESS": (_address, 4),
    "#FNAMN": (_sentence("company"), None),
    "#RAR": (_year, 3),
    "#TAXAR": (_words("tax_year"), 1),
    "#OMFATTN": (_covered_to, 1),
    "#KPTYP": (_words("chart"), 1),
    "#VALUTA": (_currency, 1),
    "#KONTO": (_account, 2),
    "#KTYP": (_nature, 2),
    "#ENHET": (_unit, 2),
    "#SRU": (_sru, 2),
    "#DIM": (_dimension, 2),
    "#UNDERDIM": (_part_dimension, 3),
    "#OBJEKT": (_object, 3),
    "#IB": (_balance, 4),
    "#UB": (_balance, 4),
    "#RES": (_balance, 4),
    "#OIB": (_object_balance, 5),
    "#OUB": (_object_balance, 5),
    "#PSALDO": (_period, 6),
    "#PBUDGET": (_period, 6),
    "#KSUMMA": (_nothing, 1),
}
"""How each record is read, and how many fields SIE gives it; no number where the rest is one text."""
