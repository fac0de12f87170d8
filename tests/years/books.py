"""The ledgers of the two demo associations as balances, without a database."""

from functools import cache
from importlib.resources import files

from samordna.domain.ledger.balances import Balances, YearBalances, sum_postings
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.sources.sie import books_of, read_sie

INTERIM = Asked.of(Period(202401, 202408))


@cache
def balances_of(association: str) -> Balances:
    accounts, objects, years = {}, {}, []
    for version, name in enumerate((f"{association}-2023.se", f"{association}-2024-08.se"), start=1):
        books = books_of(read_sie((files("samordna.demo") / "ledgers" / name).read_bytes(), name)).books
        assert books is not None
        accounts |= books.accounts
        objects |= books.objects
        years.append(
            YearBalances(books.year, version, books.covers_to_month, books.opening[0], sum_postings(books), {})
        )
    return Balances(accounts, objects, tuple(years))
