"""How do the association's reports read?"""

from collections.abc import Collection

from samordna.domain.document import Document
from samordna.domain.reports.assemble import Sources, assemble
from samordna.domain.reports.template_file import shipped_template
from samordna.domain.statements.months import Months
from samordna.domain.statements.span import Asked
from samordna.office.questions.basis import LayoutOf, basis


def interim_report(
    asked: Asked, *, layout: LayoutOf | None = None, versions: Collection[int] | None = None
) -> Document:
    """Return the interim report (delårsrapport) for what was asked.

    Raises ``Refused`` as ``basis`` does, and when the template asks for what the layout does not have.
    """
    made_from = basis(asked, layout=layout, versions=versions)
    months = Months(made_from.layout, made_from.balances, asked, made_from.figures)
    template = shipped_template("interim", made_from.layout.name)
    return assemble(template, made_from.subject, Sources(made_from.statements, months))
