"""What may a person not type, whatever the deed?"""

from collections.abc import Iterator

from samordna.domain.values.identity_number import mask
from samordna.domain.values.problem import Problem
from samordna.office.actions import problems
from samordna.office.actions.plan.plan_texts import typed_text_problems


def typed_problems(place: str, text: str) -> Iterator[Problem]:
    """Yield what is wrong with a reason or a source: that there is none, or what no text may hold."""
    if not text.strip():
        yield problems.NO_SOURCE.at(mask(place))
    yield from typed_text_problems(place, text)
