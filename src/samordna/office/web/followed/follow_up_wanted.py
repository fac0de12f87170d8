"""What does an address of the follow-up ask to be shown?"""

from dataclasses import dataclass, field, replace
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict

from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR
from samordna.office.web.forms.wanted import Wanted

COLUMNS: Final = "kolumner"
_READABLE: Final = ",.:"


@dataclass(frozen=True, slots=True)
class FollowUpWanted:
    """What is to be shown: months and unit, kronor when none is said; the columns, the usual when none are named.

    Forecasts are written in the books as they hold, in the association's own layout: an address says no other.
    """

    wanted: Wanted = field(default_factory=Wanted)
    columns: tuple[str, ...] = ()

    @classmethod
    def read(cls, query: QueryDict) -> "FollowUpWanted":
        """Return what an address wants, a column named by commas or once for each. Raises ``Refused``."""
        wanted = Wanted.read(query)
        unit = None if wanted.unit == KRONOR else wanted.unit
        names = (name.strip() for text in query.getlist(COLUMNS) for name in text.split(","))
        return cls(wanted.but(unit=unit, layout="", versions=()), tuple(dict.fromkeys(filter(None, names))))

    @property
    def query(self) -> str:
        """The end of an address that wants this, with its question mark; empty for the usual."""
        return ending(self.wanted.query, *self.chosen)

    @property
    def chosen(self) -> tuple[tuple[str, str], ...]:
        """What a form keeps of the columns, so that what it leads to has the same."""
        return ((COLUMNS, ",".join(self.columns)),) if self.columns else ()

    @property
    def of_figures(self) -> Wanted:
        """What the addresses of the figures want: they are explained in the unit they are shown in."""
        return self.wanted.but(unit=self.wanted.unit or KRONOR)

    def but(self, **changed: object) -> "FollowUpWanted":
        """Return the same with something of the months or the unit changed."""
        return replace(self, wanted=self.wanted.but(**changed))

    def asked(self, usual: Period) -> Asked:
        """Return what is asked for; ``usual`` is the period when none is said."""
        return self.wanted.asked(usual)


def ending(query: str, *pairs: tuple[str, str]) -> str:
    """Return the end of an address with more in it."""
    more = urlencode(pairs, safe=_READABLE)
    return f"{query}{'&' if query else '?'}{more}" if more else query
