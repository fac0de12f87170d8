"""How is a row of months drawn so small that it fits beside a figure?

A bar a month, from the line of zero; a stroke across it where it stood the year before. What is not known is a short
stub below nothing: a gap, not a zero. The picture never stands alone: its table is beside it.
"""

from collections.abc import Sequence
from html import escape
from typing import Final

from samordna.renderers.html.markup import Markup
from samordna.renderers.printable import one_line

WIDTH: Final = 240
HEIGHT: Final = 56
_MONTHS: Final = 12
"""A month has the same room in every picture: part of a year is part of the width."""
_BETWEEN: Final = 0.28
"""The share of a month's room that is left empty."""


def sparkline_svg(values: Sequence[int | None], previous: Sequence[int | None] = (), *, title: str) -> Markup:
    """Return the picture of ``values``, one a month, with those of the year before; ``title`` says what it shows."""
    known = [value for value in (*values, *previous) if value is not None]
    top, bottom = max([0, *known]), min([0, *known])
    scale = (HEIGHT - 2) / ((top - bottom) or 1)
    zero = 1 + top * scale
    step = WIDTH / max(len(values), len(previous), _MONTHS)
    shapes = [_bar(i * step, step, zero, value, scale) for i, value in enumerate(values)]
    shapes += [_stroke(i * step, step, zero - value * scale) for i, value in enumerate(previous) if value is not None]
    axis = f'<path class="spark-zero" d="M0 {zero:.1f}H{WIDTH}"/>'
    name = f"<title>{escape(one_line(title), quote=False)}</title>"
    head = f'<svg xmlns="http://www.w3.org/2000/svg" class="spark" viewBox="0 0 {WIDTH} {HEIGHT}" role="img">'
    return Markup(f"{head}{name}{axis}{''.join(shapes)}</svg>")


def _bar(x: float, step: float, zero: float, value: int | None, scale: float) -> str:
    """Return a month's bar; of one that is not known, a pale dot on the line."""
    left, width = x + step * _BETWEEN / 2, step * (1 - _BETWEEN)
    if value is None:
        return f'<circle class="spark-gap" cx="{x + step / 2:.1f}" cy="{zero:.1f}" r="1.5"/>'
    height = abs(value) * scale
    y = zero - height if value > 0 else zero
    return f'<rect class="spark-bar" x="{left:.1f}" y="{y:.1f}" width="{width:.1f}" height="{height:.1f}"/>'


def _stroke(x: float, step: float, y: float) -> str:
    return f'<path class="spark-before" d="M{x + step * 0.04:.1f} {y:.1f}h{step * 0.92:.1f}"/>'
