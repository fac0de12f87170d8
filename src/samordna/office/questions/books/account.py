"""What does an account hold, month by month?"""

from dataclasses import dataclass

from samordna.domain.document import LedgerOrigin, Number, Table
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.books import Account, ObjectKey
from samordna.domain.statements.by_month import Shown, by_month, of_origin
from samordna.domain.statements.definition import objects_in_words
from samordna.domain.statements.holdings import Amount, Holdings
from samordna.domain.statements.layout import Measure
from samordna.domain.statements.selection import WHOLE_ACCOUNTS, ObjectSelection
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR_ORE
from samordna.office.questions.basis import import_for, known_balances
from samordna.office.questions.books.ledgers import TakenImport


@dataclass(frozen=True, slots=True)
class AccountShown:
    """An account over a period of one fiscal year, all amounts debit positive in kronor with öre.

    ``limited`` says in words which objects it is limited to, empty for the whole account. ``opening`` and
    ``closing`` are its balances around the period, None for an account that has none and for objects.
    """

    account: Account
    period: Period
    limited: tuple[str, ...]
    taken: TakenImport
    moved: Number | None
    opening: Number | None
    closing: Number | None
    months: Table | None
    balances: Table | None


def account(
    number: str,
    *,
    period: Period | None = None,
    objects: ObjectSelection = WHOLE_ACCOUNTS,
    version: int | None = None,
) -> AccountShown | None:
    """Return what an account holds over a period; over all that is covered of the import's year when None is given.

    It is answered from import ``version``, beside the current import of the year before; from the current one of
    the period's year when None is given. None when that import has no such account. Raises ``Refused`` when there
    is no such import, or none that covers the period.
    """
    taken = import_for(period, version)
    held = period or taken.covered
    known = known_balances(taken, objects=frozenset(objects.keys[:1]))
    found = known.accounts.get(number)
    if found is None:
        return None
    asked = _Asked(Holdings(known), found, held, objects.keys)
    with_balance = found.kind.on_balance_sheet and not objects.keys
    return AccountShown(
        account=found,
        period=held,
        limited=objects_in_words(objects, known.objects),
        taken=taken,
        moved=asked.number(Measure.MOVEMENT),
        opening=asked.number(Measure.OPENING) if with_balance else None,
        closing=asked.number(Measure.CLOSING) if with_balance else None,
        months=asked.months(Measure.MOVEMENT, "months", swedish("Bokfört per månad")),
        balances=asked.months(Measure.CLOSING, "balances", swedish("Saldo när månaden slutade"))
        if with_balance
        else None,
    )


@dataclass(frozen=True, slots=True)
class _Asked:
    """One account, ready to be asked."""

    holdings: Holdings
    account: Account
    period: Period
    objects: tuple[ObjectKey, ...]

    @property
    def balances(self) -> Balances:
        return self.holdings.balances

    def origin(self, measure: Measure) -> LedgerOrigin:
        return LedgerOrigin((self.account.number,), self.period, measure.value, self.objects)

    def number(self, measure: Measure) -> Number | None:
        value = of_origin(self.holdings, self.origin(measure))(self.period)
        return Number(value.exact, KRONOR_ORE, value.origin) if isinstance(value, Amount) else None

    def months(self, measure: Measure, table_id: str, title: str) -> Table | None:
        at = of_origin(self.holdings, self.origin(measure))
        return by_month(at, self.period.last, self.balances, Shown(table_id, title, KRONOR_ORE))
