"""Which styles does a page with figures wear?

Colours, tables and charts look the same on the page that is written down and on a site: those sheets are shared.
"""

from functools import cache
from importlib import resources

from samordna.renderers import typeface


def figures() -> str:
    """Return the styles of tables, charts and highlights, with the colours they are drawn in."""
    return _sheet("tokens.css") + _sheet("figures.css")


@cache
def page() -> str:
    """Return every style of a page that stands alone, the typeface inside it."""
    return _sheet("page.css").replace("SOURCE_SANS_3", typeface.data_uri()) + figures()


def _sheet(name: str) -> str:
    return resources.files("samordna.renderers.html").joinpath(name).read_text("utf-8")
