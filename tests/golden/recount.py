"""What does an auditor get who recounts a figure from the vouchers, with nothing of the program at hand?

A reader of SIE that knows three records, and sums. Amounts are öre, debit positive.
"""

import re
from dataclasses import dataclass, field
from fractions import Fraction
from pathlib import Path
from typing import Any

_ROW = re.compile(r"#TRANS (\S+) \{(.*?)\} (-?[0-9.]+)")
_OPENING = re.compile(r"#IB 0 (\S+) (-?[0-9.]+)")
_DATE = re.compile(r'#VER "?[^ "]*"? "?[^ "]*"? "?([0-9]{6})')

HOLDS = {"kr_ore": Fraction(1), "kr": Fraction(100), "tkr": Fraction(100_000), "percent": Fraction(1, 100)}
"""How much of the exact value (öre, or a pure ratio) one step of a shown figure is."""


@dataclass
class Vouchers:
    """The rows of one file (month, account, objects, öre) and its opening balances."""

    opening: dict[str, int] = field(default_factory=dict)
    rows: list[tuple[str, str, dict[str, str], int]] = field(default_factory=list)

    @classmethod
    def of(cls, file: Path) -> "Vouchers":
        found, month = cls(), ""
        for line in file.read_bytes().decode("cp437").splitlines():
            if date := _DATE.match(line.strip()):
                month = date[1]
            elif row := _ROW.match(line.strip()):
                words = re.findall(r'"([^"]*)"|(\S+)', row[2])
                codes = [quoted or bare for quoted, bare in words]
                objects = dict(zip(codes[::2], codes[1::2], strict=True))
                found.rows.append((month, row[1], objects, round(Fraction(row[3]) * 100)))
            elif opening := _OPENING.match(line.strip()):
                found.opening[opening[1]] = round(Fraction(opening[2]) * 100)
        return found

    def moved(self, accounts: set[str], first: str, last: str, objects: dict[str, str]) -> int:
        return sum(
            ore
            for month, account, held, ore in self.rows
            if account in accounts and first <= month <= last and _holds(held, objects)
        )


def _holds(held: dict[str, str], objects: dict[str, str]) -> bool:
    """Tell whether a row is on all the objects; ``-`` is a row without any of the dimension."""
    return all(held.get(dimension, "-") == code for dimension, code in objects.items())


def recount(origin: dict[str, Any], years: list[Vouchers]) -> Fraction | None:
    """Return what an origin says, counted from the vouchers; None where a part was entered by hand."""
    if "source" in origin:
        return None
    if "rule" in origin:
        return _computed(origin, [_part(part, years) for part in origin["parts"]])
    vouchers = years[int(origin["imports"]) - 1]
    accounts = set(origin["accounts"].split())
    objects = dict(key.split(":", 1) for key in origin.get("objects", "").split())
    first, last = (month.replace("-", "") for month in origin["period"].split(".."))
    moved = vouchers.moved(accounts, first, last, objects)
    if origin["measure"] == "movement":
        return Fraction(moved)
    before = vouchers.moved(accounts, "000000", f"{int(first) - 1}", {})
    opening = sum(ore for account, ore in vouchers.opening.items() if account in accounts) + before
    return Fraction(opening + moved if origin["measure"] == "closing" else opening)


def _part(part: dict[str, Any], years: list[Vouchers]) -> Fraction | None:
    """Return what a part says; None for an amount that a rule alone tells of: nothing in the vouchers leads to it."""
    told_alone = "rule" in part["origin"] and not part["origin"]["parts"] and Fraction(part["exact"])
    return None if told_alone else recount(part["origin"], years)


def _computed(origin: dict[str, Any], parts: list[Fraction | None]) -> Fraction | None:
    known = [part for part in parts if part is not None]
    if len(known) < len(parts):
        return None
    match origin["how"]:
        case "difference":
            return known[0] - known[1]
        case "quotient":
            return known[0] / known[1]
        case "turned":
            return -known[0]
        case _:
            return sum(known, Fraction(0))


def as_shown(exact: Fraction, unit: str) -> Fraction:
    """Return the size of a figure as it is printed: half away from zero, without its sign."""
    shown = int(abs(exact) / HOLDS[unit] + Fraction(1, 2))
    return Fraction(shown, 100 if unit == "kr_ore" else 1)
