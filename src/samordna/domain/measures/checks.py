"""Which figures of the units together contradict each other, or what somebody has stated? Both are told."""

from collections.abc import Iterable, Iterator, Sequence

from samordna.domain.measures import problems as kinds
from samordna.domain.measures.tables.reader import Names
from samordna.domain.participation.agreement_checks import shown
from samordna.domain.participation.asked import Named
from samordna.domain.participation.between import together
from samordna.domain.participation.by_municipality import BY_MUNICIPALITY, from_elsewhere
from samordna.domain.participation.combining import Counted, Series
from samordna.domain.participation.count_table import Gender, Holds
from samordna.domain.participation.stated import StatedTotal, stated_problems
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.period import in_a_row
from samordna.domain.values.problem import Problem


def count_problems(
    counted: Counted, stated: Sequence[StatedTotal], names: Names, tables: Iterable[str]
) -> tuple[Problem, ...]:
    """Return what contradicts itself among some tables: activity by activity, with both figures."""
    told = frozenset(tables)
    found: list[Problem] = []
    for activity in dict.fromkeys(one.activity for one in counted.series):
        named = Named(activity, names.activity(activity))
        of_it = Counted(counted.period, tuple(one for one in counted.reports if one.activity == activity))
        ours = [one for one in stated if one.place.table in told]
        found += [*stated_problems(ours, of_it, named), *_genders(of_it, named, told), *_started(of_it, named, told)]
    return (*found, *_from_elsewhere(counted, names, told), *_missing(counted, names))


def _genders(counted: Counted, activity: Named, tables: frozenset[str]) -> Iterator[Problem]:
    """Yield where women, men and unknown are not all of them."""
    for key, table in TABLES.items():
        if key not in tables or table.dimensions or table.holds is Holds.SUMS or not counted.asked(key):
            continue
        total = counted.figure(key)
        genders = together(counted.figure(key, (), gender) for gender in Gender)
        if table.genders and total.differs_from(genders):
            place = f"{activity.name}, {table.name}"
            yield kinds.GENDERS_DIFFER.at(place, sum=shown(genders), total=shown(total))


def _started(counted: Counted, activity: Named, tables: frozenset[str]) -> Iterator[Problem]:
    """Yield that more began than had come in, or than waited and came in together."""
    if not {"starts", "referrals"} <= tables:
        return
    keys = ("starts", "not_started", "referrals", "carried_over")
    exact = [counted.figure(key).exact for key in keys]
    started, not_started, referred, waited = (0 if one is None else one.count for one in exact)
    if exact[0] is None or exact[2] is None:
        return
    told = {
        "started": swedish_number(started), "not_started": swedish_number(not_started),
        "sum": swedish_number(started + not_started), "referred": swedish_number(referred),
        "waited": swedish_number(waited), "total": swedish_number(referred + waited),
    }  # fmt: skip
    place = f"{activity.name}, {TABLES['starts'].name}"
    if started + not_started > referred + waited:
        yield kinds.STARTED_ABOVE_REFERRED.at(place, **told)
    elif started > referred:
        yield kinds.STARTED_WITH_CARRY_OVER.at(place, **told)


def _from_elsewhere(counted: Counted, names: Names, tables: frozenset[str]) -> Iterator[Problem]:
    """Yield where a unit has somebody from another municipality than the only one it is said to receive from."""
    for table in BY_MUNICIPALITY:
        for whose in counted.only_from if table in tables else ():
            others = from_elsewhere(counted, table, whose)
            if others.least.count:
                place = f"{_place(whose, names)}, {TABLES[table].name}"
                yield kinds.FROM_ELSEWHERE.at(place, unit=names.unit(whose.unit), count=shown(others))


def _missing(counted: Counted, names: Names) -> Iterator[Problem]:
    for whose, months in counted.missing.items():
        told = ", ".join(one.in_words for one in in_a_row(months))
        yield kinds.MONTHS_MISSING.at(_place(whose, names), unit=names.unit(whose.unit), months=told)


def _place(whose: Series, names: Names) -> str:
    return names.activity(whose.activity)
