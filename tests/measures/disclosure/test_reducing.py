"""Doing without counts that are in the way changes nothing of what the others can be."""

from itertools import product

import highspy
import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from samordna.domain.measures.disclosure.known import Hides, Known
from samordna.domain.measures.disclosure.reducing import Reduced, reduced
from samordna.domain.measures.disclosure.solver import NO_LIMIT, Row
from samordna.domain.measures.disclosure.ties import Tie

CLOSE = 1e-6


def in_the_way(count: int = 0) -> Known:
    return Known(count, 0, NO_LIMIT)


def asked(count: int, least: int = 0, most: float = NO_LIMIT) -> Known:
    return Known(count, least, most, needs=(1, 4))


def told(count: int) -> Known:
    return Known(count, count, count, hides=Hides.READILY, least_hidden=min(count, 5))


def adds_up(whole: int, *parts: int, amount: int = 0) -> Tie:
    return Tie(((whole, 1), *((part, -1) for part in parts)), amount)


def between(of: Reduced, *, withheld: bool) -> dict[int, tuple[float, float] | None]:
    """Return the least and the most of every count that is asked for; None where no counts agree."""
    model = highspy.Highs()
    model.setOptionValue("output_flag", False)
    columns = {}
    if any(one.least > one.most for one in of.known.values()):
        return dict.fromkeys(of.known)
    for at, one in of.known.items():
        hidden = withheld and one.hides is not Hides.NOT
        columns[at] = model.addVariable(*(of.bounds(at) if hidden else (one.least, one.most)))
    for row in of.rows.values():
        total = sum((factor * columns[at] for at, factor in row.terms.items()), highspy.highs.highs_linear_expression())
        model.addConstr(total >= row.least)
        model.addConstr(total <= row.most)
    return {at: ends(model, column) for at, column in columns.items() if of.known[at].needs or at in of.limits}


def ends(model: highspy.Highs, column) -> tuple[float, float] | None:
    found = []
    for ask, unbounded in ((model.minimize, -NO_LIMIT), (model.maximize, NO_LIMIT)):
        model.clearSolver()  # where it was says nothing of the other end, and confuses it where there is none
        ask(column)
        match model.getModelStatus():
            case highspy.HighsModelStatus.kOptimal:
                found.append(model.val(column))
            case highspy.HighsModelStatus.kUnbounded | highspy.HighsModelStatus.kUnboundedOrInfeasible:
                found.append(unbounded)
            case highspy.HighsModelStatus.kInfeasible:
                return None
            case other:
                pytest.fail(f"{other}")
    return found[0], found[1]


def unreduced(known: dict[int, Known], ties: list[Tie]) -> Reduced:
    rows = {number: Row(dict(tie.terms), tie.amount, tie.amount) for number, tie in enumerate(ties)}
    return Reduced(dict(known), rows)


def test_what_a_whole_has_besides_only_says_that_the_part_is_no_more():
    made = reduced({0: told(20), 1: asked(3), 2: in_the_way(17)}, [adds_up(0, 1, 2)])
    assert set(made.known) == {0, 1}
    assert list(made.rows.values()) == [Row({0: 1, 1: -1}, 0, NO_LIMIT)]


def test_a_count_that_is_known_to_be_at_least_another_has_its_bound():
    made = reduced({0: asked(9), 1: in_the_way(4)}, [adds_up(0, 1, amount=5)])
    assert (made.known[0].least, made.rows) == (5, {})


def test_a_count_that_may_be_withheld_is_limited_even_then():
    made = reduced({0: told(12), 1: in_the_way(4)}, [adds_up(0, 1, amount=8)])
    assert (made.known[0], made.bounds(0), made.rows) == (told(12), (8, NO_LIMIT), {})


def test_a_count_in_two_rows_is_put_in_place():
    """The rest of a year is the rest of its first half and that of its second."""
    known = {0: told(30), 1: asked(4), 2: in_the_way(26), 3: in_the_way(20), 4: asked(6)}
    made = reduced(known, [adds_up(0, 1, 2), adds_up(2, 3, 4)])
    assert set(made.known) == {0, 1, 4}
    assert list(made.rows.values()) == [Row({0: 1, 1: -1, 4: -1}, 0, NO_LIMIT)]


def test_what_agrees_with_nothing_still_does():
    made = reduced({0: in_the_way(), 1: asked(3)}, [Tie(((0, 1),), -2), adds_up(1, 0)])
    assert between(made, withheld=True)[1] is None


@st.composite
def tied(draw):
    """Return counts that agree with what ties them: wholes and parts, in any nesting."""
    size = draw(st.integers(3, 12))
    counts, ties = [draw(st.integers(0, 9)) for _ in range(size)], []
    for _ in range(draw(st.integers(1, 9))):
        parts = draw(st.lists(st.integers(0, len(counts) - 1), min_size=1, max_size=3, unique=True))
        sums = sum(counts[part] for part in parts)
        free = [at for at, count in enumerate(counts) if at not in parts]
        whole = draw(st.sampled_from([*free, len(counts)]))
        if whole == len(counts):
            counts.append(sums)
        ties.append(adds_up(whole, *parts, amount=counts[whole] - sums))
    known = {at: draw(st.sampled_from(kinds(count))) for at, count in enumerate(counts)}
    return known, ties


def kinds(count: int) -> list[Known]:
    sign = Known(count, 1, max(4, count), hides=Hides.AT_NEED, needs=(1, 4)) if count else told(0)
    return [in_the_way(count), in_the_way(count), told(count), asked(count), asked(count, 0, max(4, count)), sign]


@pytest.mark.parametrize("withheld", [False, True])
@settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])
@given(of=tied())
def test_all_others_can_be_what_they_could_be(withheld, of):
    known, ties = of
    before, after = between(unreduced(known, ties), withheld=withheld), between(reduced(known, ties), withheld=withheld)
    needed = [at for at, one in known.items() if one.needs]
    assume(needed)
    for at, end in product(needed, (0, 1)):
        assert after[at][end] == pytest.approx(before[at][end], abs=CLOSE), (known, ties, at)
