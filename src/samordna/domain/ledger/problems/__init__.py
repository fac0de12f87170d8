"""What can be wrong with a ledger, what follows from it, and what should the person do?

One table a subject for every message about a ledger: severity stands there and nowhere else, so that a reader or a
check only says *what* it found. ``tests/errors/README.md`` shows each of them as a person meets it.
"""

from collections.abc import Mapping
from typing import Final

from samordna.domain.ledger.problems import (
    accounts,
    files,
    handing_in,
    inside,
    people,
    records,
    tables,
    versions,
    vouchers,
    writing,
)
from samordna.domain.values.problem import ProblemKind

KINDS: Final[Mapping[str, ProblemKind]] = {
    code: kind
    for subject in (files, vouchers, records, accounts, people, versions, writing, inside, handing_in, tables)
    for code, kind in subject.TABLE.kinds.items()
}
"""Every kind by its code, subject by subject."""
