"""Which rules of law and of the national system does an activity meet, from when, and where do they stand?"""

from dataclasses import dataclass
from typing import Final

from samordna.domain.values.language import swedish
from samordna.domain.values.period import Month, month_in_words


@dataclass(frozen=True, slots=True)
class DatedRule:
    """A rule that holds from a month on, to a month when it has ended, and where it stands."""

    since: Month
    source: str
    until: Month | None = None

    def holds_over(self, first: Month, last: Month | None) -> bool:
        """Tell whether it holds in any month from ``first`` to ``last`` (None: without end)."""
        return (last is None or self.since <= last) and (self.until is None or first <= self.until)

    def holds_in(self, month: Month) -> bool:
        """Tell whether it holds in a month."""
        return self.holds_over(month, month)

    @property
    def told(self) -> str:
        """The source and since when, as a message says it."""
        return swedish("{source}, från {month}").format(source=self.source, month=month_in_words(self.since))


_ACT: Final = swedish("Lagen om finansiell samordning (2003:1210)")
_NATIONAL: Final = swedish("Uppföljning Finsam")

TWO_PARTIES: Final = DatedRule(200401, _ACT)
"""An activity is for what at least two parties need together."""
ONLY_MEMBERS: Final = DatedRule(200401, _ACT)
"""Only members perform activities."""
CHOICES_STAY: Final = DatedRule(202301, _NATIONAL)
"""Direction, follow-up method and ESF financing stay once an activity is registered; a mixed activity is two."""
