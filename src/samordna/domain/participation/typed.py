"""Which count did somebody type, and what is wrong with what is none?"""

from typing import Final

from samordna.domain.participation import problems as kinds
from samordna.domain.values.counted import RawCount
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem

_LONGEST: Final = 9
"""Digits of a number that anybody counts to. A longer one may be an identity number, and is not repeated."""


def typed_count(text: str) -> RawCount | None:
    """Return the count that somebody typed, None for nothing. Raises ``ValueError`` for what is no count of people."""
    number = typed_number(text)
    return None if number is None else RawCount(number)


def typed_number(text: str) -> int | None:
    """Return the whole number of ``1 234`` or ``−3``, None for nothing. Raises ``ValueError`` for anything else."""
    plain = "".join(text.split()).replace("\u2212", "-")
    if not plain:
        return None
    digits = plain.removeprefix("-")
    if not (digits.isascii() and digits.isdecimal() and len(digits) <= _LONGEST):
        raise ValueError(text)
    return int(plain)


def number_problem(text: str, place: str) -> Problem:
    """Return what is wrong with something typed that ``typed_count`` raised for."""
    try:
        number = typed_number(text)
    except ValueError:
        number = None
    if number is None:
        return kinds.NOT_A_COUNT.at(place, text=_shown(text))
    return kinds.NEGATIVE.at(place, number=swedish_number(number))


def _shown(text: str) -> str:
    """Return what was typed, at most so much of it that a message stays one; many digits may be somebody's number."""
    hidden = "".join("•" if sign.isdecimal() else sign for sign in text)
    shown = hidden if sum(map(str.isdecimal, text)) > 5 else text
    return shown if len(shown) <= 40 else f"{shown[:39]}…"
