"""Which measures are there?"""

from collections.abc import Mapping
from typing import Final

from samordna.domain.measures.counts import COUNTS
from samordna.domain.measures.measure import Form, Measure, Tally
from samordna.domain.measures.shares import AGREED, MEANS, SHARES

__all__ = ["BY_KEY", "MEASURES", "Form", "Measure", "Tally"]

MEASURES: Final[tuple[Measure, ...]] = (*COUNTS, *SHARES, *MEANS, *AGREED)
"""Every measure, in the order in which they are read."""

BY_KEY: Final[Mapping[str, Measure]] = {one.key: one for one in MEASURES}
"""Every measure by its key."""
