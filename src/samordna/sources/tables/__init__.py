"""What does a ledger say that comes as a table: a huvudbok, a verifikationslista or a saldolista?

``tables_of`` reads the cells of a workbook or a table of text, ``suggestions`` says what they seem to mean,
``read_table`` makes them the same model as SIE, by the mapping that a person agreed to. See ``docs/tables.md``.
"""

from samordna.sources.tables.fields import Column, Field, Side, Signs, TableKind
from samordna.sources.tables.mapping import TableMapping
from samordna.sources.tables.questions import Question, missing
from samordna.sources.tables.read import read_table
from samordna.sources.tables.suggest import Suggestion, suggestion, suggestions
from samordna.sources.tables.tables import Tables, tables_of
from samordna.sources.tables.together import joined

__all__ = [
    "Column",
    "Field",
    "Question",
    "Side",
    "Signs",
    "Suggestion",
    "TableKind",
    "TableMapping",
    "Tables",
    "joined",
    "missing",
    "read_table",
    "suggestion",
    "suggestions",
    "tables_of",
]
