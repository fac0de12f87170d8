"""What of the layout does somebody look at, and which address or form says so?"""

import re
from dataclasses import dataclass, replace
from typing import Final
from urllib.parse import urlencode

from django.http import Http404, QueryDict

from samordna.domain.values.language import swedish

_YEAR: Final = re.compile(r"[0-9]{4}")
_LONGEST: Final = 100


@dataclass(frozen=True, slots=True)
class Place:
    """A year and a statement, None and empty for the usual; which accounts are sought, and which one is meant.

    ``everything`` asks for accounts without an amount too; ``moved`` is the one that somebody just moved. ``line`` is
    the line that is being changed, and ``step`` the way that it just went: ``upp`` or ``ned``.
    """

    year: int | None = None
    statement: str = ""
    sought: str = ""
    everything: bool = False
    account: str = ""
    moved: str = ""
    line: str = ""
    step: str = ""

    @classmethod
    def read(cls, asked: QueryDict) -> "Place":
        """Return what an address or a form says. Raises ``Http404`` for a year that is none."""
        return cls(
            year=_year(asked),
            statement=asked.get("rakning", "")[:_LONGEST],
            sought=asked.get("sok", "").strip()[:_LONGEST],
            everything=asked.get("alla") == "1",
            account=asked.get("konto", "")[:_LONGEST],
            moved=asked.get("flyttat", "")[:_LONGEST],
            line=asked.get("rad", "")[:_LONGEST],
            step=asked.get("steg", "")[:_LONGEST],
        )

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """What an address or a form says of this place; what is usual is not said."""
        said = (
            ("ar", str(self.year or "")),
            ("rakning", self.statement),
            ("sok", self.sought),
            ("alla", "1" if self.everything else ""),
            ("konto", self.account),
            ("flyttat", self.moved),
            ("rad", self.line),
            ("steg", self.step),
        )
        return tuple((name, value) for name, value in said if value)

    @property
    def nowhere_near(self) -> "Place":
        """The same year, statement and search, with no account and no line meant."""
        return self.but(account="", moved="", line="", step="")

    def but(self, **changed: object) -> "Place":
        """Return the same with something changed."""
        return replace(self, **changed)  # type: ignore[arg-type]

    def address(self, row: str = "") -> str:
        """Return the address of this place, at a row of it."""
        query = urlencode(self.pairs)
        return f"/uppstallning/{'?' if query else ''}{query}{'#' if row else ''}{row}"


def account_row(number: str) -> str:
    """Return the id of an account's row."""
    return f"konto-{number}"


def line_row(line_id: str) -> str:
    """Return the id of a line's row."""
    return "linje-" + re.sub(r"[^\w-]", "-", line_id)


def _year(asked: QueryDict) -> int | None:
    """Return the year that is asked for: itself, or the one that a period ends in."""
    text = asked.get("ar", "").strip() or asked.get("period", "").strip().rpartition("..")[2][:4]
    if not text:
        return None
    if not _YEAR.fullmatch(text):
        raise Http404(swedish("Det finns ingen uppställning för ett sådant år."))
    return int(text)
