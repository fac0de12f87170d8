"""Which nature has each account of a file, and which of them carry a balance from year to year?"""

from samordna.domain.ledger.books import AccountKind
from samordna.sources.sie.model import SieFile
from samordna.sources.sie.values import kind_by_class


class Natures(dict[str, AccountKind]):
    """The nature of every account: as ``#KTYP`` tells it, else by the account's class."""

    def __init__(self, file: SieFile) -> None:
        super().__init__((number, account.kind) for number, account in file.accounts.items() if account.kind)
        chart = file.head.chart.upper()
        self._bas = "BAS" in chart or chart.startswith("NE")

    def __missing__(self, account: str) -> AccountKind:
        return self.setdefault(account, kind_by_class(account, bas=self._bas))

    def on_balance_sheet(self, account: str) -> bool:
        """Tell whether the account carries a balance from year to year."""
        return self[account].on_balance_sheet
