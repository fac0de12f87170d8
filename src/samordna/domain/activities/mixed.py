"""How does an activity that is both individual and structural become the two that it is registered as?"""

from dataclasses import replace
from typing import Final

from samordna.domain.activities.activity import Activity
from samordna.domain.activities.classification import Direction, FollowUpMethod
from samordna.domain.activities.naming import id_of
from samordna.domain.values.language import swedish


def halves_of(mixed: Activity, structural_category: str) -> tuple[Activity, Activity]:
    """Return the individual and the structural half of an activity, each named after it and naming the other.

    What is said of participants (ages, length) and the category stay with the individual half. The cost stays there
    too until somebody says which rows the structural half has: a row in both would be counted twice.
    """
    names = {one: f"{mixed.name}, {one.in_words}" for one in Direction}
    individual = replace(
        mixed,
        id=id_of(names[Direction.INDIVIDUAL]),
        name=names[Direction.INDIVIDUAL],
        direction=Direction.INDIVIDUAL,
        other_half=id_of(names[Direction.STRUCTURAL]),
    )
    structural = replace(
        mixed,
        id=individual.other_half,
        name=names[Direction.STRUCTURAL],
        direction=Direction.STRUCTURAL,
        category=structural_category,
        follow_up=FollowUpMethod.HEADS,
        youngest=None, oldest=None, shortest=None, longest=None,
        performers=tuple(replace(one, rows=()) for one in mixed.performers),
        rows=(),
        other_half=individual.id,
    )  # fmt: skip
    return individual, structural


MIXED_IN_WORDS: Final = swedish("blandad: läggs upp som två")
"""What a person calls the choice of both directions."""
