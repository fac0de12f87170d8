"""How does a made report become a row, and a row what it was made from?"""

import datetime as dt
from dataclasses import dataclass

from samordna.access.actor import Actor
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.office.store import models


@dataclass(frozen=True, slots=True)
class MadeReport:
    """A report that was made: what was asked, and everything it was answered from.

    ``layout_revision`` is 0 for the layout of the program, ``figures_to`` the last entered figure there was,
    ``plan_to`` the last line of the plan's journal. ``digest`` is of the document's values; ``status`` is what made it
    a draft, empty for a finished one.
    """

    number: int
    template: str
    title: str
    asked: Asked
    imports: tuple[int, ...]
    layout_name: str
    layout_revision: int
    figures_to: int
    plan_to: int
    status: str
    digest: str
    program_version: str
    at: dt.datetime
    by: str


def read_reports() -> tuple[MadeReport, ...]:
    """Return every report that was made, latest first."""
    return tuple(_report(row) for row in models.MadeReport.objects.order_by("-id"))


def read_report(number: int) -> MadeReport | None:
    """Return a report by its number; None for one that no row can have."""
    row = models.MadeReport.objects.filter(pk=number).first() if number <= models.LARGEST_KEY else None
    return _report(row) if row else None


def write_report(made: MadeReport, *, by: Actor) -> MadeReport:
    """Add a report; its number is given here."""
    row = models.MadeReport.objects.create(
        template=made.template,
        title=made.title,
        first_month=made.asked.period.first,
        last_month=made.asked.period.last,
        compare_first_month=made.asked.compare.first,
        compare_last_month=made.asked.compare.last,
        imports=list(made.imports),
        layout_name=made.layout_name,
        layout_revision_id=made.layout_revision or None,
        figures_to=made.figures_to,
        plan_to=made.plan_to,
        status=made.status,
        digest=made.digest,
        program_version=made.program_version,
        made_at=made.at,
        made_by_id=by.user_id,
        made_by_name=by.name,
    )
    return _report(row)


def _report(row: models.MadeReport) -> MadeReport:
    return MadeReport(
        number=row.pk,
        template=row.template,
        title=row.title,
        asked=Asked(Period(row.first_month, row.last_month), Period(row.compare_first_month, row.compare_last_month)),
        imports=tuple(row.imports),
        layout_name=row.layout_name,
        layout_revision=row.layout_revision_id or 0,
        figures_to=row.figures_to,
        plan_to=row.plan_to,
        status=row.status,
        digest=row.digest,
        program_version=row.program_version,
        at=row.made_at,
        by=row.made_by_name,
    )
