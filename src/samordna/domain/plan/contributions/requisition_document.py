"""What does a requisition look like on paper, when it is sent to whoever pays?"""

from dataclasses import dataclass
from typing import Final

from samordna.domain.document import Block, Column, Document, Number, Paragraph, Row, RowKind, Section, Table
from samordna.domain.plan.contributions.requisition import Requisition
from samordna.domain.plan.contributions.tables import requisition_origin
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.period import swedish_date
from samordna.domain.values.unit import KRONOR, KRONOR_ORE

_TO: Final = swedish("{association} begär medlemsbidrag av {payer} för {period}.")


@dataclass(frozen=True, slots=True)
class Sender:
    """Who asks: the association's name and organisation number, and how it is paid, where it has said so."""

    name: str
    organisation_number: str = ""


def requisition_document(one: Requisition, sender: Sender, share: Ore | None = None) -> Document:
    """Return a requisition as a document: who, what for, how much, when, and what it rests on.

    ``share`` is what the payer pays for the whole year, when that is known. Nothing is said of bank or account: the
    association has not said any.
    """
    unit = KRONOR if one.amount % 100 == 0 else KRONOR_ORE
    row = Row(
        "amount",
        swedish("Medlemsbidrag {period}").format(period=one.period.in_words),
        RowKind.RESULT,
        (Number(one.amount, unit, requisition_origin(one)),),
    )
    whole = (
        (Row("share", _of_year(one), RowKind.DETAIL, (Number(share, unit, requisition_origin(one)),)),) if share else ()
    )
    table = Table(
        "requisition", swedish("Att betala"), unit, (Column("amount", swedish("Belopp"), emphasis=True),), (row, *whole)
    )
    told = _TO.format(association=sender.name, payer=one.name, period=one.period.in_words)
    due = swedish("Beloppet ska vara betalt senast {day}. Ange {title} vid betalning.")
    words = due.format(day=swedish_date(one.due), title=one.title.lower())
    grounds = swedish("Beloppet grundas på: {source}.").format(source=one.source.rstrip("."))
    blocks: list[Block] = [Paragraph((told,)), table, Paragraph((words,))]
    if one.source:
        blocks.append(Paragraph((grounds,)))
    return Document(
        id=f"requisition-{one.number}",
        title=one.title,
        subtitle=swedish("Medlemsbidrag {year}").format(year=one.year.last // 100),
        author=sender.name,
        sections=(Section("requisition", swedish("Begäran om bidrag"), blocks=tuple(blocks)),),
        facts=tuple((label, value) for label, value in _facts(one, sender) if value),
        foot=f"{one.title}, {sender.name}",
    )


def _of_year(one: Requisition) -> str:
    return swedish("Hela årets bidrag, {year}").format(year=one.year.in_words)


def _facts(one: Requisition, sender: Sender) -> tuple[tuple[str, str], ...]:
    requested = one.history[0].day if one.history else None
    return (
        (swedish("Till"), one.name),
        (swedish("Från"), sender.name),
        (swedish("Organisationsnummer"), sender.organisation_number),
        (swedish("Begärd"), swedish_date(requested) if requested else ""),
        (swedish("Förfaller"), swedish_date(one.due)),
    )
