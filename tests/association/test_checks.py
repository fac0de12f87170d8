"""What is wrong with members, keys, weights and populations is told, each with place and remedy."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.association.members import ASSOCIATION, COUNTS, DAY, FK, GROUPS, KEY, MEMBERS, WEIGHTS

from samordna.domain.association import problems
from samordna.domain.association.association import Association
from samordna.domain.association.checks import association_problems
from samordna.domain.association.key import CountDay
from samordna.domain.values.problem import ProblemKind, Severity

KINDS = [kind for kind in vars(problems).values() if isinstance(kind, ProblemKind)]
ZERO = tuple(replace(part, weight=0) for part in KEY.parts)
NEGATIVE = (replace(KEY.parts[0], weight=-2), *KEY.parts[1:])


def key(**changes):
    return {"keys": (replace(KEY, **changes),)}


@pytest.mark.parametrize(
    ("changes", "codes"),
    [
        ({"groups": (*GROUPS, GROUPS[0])}, ["group-twice"]),
        ({"members": (*MEMBERS, FK)}, ["member-twice"]),
        ({"members": (*MEMBERS, replace(FK, code="af", name=""))}, ["member-without-name"]),
        ({"members": (*MEMBERS, replace(FK, code="af", group="x"))}, ["member-of-unknown-group"]),
        (
            {"members": (*MEMBERS, replace(FK, code="af", joined=DAY, left=dt.date(2022, 12, 31)))},
            ["left-before-joined"],
        ),
        ({"keys": (KEY, KEY)}, ["key-twice"]),
        (key(parts=(*KEY.parts, replace(KEY.parts[0], group="x", weight=0))), ["key-of-unknown-group"]),
        (key(parts=(*KEY.parts, replace(KEY.parts[1], weight=0))), ["group-twice-in-key"]),
        (key(parts=(KEY.parts[0], replace(KEY.parts[1], weight=2))), ["group-without-part"]),
        (key(parts=ZERO), ["weights-all-zero"]),
        (key(parts=NEGATIVE), ["negative-weight"]),
        (key(parts=(replace(KEY.parts[0], weight=3), *KEY.parts[1:])), ["state-is-not-half"]),
        (key(counted=CountDay(2, 29)), ["no-such-day"]),
        ({"weights": (*WEIGHTS, replace(WEIGHTS[0], member="x"))}, ["weight-of-unknown"]),
        ({"weights": (*WEIGHTS, WEIGHTS[0])}, ["weight-twice"]),
        ({"weights": (*WEIGHTS[1:], replace(WEIGHTS[0], weight=-1))}, ["negative-weight"]),
        ({"populations": (*COUNTS, replace(COUNTS[0], count=501))}, ["population-twice"]),
        ({"populations": (*COUNTS, replace(COUNTS[0], member="x"))}, ["weight-of-unknown"]),
        ({"populations": (*COUNTS[1:], replace(COUNTS[0], count=-1))}, ["population-nobody"]),
        ({"populations": (*COUNTS[1:], replace(COUNTS[0], count=0))}, ["population-nobody"]),
    ],
)
def test_what_is_wrong_is_told(changes, codes):
    found = association_problems(replace(ASSOCIATION, **changes))
    assert [problem.code.removeprefix("association-") for problem in found] == codes
    assert all(problem.place and problem.found and problem.remedy for problem in found)


def test_nothing_is_wrong_with_a_good_one_or_with_none():
    assert association_problems(ASSOCIATION) == association_problems(Association()) == ()
    assert association_problems(replace(ASSOCIATION, populations=(*COUNTS, *COUNTS))) == ()  # the same said twice


def test_the_law_warns_and_does_not_block():
    [problem] = association_problems(
        replace(ASSOCIATION, **key(parts=(replace(KEY.parts[0], weight=1), *KEY.parts[1:])))
    )
    assert problem.severity is Severity.WARN
    assert str(problem) == (
        "fördelningsnyckeln från 1 januari 2023: Statens andel är 33 procent av det hela. Enligt lagen är den hälften. "
        "Kontrollera andelarna mot förbundsordningen (lag 2003:1210, 5 §)."
    )


def test_every_kind_has_a_code_of_its_own_and_says_what_to_do():
    assert len({kind.code for kind in KINDS}) == len(KINDS) > 20
    assert all(kind.found.endswith(".") and kind.remedy.endswith(".") for kind in KINDS)
