"""Every kind of what can be left has a code of its own, and a remedy."""

from samordna.domain.control import problems
from samordna.domain.values.problem import ProblemKind

KINDS = [kind for kind in vars(problems).values() if isinstance(kind, ProblemKind)]


def test_every_kind_has_a_code_of_its_own():
    assert len({kind.code for kind in KINDS}) == len(KINDS) > 15


def test_every_kind_says_what_was_found_and_what_to_do():
    assert all(kind.found.endswith(".") and kind.remedy.endswith(".") for kind in KINDS)
