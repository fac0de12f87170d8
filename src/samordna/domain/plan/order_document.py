"""What does a booking order look like on paper, where it is decided, signed and booked?"""

from collections.abc import Iterator
from typing import Final

from samordna.domain.document import (
    BLANK,
    BulletList,
    Cell,
    Column,
    ComputedOrigin,
    Document,
    EnteredOrigin,
    Number,
    Origin,
    Paragraph,
    Part,
    Row,
    RowKind,
    Section,
    Signature,
    Signatures,
    Table,
)
from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.booking_order import BookingOrder, OrderEntry, OrderLine
from samordna.domain.plan.owed import Owed
from samordna.domain.plan.register import COST_CENTRE, PROJECT
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import month_in_words, month_of, swedish_date
from samordna.domain.values.unit import KRONOR_ORE

_COLUMNS: Final = (Column("debit", swedish("Debet")), Column("credit", swedish("Kredit")))
_OF_CONTRIBUTIONS: Final = "contributions"


def order_document(order: BookingOrder, association: str, organisation_number: str = "") -> Document:
    """Return the order as a document: what is to be booked, on what grounds, and a place to sign."""
    facts = (
        (swedish("Organisationsnummer"), organisation_number),
        (swedish("Bokföringsdag"), swedish_date(order.day)),
    )
    return Document(
        id=f"booking-order-{order.number}",
        title=order.title,
        subtitle=swedish("Ej bokfört till och med {month}").format(month=month_in_words(month_of(order.day))),
        author=association,
        sections=(
            Section("entries", swedish("Att bokföra"), blocks=(_table(order),)),
            Section("grounds", swedish("Underlag"), blocks=(BulletList(tuple(map(_ground, order.entries))),)),
            Section("signing", swedish("Beslut och bokföring"), blocks=(_signatures(order),)),
        ),
        facts=tuple((label, value) for label, value in facts if value),
        foot=f"{order.title}, {association}",
    )


def owed_origin(owed: Owed) -> EnteredOrigin:
    """Return where an amount that the books lack comes from; its key is ``owed:`` and the row."""
    key = f"owed:{owed.row or _OF_CONTRIBUTIONS}"
    return EnteredOrigin(owed.how, key, Scenario.UNBOOKED.value, owed.period)


def _table(order: BookingOrder) -> Table:
    rows = [row for index, entry in enumerate(order.entries, start=1) for row in _rows(entry, index)]
    return Table(
        id="entries",
        title=swedish("Att bokföra"),
        unit=KRONOR_ORE,
        columns=_COLUMNS,
        rows=(*rows, _total(order)),
        stub=swedish("Namn"),
        code_label=swedish("Konto"),
        note_label=swedish("Kostnadsställe, projekt"),
    )


def _rows(entry: OrderEntry, index: int) -> Iterator[Row]:
    """Yield the text that the rows are booked with, and the rows."""
    yield Row(f"{index}", entry.text, RowKind.HEADING)
    for place, line in enumerate(entry.lines, start=1):
        origin = owed_origin(entry.owed)
        yield Row(
            f"{index}-{place}",
            line.account.name,
            RowKind.DETAIL,
            (_cell(line.debit, origin), _cell(line.credit, origin)),
            code=line.account.number,
            note=_objects(line),
            level=1,
        )


def _cell(ore: Ore, origin: Origin) -> Cell:
    return Number(ore, KRONOR_ORE, origin) if ore else BLANK


def _objects(line: OrderLine) -> str:
    """Return the cost centre and the project of a row: ``1010, projekt 10``."""
    held = dict(line.objects)
    project = swedish("projekt {code}").format(code=held[PROJECT]) if PROJECT in held else ""
    return ", ".join(part for part in (held.get(COST_CENTRE, ""), project) if part)


def _total(order: BookingOrder) -> Row:
    sides = ([line.debit for line in order.lines], [line.credit for line in order.lines])
    origins = [owed_origin(entry.owed) for entry in order.entries for _ in entry.lines]
    cells = tuple(
        Number(sum(side), KRONOR_ORE, ComputedOrigin(swedish("Summan av raderna"), _parts(order, side, origins)))
        for side in sides
    )
    return Row("total", swedish("Summa"), RowKind.RESULT, cells)


def _parts(order: BookingOrder, side: list[Ore], origins: list[EnteredOrigin]) -> tuple[Part, ...]:
    named = [f"{line.account.number} {line.account.name}" for line in order.lines]
    return tuple(Part(name, ore, origin) for name, ore, origin in zip(named, side, origins, strict=True) if ore)


def _ground(entry: OrderEntry) -> Paragraph:
    return Paragraph((": ".join(part for part in (entry.row, entry.owed.how) if part),))


def _signatures(order: BookingOrder) -> Signatures:
    statement = swedish("Ordern bokförs den {day} som en verifikation.").format(day=swedish_date(order.day))
    return Signatures(
        Paragraph((statement,)),
        (
            Signature(swedish("Beslutas av"), swedish("Namn")),
            Signature(swedish("Bokförd av"), swedish("Namn, dag och verifikationsnummer")),
        ),
    )
