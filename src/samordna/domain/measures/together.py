"""What do several views show together, so that nothing that is hidden can be computed across them?"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from samordna.domain.document import Hidden, Number, Table
from samordna.domain.measures.contradictions import contradictions, genders_disagree
from samordna.domain.measures.disclosure import Audience, Identity, Publication, published, rule_of
from samordna.domain.measures.earlier import Earlier, tie_earlier
from samordna.domain.measures.fitted import fitted
from samordna.domain.measures.statistics import Known, ground_of, linked_of, tables_in
from samordna.domain.measures.tables.absent import absent_in_words
from samordna.domain.measures.tables.reader import Reader
from samordna.domain.measures.tables.remarks import not_placed
from samordna.domain.measures.view import View
from samordna.domain.values.language import swedish

_DEFINED = swedish("{name}: {definition}")


@dataclass(frozen=True)
class TablesTogether:
    """The tables of several views by the views' keys, as one publication.

    Where ``publication.computable`` has any counts there are no tables: together with what was published before they
    would give those away.
    """

    tables: Mapping[str, tuple[Table, ...]]
    publication: Publication
    identities: tuple[Identity, ...] = ()


def tables_together(
    views: Sequence[View], known: Known, audience: Audience, before: Sequence[Earlier] = ()
) -> TablesTogether:
    """Return what an audience may read of some views together; ``before`` is what has been read already.

    Under each table stands what is counted, and where it contradicts what somebody has stated. Raises ``ValueError``
    for a view that is limited to some activities or units: what is left of the others could be computed.
    """
    rule = rule_of(audience)
    together = linked_of(views, known)
    own = frozenset(key for key, cell in together.cells.items() if cell.visible)
    read = tie_earlier(together, before)
    made = published(together.cells.values(), together.ties, rule, read.signs)
    publication = Publication({key: sign for key, sign in made.cells.items() if key in own}, made.computable)
    ties = tuple(together.ties)
    if made.computable:
        return TablesTogether({}, publication, ties)
    remarked: set[str] = set()
    tables = {}
    for view in views:
        ground = ground_of(view, known)
        reader = Reader(ground, publication, rule, known.names, known.lists, known.agreed, known.numbers)
        found = tuple(tables_in(view, reader))
        shown = (fitted(one, view, alone=len(found) == 1) for one in found)
        tables[view.key] = tuple(
            _remarked(one, view, reader, known, remarked) for one in shown if _tells_something(one)
        )
    return TablesTogether(tables, publication, ties)


def _tells_something(table: Table) -> bool:
    """Tell whether anything of what a table shows is counted: a figure, or one that may not be read."""
    return any(isinstance(cell, Number | Hidden) for row in table.rows for cell in row.cells)


def _remarked(table: Table, view: View, reader: Reader, known: Known, told: set[str]) -> Table:
    return replace(table, remarks=tuple(_remarks(table, view, reader, known, told)))


def _remarks(table: Table, view: View, reader: Reader, known: Known, told: set[str]) -> Iterator[str]:
    """Yield what a table counts, and what it contradicts; nothing is said twice in a document."""
    there = {*(column.id for column in table.columns), *(row.id for row in table.rows)}
    own = [one for one in view.shown if table.id == f"{view.key}-{one.key}"]
    own = own or [one for one in view.shown if one.key in there] or list(view.shown)
    said = [_DEFINED.format(name=view.heading(one), definition=one.definition) for one in own]
    said += not_placed(own, view, reader)
    said += [words for one in own for words in absent_in_words(one.numerator.table, reader)]
    said += contradictions([tally for one in own for tally in one.tables], reader, known.stated)
    said += genders_disagree(own, reader)
    for one in said:
        if one not in told:
            told.add(one)
            yield one
