"""What could somebody search for, shown with what the association's own books really hold?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.document import LedgerOrigin, Number
from samordna.domain.ledger.books import AccountKind, voucher_name
from samordna.domain.statements.layout import FromLine, Layout, lines_of
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.domain.values.spelling import words_in
from samordna.domain.values.unit import KRONOR_ORE
from samordna.office.questions.books.ledgers import TakenImport, imports
from samordna.office.questions.statements.cost_centres import COST_CENTRES
from samordna.office.questions.statements.layouts import layout_for
from samordna.office.store import models
from samordna.office.store.ledger_rows import objects_of

_SHORTEST: Final = 5
"""Letters that a word has that says something: ``och`` and ``till`` find everything."""

_LOOKED_AT: Final = 40
_ROWS: Final = 400
"""Vouchers at the end of the books, and rows of them, that are looked through for one that shows the most."""


@dataclass(frozen=True, slots=True)
class SearchExamples:
    """Things that are found in the books: empty, or None, for what they do not hold or somebody may not see.

    ``word`` is of the name of ``account``; ``line`` is a line of the statements; ``voucher`` has a row of ``amount``.
    """

    account: str
    word: str
    centre: str
    line: str
    voucher: str = ""
    amount: Number | None = None


def search_examples(by: Actor) -> SearchExamples | None:
    """Return examples out of the latest year's current import; None while nothing has been read."""
    current = [taken for taken in imports() if taken.current]
    latest = max(current, key=lambda taken: taken.year.start, default=None)
    if latest is None:
        return None
    named = dict(models.Account.objects.filter(ledger_import=latest.version).values_list("number", "name"))
    row = _row(latest)
    account = row.account if row else min(named, default="")
    shown = SearchExamples(account, _word(named.get(account, "")), _centre(latest, row), _line(latest))
    if row is None or not by.may(Deed.READ_VOUCHERS):
        return shown
    origin = LedgerOrigin((row.account,), Period(row.month, row.month), "movement", (), (latest.version,))
    return SearchExamples(
        shown.account,
        shown.word,
        shown.centre,
        shown.line,
        voucher_name(row.voucher.series, row.voucher.number),
        Number(abs(row.ore), KRONOR_ORE, origin),
    )


def _row(taken: TakenImport) -> models.Posting | None:
    """Return a cost of one of the last numbered vouchers, with a cost centre if there is one; else any row of them."""
    first = taken.version * models.ROW_NUMBERS
    last = range(first + max(taken.vouchers - _LOOKED_AT, 0), first + taken.vouchers)
    vouchers = {row.pk: row for row in models.Voucher.objects.filter(pk__in=list(last)).exclude(number="")}
    costs = set(
        models.Account.objects.filter(ledger_import=taken.version, kind=AccountKind.COST.value).values_list(
            "number", flat=True
        )
    )
    rows = models.Posting.objects.filter(voucher__in=list(vouchers)).exclude(ore=0).order_by("-id")[:_ROWS]
    found = max(rows, key=lambda row: (row.account in costs, bool(row.objects_text), row.pk), default=None)
    if found:
        found.voucher = vouchers[found.voucher_id]
    return found


def _word(name: str) -> str:
    """Return a word of an account's name that says something, as it is searched for; empty when it has none."""
    return next((word for word in words_in(name) if len(word) >= _SHORTEST), "")


def _centre(taken: TakenImport, row: models.Posting | None) -> str:
    """Return the cost centre of a row, else the first there is."""
    marks = dict(objects_of(row.objects_text)) if row else {}
    if COST_CENTRES in marks:
        return marks[COST_CENTRES]
    of_import = models.DimensionObject.objects.filter(ledger_import=taken.version, dimension=COST_CENTRES)
    return of_import.order_by("code").values_list("code", flat=True).first() or ""


def _line(taken: TakenImport) -> str:
    """Return what the association calls its equity, its cash or its result."""
    try:
        layout = layout_for(taken.year.period.last // 100)
    except Refused:  # no layout holds so early
        return ""
    named = (layout.overview.equity, layout.overview.cash, layout.overview.result)
    return next((label for line in named for label in _label(layout, line)), "")


def _label(layout: Layout, line: FromLine | None) -> Iterator[str]:
    for one in lines_of(layout.statement(line.statement).lines) if line else ():
        if line and one.id == line.line:
            yield one.label
