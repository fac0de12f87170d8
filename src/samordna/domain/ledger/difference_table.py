"""How is the difference between two files for a year shown as a table?"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from samordna.domain.document import (
    BLANK,
    Cell,
    Column,
    ComputedOrigin,
    LedgerOrigin,
    Number,
    Origin,
    Row,
    RowKind,
    Table,
)
from samordna.domain.document.origin import How, Part
from samordna.domain.ledger.differences import AccountDifference, Change, ChangeKind, LedgerDifference
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, month_in_words
from samordna.domain.values.unit import KRONOR_ORE

_OPENING: Final = (
    Column("opening-before", swedish("Ingående balans förut")),
    Column("opening-now", swedish("Ingående balans nu")),
    Column("opening-difference", swedish("Skillnad ingående")),
)
_MOVEMENT: Final = (
    Column("movement-before", swedish("Förändring förut")),
    Column("movement-now", swedish("Förändring nu")),
    Column("movement-difference", swedish("Skillnad"), emphasis=True),
)
_CLOSING: Final = (
    Column("closing-before", swedish("Utgående balans förut")),
    Column("closing-now", swedish("Utgående balans nu")),
    Column("closing-difference", swedish("Skillnad utgående")),
)
_KINDS: Final = {ChangeKind.NEW: swedish("nytt konto"), ChangeKind.GONE: swedish("saknas nu"), ChangeKind.CHANGED: ""}


@dataclass(frozen=True, slots=True)
class Side:
    """One of the two files: its import's version, None before it is taken, its name and the months it covers."""

    version: int | None
    file_name: str
    covered: Period


def difference_table(difference: LedgerDifference, before: Side, now: Side) -> Table:
    """Return the accounts that differ, with what they opened with, moved and closed with in either file.

    The columns of opening and closing differences are there only when an opening balance differs: else the one of
    the movement says the same. What was read before has its column where both are known month by month.
    """
    opens_alike = difference.opens_alike
    columns = (*_MOVEMENT, *_CLOSING[:2]) if opens_alike else (*_OPENING, *_MOVEMENT, *_CLOSING)
    since = Column("read-before", swedish("varav till och med {month}").format(month=_last(difference)))
    return Table(
        id="difference",
        title=swedish("Skillnad mot den version som gäller, konto för konto"),
        unit=KRONOR_ORE,
        columns=(*columns, since) if difference.by_month else columns,
        rows=tuple(_row(row, before, now, columns, by_month=difference.by_month) for row in difference.rows),
        stub=swedish("Konto"),
        note_label=swedish("Anmärkning"),
        notes_last=True,
        remarks=tuple(_remarks(difference)),
    )


def _last(difference: LedgerDifference) -> str:
    return month_in_words(difference.common.last)


def _row(row: AccountDifference, before: Side, now: Side, columns: tuple[Column, ...], *, by_month: bool) -> Row:
    cells = {
        f"{measure}-{cell}": number
        for measure, change in (("opening", row.opening), ("movement", row.movement), ("closing", row.closing))
        for cell, number in _cells(row.account.number, measure, change, before, now)
    }
    return Row(
        id=row.account.number,
        label=row.account.name,
        kind=RowKind.DETAIL,
        cells=(*(cells[column.id] for column in columns), *((_read_before(row),) if by_month else ())),
        code=row.account.number,
        note=_note(row),
    )


def _cells(account: str, measure: str, change: Change, before: Side, now: Side) -> Iterator[tuple[str, Cell]]:
    """Yield the cells of one measure: before, now, difference."""
    then, since = _origin(account, measure, before), _origin(account, measure, now)
    yield "before", Number(change.before, KRONOR_ORE, then, nil="–")
    yield "now", Number(change.now, KRONOR_ORE, since, nil="–")
    parts = (Part(now.file_name, change.now, since), Part(before.file_name, change.before, then))
    rule = swedish("Nu minus förut")
    yield "difference", Number(change.difference, KRONOR_ORE, ComputedOrigin(rule, parts, How.DIFFERENCE), nil="–")


def _origin(account: str, measure: str, side: Side) -> Origin:
    if side.version is None:
        return ComputedOrigin(swedish("Konto {account} i filen {file}").format(account=account, file=side.file_name))
    return LedgerOrigin((account,), side.covered, measure, imports=(side.version,))


def _read_before(row: AccountDifference) -> Cell:
    if not row.months:
        return BLANK
    rule = swedish("Skillnad i månader som båda filerna gäller")
    return Number(row.read_before, KRONOR_ORE, ComputedOrigin(rule), nil="–")


def _note(row: AccountDifference) -> str:
    """Return what the amounts do not say of themselves."""
    if row.months and not row.movement.difference and not row.opening.difference:
        return swedish("flyttat mellan månader")
    return _KINDS[row.kind]


def _remarks(difference: LedgerDifference) -> Iterator[str]:
    yield swedish("Konton utan skillnad: {count}.").format(count=difference.unchanged)
    if difference.opens_alike:
        yield swedish("Ingående balanser är desamma.")
    yield swedish("Debet är plus och kredit är minus.")
