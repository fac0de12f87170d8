"""May a text carry a personal identity number, and how is it hidden?

Counts personnummer and samordningsnummer, with or without century and separator, the date in one, as
``1912-12-12`` or as ``19 12 12 12``, in the digits of any script. About a tenth of all date-like
numbers pass the check digit by chance, so the answer is *possible*: an invoice number may be among them.
"""

import re
import unicodedata
from typing import Final, NamedTuple

import personnummer.personnummer as checker  # type: ignore[import-untyped]

_MASK: Final = "•"

# A date with a separator or none, and four digits more. Twelve digits need a century people are born in;
# a day above 60 is a samordningsnummer. A date in parts needs a sign after it too: it may be a day and an account, or
# plain figures beside each other. Digits in threes (an amount, a telephone number) are no date.
_SIGN: Final = "[-+\u2010-\u2015\u2212]"
_SPACE: Final = "[ \t\u00a0\u2000-\u200b\u202f]"
_APART: Final = f"{_SPACE}{{0,2}}{_SIGN}{_SPACE}{{0,2}}"
_DAY: Final = "[0-9]{4}-[01][0-9]-[0-3][0-9]"  # a day after a day is where a period ends
_CANDIDATE: Final = re.compile(
    "(?<![0-9])(?:"
    rf"(?:18|19|20)?[0-9]{{2}}[01][0-9][0-9]{{2}}(?:{_APART}|{_SPACE}{{0,2}})"
    rf"|(?:18|19|20)?[0-9]{{2}}-[01][0-9]-[0-9]{{2}}{_SIGN}(?!{_DAY})"
    rf"|(?:(?:18|19|20){_SPACE}?)?[0-9]{{2}}{_SPACE}[01][0-9]{_SPACE}[0-9]{{2}}{_APART}"
    rf"|(?:18|19|20)[0-9]{{2}}[01][0-9]{_SPACE}[0-9]{{2}}{_APART}"
    rf"|(?:18|19|20){_SPACE}[0-9]{{2}}[01][0-9][0-9]{{2}}(?:{_APART})?"
    ")[0-9]{4}(?![0-9])"
)
# What every candidate ends with, from the month on: a ledger's texts are looked over with it eight times as fast.
_GLANCE: Final = re.compile(
    rf"[01][0-9](?:-|{_SPACE})?[0-9]{{2}}{_SPACE}{{0,2}}{_SIGN}?{_SPACE}{{0,2}}[0-9]{{4}}(?![0-9])"
)
_OTHER_DIGIT: Final = re.compile(r"[^\W0-9\D]")
_DIGIT: Final = re.compile(r"\d")
_DOUBLED: Final = str.maketrans("0123456789", "0246813579")  # twice the digit, its own digits added


class Found(NamedTuple):
    """Where in a text a possible identity number stands; never the number itself."""

    start: int
    end: int


def possible_identity_numbers(text: str) -> tuple[Found, ...]:
    """Return the place of every possible identity number in ``text``, in order."""
    return tuple(
        Found(*candidate.span())
        for candidate in _CANDIDATE.finditer(plain_digits(text))
        if has_passed(*_parts_of(candidate))
    )


def carries_identity_number(text: str) -> bool:
    """Tell whether ``text`` holds a possible identity number."""
    return _GLANCE.search(plain_digits(text)) is not None and bool(possible_identity_numbers(text))


def mask(text: str) -> str:
    """Return ``text`` with every digit of every possible identity number replaced by ``•``.

    The birth date goes too, since it alone points at a person among few; separators and length stay, so
    that a reader sees that a number stood there.
    """
    if _GLANCE.search(plain_digits(text)) is None:
        return text
    parts, after = list[str](), 0
    for start, end in possible_identity_numbers(text):
        parts += text[after:start], _DIGIT.sub(_MASK, text[start:end])
        after = end
    return "".join((*parts, text[after:]))


def plain_digits(text: str) -> str:
    """Return a text of the same length with the digits of every script as 0 to 9."""
    if text.isascii() or _OTHER_DIGIT.search(text) is None:
        return text
    return _DIGIT.sub(lambda found: str(unicodedata.decimal(found[0])), text)


def _parts_of(candidate: re.Match[str]) -> tuple[str, str, str]:
    """Return the date, the separator and the last four digits."""
    digits = "".join(filter(str.isdecimal, candidate[0]))
    return digits[:-4], "+" if "+" in candidate[0] else "-", digits[-4:]


def has_passed(date: str, separator: str, last: str) -> bool:
    """Tell whether a date of six or eight digits and four more are a number that somebody may have."""
    written = date + ("+" if separator == "+" else "-") + last
    return _has_check_digit(date[-6:] + last) and bool(checker.valid(written))


def _has_check_digit(digits: str) -> bool:
    """Tell whether the last of ten digits is what the others make it (Luhn); the library asks too, after much else."""
    return sum(map(int, digits[::2].translate(_DOUBLED) + digits[1::2])) % 10 == 0
