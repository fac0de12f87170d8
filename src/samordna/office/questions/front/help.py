"""What does the help say?

A topic is a short text in ``help_topics/``, in a few signs of Markdown: a title, a summary, headings, paragraphs,
lists, and in them **strong words**, `keys` and [links](/sok/).
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache
from importlib.resources import files
from typing import Final


class HelpKind(Enum):
    """What a block of help is."""

    HEADING = "heading"
    TEXT = "text"
    LIST = "list"
    STEPS = "steps"
    TERMS = "terms"


class WordKind(Enum):
    """What a piece of running help is."""

    PLAIN = "plain"
    STRONG = "strong"
    KEY = "key"
    LINK = "link"


@dataclass(frozen=True, slots=True)
class HelpWord:
    """A piece of running text; ``href`` is where a link leads."""

    text: str
    kind: WordKind = WordKind.PLAIN
    href: str = ""


@dataclass(frozen=True, slots=True)
class HelpItem:
    """A paragraph, a point of a list, or a term with what it means; ``id`` is what addresses call a term."""

    words: tuple[HelpWord, ...]
    term: str = ""
    id: str = ""


@dataclass(frozen=True, slots=True)
class HelpBlock:
    """A block of a topic: its kind and its items, one unless it is a list."""

    kind: HelpKind
    items: tuple[HelpItem, ...]


@dataclass(frozen=True, slots=True)
class HelpTopic:
    """A page of help. ``text`` is all of it as plain words, to be searched."""

    id: str
    title: str
    summary: str
    blocks: tuple[HelpBlock, ...]
    text: str


_TOPICS: Final = (
    "lasa-in", "kostnadsstallen", "prognos", "ej-bokfort", "avslut", "rakenskaper", "siffran", "register",
    "verksamhetsplan", "finansiering", "budget", "bidrag", "avtal", "projekt", "eget-kapital", "insatser",
    "siffror-in", "statistik", "mal", "agarna", "inmatning", "flytta-konto", "rapport", "soka", "underlag", "roller",
    "sparet", "tangentbord", "ord",
)  # fmt: skip
"""The topics in the order they are read."""

_INLINE: Final = re.compile(r"\*\*(?P<strong>[^*]+)\*\*|`(?P<key>[^`]+)`|\[(?P<label>[^\]]+)\]\((?P<href>[^)\s]+)\)")
_STEP: Final = re.compile(r"\d+\. ")
_NOT_IN_IDS: Final = re.compile(r"[^a-z0-9]+")
_ASCII: Final = str.maketrans("åäöé", "aaoe")


def help_topics() -> tuple[HelpTopic, ...]:
    """Return every topic, in the order they are read."""
    return _topics()


@cache
def _topics() -> tuple[HelpTopic, ...]:
    folder = files("samordna.office.questions.front") / "help_topics"
    return tuple(_topic(name, (folder / f"{name}.md").read_text("utf-8")) for name in _TOPICS)


def help_topic(topic_id: str) -> HelpTopic | None:
    """Return the topic with this id, None when there is none."""
    return next((topic for topic in help_topics() if topic.id == topic_id), None)


def _topic(name: str, written: str) -> HelpTopic:
    title, summary, *rest = (part.strip() for part in written.strip().split("\n\n"))
    blocks = tuple(_block(part) for part in rest)
    words = (word.text for block in blocks for item in block.items for word in (HelpWord(item.term), *item.words))
    plain = title.removeprefix("# ")
    return HelpTopic(name, plain, summary.replace("\n", " "), blocks, " ".join((plain, summary, *words)))


def _block(written: str) -> HelpBlock:
    lines = written.split("\n")
    if written.startswith("## "):
        return HelpBlock(HelpKind.HEADING, (HelpItem(_words(written.removeprefix("## "))),))
    if written.startswith("- "):
        return HelpBlock(HelpKind.LIST, tuple(HelpItem(_words(text)) for text in _joined(lines, "- ")))
    if _STEP.match(written):
        unnumbered = [_STEP.sub("- ", line, count=1) if _STEP.match(line) else line for line in lines]
        return HelpBlock(HelpKind.STEPS, tuple(HelpItem(_words(text)) for text in _joined(unnumbered, "- ")))
    if written.startswith(": "):
        return HelpBlock(HelpKind.TERMS, tuple(_term(text) for text in _joined(lines, ": ")))
    return HelpBlock(HelpKind.TEXT, (HelpItem(_words(" ".join(lines))),))


def _joined(lines: list[str], mark: str) -> Iterator[str]:
    """Yield the items of a list: each begins with ``mark`` and may go on below."""
    text = ""
    for line in lines:
        if line.startswith(mark) and text:
            yield text
            text = ""
        text = f"{text} {line.removeprefix(mark).strip()}".strip()
    yield text


def _term(text: str) -> HelpItem:
    """Return ``Konto = det som …`` as a term and what it means."""
    term, _, meaning = text.partition(" = ")
    return HelpItem(_words(meaning), term, _NOT_IN_IDS.sub("-", term.lower().translate(_ASCII)).strip("-"))


def _words(text: str) -> tuple[HelpWord, ...]:
    pieces: list[HelpWord] = []
    end = 0
    for found in _INLINE.finditer(text):
        pieces.append(HelpWord(text[end : found.start()]))
        if found["strong"]:
            pieces.append(HelpWord(found["strong"], WordKind.STRONG))
        elif found["key"]:
            pieces.append(HelpWord(found["key"], WordKind.KEY))
        else:
            pieces.append(HelpWord(found["label"], WordKind.LINK, found["href"]))
        end = found.end()
    return tuple(piece for piece in (*pieces, HelpWord(text[end:])) if piece.text)
