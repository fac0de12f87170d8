"""How is an amount shared by weights in whole units, when some of the parts are already agreed?"""

from collections.abc import Hashable, Iterator, Mapping
from typing import Final, TypeVar

from samordna.domain.plan.financing.problems import AGREED_DOES_NOT_ADD_UP, AGREED_IS_MORE, NOT_WHOLE_UNITS
from samordna.domain.values.kronor import kronor_as_they_are
from samordna.domain.values.language import swedish
from samordna.domain.values.money import Ore
from samordna.domain.values.problem import Problem
from samordna.domain.values.share_out import shared_out
from samordna.domain.values.unit import KRONOR, THOUSANDS, Unit

K = TypeVar("K", bound=Hashable)

_FINER: Final = (THOUSANDS, KRONOR)
_ORE: Final = swedish("öre")


def filled(whole: Ore, weights: Mapping[K, int], agreed: Mapping[K, Ore], unit: Unit) -> dict[K, Ore]:
    """Return a part of ``whole`` for everyone that has a weight: what is agreed, and of the rest its share by weight.

    Parts are whole units where the rest is; otherwise the finer unit that it is whole in. They add up to ``whole``
    unless ``filling_problems`` refuses: then what is agreed stands, and nothing is made up for the others.
    """
    others = {who: weight for who, weight in weights.items() if who not in agreed}
    rest = whole - sum(agreed.values())
    if rest < 0 or not any(others.values()):
        parts = dict.fromkeys(others, 0)
    else:
        size = _size(rest, unit)
        shared = shared_out(rest // size, tuple(others.values()))
        parts = {who: part * size for who, part in zip(others, shared, strict=True)}
    return {who: agreed.get(who, parts.get(who, 0)) for who in weights}


def filling_problems(
    whole: Ore, weights: Mapping[K, int], agreed: Mapping[K, Ore], unit: Unit, place: str
) -> Iterator[Problem]:
    """Yield why the parts cannot add up to the whole, or be in whole units."""
    rest = whole - sum(agreed.values())
    told = {"agreed": kronor_as_they_are(whole - rest), "whole": kronor_as_they_are(whole)}
    others = any(weight for who, weight in weights.items() if who not in agreed)
    if rest and not others:
        yield AGREED_DOES_NOT_ADD_UP.at(place, **told)
    elif rest < 0:
        yield AGREED_IS_MORE.at(place, **told)
    elif rest % unit.holds:
        used = KRONOR.name if _size(rest, unit) == KRONOR.holds else _ORE
        yield NOT_WHOLE_UNITS.at(place, amount=kronor_as_they_are(rest), unit=unit.name, used=used)


def _size(amount: Ore, unit: Unit) -> int:
    """Return how many öre the parts are whole numbers of: the unit, or the largest finer one that the amount is."""
    sizes = [int(one.holds) for one in (unit, *_FINER) if one.holds <= unit.holds]
    return next((size for size in sizes if amount % size == 0), 1)
