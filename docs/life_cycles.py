"""How are the pictures of life cycles made from the tables that rule them? ``make docs`` writes them."""

from collections.abc import Mapping
from enum import Enum
from pathlib import Path
from typing import Any, Final, TypeAlias

from samordna.domain.control import closing
from samordna.domain.participation.collecting import submission
from samordna.domain.plan import owed
from samordna.domain.plan.activity_plan import adoption
from samordna.domain.plan.agreements import life as agreement
from samordna.domain.plan.contributions import requisition
from samordna.domain.plan.financing import allotment
from samordna.domain.plan.projects import claim, life

PAGES: Final = tuple(Path(__file__).parent / name for name in ("money-followed.md", "money-planned.md", "counts.md"))
"""The pages that have pictures."""

Transitions: TypeAlias = Mapping[Any, Mapping[Any, Enum]]
"""From each state, what each step leads to; the first is where a life begins."""

LIVES: Final[Mapping[str, Transitions]] = {
    "owed": owed.TRANSITIONS,
    "period": closing.TRANSITIONS,
    "allotment": allotment.TRANSITIONS,
    "project": life.TRANSITIONS,
    "claim": claim.TRANSITIONS,
    "plan": adoption.TRANSITIONS,
    "agreement": agreement.TRANSITIONS,
    "requisition": requisition.TRANSITIONS,
    "submission": submission.TRANSITIONS,
}
"""The tables by the name that their place on a page has."""


def picture(transitions: Transitions) -> str:
    """Return a life as a Mermaid diagram: the states and the steps between them."""
    steps = [
        f"    {state.value} --> {leads_to.value}: {step.value}"
        for state, leading in transitions.items()
        for step, leads_to in leading.items()
    ]
    ends = [f"    {state.value} --> [*]" for state, leading in transitions.items() if not leading]
    first = next(iter(transitions)).value
    return "\n".join(["```mermaid", "stateDiagram-v2", f"    [*] --> {first}", *steps, *ends, "```", ""])


def with_pictures(text: str) -> str:
    """Return a page with its pictures made anew."""
    for name, transitions in LIVES.items():
        begins, ends = f"<!-- {name} -->\n", f"<!-- /{name} -->"
        if begins not in text:
            continue
        before, _, rest = text.partition(begins)
        _, _, after = rest.partition(ends)
        text = f"{before}{begins}{picture(transitions)}{ends}{after}"
    return text


def write() -> None:
    """Write the pictures into their pages."""
    for page in PAGES:
        page.write_text(with_pictures(page.read_text("utf-8")), "utf-8")
