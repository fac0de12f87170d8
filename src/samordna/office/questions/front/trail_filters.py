"""Which entries of the trail hold these words, whatever letters are large and small?

Neither engine folds Swedish letters in every locale, and SQLite keeps values as JSON with escapes. So a word becomes
a pattern that names both forms of each letter, and the database compares as it stands.
"""

import json
import re
from collections.abc import Iterator
from typing import Final

from django.db import connection
from django.db.models import BooleanField
from django.db.models.expressions import RawSQL

from samordna.access.deeds import Deed

MOST_WORDS: Final = 8
LONGEST: Final = 200
"""What is longer is no word anybody looks for."""

_TEXTS: Final = ("subject", "by_name")
_VALUES: Final = ("old", "new")


def holds_words(text: str) -> Iterator[RawSQL]:
    """Yield for each word of ``text`` the condition that an entry holds it: its subject, who, the deed, or a value."""
    for word in _clean(text).split()[:MOST_WORDS]:
        named = [deed.value for deed in Deed if word.lower() in str(deed.label)]
        yield _any_of(word, (*_TEXTS, *_VALUES), named)


def holds_name(text: str) -> Iterator[RawSQL]:
    """Yield the condition that whoever did it has ``text`` in the name."""
    if name := _clean(text).strip():
        yield _any_of(name, ("by_name",), [])


def _clean(text: str) -> str:
    return text[:LONGEST].replace("\0", " ")  # PostgreSQL takes no such sign


def _any_of(word: str, columns: tuple[str, ...], deeds: list[str]) -> RawSQL:
    """Return the condition that one of the columns holds the word, or that the deed is one of these."""
    conditions, given = [], list[str]()
    for column in columns:
        condition, pattern = _holds(column, word)
        conditions.append(condition)
        given.append(pattern)
    if deeds:
        conditions.append(f"deed IN ({', '.join(['%s'] * len(deeds))})")
        given += deeds
    sql = f"({' OR '.join(conditions)})"
    return RawSQL(sql, given, output_field=BooleanField())  # noqa: S611 - names of columns; what was typed is a parameter


def _holds(column: str, word: str) -> tuple[str, str]:
    """Return a condition of the engine at hand and its parameter."""
    if connection.vendor == "postgresql":
        if column in _VALUES:
            return f"{column}::text ~ %s", _both(json.dumps(word, ensure_ascii=False)[1:-1], _regex)
        return f"{column} ~ %s", _both(word, _regex)
    if column in _VALUES:
        return f"{column} GLOB %s", f"*{_escaped_json(word)}*"
    return f"{column} GLOB %s", f"*{_both(word, _glob)}*"


def _both(word: str, literal: object) -> str:
    """Return the pattern of a word with both forms of each letter."""
    return "".join(_class(sign) or literal(sign) for sign in word)  # type: ignore[operator]


def _class(sign: str) -> str:
    small, large = sign.lower(), sign.upper()
    return f"[{small}{large}]" if small != large and len(small) == len(large) == 1 else ""


def _regex(sign: str) -> str:
    return sign if sign.isalnum() or sign.isspace() else f"\\{sign}"


def _glob(sign: str) -> str:
    return f"[{sign}]" if sign in "*?[" else sign


def _escaped_json(word: str) -> str:
    r"""Return the pattern of a word as JSON escapes it: ``å`` and ``Å`` are ``\u00e5`` and ``\u00c5``."""
    small, large = (json.dumps(form)[1:-1] for form in (word.lower(), word.upper()))
    if len(small) != len(large):
        return "".join(map(_glob, json.dumps(word)[1:-1]))
    pairs = zip(_units(small), _units(large), strict=False)
    return "".join(_pair(one, other) for one, other in pairs)


def _units(escaped: str) -> list[str]:
    """Return the signs of JSON text, an escape being one of them."""
    return re.findall(r"\\u[0-9a-f]{4}|\\.|.", escaped, re.DOTALL)


def _pair(small: str, large: str) -> str:
    """Return the pattern of two forms of one sign: where they differ, both."""
    if len(small) != len(large):
        return "".join(map(_glob, small))
    return "".join(_glob(a) if a == b else f"[{a}{b}]" for a, b in zip(small, large, strict=True))
