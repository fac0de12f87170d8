"""What does a SIE file say?

``read_sie`` reads every type of SIE, 1, 2, 3, 4E, 4I and 5, into one frozen model, ``SieFile``; ``stream``,
``read_columns`` and ``balances`` look at one in other ways; ``books_of`` makes an association's books of it,
``everything`` says what is wrong with it, ``write_sie4`` and ``write_sie5`` write, ``write_importable`` what a ledger
is to import. Nothing here needs Django or a data folder: see ``docs/sie.md`` for use as a library.
"""

from samordna.sources.sie.books import Usable, books_of
from samordna.sources.sie.checks import check_sie
from samordna.sources.sie.columns import Columns, columns_of, read_columns
from samordna.sources.sie.everything import everything
from samordna.sources.sie.importable import write_importable
from samordna.sources.sie.model import SieFile
from samordna.sources.sie.read import read_sie
from samordna.sources.sie.reading import Reading
from samordna.sources.sie.views import balances, stream
from samordna.sources.sie.writing import Written, write_sie4
from samordna.sources.sie.xml import left_out_of_sie5, write_sie5

__all__ = [
    "Columns",
    "Reading",
    "SieFile",
    "Usable",
    "Written",
    "balances",
    "books_of",
    "check_sie",
    "columns_of",
    "everything",
    "left_out_of_sie5",
    "read_columns",
    "read_sie",
    "stream",
    "write_importable",
    "write_sie4",
    "write_sie5",
]
