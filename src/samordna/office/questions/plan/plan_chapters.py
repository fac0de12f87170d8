"""What does a plan's document hold besides the plan itself: chapters and figures of equity, of what the law asks?

Each is made from what people had said and from the books that were read in then, so that a plan that was adopted reads
as it did.
"""

from collections.abc import Callable
from typing import Final

from samordna.domain.document import Block, Figure, Highlight, Number, Paragraph, Section
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.plan.projects.life import ProjectState
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Period
from samordna.office.questions.equity.equity import EquityShown, equity_of
from samordna.office.questions.plan.plan import PlanHeld
from samordna.office.questions.plan.plan_books import books_before
from samordna.office.questions.plan.plan_requirement import requirement_blocks
from samordna.office.questions.projects.project_cases import Numbers, cases_shown

PlanChapter = Callable[[PlanHeld, Period, AllotmentState], Section | None]
"""From what is held, the year and the state of the money: a chapter, or None where there is nothing to say."""

PlanHighlight = Callable[[PlanHeld, Period, AllotmentState], Highlight | None]
"""The same for a figure worth seeing first."""


def equity_chapter(held: PlanHeld, year: Period, state: AllotmentState) -> Section | None:
    """Return where equity is heading with the plan; a sentence where the books do not say what it was before."""
    shown = _equity(held, year, state)
    blocks: tuple[Block, ...] = shown.blocks if shown else ()
    if shown is None or shown.table is None:
        blocks = (*blocks, Paragraph((_NO_OPENING.format(year=year.last // 100),)))
    return Section("equity-path", swedish("Eget kapital"), blocks=blocks)


def requirement_chapter(held: PlanHeld, year: Period, state: AllotmentState) -> Section | None:
    """Return what the balance requirement says of the plan's year as it is planned."""
    blocks = (Paragraph((_LAW,)), *requirement_blocks(held, year, state))
    return Section("balance-requirement", swedish("Balanskravet"), blocks=blocks)


def projects_chapter(held: PlanHeld, year: Period, state: AllotmentState) -> Section | None:
    """Return the year with and without each project that nobody has decided of; None when there are none."""
    pending = (one for one in held.projects_held.projects if one.state is ProjectState.APPLIED and year in one.years)
    told = (
        cases_shown(one, year, held, numbers=Numbers.ACTIVITY_PLAN.value, state=state.value)
        for one in pending
        if held.activity_plan_of(year)
    )
    tables = tuple(one.table for one in told if one.table)
    return Section("projects", swedish("Med och utan sökta projekt"), blocks=tables) if tables else None


def equity_highlight(held: PlanHeld, year: Period, state: AllotmentState) -> Highlight | None:
    """Return the equity at the end of the plan's year; None where it is not known."""
    shown, number = _equity(held, year, state), year.last // 100
    if shown is None or shown.table is None or all(row.id != str(number) for row in shown.table.rows):
        return None
    cell = shown.table.cell(str(number), "equity")
    if not isinstance(cell, Number):
        return None
    remark = Paragraph((swedish("Vid slutet av {year}, om planen följs.").format(year=number),))
    return Highlight(swedish("Eget kapital"), Figure(cell, f"equity-path.{number}.equity"), remark)


def _equity(held: PlanHeld, year: Period, state: AllotmentState) -> EquityShown | None:
    """Return the path of equity around a plan's year; None while no books lead up to it."""
    made_from = books_before(held, year)
    return equity_of(made_from, state=state) if made_from else None


_NO_OPENING: Final = swedish(
    "Det egna kapitalet vid ingången av {year} är inte känt: bokföringen för {year} eller åren före är inte inläst. "
    "Årets resultat läggs till det eller dras från det."
)
_LAW: Final = swedish(
    "Intäkterna ska vara större än kostnaderna i det som planeras för ett år. Ett underskott får planeras bara när det "
    "finns synnerliga skäl (KL 11 kap. 5 §)."
)

PLAN_CHAPTERS: Final[tuple[PlanChapter, ...]] = (equity_chapter, requirement_chapter, projects_chapter)
"""The chapters in their order, after the budget and before what may change."""

PLAN_HIGHLIGHTS: Final[tuple[PlanHighlight, ...]] = (equity_highlight,)
"""The figures in their order, after those of the plan itself, in the summary of the document."""
