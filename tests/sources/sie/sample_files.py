"""Two small files to write: one that lacks much, and one of everything."""

import datetime as dt
from dataclasses import replace

from samordna.domain.ledger.books import FiscalYear
from samordna.sources.sie.model import (
    AccountRecord,
    Balance,
    DimensionRecord,
    Head,
    PeriodBalance,
    Row,
    SieFile,
    Voucher,
)

JANUARY = dt.date(2024, 1, 31)
YEAR = FiscalYear(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
CENTRE, PROJECT = ("1", "3001"), ("6", "P 1")
HEAD = Head(program="Prov", program_version="1.0", generated=dt.date(2024, 9, 10), company="Förbundet")
SMALL = SieFile(
    head=HEAD,
    years={0: YEAR},
    accounts={number: AccountRecord(number, "Namn") for number in ("1930", "2010", "3010", "5010")},
    opening=(Balance(0, "1930", (), 100_00), Balance(0, "2010", (), -100_00)),
    vouchers=(
        Voucher(
            "A", "1", JANUARY, "Hyra",
            rows=(Row("5010", (CENTRE, PROJECT), 10_50), Row("1930", (), -10_50)),
        ),
    ),
)  # fmt: skip

FULL = replace(
    SMALL,
    head=replace(HEAD, industry="84", covered_to=JANUARY),
    dimensions={"1": DimensionRecord("1", "Kostnadsställe")},
    objects={CENTRE: "Dörren", PROJECT: "Vägen"},
    closing=(Balance(0, "1930", (), 89_50), Balance(0, "2010", (), -100_00)),
    results=(Balance(0, "5010", (), 10_50),),
    object_opening=(Balance(0, "1930", (CENTRE,), 1),),
    object_closing=(Balance(0, "1930", (CENTRE,), 2),),
    period_balances=(PeriodBalance(0, 202401, "5010", (), 10_50), PeriodBalance(0, 202401, "5010", (CENTRE,), 10_50)),
    period_budgets=(PeriodBalance(0, 202401, "5010", (), 9_00), PeriodBalance(0, 202401, "5010", (CENTRE,), 9_00)),
)


def only(label, lines):
    """Return the lines of one label, as they stand."""
    return [line for line in lines if line.split()[0] == label]
