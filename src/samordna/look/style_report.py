"""Which report does the style page show? A short one: contents, figures in words, a list, a signature."""

from dataclasses import replace
from typing import Any, Final

from samordna.domain.document import BulletList, Figure, Paragraph, Section, Signature, Signatures
from samordna.domain.values.language import swedish
from samordna.look import style_figures, style_parts
from samordna.renderers.html import Links, contents_html, sections_html

_ADDRESS: Final = f"{style_parts.HERE}?siffra=r12"


def context() -> dict[str, Any]:
    """Return the part of the style page's context that is a report in a page of the site."""
    links = Links(table=lambda _table: lambda _row, _column: _ADDRESS, text=lambda _figure: _ADDRESS)
    sections = _sections()
    return {"report_contents": contents_html(sections), "report_sections": sections_html(sections, links=links)}


def _sections() -> tuple[Section, ...]:
    table = replace(style_figures.months(), id="report-months")
    result = Figure(style_figures.statement().cell("r12", "c1"), "income.r12.c1")  # type: ignore[arg-type]
    signed = Signatures(
        Paragraph((swedish("Styrelsen har behandlat rapporten."),)),
        (Signature(swedish("Ordförande"), swedish("Exempelstad")), Signature(swedish("Ledamot"), "")),
    )
    said = Paragraph((swedish("Periodens resultat är "), result, swedish(", och det är mer än året före.")))
    points = BulletList((Paragraph((swedish("Insatserna fortsatte som planerat."),)),))
    costs = Section("rapport-kostnader", swedish("Kostnader"), "1.1", (points, table))
    return (
        Section("rapport-ekonomi", swedish("Ekonomi"), "1", (said,), (costs,)),
        Section("rapport-underskrifter", swedish("Underskrifter"), "2", (signed,)),
    )
