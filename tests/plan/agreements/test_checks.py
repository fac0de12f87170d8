"""What is wrong with an agreement has a code, a place and a remedy; two agreements that overlap are told."""

import datetime as dt
from dataclasses import replace

import pytest
from tests.plan.agreements.agreed import NEXT, YEAR, agreement, part
from tests.plan.rows import REGISTER

from samordna.domain.plan.agreement import AgreedSum
from samordna.domain.plan.agreements import problems
from samordna.domain.plan.agreements.checks import agreement_problems, beside_problems
from samordna.domain.plan.agreements.life import AgreementState
from samordna.domain.plan.agreements.terms import AgreedNumber, Counted, Notice, ServiceAgreement
from samordna.domain.plan.profile import Profile, Shape
from samordna.domain.values.problem import ProblemKind, refuses

KINDS = [kind for kind in vars(problems).values() if isinstance(kind, ProblemKind)]
GOOD = agreement(part("3011", 600_000), notice=Notice(dt.date(2024, 9, 30), 12), agreed=AgreedNumber(30, Counted.EXITS))


def codes(one: ServiceAgreement) -> list[str]:
    return [problem.code for problem in agreement_problems(one, REGISTER)]


def test_every_kind_has_a_code_of_its_own_and_says_what_to_do():
    assert len({kind.code for kind in KINDS}) == len(KINDS) > 15
    assert all(kind.found.endswith((".", "}")) and kind.remedy.endswith(".") for kind in KINDS)


def test_a_good_agreement_has_no_problem():
    assert codes(GOOD) == []


@pytest.mark.parametrize(
    ("changed", "code"),
    [
        ({"party": " "}, "agreement-without-party"),
        ({"first": 202502}, "agreement-period-backwards"),
        ({"notice": Notice(dt.date(2025, 1, 1))}, "agreement-notice-after-end"),
        ({"notice": Notice(None, 12)}, "agreement-runs-on-without-day"),
        ({"agreed": AgreedNumber(30)}, "agreement-number-without-count"),
        ({"agreed": AgreedNumber(None, Counted.STARTS)}, "agreement-count-without-number"),
        ({"agreed": AgreedNumber(-1, Counted.STARTS)}, "agreement-negative-number"),
        ({"parts": (part("3011", 1), part("3011", 2))}, "agreement-part-twice"),
        ({"parts": (part("3011", 1), part("3011", 1, year=NEXT))}, "agreement-part-outside-period"),
        ({"parts": (part("9999", 1),)}, "plan-number-of-unknown-row"),
        ({"parts": (part("3011", -1),)}, "plan-negative-cost"),
        ({"parts": (part("4001", 1),)}, "plan-not-used-then"),
        ({"last": 202512}, "agreement-year-without-sum"),
        ({"parts": ()}, "agreement-year-without-sum"),
        ({"reference": ""}, "agreement-without-reference"),
    ],
)
def test_each_fault_is_told(changed: dict[str, object], code: str):
    assert code in codes(replace(GOOD, **changed))


def test_what_would_be_wrong_in_the_books_refuses_and_what_only_lacks_warns():
    for changed in ({"first": 202502}, {"agreed": AgreedNumber(30)}, {"notice": Notice(dt.date(2025, 1, 1))}):
        assert refuses(agreement_problems(replace(GOOD, **changed), REGISTER))
    for changed in ({"last": 202512}, {"reference": ""}):
        assert not refuses(agreement_problems(replace(GOOD, **changed), REGISTER))


def test_own_months_outside_the_agreement_are_refused():
    own = part("3011", 1, profile=Profile(Shape.OWN, (1,) * 12))
    assert codes(replace(GOOD, parts=(own,), first=202407)) == ["agreement-weight-outside-period"]
    half = part("3011", 1, profile=Profile(Shape.OWN, (0,) * 6 + (1,) * 6))
    assert codes(replace(GOOD, parts=(half,), first=202407)) == []


def test_two_agreements_with_one_party_on_one_row_are_told_where_their_months_overlap():
    other = agreement(part("3011", 5), number=2, party="ALMBY  kommun", first=202407, last=202512)
    [told] = beside_problems(GOOD, [GOOD, other])
    assert (told.code, told.place) == ("agreement-overlapping", "avtal 1, 3011")
    assert "avtal 2, juli–december 2024" in told.found
    apart = (
        replace(other, first=202501),
        replace(other, party="Granby kommun"),
        replace(other, parts=(part("3001", 5),)),
        agreement(part("3011", 5), number=2, state=AgreementState.WITHDRAWN),
    )
    assert beside_problems(GOOD, apart) == ()


def test_an_agreement_that_ends_before_it_begins_is_not_laid_beside_others():
    other = replace(GOOD, number=GOOD.number + 1)
    assert beside_problems(replace(GOOD, first=202502), [other]) == ()


def test_a_sum_without_an_agreement_on_the_same_row_is_told():
    sums = [AgreedSum("3011", YEAR, 7_00), AgreedSum("3011", NEXT, 8_00), AgreedSum("3001", YEAR, 9_00)]
    [told] = beside_problems(GOOD, [], sums)
    assert (told.code, "7 kr" in told.found) == ("agreement-overlapping-sum", True)
