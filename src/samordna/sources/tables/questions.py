"""What must a person still say before a table can be read?"""

from collections import Counter
from collections.abc import Iterator
from typing import Final, NamedTuple

from samordna.domain.values.language import swedish
from samordna.sources.tables.fields import AMOUNTS, IN_WORDS, Field, Side, TableKind
from samordna.sources.tables.mapping import TableMapping


class Question(NamedTuple):
    """What is missing: a code for a screen (a field's value, ``year``, ``covered-to``), and the question itself."""

    code: str
    text: str


_COLUMN: Final = swedish("Vilken kolumn har {what}?")
_WANTED: Final = {
    Field.ACCOUNT: Question("account", _COLUMN.format(what=swedish("kontonummer"))),
    Field.NUMBER: Question("number", _COLUMN.format(what=swedish("verifikationsnummer"))),
    Field.DATE: Question("date", _COLUMN.format(what=swedish("verifikationens datum"))),
}
_AMOUNT: Final = Question("amount", _COLUMN.format(what=swedish("belopp, debet och kredit eller saldo")))
_OTHER_SIDE: Final = {
    Side.DEBIT: Question("amount", _COLUMN.format(what=swedish("belopp i kredit"))),
    Side.CREDIT: Question("amount", _COLUMN.format(what=swedish("belopp i debet"))),
}
_YEAR: Final = Question("year", swedish("Vilket räkenskapsår gäller tabellen?"))
_COVERED_TO: Final = Question("covered-to", swedish("Till och med vilken dag gäller tabellen?"))
_OUTSIDE: Final = Question(
    "covered-to", swedish("Dagen ligger utanför räkenskapsåret: till och med vilken dag gäller tabellen?")
)
_TWICE: Final = swedish("Två kolumner är valda som {what}: vilken av dem är det?")
_ASKED: Final = {
    TableKind.BALANCES: (Field.ACCOUNT,),
    TableKind.VOUCHERS: (Field.ACCOUNT, Field.NUMBER, Field.DATE),
    TableKind.LEDGER: (Field.NUMBER, Field.DATE),
}


def missing(mapping: TableMapping) -> tuple[Question, ...]:
    """Return what a mapping lacks; a table can be read when that is nothing."""
    return (*_about_columns(mapping), *_about_time(mapping))


def _about_columns(mapping: TableMapping) -> Iterator[Question]:
    yield from (_WANTED[field] for field in _ASKED[mapping.kind] if not mapping.has(field))
    wanted = AMOUNTS if mapping.kind is TableKind.BALANCES else {Field.AMOUNT}
    if not mapping.has(*wanted):
        yield _AMOUNT
    counts = Counter((column.field, column.side, column.month) for column in mapping.columns)
    twice = {key[0] for key, count in counts.items() if count > 1}
    twice |= {field for field, side, month in counts if side is not Side.BOTH and (field, Side.BOTH, month) in counts}
    for field in sorted(twice, key=lambda field: field.value):
        yield Question(field.value, _TWICE.format(what=IN_WORDS[field]))
    for field, side, month in counts:
        if side in _OTHER_SIDE and not any((field, other, month) in counts for other in Side if other is not side):
            yield _OTHER_SIDE[side]


def _about_time(mapping: TableMapping) -> Iterator[Question]:
    if mapping.year is None:
        yield _YEAR
    elif mapping.covered_to and mapping.covered_to not in mapping.year:
        yield _OUTSIDE
    if mapping.kind is TableKind.BALANCES and not mapping.covered_to and not mapping.has(Field.MONTH, Field.PERIOD):
        yield _COVERED_TO
