"""How does a chart stand in a page: the picture, and its table directly after?"""

from samordna.domain.document import Chart
from samordna.renderers.charts import chart_svg
from samordna.renderers.html.markup import Markup, anchor, element
from samordna.renderers.html.table import Address, table_html


def chart_html(chart: Chart, *, address: Address | None = None) -> Markup:
    """Return the figure and its table, unless that stands above; the table's figures lead to ``address``.

    On a narrow screen the picture scrolls sideways in its frame.
    """
    picture = Markup(chart_svg(chart))
    frame = element("div", picture, class_="frame", role="group", aria_label=chart.title or None, tabindex=0)
    caption = element("figcaption", chart.title, class_="title")
    name = anchor(chart.id) if chart.id != chart.table.id else None  # an id stands once: the table's leads here too
    figure = element("figure", caption, frame, class_="chart", id=name)
    if chart.table_above:
        return element("div", figure, class_="charted")
    table = table_html(chart.table, title_shown=chart.table.title != chart.title, address=address)
    return element("div", figure, table, class_="charted")
