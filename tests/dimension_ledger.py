"""How does a ledger look whose program numbers its dimensions in its own way?"""

import re

from tests.large_ledger import large_ledger


def dimension_ledger(numbers: dict[str, str], vouchers: int = 150, *, seed: int = 1, year: int = 2024) -> bytes:
    """Return ``large_ledger`` with other numbers of its dimensions: ``{"1": "20"}`` makes cost centres number 20."""
    data = large_ledger(vouchers, seed=seed, year=year).decode("cp437")
    for number, other in numbers.items():
        data = re.sub(rf"#(DIM|OBJEKT) {number} ", rf"#\1 §{other} ", data)
        data = re.sub(rf'([{{ ]){number} "(3\d\d\d|P\d\d)"', rf'\1§{other} "\2"', data)
    return data.replace("§", "").encode("cp437")
