"""Which accounts, cost centres, lines and pages of help bear the words that somebody looks for?"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from samordna.domain.ledger.books import ObjectKey
from samordna.domain.statements.layout import FromAccounts, Layout, StatementKind, StatementLayout, lines_of
from samordna.domain.values.spelling import fits, marked
from samordna.office.questions.front.help import help_topics
from samordna.office.questions.statements.object_accounts import USUAL_DIMENSIONS
from samordna.office.store import models

Marked: TypeAlias = tuple[tuple[str, bool], ...]
"""A text in pieces; what was looked for is True."""


@dataclass(frozen=True, slots=True)
class LinePlace:
    """Where a line of a statement is shown; ``column`` is the one its statement is about."""

    statement: str
    line: str
    column: str


@dataclass(frozen=True, slots=True)
class AccountHit:
    """An account that was found."""

    number: str
    title: Marked


@dataclass(frozen=True, slots=True)
class ObjectHit:
    """A cost centre, a project or another object that was found."""

    key: ObjectKey
    title: Marked
    dimension: str


@dataclass(frozen=True, slots=True)
class LineHit:
    """A line of a statement that was found; the statement itself when ``place`` is None."""

    title: Marked
    statement: str
    kind: StatementKind
    place: LinePlace | None


@dataclass(frozen=True, slots=True)
class HelpHit:
    """A page of help that was found."""

    id: str
    title: Marked
    summary: Marked


def account_hits(words: Sequence[str], versions: Collection[int]) -> Iterator[AccountHit]:
    """Yield the accounts of the imports whose number and name the words fit, by number."""
    rows = models.Account.objects.filter(ledger_import__in=versions).order_by("ledger_import")
    names = dict(rows.values_list("number", "name"))
    for number, name in sorted(names.items()):
        title = f"{number} {name}"
        if fits(words, title):
            yield AccountHit(number, marked(words, title))


def object_hits(words: Sequence[str], versions: Collection[int]) -> Iterator[ObjectHit]:
    """Yield the cost centres, projects and other objects whose code and name the words fit."""
    rows = models.DimensionObject.objects.filter(ledger_import__in=versions).order_by("ledger_import")
    names = {(dimension, code): name for dimension, code, name in rows.values_list("dimension", "code", "name")}
    dimensions = models.Dimension.objects.filter(ledger_import__in=versions).order_by("ledger_import")
    called = USUAL_DIMENSIONS | dict(dimensions.values_list("number", "name"))
    for key, name in sorted(names.items()):
        title = f"{key[1]} {name}"
        if fits(words, title):
            yield ObjectHit(key, marked(words, title), called.get(key[0], key[0]))


def line_hits(words: Sequence[str], layout: Layout | None) -> Iterator[LineHit]:
    """Yield the statements and lines of the layout that the words fit; a line is found by its statement's name too."""
    for statement in layout.statements if layout else ():
        if fits(words, statement.title):
            yield LineHit(marked(words, statement.title), statement.title, statement.kind, None)
            continue
        for line in lines_of(statement.lines):
            if isinstance(line.source, FromAccounts) and line.source.objects.keys:
                continue  # a cost centre, which is found itself
            title = f"{line.code} {line.label}".strip()
            if fits(words, title) or (fits(words, f"{title} {statement.title}") and _any_fits(words, title)):
                place = _place(statement, line.id)
                yield LineHit(marked(words, title), statement.title, statement.kind, place)


def help_hits(words: Sequence[str]) -> Iterator[HelpHit]:
    """Yield the pages of help that the words fit, those whose title they fit first."""
    found = [topic for topic in help_topics() if fits(words, topic.text)]
    for topic in sorted(found, key=lambda topic: not fits(words, topic.title)):
        yield HelpHit(topic.id, marked(words, topic.title), marked(words, topic.summary))


def _any_fits(words: Sequence[str], text: str) -> bool:
    return any(fits([word], text) for word in words)


def _place(statement: StatementLayout, line: str) -> LinePlace:
    columns = [column.id for column in statement.columns if column.emphasis] or [statement.columns[0].id]
    return LinePlace(statement.id, line, columns[0])
