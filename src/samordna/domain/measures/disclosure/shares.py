"""May a part of some people be told in per cent?"""

from fractions import Fraction

from samordna.domain.measures.disclosure.audience import Rule
from samordna.domain.values.counted import Published, Shown


def share_of(part: Published, base: Published, rule: Rule) -> Fraction | None:
    """Return which part of a base somebody is; None when either is hidden or the base too small to tell parts of."""
    if not isinstance(part, Shown) or not isinstance(base, Shown) or base.count < max(1, rule.least_base):
        return None
    return Fraction(part.count, base.count)
