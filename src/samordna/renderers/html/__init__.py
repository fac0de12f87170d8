"""How is a document written as a web page?"""

from samordna.renderers.html.chart import chart_html
from samordna.renderers.html.origin import origin_text
from samordna.renderers.html.page import render_html
from samordna.renderers.html.sections import Links, contents_html, sections_html
from samordna.renderers.html.table import row_anchor, table_html
from samordna.renderers.html.text import highlights_html

__all__ = [
    "Links",
    "chart_html",
    "contents_html",
    "highlights_html",
    "origin_text",
    "render_html",
    "row_anchor",
    "sections_html",
    "table_html",
]
