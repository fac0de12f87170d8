"""How is a document written as a web page?"""

from samordna.renderers.html.chart import chart_html
from samordna.renderers.html.page import render_html
from samordna.renderers.html.table import table_html

__all__ = ["chart_html", "render_html", "table_html"]
