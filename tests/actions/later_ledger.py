"""Sjuhärad's ledger as it looks when it is exported again, with something more in it."""

from importlib.resources import files

from samordna.office import actions
from samordna.office.actions import TERMINAL

FILE = "sjuharad-2024-08.se"


def with_vouchers(*vouchers: bytes) -> bytes:
    """Return the ledger with more vouchers, as they stand in a file of SIE, in the series and number that they lack."""
    ledger = (files("samordna.demo") / "ledgers" / FILE).read_bytes()
    return ledger + b"".join(b"\r\n" + voucher for voucher in vouchers)


def take(data: bytes, *, reason: str = "") -> actions.Receipt:
    """Take the ledger of 2024 anew."""
    return actions.take_ledgers([actions.LedgerFile("sjuharad-2024-09.se", data)], reason=reason, by=TERMINAL)


def vouchers_of(importable: bytes) -> bytes:
    """Return the vouchers of a file that a ledger takes in, as a ledger tells them once it has."""
    _, mark, rest = importable.partition(b"#VER")
    return (mark + rest).replace(b'#VER "" ""', b'#VER "B" "9001"')
