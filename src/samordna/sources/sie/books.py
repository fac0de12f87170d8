"""When every record is read: what do the books hold, and may they be used?

Reading and using are two questions. A file of balances is a good file; books of it have sums and no vouchers.
"""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from samordna.domain.ledger.books import Account, Books, Detail, FiscalYear, Movement, ObjectKey, Posting
from samordna.domain.ledger.books import Voucher as BookedVoucher
from samordna.domain.ledger.dimensions import RESERVED, Role, numbers_of
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import accounts as account_kinds
from samordna.domain.ledger.problems import files as file_kinds
from samordna.domain.ledger.problems import records as record_kinds
from samordna.domain.ledger.problems import vouchers as voucher_kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Month, month_in_words, month_of
from samordna.domain.values.problem import Problem
from samordna.sources.sie.model import Balance, Objects, RowKind, SieFile, Voucher
from samordna.sources.sie.natures import Natures
from samordna.sources.sie.reading import Reading

_UNNAMED: Final = swedish("Konto {account} (saknas i kontoplanen)")
_NO_ROLES: Final[Mapping[str, Role]] = {}


@dataclass(frozen=True, slots=True)
class Usable:
    """What an association gets of a file: its books, None when something stops them, and what was found.

    ``dimensions`` are those that occur, by the file's own numbers, with their names there; ``objects`` the codes that
    occur in each, in order.
    """

    books: Books | None
    problems: tuple[Problem, ...]
    dimensions: Mapping[str, str] = field(default_factory=dict)
    objects: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


def books_of(reading: Reading, roles: Mapping[str, Role] = _NO_ROLES) -> Usable:
    """Return the books of a file that was read; ``roles`` says what its dimensions are, by their numbers there."""
    file = reading.file
    if file is None:
        return Usable(None, ())
    findings = Findings(reading.name)
    _check_use(file, reading, findings)
    objects = _objects(file)
    found = _dimensions(file, objects)
    _tell_roles(found, roles, findings)
    if 0 not in file.years or findings.refused or reading.refused:
        return Usable(None, findings.problems, found, objects)
    books = _Assembling(file, reading.file_type, numbers_of(found, roles), findings).books(found)
    return Usable(books, findings.problems, found, objects)


def _check_use(file: SieFile, reading: Reading, findings: Findings) -> None:
    """Tell what stops the file from being used, though there is nothing wrong with it as a file."""
    if file.head.currency not in {"", "SEK"}:
        findings.in_file(file_kinds.FOREIGN_CURRENCY, currency=file.head.currency)
    told = {problem.code for problem in reading.problems}
    if 0 not in file.years and told.isdisjoint({file_kinds.BROKEN_FISCAL_YEAR.code, file_kinds.NO_PRIMARY_YEAR.code}):
        findings.in_file(file_kinds.NO_FISCAL_YEAR)
    if file.vouchers or reading.refused:  # a file that is cut short has told why it has none
        return
    if file.file_type.startswith("4"):
        findings.in_file(voucher_kinds.NO_VOUCHERS)
    elif not (file.has_balances or file.period_balances):
        findings.in_file(file_kinds.NOTHING_BOOKED)


def _dimensions(file: SieFile, objects: Mapping[str, tuple[str, ...]]) -> dict[str, str]:
    """Return the dimensions that occur, in number order, with the names that the file or else SIE gives them."""
    named = {number: record.name for number, record in file.dimensions.items() if record.name}
    used = sorted({*objects, *file.dimensions}, key=int)
    return {number: named.get(number) or RESERVED.get(number, number) for number in used}


def _objects(file: SieFile) -> dict[str, tuple[str, ...]]:
    """Return the codes that are declared or used in each dimension, in order."""
    lists = {row.objects for voucher in file.vouchers for row in voucher.rows}
    lists |= {balance.objects for balance in (*file.object_opening, *file.object_closing)}
    lists |= {balance.objects for balance in (*file.period_balances, *file.period_budgets)}
    codes: dict[str, list[str]] = {}
    for dimension, code in sorted({key for keys in lists for key in keys} | file.objects.keys()):
        codes.setdefault(dimension, []).append(code)
    return {dimension: tuple(held) for dimension, held in codes.items()}


def _tell_roles(found: Mapping[str, str], roles: Mapping[str, Role], findings: Findings) -> None:
    for number, name in found.items():
        if number not in roles and number not in RESERVED:
            findings.in_file(record_kinds.DIMENSION_WITHOUT_ROLE, number=number, name=name)


class _Placed(dict[Objects, Objects]):
    """Object lists with their dimensions under the numbers they have in the books; each is looked at once."""

    def __init__(self, numbers: Mapping[str, str]) -> None:
        super().__init__()
        self._numbers = numbers

    def __missing__(self, objects: Objects) -> Objects:
        placed = ((self._numbers.get(dimension, dimension), code) for dimension, code in objects)
        return self.setdefault(objects, tuple(key for key in placed if key[0]))


class _Assembling:
    """Puts the books of one file together."""

    def __init__(self, file: SieFile, file_type: str, numbers: Mapping[str, str], findings: Findings) -> None:
        self._file, self._file_type, self._numbers, self._findings = file, file_type, numbers, findings
        self._placed = _Placed(numbers)
        self._covered_to = self._covered()

    def books(self, dimensions: Mapping[str, str]) -> Books:
        """Return the books; ``dimensions`` are the file's, by their numbers there."""
        file, head = self._file, self._file.head
        placed = {self._numbers[number]: name for number, name in dimensions.items() if self._numbers[number]}
        opening, accounts = self._opening(), self._accounts()
        detail, movements = self._movements(opening.get(0, {}), accounts)
        return Books(
            company=head.company,
            organisation_number=head.organisation_number,
            program=f"{head.program} {head.program_version}".strip(),
            generated=head.generated,
            file_type=self._file_type,
            years=file.years,
            covered_to=self._covered_to,
            accounts=accounts,
            dimensions=dict(sorted(placed.items(), key=lambda one: int(one[0]))),
            objects=dict(self._objects()),
            opening=opening,
            closing=_by_year(file.closing),
            results=_by_year(file.results),
            vouchers=tuple(map(self._voucher, file.vouchers)),
            budget=self._budget(file.years[0]),
            movements=movements,
            detail=detail,
        )

    def _covered(self) -> dt.date | None:
        declared, year = self._file.head.covered_to, self._file.years[0]
        if declared and declared not in year:
            self._findings.in_file(record_kinds.BROKEN_RECORD, label="#OMFATTN")
            return None
        return declared

    def _accounts(self) -> dict[str, Account]:
        """Return the chart of accounts in number order, with a place-holder for each account that is only used."""
        natures = Natures(self._file)
        return {number: Account(number, name, natures[number]) for number, name in sorted(self._named().items())}

    def _named(self) -> dict[str, str]:
        declared, used = self._file.accounts, _used(self._file)
        named = {number: record.name or number for number, record in declared.items()}
        return named | {number: _UNNAMED.format(account=number) for number in used if number not in declared}

    def _objects(self) -> Iterator[tuple[ObjectKey, str]]:
        for (dimension, code), name in self._file.objects.items():
            if number := self._numbers.get(dimension, dimension):
                yield (number, code), name

    def _opening(self) -> dict[int, dict[str, Ore]]:
        """Return the opening balances; last year's closing ones may stand for this year's (SIE 4B, section 5.16)."""
        opening, closing = _by_year(self._file.opening), _by_year(self._file.closing)
        if 0 in opening or -1 not in closing:
            return opening
        self._findings.in_file(account_kinds.OPENING_FROM_CLOSING)
        return {**opening, 0: closing[-1]}

    def _budget(self, year: FiscalYear) -> dict[tuple[str, Month], Ore]:
        """Return the budget of whole accounts in year 0; a budget with objects is part of it (SIE 4B, #PBUDGET)."""
        whole = (one for one in self._file.period_budgets if one.year == 0 and not one.objects)
        return {(one.account, one.month): one.ore for one in whole if one.month in year.period}

    def _voucher(self, voucher: Voucher) -> BookedVoucher:
        placed, day = self._placed, voucher.date
        postings = tuple(
            [
                Posting(account, placed[objects], ore, date or day, text)
                for account, objects, ore, date, text, _, _, kind in voucher.rows
                if kind is RowKind.BOOKED
            ]
        )
        return BookedVoucher(voucher.series, voucher.number, day, voucher.text, postings, voucher.line)

    # What moved, where there are no vouchers

    def _movements(
        self, opening: Mapping[str, Ore], accounts: Mapping[str, Account]
    ) -> tuple[Detail, Sequence[Movement]]:
        """Return what moved, by month where the file tells that, else as one sum; nothing where there are vouchers."""
        file, year = self._file, self._file.years[0]
        if file.vouchers:
            return Detail.VOUCHERS, ()
        monthly = [one for one in file.period_balances if one.year == 0 and one.month in year.period]
        if any(not one.objects for one in monthly):
            self._findings.in_file(file_kinds.BALANCES_BY_MONTH)
            moved = [Movement(one.account, self._placed[one.objects], one.month, one.ore) for one in monthly]
            return Detail.MONTHS, tuple(_parted(moved))
        last = month_of(self._covered_to or year.end)
        if file.has_balances:
            self._findings.in_file(file_kinds.BALANCES_BY_PERIOD, month=month_in_words(last))
        return Detail.PERIOD, tuple(self._of_period(opening, accounts, last))

    def _of_period(
        self, opening: Mapping[str, Ore], accounts: Mapping[str, Account], last: Month
    ) -> Iterator[Movement]:
        closing, results = _by_year(self._file.closing).get(0, {}), _by_year(self._file.results).get(0, {})
        for number, account in accounts.items():
            if account.kind.on_balance_sheet or number in closing:
                yield Movement(number, (), last, closing.get(number, 0) - opening.get(number, 0))
            elif number in results:
                yield Movement(number, (), last, results[number])
        yield from _parted(list(self._of_objects(last)))

    def _of_objects(self, last: Month) -> Iterator[Movement]:
        moved: dict[tuple[str, Objects], Ore] = {}
        for balances, sign in ((self._file.object_closing, 1), (self._file.object_opening, -1)):
            for one in balances:
                if one.year == 0:
                    key = (one.account, self._placed[one.objects])
                    moved[key] = moved.get(key, 0) + sign * one.ore
        yield from (Movement(account, objects, last, ore) for (account, objects), ore in moved.items())


def _parted(moved: list[Movement]) -> Iterator[Movement]:
    """Yield movements so that each counts once for an object.

    A file may tell an object alone and also together with one of another dimension: what it tells together is then
    part of what it tells alone, and of that only the rest is left for the object by itself.
    """
    alone = {(one.account, one.objects[0]) for one in moved if len(one.objects) == 1}
    rests: dict[tuple[str, ObjectKey, Month], Ore] = defaultdict(int)
    for one in moved:
        if len(one.objects) == 1:
            rests[one.account, one.objects[0], one.month] += one.amount
            continue
        yield one
        for key in one.objects:
            if (one.account, key) in alone:  # a month that is told together and not alone is nothing alone
                rests[one.account, key, one.month] -= one.amount
    yield from (Movement(account, (key,), month, ore) for (account, key, month), ore in rests.items() if ore)


def _by_year(balances: Iterable[Balance]) -> dict[int, dict[str, Ore]]:
    by_year: dict[int, dict[str, Ore]] = {}
    for balance in balances:
        by_year.setdefault(balance.year, {})[balance.account] = balance.ore
    return by_year


def _used(file: SieFile) -> set[str]:
    used = {row.account for voucher in file.vouchers for row in voucher.rows if row.kind is RowKind.BOOKED}
    for balances in (file.opening, file.closing, file.results, file.period_balances, file.period_budgets):
        used.update(balance.account for balance in balances)
    return used
