"""What does the ledger of a large, invented association look like?

As real ones do: a cost centre uses a handful of accounts, a project belongs to one cost centre, and the
other side of a cost is the bank or the suppliers. So the sums that statements read stop growing while
vouchers go on. Every amount is a whole number of öre and every sum is exact; the same seed gives the same bytes.
"""

import datetime as dt
import random
import zlib
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

BALANCE_ACCOUNTS = {
    "1510": "Kundfordringar", "1930": "Bank", "2010": "Eget kapital", "2440": "Leverantörsskulder",
    "2710": "Personalskatt", "2990": "Upplupna kostnader",
}  # fmt: skip
RESULT_ACCOUNTS = {
    "3010": "Bidrag från staten", "3020": "Bidrag från regionen", "3030": "Bidrag från kommunerna", "4010": "Löner",
    "4510": "Arbetsgivaravgifter", "5010": "Lokalhyra", "5539": "Köpt verksamhet", "6110": "Kontorsmaterial",
    "6540": "IT-tjänster", "6910": "Utbildning", "7610": "Resor", "8310": "Ränteintäkter",
}  # fmt: skip
COST_CENTRES = 40
PROJECTS = 30
SERIES = "ABCL"
CORRECTED = 200
"""One voucher of so many has been corrected."""
TEXTS = ("Hyra september", "Löner", "Köp av insats", "Resor Östersund", "Kontorsmaterial", "Handledning å månad")


class Row(NamedTuple):
    """A row of a voucher; ``objects`` as SIE writes them."""

    account: str
    objects: str
    ore: int


def large_ledger(
    vouchers: int, *, seed: int = 1, year: int = 2024, varied: bool = False, cost_centres: int = COST_CENTRES
) -> bytes:
    """Return a SIE 4E file of ``vouchers`` vouchers with three rows each on average, in CP437.

    A ``varied`` one is signed and as programs differ: four series, a text of its own for each voucher, rows with and
    without text and quantity, and some vouchers that have been corrected and tell how.
    """
    chance = random.Random(seed)
    booked = [_rows(chance, cost_centres) for _ in range(vouchers)]
    moved: Counter[str] = Counter()
    for rows in booked:
        for row in rows:
            moved[row.account] += row.ore
    opening = {account: chance.randrange(-(10**9), 10**9) for account in BALANCE_ACCOUNTS}
    opening["2010"] -= sum(opening.values())
    written = _varied_vouchers if varied else _vouchers
    lines = (*_heading(year, cost_centres), *_balances(opening, moved), *written(booked, year))
    body = "\r\n".join(lines).encode("cp437")
    return _signed(body) if varied else body + b"\r\n"


def _signed(body: bytes) -> bytes:
    """Return the file with a checksum of what stands after its first record (SIE 4B, section 10)."""
    first, _, rest = body.partition(b"\r\n")
    counted = b"".join(part if quoted else part.translate(None, b" \r\n{}") for quoted, part in _parts(rest))
    return b"\r\n".join((first, b"#KSUMMA", rest, b"#KSUMMA %d" % zlib.crc32(counted), b""))


def _parts(text: bytes) -> Iterator[tuple[int, bytes]]:
    return ((number % 2, part) for number, part in enumerate(text.split(b'"')))


def _rows(chance: random.Random, cost_centres: int) -> tuple[Row, ...]:
    """Return rows that sum to zero: costs of one cost centre, perhaps on its project, and where the money came from."""
    centre = chance.randrange(cost_centres)
    project = f' 6 "P{centre:02}"' if centre < PROJECTS and chance.random() < 0.3 else ""
    objects = f'{{1 "{3001 + centre}"{project}}}'
    used = (list(RESULT_ACCOUNTS) * 2)[centre % 12 : centre % 12 + 5]
    costs = [Row(chance.choice(used), objects, chance.randrange(-90_000, 900_000)) for _ in range(chance.randint(1, 3))]
    return (*costs, Row(chance.choice(("1930", "2440", "2710")), "{}", -sum(row.ore for row in costs)))


def _heading(year: int, cost_centres: int) -> Iterator[str]:
    yield from ("#FLAGGA 0", '#PROGRAM "Samordnas prov" 1.0', "#FORMAT PC8", f"#GEN {year + 1}0115", "#SIETYP 4")
    yield from ('#FNAMN "Samordningsförbundet Exempel"', "#ORGNR 222000-0000", "#VALUTA SEK")
    yield from (f"#RAR 0 {year}0101 {year}1231", f"#OMFATTN {year}1231")
    for account, name in (BALANCE_ACCOUNTS | RESULT_ACCOUNTS).items():
        kind = {"1": "T", "2": "S", "3": "I"}.get(account[0], "K")
        yield from (f'#KONTO {account} "{name}"', f"#KTYP {account} {'I' if account == '8310' else kind}")
    yield from ('#DIM 1 "Kostnadsställe"', '#DIM 6 "Projekt"')
    for centre in range(cost_centres):
        yield f'#OBJEKT 1 "{3001 + centre}" "Insats {centre + 1}"'
    for project in range(PROJECTS):
        yield f'#OBJEKT 6 "P{project:02}" "Projekt {project + 1}"'


def _balances(opening: dict[str, int], moved: Counter[str]) -> Iterator[str]:
    for account, ore in opening.items():
        yield f"#IB 0 {account} {_amount(ore)}"
    for account, ore in opening.items():
        yield f"#UB 0 {account} {_amount(ore + moved[account])}"
    for account in RESULT_ACCOUNTS:
        yield f"#RES 0 {account} {_amount(moved[account])}"


def _vouchers(booked: list[tuple[Row, ...]], year: int) -> Iterator[str]:
    for place, rows in enumerate(booked):
        day = _day(place, len(booked), year)
        yield f'#VER A {place + 1} {day} "{TEXTS[place % len(TEXTS)]}"'
        yield "{"
        for row in rows:
            yield f'   #TRANS {row.account} {row.objects} {_amount(row.ore)} {day} "{TEXTS[row.ore % len(TEXTS)]}"'
        yield "}"


def _varied_vouchers(booked: list[tuple[Row, ...]], year: int) -> Iterator[str]:
    numbers = Counter[str]()
    for place, rows in enumerate(booked):
        day, series = _day(place, len(booked), year), SERIES[place % len(SERIES)]
        numbers[series] += 1
        yield f'#VER {series} {numbers[series]} {day} "{TEXTS[place % len(TEXTS)]} {place}" {day}'
        yield "{"
        for row in rows:
            yield f"   #TRANS {row.account} {row.objects} {_amount(row.ore)}{_tail(row, day)}"
        if place % CORRECTED == CORRECTED - 1:
            struck = rows[0]
            yield f'   #BTRANS {struck.account} {{}} {_amount(struck.ore + 100)} {day} "" "" "AN"'
            yield f'   #RTRANS {struck.account} {{}} 0.00 {day} "" "" "AN"'
            yield f"   #TRANS {struck.account} {{}} 0.00"
        yield "}"


def _day(place: int, of: int, year: int) -> str:
    return (dt.date(year, 1, 1) + dt.timedelta(days=place * 365 // of)).strftime("%Y%m%d")


def _tail(row: Row, day: str) -> str:
    """Return what stands after the amount: of ten rows three have a text, and one a quantity."""
    match row.ore % 10:
        case 0 | 1 | 2:
            return f' {day} "{TEXTS[row.ore % len(TEXTS)]}"'
        case 3:
            return f' "" "" {row.ore % 99}'
        case _:
            return ""


def _amount(ore: int) -> str:
    sign = "-" if ore < 0 else ""
    return f"{sign}{abs(ore) // 100}.{abs(ore) % 100:02}"
