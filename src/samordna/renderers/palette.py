"""Which colours does a document have?

Ink, two greys and one accent, a deep blue-green. Every text colour holds 4.5:1 against white and against the tint.
"""

from typing import Final

INK: Final = "#172225"
MUTED: Final = "#526166"
HAIRLINE: Final = "#d5dddf"
ACCENT: Final = "#0b5561"
TINT: Final = "#eef5f5"

SERIES: Final = (ACCENT, "#a9d0d3", "#d9dfe0", "#43545a")
"""Fills of a chart's series in order, as different in lightness as in hue; the third also carries stripes."""
