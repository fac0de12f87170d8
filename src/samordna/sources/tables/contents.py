"""What did a table turn out to say, whichever ledger it is?"""

from dataclasses import dataclass, field

from samordna.domain.ledger.books import ObjectKey
from samordna.sources.sie.model import AccountRecord, Balance, DimensionRecord, PeriodBalance, Voucher


@dataclass(frozen=True, slots=True)
class Contents:
    """The parts of a ledger that a table tells of, as the model of SIE has them."""

    accounts: dict[str, AccountRecord] = field(default_factory=dict)
    dimensions: dict[str, DimensionRecord] = field(default_factory=dict)
    objects: dict[ObjectKey, str] = field(default_factory=dict)
    opening: tuple[Balance, ...] = ()
    closing: tuple[Balance, ...] = ()
    results: tuple[Balance, ...] = ()
    object_opening: tuple[Balance, ...] = ()
    object_closing: tuple[Balance, ...] = ()
    period_balances: tuple[PeriodBalance, ...] = ()
    vouchers: tuple[Voucher, ...] = ()
