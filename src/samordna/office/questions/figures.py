"""Which figures have been entered by hand?"""

from samordna.domain.ledger.entered import EnteredFigure
from samordna.office.store.figure_rows import read_figures


def entered_figures() -> tuple[EnteredFigure, ...]:
    """Return the figures that hold: the latest entered for each key, scenario and period."""
    return tuple(read_figures().values())
