"""May a text that somebody types carry a personal identity number, however its digits are set apart?

What is typed is refused, with a reason that can be read, so that more is seen here than in what a ledger holds: there
the digits are hidden, and an invoice number among them is lost.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import Final

from samordna.domain.values.identity_number import Found, carries_identity_number, has_passed, mask, plain_digits

_BLANK: Final = "[\\s\u00a0\u2000-\u200a\u202f]"
_SIGN: Final = "[-+./_\u00b7\u2010-\u2015\u2212\uff0d-\uff0f]"
_APART: Final = f"{_BLANK}{{0,2}}{_SIGN}?{_BLANK}{{0,2}}"
# Two digits at a time, so that an amount in threes and most telephone numbers are none. The last four are together, or
# two and two with a blank: 10.30 is a time. What goes on as a date does is the year of another day.
_CANDIDATE: Final = re.compile(
    "(?<![0-9])(?=("
    rf"(?P<century>18|19|20)?{_APART}(?P<year>[0-9]{{2}})(?P<first>{_APART})(?P<month>[01][0-9])(?P<second>{_APART})"
    rf"(?P<day>[0-9]{{2}})(?P<third>{_APART})(?P<last>[0-9]{{2}}{_BLANK}?[0-9]{{2}})"
    rf")(?![0-9]|{_BLANK}?[-./][0-9]{{2}}(?![0-9])))"
)
_FEWEST: Final = 10
_DIGIT: Final = re.compile(r"\d")
_MASK: Final = "•"


def carries_typed_number(text: str) -> bool:
    """Tell whether a text that was typed holds a possible identity number."""
    return carries_identity_number(text) or next(_found(text), None) is not None


def mask_typed(text: str) -> str:
    """Return ``text`` with every digit of every possible identity number replaced by ``•``."""
    signs = list(mask(text))
    for start, end in _found(text):
        signs[start:end] = _DIGIT.sub(_MASK, text[start:end])
    return "".join(signs)


def _found(text: str) -> Iterator[Found]:
    """Yield where in a text a number stands whose digits may be anything apart; signs that nobody sees are nothing."""
    seen = [place for place, sign in enumerate(text) if unicodedata.category(sign) != "Cf"]
    plain = plain_digits("".join(text[place] for place in seen))
    if sum(map(str.isdecimal, plain)) < _FEWEST:
        return
    for one in _CANDIDATE.finditer(plain):
        date = f"{one['century'] or ''}{one['year']}{one['month']}{one['day']}"
        last = "".join(filter(str.isdecimal, one["last"]))
        if not _is_telephone(one) and has_passed(date, "+" if "+" in one["third"] else "-", last):
            start, end = one.span(1)
            yield Found(seen[start], seen[end - 1] + 1)


def _is_telephone(one: re.Match[str]) -> bool:
    """Tell whether digits stand as those of a telephone number do: a zero, an area, and the rest of it."""
    if one["century"] or not one["year"].startswith("0"):
        return False
    apart = [bool(one["first"]), bool(one["second"])]
    is_split = len(one["last"]) > len("1212")
    return any(apart) and (is_split or not all(apart))
