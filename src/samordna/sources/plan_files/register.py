"""How is a register of cost centres read from its tables?"""

import re
from collections.abc import Mapping, Sequence
from typing import Final

from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.register import BudgetLine, CostCentre, EarlierCode, Group, Kind, Merge, RegisterRow
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem
from samordna.sources.plan_files.cells import Line, lines_of, month_of, one_of

GROUP_HEADINGS: Final = ("Grupp", "Rubrik")
ROW_HEADINGS: Final = (
    "Kod", "Projekt", "Namn", "Grupp", "Slag", "Ansvarig", "Utförare", "Från", "Till", "Tidigare koder", "Anmärkning",
)  # fmt: skip
MERGE_HEADINGS: Final = ("Rader", "År", "Visar", "Anmärkning")

_LINE: Final = swedish("budgetrad")
_KINDS: Final[Mapping[str, Kind | None]] = {
    swedish("verksamhet"): Kind.ACTIVITY,
    swedish("projekt"): Kind.PROJECT,
    swedish("utanför"): Kind.OUTSIDE,
    _LINE: None,
}
_TELLINGS: Final = {
    swedish("utfall"): Scenario.ACTUAL,
    swedish("budget"): Scenario.BUDGET,
    swedish("prognos"): Scenario.FORECAST,
}
_EARLIER: Final = re.compile(r"([^\s:]+)(?::(\S+))?(?: från (\S+))?(?: till (\S+))?")


def read_groups(name: str, data: bytes, problems: list[Problem]) -> tuple[Group, ...]:
    """Return the groups, in order."""
    return tuple(
        Group(line.needed("Grupp"), line.needed("Rubrik")) for line in lines_of(name, data, GROUP_HEADINGS, problems)
    )


def read_rows(name: str, data: bytes, problems: list[Problem]) -> tuple[RegisterRow, ...]:
    """Return the rows, in order; ``Slag`` is ``budgetrad`` for a line that no cost centre has."""
    return tuple(_row(line) for line in lines_of(name, data, ROW_HEADINGS, problems))


def _row(line: Line) -> RegisterRow:
    kind = line.read("Slag", one_of(_KINDS), Kind.ACTIVITY)
    code, name, group = line.needed("Kod"), line.needed("Namn"), line.needed("Grupp")
    first, last = line.read("Från", month_of, None), line.read("Till", month_of, None)
    if kind is None:
        return BudgetLine(
            code, name, group, responsible=line.text("Ansvarig"), remark=line.text("Anmärkning"),
            valid_from=first, valid_to=last,
        )  # fmt: skip
    return CostCentre(
        code=code,
        name=name,
        group=group,
        project=line.text("Projekt"),
        kind=kind,
        responsible=line.text("Ansvarig"),
        performer=line.text("Utförare"),
        valid_from=first,
        valid_to=last,
        earlier=line.read("Tidigare koder", _earlier, ()),
        remark=line.text("Anmärkning"),
    )


def _earlier(text: str) -> tuple[EarlierCode, ...]:
    return tuple(_one_earlier(written.strip()) for written in text.split(","))


def _one_earlier(written: str) -> EarlierCode:
    found = _EARLIER.fullmatch(written)
    if not found:
        raise ValueError(swedish("en tidigare kod skrivs 3002 till 2023-12, flera med komma emellan"))
    code, project, first, last = found.groups()
    return EarlierCode(code, project or "", month_of(first) if first else None, month_of(last) if last else None)


def read_merges(name: str, data: bytes, problems: list[Problem]) -> tuple[Merge, ...]:
    """Return what rows are told of together, for a year and for what."""
    return tuple(
        Merge(
            rows=tuple(line.needed("Rader").split()),
            year=line.read("År", _year, 0),
            scenarios=frozenset(line.read("Visar", _tellings, ())),
            remark=line.text("Anmärkning"),
        )
        for line in lines_of(name, data, MERGE_HEADINGS, problems)
    )


def _year(text: str) -> int:
    if not re.fullmatch(r"[0-9]{4}", text):
        raise ValueError(swedish("ett år skrivs med fyra siffror"))
    return int(text)


def _tellings(text: str) -> Sequence[Scenario]:
    return [one_of(_TELLINGS)(word) for word in text.split()]
