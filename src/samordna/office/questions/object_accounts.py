"""What is booked on a cost centre, a project or another object, account by account?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Sum

from samordna.domain.document import Cell, Column, LedgerOrigin, Number, Row, RowKind, Table
from samordna.domain.ledger.books import ObjectKey
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR_ORE
from samordna.office.questions.ledgers import TakenImport, imports
from samordna.office.store import models

USUAL_DIMENSIONS: Final = {"1": swedish("Kostnadsställe"), "6": swedish("Projekt")}
"""What the dimensions are that SIE gives a number itself, when a file does not say."""


@dataclass(frozen=True, slots=True)
class ObjectShown:
    """An object of a dimension and what its accounts moved; ``table`` has a row an account and their sum.

    The sum of a cost centre is its net cost: amounts are debit positive, income is minus.
    """

    key: ObjectKey
    name: str
    dimension: str
    asked: Asked
    taken: tuple[TakenImport, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class _Span:
    """Months, the import that answers for them, and what each account moved on the object."""

    id: str
    period: Period
    taken: TakenImport
    accounts: Mapping[str, Ore]


def object_accounts(key: ObjectKey, asked: Asked) -> ObjectShown | None:
    """Return what is booked on an object over a period and its comparison, in the current imports.

    None when no current import knows the object.
    """
    current = [taken for taken in imports() if taken.current]
    versions = [taken.version for taken in current]
    of_object = models.DimensionObject.objects.filter(ledger_import__in=versions, dimension=key[0], code=key[1])
    names = list(of_object.order_by("ledger_import__year_start").values_list("name", flat=True))
    spans = tuple(_spans(key, asked, current))
    if not names and not any(span.accounts for span in spans):
        return None
    dimensions = models.Dimension.objects.filter(ledger_import__in=versions, number=key[0])
    called = list(dimensions.order_by("ledger_import__year_start").values_list("name", flat=True))
    return ObjectShown(
        key=key,
        name=names[-1] if names else "",
        dimension=called[-1] if called else USUAL_DIMENSIONS.get(key[0], key[0]),
        asked=asked,
        taken=tuple(span.taken for span in spans),
        table=_table(key, spans),
    )


def _spans(key: ObjectKey, asked: Asked, current: Sequence[TakenImport]) -> Iterator[_Span]:
    for name, period in (("actual", asked.period), ("previous", asked.compare)):
        taken = next((one for one in current if one.year.period.covers(period)), None)
        if taken:
            sums = models.ObjectBalance.objects.filter(
                ledger_import=taken.version,
                dimension=key[0],
                object=key[1],
                month__gte=period.first,
                month__lte=period.last,
            )
            moved = dict(sums.values_list("account").annotate(total=Sum("ore")).order_by())
            yield _Span(name, period, taken, moved)


def _table(key: ObjectKey, spans: Sequence[_Span]) -> Table:
    accounts = models.Account.objects.filter(ledger_import__in=[span.taken.version for span in spans])
    names = dict(accounts.order_by("ledger_import__year_start").values_list("number", "name"))
    held = sorted({number for span in spans for number, ore in span.accounts.items() if ore})
    rows = [
        Row(number, names.get(number, ""), RowKind.DETAIL, _cells(key, spans, (number,)), code=number)
        for number in held
    ]
    whole = Row(":sum", swedish("Summa"), RowKind.RESULT, _cells(key, spans, tuple(held)))
    return Table(
        id="object",
        title=swedish("Konton"),
        unit=KRONOR_ORE,
        columns=tuple(Column(span.id, span.period.in_short, emphasis=span is spans[0]) for span in spans),
        rows=(*rows, whole),
        code_label=swedish("Konto"),
        remarks=(swedish("Kostnader visas med plus, intäkter med minus."),),
    )


def _cells(key: ObjectKey, spans: Sequence[_Span], accounts: tuple[str, ...]) -> tuple[Cell, ...]:
    return tuple(
        Number(
            sum(span.accounts.get(number, 0) for number in accounts),
            KRONOR_ORE,
            LedgerOrigin(accounts, span.period, "movement", (key,), (span.taken.version,)),
        )
        for span in spans
    )
