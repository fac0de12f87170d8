"""Which measures are there?"""

from collections.abc import Mapping
from typing import Final

from samordna.domain.measures.counts import COUNTS
from samordna.domain.measures.measure import Form, Measure, Tally
from samordna.domain.measures.shares import AGREED, MEANS, SHARES
from samordna.domain.values.language import swedish

__all__ = ["BY_KEY", "GROUPS", "MEASURES", "Form", "Measure", "Tally"]

GROUPS: Final[tuple[tuple[str, tuple[Measure, ...]], ...]] = (
    (swedish("Antal"), COUNTS),
    (swedish("Andelar"), SHARES),
    (swedish("Medelvärden"), MEANS),
    (swedish("Avtalat och budgeterat"), AGREED),
)
"""The measures in the groups that they are chosen from."""
MEASURES: Final[tuple[Measure, ...]] = tuple(one for _, group in GROUPS for one in group)
"""Every measure, in the order in which they are read."""

BY_KEY: Final[Mapping[str, Measure]] = {one.key: one for one in MEASURES}
"""Every measure by its key."""
