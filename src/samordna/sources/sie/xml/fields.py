"""How is what one attribute says understood, and told when it cannot be?

What was understood before is remembered: half of the work, and one copy of each value. What is broken is told on the
line of its element; an amount, an account or a date that is broken refuses the file, so its value matters no more.
"""

import datetime as dt
from collections.abc import Callable
from decimal import Decimal

from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import records as record_kinds
from samordna.domain.ledger.problems import vouchers as voucher_kinds
from samordna.domain.values.money import Ore
from samordna.domain.values.problem import ProblemKind
from samordna.sources.sie.values import account_of, any_account_of
from samordna.sources.sie.xml.values import Amounts, Days, Keys, Quantities, Remembered, Same


class Accounts(Remembered[str, str]):
    """One copy of each account number, and the line where it is first used; raises ``ValueError`` for no number."""

    def __init__(self, line: Callable[[], int]) -> None:
        super().__init__()
        self.first_used: dict[str, int] = {}
        self._line = line

    def __missing__(self, text: str) -> str:
        account = account_of(text.strip())
        self.first_used.setdefault(account, self._line())
        return self.kept(text, account)


class Fields:
    """Understands the values of one file. ``line`` says where the element is that is read."""

    def __init__(self, findings: Findings, line: Callable[[], int]) -> None:
        self.accounts = Accounts(line)
        self.days, self.amounts, self.quantities = Days(), Amounts(), Quantities()
        self.texts, self.keys = Same[str](), Keys()
        self._findings, self._line = findings, line

    def account(self, written: str, label: str) -> str:
        """Return an account that is booked on; a word stands as it is, so that its voucher goes even."""
        try:
            return self.accounts[written]
        except ValueError:
            odd = any_account_of(written.strip())
            self._tell(voucher_kinds.ODD_ACCOUNT if odd else voucher_kinds.BROKEN_ACCOUNT, written, label)
            self.accounts.first_used.setdefault(odd or written, self._line())
            return odd or written

    def amount(self, written: str, label: str) -> Ore:
        """Return an amount."""
        try:
            return self.amounts[written]
        except ValueError:
            self._tell(voucher_kinds.BROKEN_AMOUNT, written, label)
            return 0

    def day(self, written: str, label: str) -> dt.date | None:
        """Return a day that something is booked by."""
        try:
            return self.days[written]
        except ValueError:
            self._tell(voucher_kinds.BROKEN_DATE, written, label)
            return None

    def remark(self, written: str, label: str) -> dt.date | None:
        """Return a day that nothing is booked by: one that is broken does no harm."""
        try:
            return self.days[written] if written else None
        except ValueError:
            self._tell(record_kinds.BROKEN_FIELD, written, label)
            return None

    def quantity(self, written: str, label: str) -> Decimal | None:
        """Return a quantity; nothing is booked by it either."""
        try:
            return self.quantities[written] if written else None
        except ValueError:
            self._tell(record_kinds.BROKEN_FIELD, written, label)
            return None

    def _tell(self, kind: ProblemKind, written: str, label: str) -> None:
        self._findings.on_line(kind, self._line(), text=written, label=label)
