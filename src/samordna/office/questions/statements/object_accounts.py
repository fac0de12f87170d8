"""What is booked on a cost centre, a project or another object, account by account?"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.db.models import Sum

from samordna.domain.document import Cell, Column, LedgerOrigin, Number, Row, RowKind, Table
from samordna.domain.ledger.books import ObjectKey
from samordna.domain.statements.layout import Side
from samordna.domain.statements.selection import ObjectSelection, dimensions_in_words
from samordna.domain.statements.signs import cost_words, net_side
from samordna.domain.statements.span import Asked
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import Period
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import KRONOR_ORE
from samordna.office.questions.basis import chosen_imports, refuse_part_of_sum
from samordna.office.questions.books.ledgers import TakenImport
from samordna.office.questions.problems import OBJECTS_UNTOLD
from samordna.office.questions.statements.cost_centres import COST_CENTRES
from samordna.office.questions.statements.layouts import layout_for
from samordna.office.store import models
from samordna.office.store.balance_rows import told_dimensions

USUAL_DIMENSIONS: Final = {"1": swedish("Kostnadsställe"), "6": swedish("Projekt")}
"""What the dimensions are that SIE gives a number itself, when a file does not say."""


def usual_dimension(number: str) -> str:
    """Return what a dimension is that SIE numbers itself; an object of any other is just that."""
    return USUAL_DIMENSIONS.get(number, swedish("Objekt"))


@dataclass(frozen=True, slots=True)
class ObjectShown:
    """An object of a dimension and what its accounts moved; ``table`` has a row an account and their sum.

    The sum of a cost centre is its net cost, on the side that the association's own follow-up shows.
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


def object_accounts(key: ObjectKey, asked: Asked, *, versions: Collection[int] | None = None) -> ObjectShown | None:
    """Return what is booked on an object over a period and its comparison, in the current imports.

    ``versions`` are other imports to answer from, as known then. None when no import that is asked knows the object.
    Raises ``Refused`` for an import that is not there, for two of a year, for a period that is only part of what is
    known, and where nothing is known of the dimension.
    """
    chosen = chosen_imports(versions)
    versions = [taken.version for taken in chosen]
    of_object = models.DimensionObject.objects.filter(ledger_import__in=versions, dimension=key[0], code=key[1])
    names = list(of_object.order_by("ledger_import__year_start").values_list("name", flat=True))
    spans = tuple(_spans(key, asked, chosen))
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
        table=_table(key, spans, _side(asked)),
    )


def _side(asked: Asked) -> Side:
    """Return the side that amounts are shown on; that of costs for a year so early that no layout holds for it."""
    try:
        return net_side(layout_for(asked.period.last // 100), COST_CENTRES)
    except Refused:
        return Side.DEBIT


def _spans(key: ObjectKey, asked: Asked, chosen: Sequence[TakenImport]) -> Iterator[_Span]:
    for name, period in (("actual", asked.period), ("previous", asked.compare)):
        taken = next((one for one in chosen if one.year.period.covers(period)), None)
        if taken and name == "actual":
            refuse_part_of_sum(taken, period)
            _refuse_untold(taken, key)
        if taken and taken.tells(period) and _tells(taken, key):
            sums = models.ObjectBalance.objects.filter(
                ledger_import=taken.version,
                dimension=key[0],
                object=key[1],
                month__gte=period.first,
                month__lte=period.last,
            )
            moved = dict(sums.values_list("account").annotate(total=Sum("ore")).order_by())
            yield _Span(name, period, taken, moved)


def _tells(taken: TakenImport, key: ObjectKey) -> bool:
    """Tell whether an import has sums for the dimension of an object."""
    return not taken.balances_only or (key[0],) in told_dimensions(taken.version)


def _refuse_untold(taken: TakenImport, key: ObjectKey) -> None:
    if not _tells(taken, key):
        words = dimensions_in_words(ObjectSelection((key,)))
        raise Refused([OBJECTS_UNTOLD.at(key[1], file=taken.file_name, year=taken.year.in_words, dimension=words)])


def _table(key: ObjectKey, spans: Sequence[_Span], side: Side) -> Table:
    accounts = models.Account.objects.filter(ledger_import__in=[span.taken.version for span in spans])
    names = dict(accounts.order_by("ledger_import__year_start").values_list("number", "name"))
    held = sorted({number for span in spans for number, ore in span.accounts.items() if ore})
    rows = [
        Row(number, names.get(number, ""), RowKind.DETAIL, _cells(key, spans, (number,), side), code=number)
        for number in held
    ]
    whole = Row(":sum", swedish("Summa"), RowKind.RESULT, _cells(key, spans, tuple(held), side))
    return Table(
        id="object",
        title=swedish("Konton"),
        unit=KRONOR_ORE,
        columns=tuple(Column(span.id, span.period.in_short, emphasis=span is spans[0]) for span in spans),
        rows=(*rows, whole),
        code_label=swedish("Konto"),
        remarks=(cost_words(side),),
    )


def _cells(key: ObjectKey, spans: Sequence[_Span], accounts: tuple[str, ...], side: Side) -> tuple[Cell, ...]:
    return tuple(
        Number(
            side.sign * sum(span.accounts.get(number, 0) for number in accounts),
            KRONOR_ORE,
            LedgerOrigin(accounts, span.period, "movement", (key,), (span.taken.version,)),
        )
        for span in spans
    )
