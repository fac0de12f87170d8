"""What does a chart say to someone who does not see it?"""

from dataclasses import replace

from samordna.domain.document import Chart, Number, Table
from samordna.domain.values.language import swedish


def described(chart: Chart) -> Chart:
    """Return the chart with a description made from its table: what is compared, highest and lowest."""
    table = chart.table
    series = swedish(" och ").join(column.label for column in table.columns)
    opening = swedish("{title}, i {unit}, {series}.").format(title=chart.title, unit=table.unit.name, series=series)
    extremes = "".join(_extremes(table, index) for index in range(len(table.columns)))
    return replace(chart, description=f"{opening}{extremes} {swedish('Tabellen efter diagrammet visar alla värden.')}")


def _extremes(table: Table, index: int) -> str:
    numbers = [(row.label, cell) for row in table.rows if isinstance(cell := row.cells[index], Number)]
    if len(numbers) < 2:
        return ""
    most = max(numbers, key=lambda pair: pair[1].exact)
    least = min(numbers, key=lambda pair: pair[1].exact)
    if most[1].text == least[1].text:
        same = swedish(" {column}: {most} på varje rad.")
        return same.format(column=table.columns[index].label, most=most[1].text)
    return swedish(" {column}: högst {most} ({most_label}), lägst {least} ({least_label}).").format(
        column=table.columns[index].label,
        most=most[1].text,
        most_label=most[0],
        least=least[1].text,
        least_label=least[0],
    )
