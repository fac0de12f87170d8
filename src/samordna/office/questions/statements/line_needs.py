"""What outside a layout needs lines of it, so that they cannot just be removed?"""

from samordna.domain.reports.reads import lines_read
from samordna.domain.reports.template_file import shipped_template
from samordna.domain.statements.layout import Layout
from samordna.domain.statements.removing import Needs
from samordna.domain.values.language import swedish
from samordna.office.questions.reports.reports import REPORT_KINDS
from samordna.office.questions.statements.figures import entered_figures
from samordna.office.store import models


def line_needs(layout: Layout) -> Needs:
    """Return the accounts of the current imports, the lines with entered figures, and those that reports read."""
    rows = models.Account.objects.filter(ledger_import__current=True).order_by("ledger_import__year_start")
    reports: dict[str, list[str]] = {}
    for kind, title in REPORT_KINDS.items():
        for line in lines_read(shipped_template(kind, layout.name)):
            reports.setdefault(line, []).append(title)
    return Needs(
        accounts=dict(rows.values_list("number", "name")),
        figures={figure.key for figure in entered_figures()},
        reports={line: _told(titles) for line, titles in reports.items()},
    )


def _told(titles: list[str]) -> str:
    if len(titles) == 1:
        return swedish("rapporten {report} hämtar uppgifter från den").format(report=titles[0])
    first = ", ".join(titles[:-1])
    return swedish("rapporterna {first} och {last} hämtar uppgifter från den").format(first=first, last=titles[-1])
