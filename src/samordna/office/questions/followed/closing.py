"""How far has a period come, what is left to do before it is closed, and what has been said of its accounts?"""

import datetime as dt
from collections.abc import Iterator
from dataclasses import dataclass, replace

from samordna.domain.control.checklist import checklist
from samordna.domain.control.checks import ClosingCheck, Settling
from samordna.domain.control.closing import Closing, PeriodState, PeriodStep, steps_of
from samordna.domain.control.closing_basis import ClosingBasis
from samordna.domain.control.said import AccountNote
from samordna.domain.ledger.differences import LedgerDifference
from samordna.domain.statements.span import Asked
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.office.questions.basis import Basis, basis
from samordna.office.questions.books.import_shown import import_shown
from samordna.office.questions.books.ledgers import TakenImport, imports
from samordna.office.store.plan_rows import ACCOUNT_NOTE, ACKNOWLEDGED, CLOSING, holding, latest_said, values_of


@dataclass(frozen=True, slots=True)
class PeriodStanding:
    """A period and how far it has come: who took it there and when, nobody while it is open."""

    closing: Closing
    by: str = ""
    at: dt.datetime | None = None
    number: int = 0
    """The line of the journal that says so, 0 while nobody has said anything."""


@dataclass(frozen=True, slots=True)
class AccountStanding:
    """An account of the balance sheet at the end of a period, öre debit positive, and what is said of it.

    ``seen`` is the line of the journal that says so, 0 for none. ``checks`` are its items of the checklist: whether it
    is reconciled, and whether it stands on its own side when it does not.
    """

    number: str
    name: str
    balance: Ore
    checks: tuple[ClosingCheck, ...]
    note: AccountNote | None = None
    seen: int = 0
    by: str = ""
    at: dt.datetime | None = None


@dataclass(frozen=True, slots=True)
class ClosingShown:
    """A period's closing: its checklist and what can be done now.

    ``basis`` is what the checklist is made from; ``holds`` the import that holds for the year, ``pinned`` the one that
    the period is closed on, None when it is not.
    """

    standing: PeriodStanding
    basis: ClosingBasis
    checks: tuple[ClosingCheck, ...]
    steps: tuple[PeriodStep, ...]
    holds: TakenImport
    pinned: TakenImport | None
    accounts: tuple[AccountStanding, ...] = ()
    """Those that a note settles."""
    current: TakenImport | None = None
    """The import that holds for the year whatever the period is pinned to."""

    @property
    def closing(self) -> Closing:
        """How far the period has come."""
        return self.standing.closing


def closing_shown(period: Period) -> ClosingShown:
    """Return the closing of a fiscal year's months from its first to the last of ``period``.

    Raises ``Refused`` as ``basis`` does.
    """
    made_from = basis(Asked.of(period))
    standing, holds = _standing(period), _holds(made_from)
    looked_at = _basis(made_from, holds)
    checks = checklist(looked_at)
    pinned = standing.closing.pinned
    return ClosingShown(
        standing=standing,
        basis=looked_at,
        checks=checks,
        steps=steps_of(standing.closing.state, checks),
        holds=holds,
        pinned=next((taken for taken in imports() if taken.version == pinned), None),
        accounts=tuple(_accounts(period, looked_at, checks)),
        current=next((taken for taken in imports() if taken.current and taken.year == holds.year), None),
    )


def _accounts(period: Period, looked_at: ClosingBasis, checks: tuple[ClosingCheck, ...]) -> Iterator[AccountStanding]:
    """Yield the accounts that an item is of which a note settles, in number order."""
    of_account: dict[str, list[ClosingCheck]] = {}
    for check in checks:
        _, _, account = check.key.partition(":")
        if check.kind.settled_by is Settling.NOTE and account:
            of_account.setdefault(account, []).append(check)
    said = {one.key: one for one in holding(ACCOUNT_NOTE) if one.period == period}
    for account, found in sorted(of_account.items()):
        name, balance = looked_at.balances.accounts[account].name, looked_at.balance(account)
        standing = AccountStanding(account, name, balance, tuple(found))
        note = said.get(account)
        yield replace(standing, note=note.value, seen=note.number, by=note.by, at=note.at) if note else standing


def _standing(period: Period) -> PeriodStanding:
    said = latest_said(CLOSING, "", period)
    if said is None or said.value is None:
        return PeriodStanding(Closing(period))
    return PeriodStanding(said.value, said.by, said.at, said.number)


def _holds(made_from: Basis) -> TakenImport:
    year = made_from.balances.year_of(made_from.asked.period.last)
    return next(taken for taken in made_from.imports if year and taken.version == year.version)


def _basis(made_from: Basis, holds: TakenImport) -> ClosingBasis:
    return ClosingBasis(
        period=made_from.asked.period,
        balances=made_from.balances,
        register=made_from.plan.register,
        findings=made_from.statements.findings,
        owed=made_from.plan.owed,
        changed=_changed(holds),
        notes=values_of(ACCOUNT_NOTE),
        acknowledged=values_of(ACKNOWLEDGED),
    )


def _changed(holds: TakenImport) -> LedgerDifference | None:
    """Return what the import that holds changed of the one before it."""
    compared = import_shown(holds.version).compared
    return compared.difference if compared else None


def closings() -> tuple[PeriodStanding, ...]:
    """Return every period that somebody has taken a step of, the latest first."""
    said = sorted(holding(CLOSING), key=lambda one: one.period.last, reverse=True)
    return tuple(PeriodStanding(one.value, one.by, one.at, one.number) for one in said)


def closed_in(year: Period) -> Iterator[Closing]:
    """Yield the closed periods of a fiscal year."""
    for said in holding(CLOSING):
        if said.value.state is PeriodState.CLOSED and year.covers(said.period):
            yield said.value
