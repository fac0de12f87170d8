"""How are the pictures of life cycles made from the tables that rule them? ``make docs`` writes them."""

from pathlib import Path

from samordna.domain.plan.owed import TRANSITIONS

PAGE = Path(__file__).parent / "money-followed.md"
_BEGINS, _ENDS = "<!-- owed -->\n", "<!-- /owed -->"


def owed_picture() -> str:
    """Return the life of what is owed as a Mermaid diagram: the states and the steps between them."""
    steps = [
        f"    {state.value} --> {leads_to.value}: {step.value}"
        for state, leading in TRANSITIONS.items()
        for step, leads_to in leading.items()
    ]
    ends = [f"    {state.value} --> [*]" for state, leading in TRANSITIONS.items() if not leading]
    first = next(iter(TRANSITIONS)).value
    return "\n".join(["```mermaid", "stateDiagram-v2", f"    [*] --> {first}", *steps, *ends, "```", ""])


def with_pictures(text: str) -> str:
    """Return the page with its picture made anew."""
    before, _, rest = text.partition(_BEGINS)
    _, _, after = rest.partition(_ENDS)
    return f"{before}{_BEGINS}{owed_picture()}{_ENDS}{after}"


def write() -> None:
    """Write the pictures into the page."""
    PAGE.write_text(with_pictures(PAGE.read_text("utf-8")), "utf-8")
