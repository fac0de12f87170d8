"""Tables as a person writes them in a test, read with what is suggested of them agreed to."""

import datetime as dt
from dataclasses import replace
from textwrap import dedent

from hypothesis import settings

from samordna.domain.ledger.books import FiscalYear
from samordna.sources.ledger_file import TableToMap, read_ledger
from samordna.sources.sie import Reading
from samordna.sources.tables import TableMapping

unhurried = settings(deadline=None)
"""For properties that read whole files, on a machine that does other things too."""

YEAR = FiscalYear(dt.date(2024, 1, 1), dt.date(2024, 12, 31))
DAY = dt.date(2024, 8, 31)


def table(text: str) -> bytes:
    """Return a table written with ``|`` between its columns; blanks around them are for the eye."""
    lines = dedent(text).strip("\n").splitlines()
    return "\n".join(";".join(cell.strip() for cell in line.split("|")) for line in lines).encode()


def asked(data: bytes | str, name: str = "tabell.csv", **given: object) -> TableToMap:
    answer = read_ledger(table(data) if isinstance(data, str) else data, name, **given)
    assert isinstance(answer, TableToMap), answer
    return answer


def suggested(data: bytes | str) -> TableMapping:
    return asked(data).best.mapping


def columns(data: bytes | str) -> dict[str, str]:
    """Return what each column seems to mean, by its letter in a spreadsheet."""
    found = suggested(data).columns
    shown = ((column, " ".join(filter(None, (column.field.value, column.side.value)))) for column in found)
    return {chr(65 + column.place): f"{text} {column.month}" if column.month else text for column, text in shown}


def read(data: bytes | str, name: str = "tabell.csv", **changes: object) -> Reading:
    """Return the reading of a table with what is suggested agreed to but for ``changes``; of 2024 unless it tells."""
    data = table(data) if isinstance(data, str) else data
    mapping = asked(data).best.mapping
    mapping = replace(mapping, year=mapping.year or YEAR)
    if any(question.code == "covered-to" for question in asked(data).best.missing):
        mapping = replace(mapping, covered_to=DAY)
    reading = read_ledger(data, name, mapping=replace(mapping, **changes))
    assert isinstance(reading, Reading)
    return reading


def told(reading: Reading) -> list[str]:
    """Return what was told, each with where: ``cell-amount B12``."""
    return [f"{problem.code} {problem.place.rpartition(' ')[2]}" for problem in reading.problems]


def held(reading: Reading) -> dict[str, tuple[int, int]]:
    """Return what each account opened and closed with, in öre."""
    file = reading.file
    assert file is not None
    opening = {balance.account: balance.ore for balance in file.opening}
    return {one.account: (opening.get(one.account, 0), one.ore) for one in (*file.closing, *file.results)}


def booked(reading: Reading) -> dict[str, list[tuple[str, int]]]:
    """Return the rows of each voucher: account and öre."""
    assert reading.file is not None
    return {
        f"{voucher.name} {voucher.date}": [(row.account, row.ore) for row in voucher.rows]
        for voucher in reading.file.vouchers
    }
