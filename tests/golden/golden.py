"""How is a whole answer compared with the one that was read and found good?

``SAMORDNA_GOLDEN=renew`` writes the files anew; read the difference before it is committed.
"""

import difflib
import os
from itertools import islice
from pathlib import Path

import pytest

HERE = Path(__file__).parent


def is_as_before(name: str, text: str) -> None:
    """Fail with what differs, at most a screenful, when ``text`` is not what ``name`` holds."""
    file = HERE / name
    if os.environ.get("SAMORDNA_GOLDEN") == "renew":
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8", newline="\n")
    before = file.read_text("utf-8")
    if text != before:
        differ = difflib.unified_diff(before.splitlines(), text.splitlines(), name, "now", lineterm="", n=1)
        pytest.fail("\n".join(("SAMORDNA_GOLDEN=renew, if this is meant:", *islice(differ, 60))), pytrace=False)
