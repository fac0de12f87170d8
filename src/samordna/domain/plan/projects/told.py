"""Of which months is a project told: those of a fiscal year, and all until then?"""

from dataclasses import dataclass

from samordna.domain.plan.projects.earned import Earning
from samordna.domain.plan.projects.project import ExternalProject
from samordna.domain.values.period import Month, Period


@dataclass(frozen=True, slots=True)
class Told:
    """A project's earning and the months that its figures are told for: those of a year until its last."""

    earning: Earning
    year: Period
    through: Month

    @property
    def project(self) -> ExternalProject:
        """The project."""
        return self.earning.project

    @property
    def this_year(self) -> Period:
        """The months of the year that are told of."""
        return Period(self.year.first, min(max(self.through, self.year.first), self.year.last))

    @property
    def to_date(self) -> Period:
        """The months of the project that are told of; its first alone when it has not begun."""
        first = self.project.period.first
        return Period(first, max(first, self.through))
