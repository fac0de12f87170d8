"""A plan is a draft until it is adopted; what is adopted changes only by a new version; chapters are read."""

import datetime as dt

import pytest

from samordna.domain.document import BulletList, Paragraph
from samordna.domain.plan.activity_plan.adoption import NOT_YET, Adoption, PlanState
from samordna.domain.plan.activity_plan.chapters import paragraphs
from samordna.domain.plan.financing.allotment import AllotmentState
from samordna.domain.values.problem import Refused

FIRST = Adoption("Styrelsen § 56", dt.date(2025, 11, 18), AllotmentState.DECIDED, 12)
SECOND = Adoption("Styrelsen § 9", dt.date(2026, 2, 10), AllotmentState.DECIDED, 40)


def test_the_way_from_a_draft_to_a_second_version():
    assert (NOT_YET.state, NOT_YET.version, NOT_YET.latest) == (PlanState.DRAFT, 1, None)
    adopted = NOT_YET.adopted(FIRST, "planen")
    assert (adopted.state, adopted.version, adopted.latest) == (PlanState.ADOPTED, 1, FIRST)
    revised = adopted.revised("Tilldelningen blev lägre", "planen")
    assert (revised.state, revised.version, revised.latest) == (PlanState.DRAFT, 2, FIRST)
    again = revised.adopted(SECOND, "planen")
    assert (again.state, again.version, again.adoptions) == (PlanState.ADOPTED, 2, (FIRST, SECOND))


def test_a_step_that_is_not_there_is_refused_with_what_to_do():
    with pytest.raises(Refused) as refusal:
        NOT_YET.adopted(FIRST, "planen").adopted(SECOND, "planen")
    [problem] = refusal.value.problems
    assert problem.found == "Planen är antagen: Styrelsen § 56, 18 november 2025."
    assert problem.remedy.startswith("Börja en ny version av planen.")
    with pytest.raises(Refused, match="redan ett utkast"):
        NOT_YET.revised("Därför", "planen")


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("", []),
        ("Ett stycke\npå två rader.", ["Ett stycke på två rader."]),
        ("Ett.\n\n\nTvå.", ["Ett.", "Två."]),
        ("Målen:\n- ett\n-  två\n\nSlut.", ["Målen:", ("ett", "två"), "Slut."]),
        ("- ensam", [("ensam",)]),
        ("–  streck är ingen punkt\n-inte heller det här", ["– streck är ingen punkt -inte heller det här"]),
    ],
)
def test_what_is_typed_becomes_paragraphs_and_points(typed: str, read: list[object]):
    told = [
        block.text if isinstance(block, Paragraph) else tuple(item.text for item in block.items)
        for block in paragraphs(typed)
        if isinstance(block, Paragraph | BulletList)
    ]
    assert told == read
