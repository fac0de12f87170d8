"""What does an address want of a project: which year, compared by which numbers, on which contributions?"""

from dataclasses import dataclass
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from samordna.office.web.forms.numbers import number_of


@dataclass(frozen=True, slots=True)
class ProjectWanted:
    """What is chosen; nothing is the usual."""

    year: int | None = None
    numbers: str = ""
    state: str = ""

    @classmethod
    def read(cls, sent: QueryDict) -> "ProjectWanted":
        """Return what an address says; what it says that nobody can mean is as nothing."""
        return cls(number_of(sent.get("ar", "")), sent.get("siffror", ""), sent.get("lage", ""))

    @property
    def chosen(self) -> dict[str, str]:
        """What is chosen, as an address has it."""
        told = {"ar": str(self.year or ""), "siffror": self.numbers, "lage": self.state}
        return {name: value for name, value in told.items() if value}

    @property
    def query(self) -> str:
        """The end of an address that wants the same."""
        return f"?{urlencode(self.chosen)}" if self.chosen else ""

    def figure(self, project: str, table: str, row: str, column: str, came: str = "") -> str:
        """Return the address of a figure of a project, as it is wanted; ``came`` is the page to lead back to."""
        chosen = {**self.chosen, "fran": came} if came else self.chosen
        query = f"?{urlencode(chosen, safe='/')}" if chosen else ""
        return f"{reverse('project_figure', args=[project, table, column, row])}{query}"
