"""What does a view show of the counts of a period, to whom?"""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from samordna.domain.activities.agreed import AgreedNumber
from samordna.domain.document import Table
from samordna.domain.measures import problems as kinds
from samordna.domain.measures.checks import count_problems
from samordna.domain.measures.disclosure import Audience, CellKey, Identity, Publication, Rule, published, rule_of
from samordna.domain.measures.earlier import Earlier, tie_earlier
from samordna.domain.measures.linked import Linked, linked
from samordna.domain.measures.registry import Form
from samordna.domain.measures.spots import Figures, Ground, Spot, Waited
from samordna.domain.measures.tables.by_gender import by_gender_table
from samordna.domain.measures.tables.change import change_table
from samordna.domain.measures.tables.reader import Names, Reader
from samordna.domain.measures.tables.remarks import remarked
from samordna.domain.measures.tables.side_by_side import side_by_side_tables, summary_table
from samordna.domain.measures.tables.start_to_end import start_to_end_table
from samordna.domain.measures.tables.transitions import transition_tables
from samordna.domain.measures.view import View, ViewKind
from samordna.domain.measures.wanted import spots_of, tables_by
from samordna.domain.participation.code_lists import CodeLists
from samordna.domain.participation.combining import Counted, Series
from samordna.domain.participation.stated import StatedTotal
from samordna.domain.participation.tables import TABLES
from samordna.domain.values.counted import Published
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import how_many, swedish_number
from samordna.domain.values.problem import Problem


@dataclass(frozen=True)
class Known:
    """What statistics are made from.

    ``agreed`` are the agreed numbers of the year that the period lies in, ``numbers`` what the reports of each unit are
    known by, ``lists`` the code lists with the association's own, ``waited`` what units are asked, told or not.
    """

    counted: Counted
    agreed: Sequence[AgreedNumber] = ()
    names: Names = field(default_factory=Names)
    lists: CodeLists = field(default_factory=CodeLists)
    stated: Sequence[StatedTotal] = ()
    numbers: Mapping[Series, tuple[int, ...]] = field(default_factory=dict)
    figures: Figures = field(default_factory=dict, repr=False, compare=False)
    waited: tuple[Waited, ...] = ()


@dataclass(frozen=True)
class StatisticsTables:
    """Tables of which every cell may be read by the audience, with what was found on the way.

    ``publication`` holds the sign of every count that they are made from; ``identities`` what everybody knows of them.
    With a problem that refuses there are no tables: together with what was published before they would give away.
    """

    view: View
    audience: Audience
    rule: Rule
    tables: tuple[Table, ...]
    problems: tuple[Problem, ...]
    publication: Publication
    identities: tuple[Identity, ...] = ()


def tables_of(view: View, known: Known, audience: Audience, before: Sequence[Earlier] = ()) -> StatisticsTables:
    """Return what an audience may read of a view; ``before`` is what has been read already by those outside."""
    rule = rule_of(audience)
    ground = ground_of(view, known)
    together = linked_of((view,), known)
    own = frozenset(key for key, cell in together.cells.items() if cell.visible)
    read = tie_earlier(together, before)
    made = published(together.cells.values(), together.ties, rule, read.signs)
    publication = Publication({key: sign for key, sign in made.cells.items() if key in own}, made.computable)
    reader = Reader(ground, publication, rule, known.names, known.lists, known.agreed, known.numbers)
    problems = (*_problems(view, known, audience), *_before_problems(view, read.changed, made.computable))
    tables = () if made.computable else tuple(_laid_out(view, reader, audience))
    return StatisticsTables(view, audience, rule, tables, problems, publication, tuple(together.ties))


def linked_of(views: Sequence[View], known: Known, told: Sequence[Spot] = ()) -> Linked:
    """Return every count of some views, with all that ties them: those of one to those of another, too.

    ``told`` are counts that are told beside the views. Raises ``ValueError`` for several of which one is limited: what
    is left of the others could be computed.
    """
    return linked(*_asked(views, known, told))


def earlier_of(
    views: Sequence[View],
    then: Known,
    signs: Mapping[CellKey, Published],
    told: Sequence[Spot] = (),
    *,
    now: Known | None = None,
) -> Earlier:
    """Return what was published before: some views together, and counts that were told beside them.

    ``then`` are the counts that they were made from, ``now`` those of the same months as they are known today: None
    when they are still the same, or when nobody can tell them any more.
    """
    ground, spots = _asked(tuple(one for one in views if one.measures), then, told)
    return Earlier(ground, spots, signs, Ground(now.counted, figures=now.figures) if now else None)


def _asked(views: Sequence[View], known: Known, told: Sequence[Spot]) -> tuple[Ground, tuple[Spot, ...]]:
    alone = len(views) == 1 and not told
    if not alone and any(view.activities or view.units for view in views):
        raise ValueError([view.key for view in views])
    found = (spot for view in views for spot in spots_of(view, ground_of(view, known), known.lists))
    ground = ground_of(views[0], known) if alone else Ground(known.counted, figures=known.figures)
    return ground, tuple(dict.fromkeys((*found, *told)))


def ground_of(view: View, known: Known) -> Ground:
    """Return the counts that a view is made from, with those that something is agreed for where it shows that."""
    counts = {one.agreed for one in view.shown if one.agreed}
    also = dict.fromkeys(Series(one.activity, one.unit) for one in known.agreed if one.counts in counts)
    limits = frozenset(view.activities), frozenset(view.units)
    return Ground(known.counted, *limits, tuple(also), known.figures, known.waited)


def applies(view: View, known: Known) -> bool:
    """Tell whether a view has anything to show: whether somebody was asked it, or it was agreed."""
    ground = ground_of(view, known)
    if view.kind is not ViewKind.SIDE_BY_SIDE and (view.division or view.kind is ViewKind.CHANGE):
        needed = {table for one in view.shown for table in tables_by(one, view)}
        return any(ground.series(table) for table in needed)
    counted = any(ground.series(table) for one in view.shown if not one.agreed for table in one.tables)
    return bool(ground.also) or counted


def _laid_out(view: View, reader: Reader, audience: Audience) -> Iterator[Table]:
    for table in tables_in(view, reader):
        yield remarked(table, view, reader, audience)


def tables_in(view: View, reader: Reader) -> Iterator[Table]:
    """Yield the tables of a view, with nothing said below them yet."""
    match view.kind:
        case ViewKind.BY_GENDER:
            yield from (by_gender_table(view, one, reader) for one in view.shown)
        case ViewKind.SIDE_BY_SIDE:
            yield from side_by_side_tables(view, reader)
        case ViewKind.SUMMARY:
            yield summary_table(view, reader)
            yield from (change_table(view, one, reader) for one in view.shown if one.form is Form.MEAN)
        case ViewKind.START_TO_END:
            yield from (start_to_end_table(view, one, reader) for one in view.shown if one.form is Form.COUNT)
            if any(one.form is not Form.COUNT for one in view.shown):
                yield summary_table(view, reader, suffix="-summary")
        case ViewKind.TRANSITIONS:
            yield from transition_tables(view, reader)
        case ViewKind.CHANGE:
            if any(one.form is not Form.MEAN for one in view.shown):
                yield summary_table(view, reader, suffix="-coverage")
            yield from (change_table(view, one, reader) for one in view.shown if one.form is Form.MEAN)


def _problems(view: View, known: Known, audience: Audience) -> tuple[Problem, ...]:
    """Return what contradicts itself: with its figures only for those who may read all of them."""
    period = known.counted.period.in_words
    if all(one.form in (Form.AGREED, Form.BUDGETED) for one in view.shown):
        return ()
    if not known.counted.reports:
        return (kinds.NO_COUNTS.at(view.name, period=period),)
    tables = [table for one in view.shown for table in (*one.tables, *tables_by(one, view))]
    found = count_problems(known.counted, known.stated, known.names, tables)
    if audience is Audience.INSIDE or not found:
        return found
    places = how_many(len(found), swedish("ett ställe"), swedish("{count} ställen"))
    return (kinds.DIFFERS_INSIDE.at(view.name, places=places),)


def _before_problems(view: View, changed: Collection[CellKey], given_away: Collection[CellKey]) -> Iterator[Problem]:
    if changed:
        yield kinds.CHANGED_SINCE.at(view.name, count=swedish_number(len(changed)))
    if given_away:
        names = dict.fromkeys(TABLES[key.measure].name for key in sorted(given_away) if key.measure in TABLES)
        small = how_many(len(given_away), swedish("ett litet antal"), swedish("{count} små antal"))
        yield kinds.GIVEN_AWAY.at(view.name, small=small, what=", ".join(names))
