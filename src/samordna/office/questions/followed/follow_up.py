"""How do costs stand by cost centre, why does that end in the result, and where is the year heading?"""

from collections.abc import Collection
from dataclasses import dataclass, replace

from samordna.domain.document import Document
from samordna.domain.reports.walked import walk_document
from samordna.domain.statements.bridge import BridgeTold
from samordna.domain.statements.bridge import bridge as bridged
from samordna.domain.statements.layout import StatementKind
from samordna.domain.statements.outlook import OutlookTold
from samordna.domain.statements.outlook import outlook as headed
from samordna.domain.statements.span import Asked
from samordna.domain.statements.walk_places import (
    Explained,
    Places,
    bridge_places,
    explained,
    outlook_places,
)
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Refused
from samordna.domain.values.unit import KRONOR_ORE, THOUSANDS, Unit
from samordna.office.questions.basis import Basis, LayoutOf, basis
from samordna.office.questions.problems import NOTHING_TO_WALK
from samordna.office.questions.statements.statements import foot_of, statements


def follow_up(asked: Asked, *, layout: LayoutOf | None = None, versions: Collection[int] | None = None) -> Document:
    """Return the follow-up by cost centre for what was asked, with what is said of its figures.

    Raises ``Refused`` as ``basis`` does.
    """
    document = statements(asked, kind=StatementKind.FOLLOW_UP, layout=layout, versions=versions)
    return replace(document, title=swedish("Uppföljning per kostnadsställe"))


@dataclass(frozen=True, slots=True)
class Walked:
    """A walk that leads from one figure to another, and the basis it was made from."""

    made_from: Basis
    told: BridgeTold | OutlookTold

    @property
    def places(self) -> Places:
        """Where its figures stand in the statements, by row and column; those it only adds up have no place."""
        of = bridge_places if isinstance(self.told, BridgeTold) else outlook_places
        return of(self.made_from.reading, self.told.table)

    @property
    def explained(self) -> tuple[Explained, ...]:
        """Those that stand nowhere else, with what each is made of."""
        return tuple(explained(self.told.table, self.places))

    @property
    def document(self) -> Document:
        """The walk as a document."""
        made_from, told = self.made_from, self.told
        document = walk_document(made_from.subject, made_from.asked.period, told.table, told.chart, told.findings)
        return replace(document, foot=foot_of(made_from.imports))


def bridge(
    asked: Asked, *, unit: Unit = KRONOR_ORE, layout: LayoutOf | None = None, versions: Collection[int] | None = None
) -> Walked:
    """Return the walk from the cost centres to the closing equity, every difference named.

    Raises ``Refused`` as ``basis`` does, and when the layout does not say which lines it leads over.
    """
    made_from = basis(asked, layout=layout, versions=versions)
    told = bridged(made_from.reading, unit)
    if told is None:
        raise Refused([NOTHING_TO_WALK.at(made_from.layout.title)])
    return Walked(made_from, told)


def outlook(
    asked: Asked, *, unit: Unit = THOUSANDS, layout: LayoutOf | None = None, versions: Collection[int] | None = None
) -> Walked:
    """Return the walk to the result and the equity that the year is heading for, by forecast and by budget.

    Raises ``Refused`` as ``bridge`` does.
    """
    made_from = basis(asked, layout=layout, versions=versions)
    told = headed(made_from.reading, unit)
    if told is None:
        raise Refused([NOTHING_TO_WALK.at(made_from.layout.title)])
    return Walked(made_from, told)
