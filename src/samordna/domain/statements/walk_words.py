"""How are the lines that lead to the result and to equity read in a layout file, and written there?"""

from collections.abc import Iterator
from dataclasses import fields
from typing import Final

from samordna.domain.statements.layout import Bridge, FromLine, Outlook
from samordna.domain.statements.words import Words
from samordna.domain.values.language import swedish

NOWHERE: Final = FromLine("", "")
"""Where a name that could not be read leads; it has been told."""


def read_reference(text: str) -> FromLine:
    """Return the line that ``income:res3`` names; raises ``ValueError`` for anything else."""
    statement, colon, line = text.partition(":")
    if not (statement and colon and line):
        raise ValueError(swedish("en hänvisning skrivs uppställning:rad"))
    return FromLine(statement, line)


def reference_text(line: FromLine) -> str:
    """Return a line as it is named: ``income:res3``."""
    return f"{line.statement}:{line.line}"


def references(words: Words, word: str) -> tuple[FromLine, ...]:
    """Return the lines that a list names; one that is no name of a line is told."""
    return tuple(reference_or_wrong(words, word, text) for text in words.texts(word))


def reference_or_wrong(words: Words, word: str, text: str) -> FromLine:
    """Return the line that a text names; what names none is told, and leads nowhere."""
    try:
        return read_reference(text)
    except ValueError as error:
        words.wrong(word, text, str(error))
        return NOWHERE


def read_bridge(words: Words) -> Bridge | None:
    """Return the bridge that a table of words describes; None when there are no words."""
    if not words.table:
        return None
    named = {word: words.parsed(word, read_reference, NOWHERE) for word in _single()}
    bridge = Bridge(**named, financial=references(words, "financial"))
    words.done()
    return bridge


def _single() -> Iterator[str]:
    return (field.name for field in fields(Bridge) if field.name != "financial")


def read_outlook(words: Words) -> Outlook:
    """Return what equity should be, as a table of words names it."""
    known = [field.name for field in fields(Outlook)]
    named = {word: words.parsed(word, read_reference, NOWHERE) for word in known if word in words}
    words.knows(*known)
    words.done()
    return Outlook(**named)


def bridge_words(bridge: Bridge | None) -> Iterator[tuple[str, FromLine | tuple[FromLine, ...]]]:
    """Yield the words of a bridge with the lines they name, those that name none left out."""
    for field in fields(bridge) if bridge else ():
        if named := getattr(bridge, field.name):
            yield field.name, named


def outlook_words(outlook: Outlook) -> Iterator[tuple[str, FromLine]]:
    """Yield the words of an outlook with the lines they name, those that name none left out."""
    for field in fields(outlook):
        if named := getattr(outlook, field.name):
            yield field.name, named
