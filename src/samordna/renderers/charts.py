"""How is a table drawn as a picture that is also read aloud, printed in grey, and shown under a strict content policy?

``chart_spec`` says what to draw; Vega-Lite draws it; this module makes the SVG speak (title, description) and
leaves nothing in it but shapes. A picture is kept as long as what it shows is the same.
"""

import json
import re
import xml.etree.ElementTree as ET
from functools import cache, lru_cache
from typing import Final

import vl_convert

from samordna.domain.document import Chart
from samordna.domain.values.numerals import GROUP, MINUS
from samordna.renderers import typeface
from samordna.renderers.chart_parts import STRIPES
from samordna.renderers.chart_spec import chart_spec
from samordna.renderers.palette import ACCENT, SERIES
from samordna.renderers.printable import one_line

_LOCALE: Final = {"decimal": ",", "thousands": GROUP, "grouping": [3], "currency": ["", ""], "minus": MINUS}
_SVG: Final = "{http://www.w3.org/2000/svg}"
_FAMILIES: Final = f"'{typeface.CHART_FAMILY}', '{typeface.FAMILY}', sans-serif"
"""The first is found in PDF and PNG, the second in a page."""

ET.register_namespace("", _SVG.strip("{}"))


def chart_svg(chart: Chart) -> str:
    """Return the chart as an SVG image with its title and description inside; no styles, no scripts.

    It is as wide as ``chart_spec.WIDTH`` says and scales from there; ids in it start with the chart's.
    """
    return _svg(*_content(chart))


def chart_png(chart: Chart, *, scale: float = 2) -> bytes:
    """Return the chart as a PNG image on white, ``scale`` times the size of the SVG."""
    return _png(*_content(chart), scale)


def warm_up() -> None:
    """Load the drawing engine now (most of a second), so that the first reader need not wait for it."""
    _drawn(json.dumps({"data": {"values": [{}]}, "mark": "point"}))


def _content(chart: Chart) -> tuple[str, str, str, str]:
    """Return what a picture depends on: the figures and labels drawn, not where the figures come from."""
    name = re.sub(r"[^A-Za-z0-9_-]", "-", chart.id)
    spec = json.dumps(chart_spec(chart), ensure_ascii=False)
    return name, one_line(chart.title), one_line(chart.description), spec


@lru_cache(maxsize=256)
def _svg(name: str, title: str, description: str, spec: str) -> str:
    root = ET.fromstring(_drawn(spec))  # noqa: S314 - the file is the drawing engine's own
    for element in root.iter():
        _bare(element, name)
    root.set("role", "img")
    root.set("aria-labelledby", f"{name}-title {name}-desc")
    _open_with(root, name, title, description)
    return ET.tostring(root, encoding="unicode")


@lru_cache(maxsize=64)
def _png(name: str, title: str, description: str, spec: str, scale: float) -> bytes:
    _register_typeface()
    svg = _svg(name, title, description, spec)
    paper = '<rect width="100%" height="100%" fill="#fff"/>'
    return vl_convert.svg_to_png(svg.replace("</defs>", f"</defs>{paper}", 1), scale=scale)


def _drawn(spec: str) -> str:
    _register_typeface()
    return vl_convert.vegalite_to_svg(spec, format_locale=_LOCALE)


@cache
def _register_typeface() -> None:
    vl_convert.register_font_directory(str(typeface.chart_directory()))


def _bare(element: ET.Element, name: str) -> None:
    """Take away what the engine says about itself to screen readers, and shapes that draw nothing."""
    for attribute in [a for a in element.attrib if a.startswith("aria-") or a in {"role", "pointer-events"}]:
        del element.attrib[attribute]
    for child in list(element):
        if child.get("display") == "none" or child.get("d") == "M0,0h0v0h0Z":
            element.remove(child)
    if element.get("fill") == STRIPES:
        element.set("fill", f"url(#{name}-stripes)")
    if element.get("font-family"):
        element.set("font-family", _FAMILIES)


def _open_with(root: ET.Element, name: str, title: str, description: str) -> None:
    """Put title, description and the striped fill first in the picture."""
    defs = ET.Element(f"{_SVG}defs")
    pattern = ET.SubElement(
        defs,
        f"{_SVG}pattern",
        {"id": f"{name}-stripes", "width": "6", "height": "6", "patternUnits": "userSpaceOnUse"},
    )
    ET.SubElement(pattern, f"{_SVG}rect", {"width": "6", "height": "6", "fill": SERIES[2]})
    ET.SubElement(pattern, f"{_SVG}path", {"d": "M-1,1l2,-2M0,6l6,-6M5,7l2,-2", "stroke": ACCENT})
    for index, (tag, text) in enumerate((("title", title), ("desc", description))):
        element = ET.Element(f"{_SVG}{tag}", {"id": f"{name}-{tag}"})
        element.text = text
        root.insert(index, element)
    root.insert(2, defs)
