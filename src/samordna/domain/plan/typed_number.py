"""Which net cost does somebody mean who types a number in a cell of a table?

A table shows costs with its own sign, in its own unit. Without a sign a number has that of what stands in the cell, and
is a cost where nothing stands; a sign that is written is the table's.
"""

import re
from dataclasses import dataclass
from fractions import Fraction
from typing import Final

from samordna.domain.values.money import Ore, round_half_away
from samordna.domain.values.unit import Unit

_NUMBER: Final = re.compile(r"([-+]?)([0-9]{1,14})(?:,([0-9]{1,2}))?")
_PLAIN: Final = {ord(sign): "" for sign in " \u00a0\u2009\u202f"} | {ord(sign): "-" for sign in "\u2212\u2013"}


class UnreadableNumberError(ValueError):
    """What was typed is no number."""


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell that a number is typed in: the unit it is shown in, and the sign that a cost is shown with, 1 or −1."""

    unit: Unit
    cost_sign: int

    def read(self, typed: str, standing: Ore | None, *others: Ore) -> Ore | None:
        """Return the net cost that is meant, in öre, where ``standing`` stood; None when nothing is typed.

        What reads as the cell shows what stands there, or one of the ``others``, is just that. Raises
        ``UnreadableNumberError``.
        """
        text = typed.translate(_PLAIN)
        if not text.strip():
            return None
        found = _NUMBER.fullmatch(text.removesuffix(self.unit.suffix))
        if not found:
            raise UnreadableNumberError(typed)
        sign, whole, part = found.groups()
        size = (int(whole) + Fraction(int((part or "").ljust(2, "0")), 100)) * self.unit.holds
        net_cost = round_half_away(size) * self._sign(sign, standing)
        if part and not self.unit.decimals:
            return net_cost
        known = (one for one in (standing, *others) if one is not None)
        return next((one for one in known if self.unit.shown(one) == self.unit.shown(net_cost)), net_cost)

    def _sign(self, sign: str, standing: Ore | None) -> int:
        if sign:
            return self.cost_sign * (-1 if sign == "-" else 1)
        return -1 if standing is not None and standing < 0 else 1
