"""How does the same ledger look as a file of balances: SIE type 1, 2 or 3?"""

from collections.abc import Iterator

from tests.large_ledger import large_ledger

from samordna.domain.ledger.balances import Sums, sum_postings
from samordna.sources.sie import books_of, read_sie


def balance_ledger(file_type: str, vouchers: int = 40, *, seed: int = 1, year: int = 2024) -> bytes:
    """Return what ``large_ledger`` comes to, without its vouchers: in all, by month, or by month and object."""
    data = large_ledger(vouchers, seed=seed, year=year)
    books = books_of(read_sie(data, "hel.se")).books
    assert books is not None
    head = data.decode("cp437").partition("#VER")[0].replace("#SIETYP 4", f"#SIETYP {file_type}")
    lines = _by_month(sum_postings(books), with_objects=file_type == "3") if file_type != "1" else ()
    return (head + "".join(f"{line}\r\n" for line in lines)).encode("cp437")


def _by_month(sums: Sums, *, with_objects: bool) -> Iterator[str]:
    for account, months in sums.accounts.items():
        for month, ore in months.items():
            yield f"#PSALDO 0 {month} {account} {{}} {ore / 100:.2f}"
    for (account, (dimension, code)), months in sums.objects.items() if with_objects else ():
        for month, ore in months.items():
            yield f'#PSALDO 0 {month} {account} {{{dimension} "{code}"}} {ore / 100:.2f}'
