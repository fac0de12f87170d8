"""Months so small that they stand beside a figure: bars from zero, strokes for the year before, gaps for nothing."""

import re
import xml.etree.ElementTree as ET

from tests.renderers import sample

from samordna.renderers.sparkline import HEIGHT, WIDTH, sparkline_svg

BAR = re.compile(r'<rect class="spark-bar" x="([\d.]+)" y="([\d.]+)" width="([\d.]+)" height="([\d.]+)"')


def bars(svg: str) -> list[tuple[float, ...]]:
    return [tuple(map(float, found)) for found in BAR.findall(svg)]


def test_bars_are_as_high_as_their_values_from_the_same_line() -> None:
    (_, top, _, high), (_, lower_top, _, low) = bars(sparkline_svg([200, 100], title="t"))
    assert high == 2 * low == HEIGHT - 2
    assert top + high == lower_top + low


def test_what_is_below_zero_hangs_from_the_line() -> None:
    (_, _, _, above), (_, below_top, _, below) = bars(sparkline_svg([100, -100], title="t"))
    assert above == below == below_top - 1 == (HEIGHT - 2) / 2


def test_what_is_not_known_is_a_gap_and_no_bar() -> None:
    svg = sparkline_svg([5, None, 7], title="t")
    assert len(bars(svg)) == 2
    assert svg.count("spark-gap") == 1


def test_the_year_before_is_a_stroke_in_the_same_scale() -> None:
    svg = sparkline_svg([50], [100], title="t")
    assert 'class="spark-before" d="M0.8 1.0h' in svg
    assert bars(svg)[0][3] == (HEIGHT - 2) / 2


def test_a_month_has_the_same_room_whether_the_year_is_whole_or_not() -> None:
    few, whole = bars(sparkline_svg([1] * 3, title="t")), bars(sparkline_svg([1] * 12, title="t"))
    assert few == whole[:3]
    assert whole[-1][0] + whole[-1][2] <= WIDTH


def test_months_without_anything_are_drawn_without_dividing_by_it() -> None:
    assert bars(sparkline_svg([0, 0], title="t"))[0][3] == 0
    assert "spark-bar" not in sparkline_svg([], title="t")


def test_it_says_what_it_shows_and_text_stays_text() -> None:
    svg = sparkline_svg([1], title=sample.HOSTILE)
    root = ET.fromstring(svg)
    assert root.get("role") == "img"
    assert root[0].text == sample.HOSTILE
    assert "style=" not in svg
