"""How is a hand-written table of words read without losing what is wrong with it?

A ``Words`` is one table of a TOML file. Every question asked of it that it cannot answer becomes a problem
with the place; words that nobody asked for are problems too, so that a misspelt one is never silent.
"""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar

from samordna.domain.statements.problems import MISSING_WORD, UNKNOWN_WORD, WRONG_VALUE
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem

T = TypeVar("T")


class Words:
    """One table of words at a ``place``; problems are added to the shared list."""

    def __init__(self, table: Mapping[str, Any], place: str, problems: list[Problem]) -> None:
        self.table, self.place, self.problems = table, place, problems
        self._asked: set[str] = set()

    def __contains__(self, word: str) -> bool:
        return word in self.table

    def needs(self, *words: str) -> None:
        """Report those of the words that are not there."""
        for word in words:
            if word not in self.table:
                self.problems.append(MISSING_WORD.at(self.place, word=word))

    def knows(self, *words: str) -> None:
        """Take the words as understood here, asked for or not."""
        self._asked.update(words)

    def text(self, word: str, default: str | None = None) -> str:
        """Return a text; without ``default`` the word must be there."""
        return self._of_type(word, str, default, "")

    def number(self, word: str, default: int | None = None) -> int:
        """Return a whole number."""
        return self._of_type(word, int, default, 0)

    def flag(self, word: str) -> bool:
        """Return true or false; false when the word is not there."""
        return self._of_type(word, bool, False, False)

    def choice(self, word: str, among: Mapping[str, T], default: T) -> T:
        """Return what the word's value stands for among the known values."""
        self._asked.add(word)
        value = self.table.get(word)
        if isinstance(value, str) and value in among:
            return among[value]
        if word in self.table:
            self.wrong(word, value, swedish("välj bland {known}").format(known=", ".join(among)))
        return default

    def parsed(self, word: str, parse: Callable[[str], T], fallback: T) -> T:
        """Return ``parse`` of a text; its ``ValueError`` becomes a problem."""
        written = self.text(word)
        if written != self.table.get(word):
            return fallback  # it is missing or no text, and that has been told
        try:
            return parse(written)
        except ValueError as error:
            self.wrong(word, written, str(error))
            return fallback

    def tables(self, word: str) -> tuple["Words", ...]:
        """Return the tables of a list, each with its own place."""
        listed = self._of_type(word, list, [], [])
        found = []
        for index, table in enumerate(listed, start=1):
            if isinstance(table, Mapping):
                name = table.get("id", index)
                found.append(Words(table, f"{self.place}, {name}", self.problems))
            else:
                self.wrong(word, table, swedish("här ska stå { … }"))
        return tuple(found)

    def table_of(self, word: str) -> "Words":
        """Return one table; an empty one when the word is not there."""
        return Words(self._of_type(word, dict, {}, {}), f"{self.place}, {word}", self.problems)

    def texts(self, word: str) -> tuple[str, ...]:
        """Return a list of texts; empty when the word is not there."""
        listed = self._of_type(word, list, [], [])
        if not all(isinstance(item, str) for item in listed):
            self.wrong(word, listed, swedish("här ska stå en lista med texter"))
            return ()
        return tuple(listed)

    def done(self) -> None:
        """Report the words nobody asked for."""
        for word in self.table:
            if word not in self._asked:
                self.problems.append(UNKNOWN_WORD.at(self.place, word=word, known=", ".join(sorted(self._asked))))

    def wrong(self, word: str, value: object, reason: str) -> None:
        """Report a value that cannot stand."""
        self.problems.append(WRONG_VALUE.at(self.place, word=word, value=value, reason=reason))

    def _of_type(self, word: str, kind: type[T], default: T | None, fallback: T) -> T:
        self._asked.add(word)
        if word not in self.table:
            if default is None:
                self.problems.append(MISSING_WORD.at(self.place, word=word))
                return fallback
            return default
        value = self.table[word]
        if type(value) is not kind:
            self.wrong(word, value, swedish("fel slags värde"))
            return fallback
        return value
