"""What did each cost centre cost, net?

Shown on the side that the association's own follow-up shows. From sums only: by object, and by account for the
whole. What carries no cost centre has a row of its own, so that the rows add up to the whole association.
"""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Final, TypeAlias

from django.db.models import Sum

from samordna.domain.document import Cell, Column, LedgerOrigin, Number, Row, RowKind, Table
from samordna.domain.ledger.balances import Balances
from samordna.domain.ledger.entered import Scenario
from samordna.domain.statements.holdings import Amount, Holdings, When
from samordna.domain.statements.layout import Measure, Side
from samordna.domain.statements.selection import WHOLE_ACCOUNTS
from samordna.domain.statements.signs import net_side, net_words
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.unit import THOUSANDS
from samordna.office.questions.basis import Basis
from samordna.office.store import models

COST_CENTRES: Final = "1"
"""The dimension of cost centres, as SIE numbers it."""

LARGEST: Final = 10
"""Cost centres that have a row each on the overview."""

_Sums: TypeAlias = Mapping[str, Ore]


@dataclass(frozen=True, slots=True)
class _Span:
    """Months of a fiscal year that has been read: what each object cost, and the whole association."""

    id: str
    period: Period
    version: int
    objects: _Sums
    whole: Amount


def cost_centres(made_from: Basis) -> Table | None:
    """Return the net cost of the largest cost centres, of the rest and of the whole; None when none is booked on."""
    spans = tuple(_spans(made_from))
    if not spans or spans[0].id != "actual" or not any(spans[0].objects.values()):
        return None
    names = _names(COST_CENTRES, [span.version for span in spans])
    side = net_side(made_from.layout, COST_CENTRES)
    return Table(
        id="cost-centres",
        title=swedish("Största kostnadsställena"),
        unit=THOUSANDS,
        columns=tuple(Column(span.id, span.period.in_short, emphasis=span is spans[0]) for span in spans),
        rows=tuple(_shown_on(side, row) for row in _rows(spans, names)),
        stub=_NET[side],
        code_label=swedish("Kst"),
        remarks=(net_words(side),),
    )


_NET: Final = {Side.DEBIT: swedish("Kostnader minus intäkter"), Side.CREDIT: swedish("Intäkter minus kostnader")}


def _shown_on(side: Side, row: Row) -> Row:
    """Return a row of debit-positive amounts as a side shows them."""
    cells = (replace(cell, exact=cell.exact * side.sign) if isinstance(cell, Number) else cell for cell in row.cells)
    return replace(row, cells=tuple(cells))


def result_accounts(balances: Balances) -> tuple[str, ...]:
    """Return the accounts of income and cost, in number order."""
    return tuple(sorted(one.number for one in balances.accounts.values() if not one.kind.on_balance_sheet))


def _spans(made_from: Basis) -> Iterator[_Span]:
    """Yield the period and what it is compared with, those that the books answer for."""
    accounts = result_accounts(made_from.balances)
    for name, period in (("actual", made_from.asked.period), ("previous", made_from.asked.compare)):
        when = When(period, Scenario.ACTUAL)
        whole = Holdings(made_from.balances).of_accounts(accounts, WHOLE_ACCOUNTS, when, Measure.MOVEMENT)
        year = made_from.balances.year_of(period.last)
        if isinstance(whole, Amount) and year and year.tells_objects((COST_CENTRES,)):
            yield _Span(name, period, year.version, _sums(year.version, period, accounts), whole)


def _sums(version: int, period: Period, accounts: Collection[str]) -> _Sums:
    rows = models.ObjectBalance.objects.filter(
        ledger_import=version,
        dimension=COST_CENTRES,
        account__in=accounts,
        month__gte=period.first,
        month__lte=period.last,
    )
    return dict(rows.values_list("object").annotate(total=Sum("ore")).order_by())


def _names(dimension: str, versions: Iterable[int]) -> Mapping[str, str]:
    """Return what the objects of a dimension are called, by the latest import that says so."""
    rows = models.DimensionObject.objects.filter(ledger_import__in=tuple(versions), dimension=dimension)
    return dict(rows.order_by("ledger_import__year_start").values_list("code", "name"))


def _rows(spans: Sequence[_Span], names: Mapping[str, str]) -> Iterator[Row]:
    held = spans[0].objects
    codes = sorted({code for span in spans for code in span.objects}, key=lambda code: (-held.get(code, 0), code))
    costing = [code for code in codes if held.get(code, 0) > 0]
    earning = [code for code in codes if held.get(code, 0) <= 0 and any(span.objects.get(code) for span in spans)]
    for code in costing[:LARGEST]:
        yield Row(code, names.get(code, ""), RowKind.DETAIL, _cells(spans, [code]), code=code)
    rest = costing[LARGEST:]
    if rest:
        label = swedish("Övriga med nettokostnad ({count})").format(count=len(rest))
        yield Row(":rest", label, RowKind.DETAIL, _cells(spans, rest))
    if earning:
        label = swedish("Överskott eller noll ({count})").format(count=len(earning))
        yield Row(":earning", label, RowKind.DETAIL, _cells(spans, earning))
    without = tuple(_number(span.whole.exact - sum(span.objects.values()), span, ()) for span in spans)
    if any(isinstance(cell, Number) and cell.exact for cell in without):
        yield Row(":without", swedish("Utan kostnadsställe"), RowKind.DETAIL, without)
    whole = tuple(Number(span.whole.exact, THOUSANDS, span.whole.origin) for span in spans)
    yield Row(":whole", swedish("Hela förbundet"), RowKind.RESULT, whole)


def _cells(spans: Sequence[_Span], codes: Sequence[str]) -> tuple[Cell, ...]:
    return tuple(_number(sum(span.objects.get(code, 0) for code in codes), span, codes) for span in spans)


def _number(ore: int | Fraction, span: _Span, codes: Sequence[str]) -> Cell:
    objects = ((COST_CENTRES, codes[0]),) if len(codes) == 1 else ()
    accounts = span.whole.origin.accounts if isinstance(span.whole.origin, LedgerOrigin) else ()
    return Number(ore, THOUSANDS, LedgerOrigin(accounts, span.period, "movement", objects, (span.version,)))
