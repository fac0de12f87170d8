"""Which balances must a type of SIE state that a file tells only through its vouchers?"""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import TypeVar

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import writing as kinds
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.sources.sie.duties import Duty, FileType, duty
from samordna.sources.sie.model import Balance, Objects, PeriodBalance, SieFile
from samordna.sources.sie.natures import Natures
from samordna.sources.sie.totals import Totals, totals

_Told = TypeVar("_Told", Balance, PeriodBalance)


def with_balances(file: SieFile, file_type: FileType, findings: Findings) -> SieFile:
    """Return the file with the balances of year 0 that ``file_type`` must state and that it has no record of.

    A balance that is zero is left out, as SIE allows. What was computed is told.
    """
    if not file.vouchers or 0 not in file.years or duty("#UB", file_type) is not Duty.MUST:
        return file
    return _Computing(file, file_type, findings).whole()


class _Computing:
    """Computes what one file lacks."""

    def __init__(self, file: SieFile, file_type: FileType, findings: Findings) -> None:
        self._file, self._file_type, self._findings = file, file_type, findings
        self._natures = Natures(file)

    @cached_property
    def _totals(self) -> Totals:
        return totals(self._file)

    def whole(self) -> SieFile:
        file = self._file
        whole = tuple(one for one in file.period_balances if not one.objects)
        parts = tuple(one for one in file.period_balances if one.objects)
        by_month = self._added("#PSALDO", whole, self._by_month())
        by_object: tuple[PeriodBalance, ...] = ()
        if duty("#OUB", self._file_type) is Duty.MUST:
            by_object = self._added("#PSALDO", parts, self._by_object(), swedish("#PSALDO för objekt"))
        closing = self._added("#UB", file.closing, self._closing())
        if closing and not self._opening():
            self._findings.in_file(kinds.CLOSING_WITHOUT_OPENING)
        return replace(
            file,
            closing=file.closing + closing,
            results=file.results + self._added("#RES", file.results, self._results()),
            object_closing=file.object_closing + self._added("#OUB", file.object_closing, self._object_closing()),
            period_balances=file.period_balances + by_month + by_object,
        )

    def _added(
        self, label: str, told: tuple[_Told, ...], computed: Iterator[_Told], called: str = ""
    ) -> tuple[_Told, ...]:
        """Return what is to be added, nothing where the type needs none or the file has records of year 0."""
        if duty(label, self._file_type) is not Duty.MUST or any(one.year == 0 for one in told):
            return ()
        added = tuple(one for one in computed if one.ore)
        if added:
            self._findings.in_file(kinds.COMPUTED_FROM_VOUCHERS, label=called or label, count=len(added))
        return added

    def _opening(self) -> dict[str, Ore]:
        """Return the opening balances, or last year's closing ones in their place (SIE 4B, section 5.16)."""
        opening = {one.account: one.ore for one in self._file.opening if one.year == 0}
        return opening or {one.account: one.ore for one in self._file.closing if one.year == -1}

    def _closing(self) -> Iterator[Balance]:
        opening, moved = self._opening(), self._totals.by_account
        for account in sorted({*opening, *moved}):
            if self._natures.on_balance_sheet(account):
                yield Balance(0, account, (), opening.get(account, 0) + moved.get(account, 0))

    def _results(self) -> Iterator[Balance]:
        for account, ore in sorted(self._totals.by_account.items()):
            if not self._natures.on_balance_sheet(account):
                yield Balance(0, account, (), ore)

    def _object_closing(self) -> Iterator[Balance]:
        """Yield what each object of a balance account closes with; an opening balance may be of several at once."""
        closing: dict[tuple[str, Objects], Ore] = defaultdict(int)
        for one in self._file.object_opening:
            if one.year == 0:
                closing[one.account, one.objects] += one.ore
        for (account, key), ore in self._totals.by_object.items():
            if self._natures.on_balance_sheet(account):
                closing[account, (key,)] += ore
        for (account, objects), ore in sorted(closing.items()):
            yield Balance(0, account, objects, ore)

    def _by_month(self) -> Iterator[PeriodBalance]:
        for (month, account), ore in sorted(self._totals.accounts.items()):
            yield PeriodBalance(0, month, account, (), ore)

    def _by_object(self) -> Iterator[PeriodBalance]:
        for (month, account, key), ore in sorted(self._totals.objects.items()):
            yield PeriodBalance(0, month, account, (key,), ore)
