"""Books of one small year, to change one thing of at a time."""

import dataclasses
import datetime as dt
from typing import Any

from samordna.domain.ledger.books import Account, AccountKind, Books, FiscalYear, Posting, Voucher

JANUARY = dt.date(2024, 1, 31)
AUGUST = dt.date(2024, 8, 31)

BOOKS = Books(
    company="Samordningsförbundet Exempel",
    organisation_number="222000-0000",
    program="Påhittat program 1.0",
    generated=dt.date(2024, 9, 10),
    file_type="4E",
    years={
        0: FiscalYear(dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
        -1: FiscalYear(dt.date(2023, 1, 1), dt.date(2023, 12, 31)),
    },
    covered_to=AUGUST,
    accounts={
        "1510": Account("1510", "Kundfordringar", AccountKind.ASSET),
        "1930": Account("1930", "Bank", AccountKind.ASSET),
        "2010": Account("2010", "Eget kapital", AccountKind.LIABILITY),
        "2411": Account("2411", "Leverantörsskulder", AccountKind.LIABILITY),
        "3010": Account("3010", "Bidrag", AccountKind.INCOME),
        "5010": Account("5010", "Lokalhyra", AccountKind.COST),
    },
    dimensions={"1": "Kostnadsställe", "6": "Projekt"},
    objects={("1", "3001"): "Öppna dörren", ("6", "P1"): "Vägen in"},
    opening={0: {"1930": 100_00, "2010": -100_00}},
    closing={0: {"1930": 90_00, "2010": -100_00}, -1: {"1930": 100_00, "2010": -100_00}},
    results={0: {"5010": 10_00}},
    vouchers=(
        Voucher(
            "A", "1", JANUARY, "Hyra",
            (
                Posting("5010", (("1", "3001"), ("6", "P1")), 10_00, JANUARY, "Lokal"),
                Posting("1930", (), -10_00, JANUARY, ""),
            ),
            7,
        ),
    ),
)  # fmt: skip


def books(**changes: Any) -> Books:
    """Return the books with other fields."""
    return dataclasses.replace(BOOKS, **changes)


def voucher(number: str, *amounts: tuple[str, int], line: int = 20, **changes: Any) -> Voucher:
    """Return a voucher of series B with one row for each (account, öre)."""
    day = changes.pop("date", JANUARY)
    rows = tuple(Posting(account, (), amount, day, "") for account, amount in amounts)
    return Voucher("B", number, day, "", rows, line)._replace(**changes)
