"""What are the accounts, cost centres and projects of a table called?"""

import re
from typing import Final

from samordna.domain.ledger.books import ObjectKey
from samordna.domain.ledger.dimensions import RESERVED
from samordna.sources.sie.model import AccountRecord, DimensionRecord, Objects
from samordna.sources.tables.cells import text_of
from samordna.sources.tables.fields import DIMENSIONS, NAMES_OF, Field
from samordna.sources.tables.table_rows import TableRows
from samordna.sources.tables.values import Named, code_of

_SECTION: Final = re.compile(
    r"(?:(?P<centre>kostnadsställe|kst|ansvar|resultatenhet|enhet)|(?P<project>projekt|proj))\.?\s*:?\s*"
    r"(?P<code>[^\W_][\w-]{0,29})(?:\s*[-–:]\s*|\s+|$)(?P<name>\D.{0,200})?",
    re.IGNORECASE,
)


class Names:
    """Gathers accounts and objects, each with the name that it has first."""

    def __init__(self) -> None:
        self._accounts: dict[str, str] = {}
        self._objects: dict[ObjectKey, str] = {}
        self._section: dict[str, str] = {}

    def account(self, found: Named) -> str:
        """Return the number of an account, and keep its name."""
        self._accounts[found.code] = self._accounts.get(found.code) or found.name
        return found.code

    def objects(self, rows: TableRows, row: int) -> Objects:
        """Return the objects of a row: those in its columns, and those whose section it stands in."""
        keys = []
        for field, dimension in DIMENSIONS.items():
            found = _object(rows, row, field) if rows.has(field) else Named(self._section.get(dimension, ""))
            if found.code:
                key = (dimension, found.code)
                self._objects[key] = self._objects.get(key) or found.name
                keys.append(key)
        return tuple(keys)

    def begin_section(self, rows: TableRows, row: int) -> bool:
        """Tell whether a row without amounts begins the rows of a cost centre or project: ``Kst 3001 Kansli``."""
        text = " ".join(text_of(cell) for cell in rows.grid.rows[row][:4] if cell != "")
        found = _SECTION.fullmatch(text.strip())
        field = Field.COST_CENTRE if found and found["centre"] else Field.PROJECT
        if not found or rows.has(field):
            return False
        key = (DIMENSIONS[field], found["code"])
        self._section = {key[0]: key[1]}
        self._objects[key] = self._objects.get(key) or (found["name"] or "").strip()
        return True

    def end_section(self) -> None:
        """Begin rows that belong to no cost centre or project."""
        self._section = {}

    @property
    def accounts(self) -> dict[str, AccountRecord]:
        """The accounts in number order."""
        return {number: AccountRecord(number, name) for number, name in sorted(self._accounts.items())}

    @property
    def named_objects(self) -> dict[ObjectKey, str]:
        """The objects in the order of their codes; one without a name is called by its code."""
        return {key: name or key[1] for key, name in sorted(self._objects.items())}

    @property
    def dimensions(self) -> dict[str, DimensionRecord]:
        """The dimensions that occur."""
        found = sorted({key[0] for key in self._objects})
        return {number: DimensionRecord(number, RESERVED[number]) for number in found}


def _object(rows: TableRows, row: int, field: Field) -> Named:
    named = NAMES_OF[field]
    if rows.has(named):
        code = code_of(rows.cell(row, field))
        whole = Named(rows.text(row, field)) if code.name else code
        return whole._replace(name=rows.text(row, named))
    return code_of(rows.cell(row, field))
