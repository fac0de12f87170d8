"""A ledger written as the tables that programs give out, each with columns in an order of its own."""

import csv
import io
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from decimal import Decimal

import xlsxwriter

from samordna.domain.ledger.books import Books
from samordna.domain.values.period import Period, month_of

Cells = Sequence[object]


def swedish(ore: int) -> str:
    """Return ``1 234,50`` with the blanks and the minus that programs write."""
    whole, rest = divmod(abs(ore), 100)
    text = f"{whole:,}".replace(",", "\u00a0" if whole % 2 else "\u202f") + f",{rest:02d}"
    return ("\u2212" + text if whole % 3 else f"{text}-") if ore < 0 else text


def as_csv(rows: Iterable[Cells], delimiter: str = ";", encoding: str = "utf-8") -> bytes:
    """Return rows as text: amounts (``Decimal``) as Swedish texts."""
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, lineterminator="\r\n")
    for row in rows:
        writer.writerow([swedish(int(cell * 100)) if isinstance(cell, Decimal) else cell for cell in row])
    text = written.getvalue()
    if not encoding.startswith(("utf", "cp1252")):
        text = re.sub("[\u202f\u2212]", lambda sign: {"\u202f": "\u00a0", "\u2212": "-"}[sign[0]], text)
    return text.encode(encoding)


def as_workbook(*sheets: tuple[str, Iterable[Cells]], texts: bool = False) -> bytes:
    """Return a workbook of the sheets; amounts as numbers, or as Swedish ``texts``."""
    written = io.BytesIO()
    with xlsxwriter.Workbook(written, {"in_memory": True}) as book:
        day = book.add_format({"num_format": "yyyy-mm-dd"})
        for name, rows in sheets:
            sheet = book.add_worksheet(name)
            for number, row in enumerate(rows):
                for column, cell in enumerate(row):
                    if isinstance(cell, Decimal):
                        sheet.write(number, column, swedish(int(cell * 100)) if texts else float(cell))
                    elif hasattr(cell, "isoformat"):
                        sheet.write_datetime(number, column, cell, day)
                    else:
                        sheet.write(number, column, cell)
    return written.getvalue()


def kronor(ore: int) -> Decimal:
    return Decimal(ore).scaleb(-2)


def parts_of(books: Books, period: Period) -> dict[tuple[str, str, str], dict[int, int]]:
    """Return what moved by (account, cost centre, project) and month in a period; accounts without either too."""
    moved: dict[tuple[str, str, str], dict[int, int]] = defaultdict(lambda: defaultdict(int))
    for account in books.accounts:
        moved[account, "", ""][period.first] += 0
    for voucher in books.vouchers:
        if voucher.date in books.year and month_of(voucher.date) in period:
            for posting in voucher.postings:
                held = dict(posting.objects)
                key = (posting.account, held.get("1", ""), held.get("6", ""))
                moved[key][month_of(voucher.date)] += posting.amount
    return dict(sorted(moved.items()))


def balance_list(books: Books, period: Period, order: Callable[[dict[str, object]], Cells]) -> Iterable[Cells]:
    """Yield a saldolista by account, cost centre and project; ``order`` puts a row's values in columns."""
    opened = set()
    for (account, centre, project), months in parts_of(books, period).items():
        opening = books.opening[0].get(account, 0) if account not in opened else 0
        opened.add(account)
        change = sum(months.values())
        yield order({
            "konto": account,
            "namn": books.accounts[account].name,
            "kst": centre,
            "kst namn": books.objects.get(("1", centre), ""),
            "projekt": project,
            "projekt namn": books.objects.get(("6", project), ""),
            "ib": kronor(opening),
            "förändring": kronor(change),
            "ub": kronor(opening + change),
            **{f"{month}": kronor(months.get(month, 0)) for month in period.months},
        })  # fmt: skip


def voucher_list(books: Books, order: Callable[[dict[str, object]], Cells]) -> Iterable[Cells]:
    """Yield a verifikationslista: what the year opened with, then each posting with its voucher."""
    for account, ore in books.opening[0].items():
        opening = {"konto": account, "namn": books.accounts[account].name, "text": "Ingående balans"}
        yield order(dict.fromkeys(_POSTING, "") | opening | _sides(ore))
    for voucher in books.vouchers:
        for posting in voucher.postings:
            held = dict(posting.objects)
            yield order({
                "ver": voucher.name,
                "datum": voucher.date,
                "text": voucher.text,
                "konto": posting.account,
                "namn": books.accounts[posting.account].name,
                "kst": held.get("1", ""),
                "kst namn": books.objects.get(("1", held.get("1", "")), ""),
                "projekt": held.get("6", ""),
                "projekt namn": books.objects.get(("6", held.get("6", "")), ""),
                **_sides(posting.amount),
            })  # fmt: skip


_POSTING = ("ver", "datum", "text", "konto", "namn", "kst", "kst namn", "projekt", "projekt namn", "debet", "kredit")


def _sides(ore: int) -> dict[str, object]:
    return {"debet": kronor(ore) if ore > 0 else "", "kredit": kronor(-ore) if ore < 0 else ""}
