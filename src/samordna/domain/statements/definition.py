"""What does a line of a layout mean, in words?

The layout's own selection of accounts and objects, read out so that nobody needs to know how it is written.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Final

from samordna.domain.ledger.books import AccountKind, ObjectKey
from samordna.domain.statements.cost_centre_lines import FromCostCentre, Piece
from samordna.domain.statements.layout import (
    FromAccounts,
    FromDifference,
    FromLine,
    FromRatio,
    Layout,
    LimitOf,
    Line,
    Measure,
    Source,
    SumOf,
    Unassigned,
    lines_of,
)
from samordna.domain.statements.selection import WITHOUT, AccountSelection, ObjectSelection
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period, month_in_words, swedish_date

_KINDS: Final = {
    AccountKind.ASSET: swedish("tillgångskonton"),
    AccountKind.LIABILITY: swedish("skuldkonton"),
    AccountKind.COST: swedish("kostnadskonton"),
    AccountKind.INCOME: swedish("intäktskonton"),
}


def definition(line: Line, layout: Layout, objects: Mapping[ObjectKey, str]) -> tuple[str, ...]:
    """Return the sentences that say what a line shows; ``objects`` are the names of objects."""
    told: tuple[str, ...]
    if isinstance(line.source, FromAccounts):
        told = (accounts_in_words(line.source.accounts), *objects_in_words(line.source.objects, objects))
    elif isinstance(line.source, FromCostCentre):
        told = tuple(_cost_centre(line.source, objects))
    else:
        told = (_without_accounts(line.source, layout),)
    memo = (swedish("Raden står utanför summorna omkring den."),) if line.memo else ()
    return (*told, *memo)


def _cost_centre(source: FromCostCentre, objects: Mapping[ObjectKey, str]) -> Iterator[str]:
    """Yield what counts into a row of the register, and what the register says of it."""
    if not source.pieces:
        yield swedish("En rad i budgeten som inget kostnadsställe har: inget bokförs på den.")
        return
    yield accounts_in_words(source.accounts)
    for piece in source.pieces:
        yield from (f"{told.rstrip('.')}{_within(piece)}." for told in objects_in_words(piece.objects, objects))
    if source.row is None:
        yield swedish("Kostnadsstället finns i bokföringen men har ingen rad i registret.")
    elif source.row.remark:
        yield f"{source.row.remark.rstrip('.')}."


def _within(piece: Piece) -> str:
    """Return the months that a piece counts, as it goes on from what it is; nothing when always."""
    first = swedish(" från {month}").format(month=month_in_words(piece.first)) if piece.first else ""
    last = swedish(" till och med {month}").format(month=month_in_words(piece.last)) if piece.last else ""
    return f"{first}{last}"


def _without_accounts(source: Source, layout: Layout) -> str:
    match source:
        case Unassigned(kinds):
            names = ", ".join(name for kind, name in _KINDS.items() if kind in kinds)
            return swedish("De {kinds} med belopp som ingen annan rad svarar för.").format(kinds=names)
        case FromLine() | FromRatio() | FromDifference():
            return _of_other_lines(source, layout)
        case LimitOf():
            return swedish("Vad det egna kapitalet ska vara, enligt det som är sagt under Eget kapital.")
        case SumOf.GROUP:
            return swedish("Summan av raderna i samma grupp.")
        case SumOf.ABOVE:
            return swedish("Summan av alla rader ovanför.")
        case _:
            return swedish("Läggs in för hand, med källa; den finns inte i bokföringen.")


def _of_other_lines(source: FromLine | FromRatio | FromDifference, layout: Layout) -> str:
    match source:
        case FromRatio(numerator, denominator):
            told = swedish("{numerator} delat med {denominator}.")
            return told.format(numerator=_named(numerator, layout), denominator=_named(denominator, layout))
        case FromDifference(whole, less):
            told = swedish("{whole} minus {less}.")
            return told.format(whole=_named(whole, layout), less=_and([_named(one, layout) for one in less]))
        case other:
            return swedish("Hämtas från {line}.").format(line=_named(other, layout))


def _named(other: FromLine, layout: Layout) -> str:
    """Return ``Summa eget kapital i Balansräkning`` for a reference to another line."""
    statement = layout.statement(other.statement)
    label = next((line.label for line in lines_of(statement.lines) if line.id == other.line), other.line)
    return swedish("”{line}” i {statement}").format(line=label, statement=statement.title)


def accounts_in_words(accounts: AccountSelection) -> str:
    """Return ``Konton som börjar på 62 och 64–69, utom 6250.`` for ``62*, 64*..69*, !6250``."""
    if not accounts.included:
        return swedish("Inga konton ännu.")
    told = _terms((term.first, term.last, term.prefix) for term in accounts.included)
    but = _terms((term.first, term.last, term.prefix) for term in accounts.excluded)
    return f"{told[:1].upper()}{told[1:]}{swedish(', utom ') if but else ''}{but}."


def _terms(terms: Iterable[tuple[str, str, bool]]) -> str:
    """Return terms (first, last, whether they are beginnings) as words, those of a sort together."""
    written = list(terms)
    sorts = ((swedish("konton som börjar på"), True), (swedish("konto"), False))
    told = []
    for words, prefix in sorts:
        spans = [
            first if first == last else f"{first}–{last}" for first, last, is_prefix in written if is_prefix is prefix
        ]
        if spans:
            told.append(f"{words} {_and(spans)}")
    return swedish(" samt ").join(told)


def _and(words: list[str]) -> str:
    return words[0] if len(words) == 1 else f"{', '.join(words[:-1])} {swedish('och')} {words[-1]}"


def objects_in_words(limited: ObjectSelection, names: Mapping[ObjectKey, str]) -> tuple[str, ...]:
    """Return the sentence that says which objects a line is limited to; none when it takes whole accounts."""
    if not limited.keys:
        return ()
    told = _and([_object(key, names) for key in limited.keys])
    return (swedish("Bara det som är bokfört på {objects}.").format(objects=told),)


def _object(key: ObjectKey, names: Mapping[ObjectKey, str]) -> str:
    dimension, code = key
    if code == WITHOUT:
        return swedish("inget objekt i dimension {dimension}").format(dimension=dimension)
    told = swedish("{code} {name} (dimension {dimension})")
    return told.format(code=code, name=names.get(key, ""), dimension=dimension).replace("  ", " ")


def measured(measure: Measure, period: Period) -> str:
    """Return the sentence that says what of the accounts is shown, and when."""
    told = {
        Measure.MOVEMENT: swedish("Det som är bokfört {period}."),
        Measure.OPENING: swedish("Saldot när {start} började."),
        Measure.CLOSING: swedish("Saldot när {end} slutade."),
    }[measure]
    return told.format(period=period.in_words, start=swedish_date(period.start), end=swedish_date(period.end))
