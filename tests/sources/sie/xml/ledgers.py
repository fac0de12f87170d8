"""Ledgers of any kind, as values: for what must hold of every one of them."""

import datetime as dt
from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from samordna.domain.ledger.books import AccountKind, FiscalYear
from samordna.domain.values.period import Month, Period, months_later
from samordna.sources.sie.model import (
    AccountRecord,
    Balance,
    DimensionRecord,
    Head,
    Objects,
    PeriodBalance,
    Record,
    Row,
    RowKind,
    SieFile,
    Voucher,
)

BALANCE_ACCOUNTS = ("1510", "1930", "2010", "2440")
RESULT_ACCOUNTS = ("3010", "5010", "7010", "8310")
ACCOUNTS = (*BALANCE_ACCOUNTS, *RESULT_ACCOUNTS, "DIFF")
KINDS = {
    "1": AccountKind.ASSET, "2": AccountKind.LIABILITY, "3": AccountKind.INCOME, "5": AccountKind.COST,
    "7": AccountKind.COST, "8": AccountKind.INCOME, "D": AccountKind.COST,
}  # fmt: skip

texts = st.sampled_from(
    ["", "Hyra", "Åäö €", "<a & b>", '"q"', " två  blanka ", "rad\nnästa\ttabb\r", "\u2028", "😀", "{}", "'"]
)
"""Texts that XML can hold, among them all that must be escaped."""
any_texts = texts | st.sampled_from(["\x00", "a\x1fb", "\ufffe", "\x0b"])
days = st.sampled_from([dt.date(2019, 1, 1), dt.date(2020, 2, 29), dt.date(2021, 12, 31), dt.date(2023, 6, 15)])
amounts = st.integers(-(10**15), 10**15)
quantities = st.sampled_from([None, Decimal(0), Decimal("-1.250"), Decimal("1E+3"), Decimal("0.000001")])
codes = st.sampled_from(["3001", "01", "1", "R {1}", '"', "Å&<", " "])
lists = st.lists(st.tuples(st.sampled_from(["1", "6", "20"]), codes), max_size=3).map(tuple)


@st.composite
def year_spans(draw: st.DrawFn, *, whole: bool) -> dict[int, FiscalYear]:
    """Return one to three years that follow on each other; not ``whole``: days in months, gaps, none at all."""
    last = months_later(202000, draw(st.integers(13, 60)))
    years = {}
    for number in range(draw(st.integers(1, 3)) if whole else draw(st.integers(0, 3))):
        first = months_later(last, -draw(st.integers(0, 17)))
        period = Period(first, last)
        skew = 0 if whole else draw(st.sampled_from([0, 0, 0, 3]))
        years[-number] = FiscalYear(period.start + dt.timedelta(skew), period.end)
        last = months_later(first, -1 if whole else -draw(st.sampled_from([1, 1, 2])))
    return years


@st.composite
def rows(draw: st.DrawFn, *, plain: bool) -> tuple[Row, ...]:
    """Return rows of a voucher, corrections too; ``plain``: as SIE 5 can say them."""
    found: list[Row] = []
    for _ in range(draw(st.integers(0, 3))):
        kind = draw(st.sampled_from(RowKind))
        row = Row(
            draw(st.sampled_from(ACCOUNTS)), draw(lists), draw(amounts), draw(st.none() | days), draw(texts),
            draw(quantities), draw(texts), kind,
        )  # fmt: skip
        if kind is RowKind.ADDED and (plain or draw(st.booleans())):
            booked = row._replace(kind=RowKind.BOOKED, sign="", date=draw(st.none() | days) if row.date else None)
            found += [row, booked if plain else booked._replace(text=draw(st.just(row.text) | texts))]
        else:
            found.append(row._replace(sign="") if plain and kind is RowKind.BOOKED else row)
    return tuple(found)


def vouchers(*, plain: bool) -> st.SearchStrategy[Voucher]:
    return st.builds(
        Voucher,
        series=st.sampled_from(["A", "B", "", "Ö <1>"]),
        number=st.sampled_from(["1", "2", "007", "", "X-1"]),
        date=days,
        text=texts,
        registered=st.none() | days,
        sign=texts,
        rows=rows(plain=plain),
        line=st.integers(0, 5),
    )


def heads(*, plain: bool) -> st.SearchStrategy[Head]:
    """Return heads as a reader makes them."""
    said: dict[str, Any] = {
        "program": texts, "program_version": texts, "generated": st.none() | days, "generated_by": texts,
        "organisation_number": st.sampled_from(["", "222000-0000", "okänt"]),
        "acquisition_number": st.sampled_from(["", "1", "2"]), "company_code": texts, "company": texts,
        "currency": st.sampled_from(["", "SEK", "EUR"]), "covered_to": st.none() | days,
    }  # fmt: skip
    if not plain:
        said |= {
            "flagged": st.booleans(), "prose": st.lists(texts, max_size=2).map(tuple), "company_form": texts,
            "activity_number": texts, "industry": texts, "address": st.lists(texts, max_size=2).map(tuple),
            "tax_year": texts, "chart": st.sampled_from(["", "BAS95"]), "company": any_texts,
            "acquisition_number": texts,
        }  # fmt: skip
    return st.builds(Head, **said)


@st.composite
def ledgers(draw: st.DrawFn, *, plain: bool = False) -> SieFile:
    """Return a ledger; ``plain`` is one that SIE 5 can say every word of."""
    years = draw(year_spans(whole=plain))
    numbers = list(years) if plain else [0, -1, -2]
    used = ACCOUNTS if plain else draw(st.lists(st.sampled_from(ACCOUNTS), unique=True))
    declared = {"1": DimensionRecord("1", draw(texts)), "6": DimensionRecord("6", "")}
    dimensions = declared if plain else draw(st.sampled_from([{}, declared, {"20": DimensionRecord("20", "M", "1")}]))

    def balances(pool: tuple[str, ...], objects: st.SearchStrategy[Objects]) -> tuple[Balance, ...]:
        one = st.builds(Balance, st.sampled_from(numbers), st.sampled_from(pool), objects, amounts, quantities)
        return tuple(draw(st.lists(one, max_size=3)))

    some, none = lists.filter(bool), st.just(())
    any_list, of_balance, of_result = (
        (some, BALANCE_ACCOUNTS, RESULT_ACCOUNTS) if plain else (lists, ACCOUNTS, ACCOUNTS)
    )
    return SieFile(
        head=draw(heads(plain=plain)),
        years=years,
        accounts={number: draw(_records(number, plain=plain)) for number in used},
        dimensions=dimensions,
        objects=draw(
            st.dictionaries(st.tuples(st.sampled_from(sorted(dimensions) or ["6", "20"]), codes), texts, max_size=3)
        ),
        opening=balances(ACCOUNTS, none if plain else lists),
        closing=balances(of_balance, none),
        results=balances(of_result, none),
        object_opening=balances(ACCOUNTS, any_list),
        object_closing=balances(ACCOUNTS, any_list),
        period_balances=() if plain else draw(_by_month(numbers, years, plain=False)),
        period_budgets=draw(_by_month(numbers, years, plain=plain)),
        vouchers=tuple(draw(st.lists(vouchers(plain=plain), max_size=3))),
        others=() if plain else draw(st.just(()) | st.just((Record("#X", ("1",)),))),
        trailing=() if plain else draw(st.just(()) | st.just((Record("#DIM", ("1",)),))),
    )


def _records(number: str, *, plain: bool) -> st.SearchStrategy[AccountRecord]:
    kind = KINDS[number[0]]
    codes_of_tax = st.lists(st.sampled_from(["7201", "7202", "7301"]), max_size=3).map(tuple)
    kinds = st.just(kind) if plain else st.none() | st.just(kind)
    return st.builds(AccountRecord, st.just(number), texts, kinds, texts, codes_of_tax)


@st.composite
def _by_month(
    draw: st.DrawFn, numbers: list[int], years: dict[int, FiscalYear], *, plain: bool
) -> tuple[PeriodBalance, ...]:
    found = []
    for _ in range(draw(st.integers(0, 3))):
        year = draw(st.sampled_from(numbers))
        month: Month = draw(st.sampled_from([202001, 202112, 202306]))
        if year in years and (plain or draw(st.booleans())):
            month = draw(st.sampled_from(years[year].period.months))
        found.append(PeriodBalance(year, month, draw(st.sampled_from(ACCOUNTS)), draw(lists), draw(amounts)))
    return tuple(found)
