r"""Any file that SIE can hold, as hypothesis makes them up.

``complete_files`` hold all that their type must: written and read again they are the same. ``any_files`` lack records,
have texts that must be mended, and number their vouchers in any order.
"""

import datetime as dt
from dataclasses import replace
from decimal import Decimal

from hypothesis import strategies as st

from samordna.domain.ledger.books import AccountKind, FiscalYear
from samordna.sources.sie.model import (
    AccountRecord,
    Balance,
    DimensionRecord,
    Head,
    PeriodBalance,
    Record,
    Row,
    RowKind,
    SieFile,
    Voucher,
)

_LETTERS = 'aåÄé1 "\\{}#\u00a0-'
"""A few of all kinds: what SIE gives a meaning, a no-break space, letters that encodings differ on."""

TEXTS = st.text(_LETTERS, max_size=7).filter(lambda text: not text.endswith("\\"))
ODD_TEXTS = st.text(_LETTERS + "\t\n\x00\x7f€–\u2028š", max_size=7)
ORE = st.integers(-(10**15), 10**15) | st.integers(-1000, 1000)
QUANTITIES = st.none() | st.decimals(
    allow_nan=False, allow_infinity=False, places=3, min_value=-9999, max_value=9999
).map(
    lambda number: number or Decimal("0.000")  # zero has no sign
)
DAYS = st.dates(dt.date(2023, 6, 1), dt.date(2025, 3, 31))
MONTHS = DAYS.map(lambda day: day.year * 100 + day.month)
NUMBERS = ("1510", "1930", "2010", "2440", "3010", "5010", "8410", "FEL", "0010")
DIMENSIONS = {
    "1": DimensionRecord("1", "Kostnadsställe"),
    "6": DimensionRecord("6", ""),
    "20": DimensionRecord("20", 'Verksamhet "V"'),
    "21": DimensionRecord("21", "Del", "1"),
}
YEARS = {
    0: FiscalYear(dt.date(2024, 1, 1), dt.date(2024, 12, 31)),
    -1: FiscalYear(dt.date(2023, 7, 1), dt.date(2023, 12, 31)),
    -2: FiscalYear(dt.date(2022, 7, 1), dt.date(2023, 6, 30)),
}
ONCE = ("#FLAGGA", "#FORMAT", "#GEN", "#SIETYP", "#FTYP", "#ORGNR", "#TAXAR", "#KPTYP", "#VALUTA")


@st.composite
def object_lists(draw, texts, numbers=tuple(DIMENSIONS)):
    """Return an object list, of none to three dimensions."""
    chosen = draw(st.lists(st.sampled_from(numbers), unique=True, max_size=3))
    return tuple((number, draw(texts.filter(bool))) for number in chosen)


def rows(texts, accounts):
    return st.builds(
        Row, st.sampled_from(accounts), object_lists(texts), ORE, st.none() | DAYS, texts, QUANTITIES, texts,
        st.sampled_from(RowKind),
    )  # fmt: skip


def vouchers(texts, accounts, numbers):
    return st.builds(
        Voucher, st.sampled_from(["", "A", "B", "LÖN 1"]) | texts, numbers, DAYS, texts, st.none() | DAYS, texts,
        st.lists(rows(texts, accounts), max_size=3).map(tuple),
    )  # fmt: skip


def balances(accounts, objects):
    return st.lists(
        st.builds(Balance, st.sampled_from(sorted(YEARS)), st.sampled_from(accounts), objects, ORE, QUANTITIES),
        max_size=3,
    ).map(tuple)


def period_balances(accounts, objects):
    years = st.sampled_from(sorted(YEARS))
    one = st.builds(PeriodBalance, years, MONTHS, st.sampled_from(accounts), objects, ORE, QUANTITIES)
    return st.lists(one, max_size=3).map(tuple)


def accounts_of(texts, numbers):
    kinds, codes = st.none() | st.sampled_from(AccountKind), st.lists(texts.filter(bool), max_size=2).map(tuple)
    records = {number: st.builds(AccountRecord, st.just(number), texts, kinds, texts, codes) for number in numbers}
    return st.fixed_dictionaries(records)


@st.composite
def heads(draw, texts):
    return Head(
        program=draw(texts.filter(bool)),
        program_version=draw(texts),
        generated=draw(DAYS),
        generated_by=draw(texts),
        prose=draw(st.lists(texts, max_size=2).map(tuple)),
        company_form=draw(texts),
        company_code=draw(texts),
        organisation_number=draw(st.sampled_from(["", "222000-0000", "12-3", "SE556677889901"])),
        acquisition_number=draw(texts),
        activity_number=draw(texts),
        address=draw(st.just(()) | st.tuples(texts, texts, texts, texts)),
        company=draw(texts.filter(bool)),
        tax_year=draw(texts),
        chart=draw(st.sampled_from(["", "EUBAS97", "Kommun-Bas 13"])),
        currency=draw(st.sampled_from(["", "SEK", "EUR"])),
    )


@st.composite
def unknown_records(draw, texts):
    fields = st.lists(texts | st.lists(texts, max_size=3).map(tuple), max_size=3).map(tuple)
    return Record(draw(st.sampled_from(["#EGEN", "#åäö", "#X-1}", "#ver"])), draw(fields))


@st.composite
def trailing_fields(draw, texts):
    labels = sorted(draw(st.sets(st.sampled_from(ONCE))), key=ONCE.index)
    return tuple(Record(label, (draw(texts), draw(texts))) for label in labels)


@st.composite
def complete_files(draw, file_type):
    """Return a file of ``file_type`` that lacks nothing which that type must hold, and holds nothing that it cannot."""
    file = draw(_files(TEXTS, NUMBERS, st.just("")))
    head = replace(file.head, **draw(_head_of(file_type)))
    if file_type in {"1", "2"}:
        bare = [
            tuple(one for one in balances if not one.objects)
            for balances in (file.period_balances, file.period_budgets)
        ]
        file = replace(file, period_balances=bare[0], period_budgets=bare[1])
        file = replace(file, dimensions={}, objects={}, object_opening=(), object_closing=())
    if file_type in {"1", "4I"}:
        file = replace(file, period_balances=(), period_budgets=())
    if file_type == "4I":
        file = replace(file, opening=(), closing=(), results=(), object_opening=(), object_closing=())
    else:
        told = Balance(0, "1930", (), draw(ORE))
        file = replace(file, closing=(*file.closing, told), results=(*file.results, told))
    return replace(file, head=head, objects=_named(file), vouchers=_numbered(draw, file) if file_type[0] == "4" else ())


@st.composite
def any_files(draw):
    """Return a file that may lack anything but its fiscal year, with texts that cannot be written as they are."""
    numbers = draw(st.lists(st.sampled_from(NUMBERS), unique=True))
    series = st.sampled_from(["1", "3", "K2", "07", "11"]) | ODD_TEXTS
    file = draw(_files(ODD_TEXTS, numbers, series))
    lacking = draw(st.sets(st.sampled_from(["program", "company"])))
    covered = draw(st.sampled_from([None, dt.date(2024, 8, 31)]))
    head = replace(file.head, flagged=draw(st.booleans()), covered_to=covered, **dict.fromkeys(lacking, ""))
    return replace(file, head=head)


@st.composite
def _files(draw, texts, numbers, voucher_numbers):
    """Return a file of everything, whose accounts are ``numbers``; others are used too."""
    whole, some = st.just(()), object_lists(texts)
    return SieFile(
        head=draw(heads(texts)),
        years=draw(st.sampled_from([YEARS, {0: YEARS[0]}])),
        accounts=draw(accounts_of(texts, numbers)),
        dimensions=draw(st.permutations(list(DIMENSIONS.items())).map(dict)),
        objects=draw(st.dictionaries(st.tuples(st.sampled_from(list(DIMENSIONS)), texts), texts, max_size=3)),
        opening=draw(balances(NUMBERS, whole)),
        closing=draw(balances(NUMBERS, whole)),
        results=draw(balances(NUMBERS, whole)),
        object_opening=draw(balances(NUMBERS, some)),
        object_closing=draw(balances(NUMBERS, some)),
        period_balances=draw(period_balances(NUMBERS, some)),
        period_budgets=draw(period_balances(NUMBERS, some)),
        vouchers=tuple(draw(st.lists(vouchers(texts, NUMBERS, voucher_numbers), max_size=4))),
        others=tuple(draw(st.lists(unknown_records(texts), max_size=2))),
        trailing=draw(trailing_fields(texts)),
    )


def _head_of(file_type):
    """Return what parts the heads of the types."""
    day, none = DAYS, st.none()
    covered = {"1": none, "2": day, "3": day, "4I": none, "4E": none | day}[file_type]
    return st.fixed_dictionaries({"covered_to": covered, "industry": st.just("") if file_type == "4I" else TEXTS})


def _named(file):
    """Return the objects of a file with those that it uses."""
    several = (file.object_opening, file.object_closing, file.period_balances, file.period_budgets)
    used = {key: "Namn" for balances in several for one in balances for key in one.objects}
    return {**used, **file.objects} if file.dimensions else {}


def _numbered(draw, file):
    """Return the vouchers with numbers that ascend, or none."""
    numbers = draw(st.sampled_from([lambda _: "", str, lambda place: f"K{9 - place}", lambda place: f"{place:03}"]))
    return tuple(voucher._replace(number=numbers(place)) for place, voucher in enumerate(file.vouchers))
