"""Somebody reads everything that is published of the demo's counts, subtracts, and learns nothing of a small one.

What the attacker knows is worked out here and not taken from the program: that genders, units and rows are their whole
when they are all there, and no more than it when they are not.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from functools import cache

import pytest
from tests.measures.disclosure.attacker import Attacker
from tests.years.counts import counted_of, stated_of

from samordna.domain.measures.disclosure import Audience, CellKey, Identity, rule_of
from samordna.domain.measures.earlier import Earlier
from samordna.domain.measures.linked import linked
from samordna.domain.measures.statistics import Known, StatisticsTables, earlier_of, ground_of, tables_of
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.measures.wanted import spots_of
from samordna.domain.values.counted import Published, Shown

OUTSIDE = (Audience.OWNERS, Audience.PUBLIC)
SEVERAL = {"income", "income_at_start", "income_at_end"}
"""What somebody may have several of: everybody has one at least."""
FLOWS = (
    (("participants",), ("ongoing_at_start", "starts")),
    (("participants",), ("ongoing", "exits")),
    (("carried_over", "referrals"), ("waiting", "starts", "not_started")),
)
"""Those who come, those who go and those who are left."""
PARTS = (
    ("unique", "participants"), ("measured_once", "participants"), ("measured_twice", "measured_once"),
    ("violence_disclosed", "violence_asked"), ("violence_asked", "participants"),
)  # fmt: skip
ASSOCIATIONS = ("insjoriket", "sjuharad")


@cache
def known_of(association: str) -> Known:
    stated = stated_of(association) if association == "insjoriket" else ()
    return Known(counted_of(association), stated=stated)


@cache
def published_one_by_one(association: str, audience: Audience) -> tuple[StatisticsTables, ...]:
    """Return every shipped view, each published after those before it."""
    known, before, made = known_of(association), list[Earlier](), []
    for view in shipped_views().values():
        one = tables_of(view, known, audience, before)
        if one.tables:
            before.append(earlier_of((view,), known, one.publication.cells))
            made.append(one)
    return tuple(made)


def true_counts(association: str) -> Mapping[CellKey, tuple[int, bool]]:
    """Return what every count that is published really is, and whether it is sensitive."""
    known, found = known_of(association), {}
    for view in shipped_views().values():
        ground = ground_of(view, known)
        cells = linked(ground, spots_of(view, ground, known.lists)).cells
        found |= {key: (cell.count.count, cell.sensitive) for key, cell in cells.items() if cell.visible}
    return found


def everybody_knows(true: Mapping[CellKey, tuple[int, bool]]) -> Iterator[Identity]:
    """Yield what adds up to what, along each dimension, by definition and over time."""
    yield from _by_dimension(true)
    for (one, *left), right in FLOWS:
        for key in [key for key in true if key.measure == one]:
            sides = [[CellKey(name, key.period, key.at) for name in side] for side in ((one, *left), right)]
            if all(part in true for side in sides for part in side):
                came, went = (sum(true[part][0] for part in side) for side in sides)
                total = CellKey("flow", key.period, (*key.at, ("of", "+".join((one, *left)))))
                if came == went:
                    yield Identity(total, tuple(sides[0]))
                    yield Identity(total, tuple(sides[1]))
    for part, whole in PARTS:
        for key in [key for key in true if key.measure == part]:
            above = CellKey(whole, key.period, key.at)
            if above in true and true[key][0] <= true[above][0]:
                yield Identity(above, (key, above.narrowed("not", part)))


def _by_dimension(true: Mapping[CellKey, tuple[int, bool]]) -> Iterator[Identity]:
    """Yield that parts are their whole, with what it has beside them as a count of its own."""
    parts: dict[tuple[CellKey, str], list[CellKey]] = defaultdict(list)
    for key in true:
        for name, _ in key.at:
            whole = CellKey(key.measure, key.period, tuple(one for one in key.at if one[0] != name))
            if whole in true:
                parts[whole, name].append(key)
    for (whole, name), found in parts.items():
        lone = [one for one in found if "+" not in dict(one.at)[name]]
        if name in SEVERAL:
            every = whole.narrowed("every", name)
            yield Identity(every, tuple(lone))
            yield Identity(every, (whole, whole.narrowed("more than once", name)))
            continue
        left = true[whole][0] - sum(true[one][0] for one in lone)
        if left == 0:
            yield Identity(whole, tuple(lone))
        elif left > 0:
            yield Identity(whole, (*lone, whole.narrowed("left", name)))


@pytest.mark.parametrize("audience", OUTSIDE, ids=lambda one: one.value)
@pytest.mark.parametrize("association", ASSOCIATIONS)
def test_no_small_count_can_be_computed_from_all_that_is_published(association: str, audience: Audience):
    made = published_one_by_one(association, audience)
    assert len(made) > 5
    read: dict[CellKey, Published] = {}
    for one in made:
        read |= dict(one.publication.cells)
    true, rule = true_counts(association), rule_of(audience)
    attacker, known = Attacker(read, tuple(everybody_knows(true))), 0
    for key, sign in read.items():
        count, sensitive = true[key]
        threshold, least = rule.threshold(sensitive=sensitive), 0 if sensitive else 1
        if not least <= count < threshold:
            continue
        known += 1
        assert not isinstance(sign, Shown), key
        try:
            low, high = attacker.between(key)
        except KeyError:
            continue  # tied to nothing
        assert low <= least + 1e-6, (key, low)
        assert high >= threshold - 1 - 1e-6, (key, high)
    assert known
