"""What does a reader of a plan meet first and last: the facts, the few figures worth seeing, the place to sign?"""

from collections.abc import Sequence
from fractions import Fraction

from samordna.domain.document import (
    ComputedOrigin,
    Figure,
    Highlight,
    Highlights,
    How,
    Number,
    Paragraph,
    Signature,
    Signatures,
)
from samordna.domain.plan.activity_plan.adoption import Adoption
from samordna.domain.plan.activity_plan.planned import ActivityPlan
from samordna.domain.plan.activity_plan.tables import Resting, cost_part, paid_part, people_planned
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import GROUP, swedish_number
from samordna.domain.values.period import Period
from samordna.domain.values.unit import THOUSANDS


def front_facts(
    organisation_number: str, year: Period, chosen: Sequence[Resting], adopted: Adoption | None
) -> tuple[tuple[str, str], ...]:
    """Return what the front page says: the year, which money the plan rests on, and the decision."""
    money = ", ".join(f"{one.name}, {_thousands(one.shares.total)}" for one in chosen)
    facts = (
        (swedish("Organisationsnummer"), organisation_number),
        (swedish("Planår"), year.in_words),
        (swedish("Vilar på"), money),
        (swedish("Antagen"), adopted.in_words if adopted else swedish("inte än")),
    )
    return tuple((label, value) for label, value in facts if value)


def highlights(plan: ActivityPlan, chosen: Sequence[Resting]) -> Highlights | None:
    """Return the few figures of a plan worth seeing first; None of a plan that holds nothing."""
    if not plan.activities and not plan.overhead:
        return None
    cost, granted = (cost_part(plan, granted=case) for case in (False, True))
    items = [Highlight(swedish("Kostnader"), _figure(Number(cost.exact, THOUSANDS, cost.origin), "cost"), _cost(plan))]
    for one in chosen:
        paid = paid_part(one)
        rests = Paragraph((swedish("Räknat på {name}.").format(name=one.name),))
        number = Number(paid.exact, THOUSANDS, paid.origin)
        items.insert(0, Highlight(swedish("Bidrag"), _figure(number, "paid"), rests))
        origin = ComputedOrigin(swedish("Bidragen minus kostnaderna."), (paid, cost), How.DIFFERENCE)
        result = Number(paid.exact - cost.exact, THOUSANDS, origin)
        other = swedish("{amount} med beviljat projekt.").format(amount=_thousands(paid.exact - granted.exact))
        remark = Paragraph((other if cost.exact != granted.exact else _against(result.exact),))
        items.append(Highlight(swedish("Resultat"), _figure(result, "result"), remark))
    people = people_planned(plan)
    if people.exact:
        remark = Paragraph((swedish("Planerade i individinriktade insatser."),))
        items.append(Highlight(swedish("Deltagare"), _figure(people, "participants"), remark))
    return Highlights(tuple(items))


def _cost(plan: ActivityPlan) -> Paragraph:
    overhead = _thousands(plan.overhead_cost(granted=False))
    return Paragraph((swedish("Därav {amount} till styrning och administration.").format(amount=overhead),))


def _against(result: object) -> str:
    return swedish("Bidragen minus kostnaderna.") if result else swedish("Bidrag och kostnader går jämnt ut.")


def _figure(number: Number, name: str) -> Figure:
    return Figure(number, f"activity-plan.{name}")


def _thousands(ore: int | Fraction) -> str:
    return f"{swedish_number(THOUSANDS.shown(ore))}{GROUP}{THOUSANDS.suffix}"


def signatures(year: int, adopted: Adoption | None) -> Signatures:
    """Return the place to sign: by whom the plan was adopted and when, or that it is to be."""
    if adopted:
        told = swedish("Verksamhetsplanen för {year} är antagen: {decision}.")
        statement = told.format(year=year, decision=adopted.in_words)
    else:
        told = swedish("Verksamhetsplanen för {year} är ett förslag till styrelsen och gäller när den har antagits.")
        statement = told.format(year=year)
    body = swedish("Styrelsen")
    items = (Signature(swedish("Ordförande"), body), Signature(swedish("Förbundschef"), swedish("Kansliet")))
    return Signatures(Paragraph((statement,)), items)
