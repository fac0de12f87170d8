"""How does a ledger look that comes as a table: the balances of the large one, in a workbook or as text?"""

from collections.abc import Sequence

from tests.large_ledger import large_ledger
from tests.sources.tables.written import as_csv, as_workbook, balance_list, voucher_list

from samordna.domain.ledger.books import Books
from samordna.sources.sie import books_of, read_sie

HEADS = ("Konto", "Benämning", "IB", "Förändring", "UB")
_KEYS = ("konto", "namn", "ib", "förändring", "ub")


def books(vouchers: int = 60, *, seed: int = 1, year: int = 2024) -> Books:
    """Return the books that the tables are written from."""
    found = books_of(read_sie(large_ledger(vouchers, seed=seed, year=year), "hel.se")).books
    assert found is not None
    return found


def balance_rows(told: Sequence[str] = (), *, heads: Sequence[str] = HEADS, **which: int) -> list[list[object]]:
    """Return a saldolista; ``told`` are lines above its heads."""
    held = books(**which)
    listed = balance_list(held, held.year.period, lambda row: [row[key] for key in _KEYS])
    summed: dict[object, list[object]] = {}
    for account, name, *amounts in listed:
        known = summed.get(account, [account, name, *([0] * len(amounts))])
        summed[account] = [*known[:2], *map(sum, zip(known[2:], amounts, strict=True))]
    return [*([line] for line in told), list(heads), *summed.values()]


def balance_workbook(told: Sequence[str] = (), **which: int) -> bytes:
    """Return the saldolista as a workbook, behind a front page."""
    return as_workbook(("Framsida", [["Skriven av ett program"]]), ("Saldon", balance_rows(told, **which)))


def balance_text(told: Sequence[str] = (), **which: int) -> bytes:
    """Return the saldolista as text with semicolons."""
    return as_csv(balance_rows(told, **which))


def voucher_workbook(**which: int) -> bytes:
    """Return a verifikationslista as a workbook, what the year opened with first."""
    keys = ("ver", "datum", "text", "konto", "namn", "kst", "projekt", "debet", "kredit")
    heads = ("Ver.nr", "Datum", "Text", "Konto", "Benämning", "Kst", "Projekt", "Debet", "Kredit")
    listed = voucher_list(books(**which), lambda row: [row[key] for key in keys])
    return as_workbook(("Verifikationer", [heads, *listed]))
