"""What does a test ask for when it needs the demo, as ``samordna demo`` builds it?"""

from collections.abc import Iterator
from pathlib import Path

import pytest
from tests.terminal import samordna_process

ASSOCIATIONS = ("sjuharad", "insjoriket")
PERIOD = "2024-01..2024-08"


@pytest.fixture(scope="session")
def demo(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return the folder that the demo was built in, once a run. Nobody changes it: copy it first."""
    folder = tmp_path_factory.mktemp("demo")
    answer = samordna_process("demo", "--data", folder, "--no-serve")
    assert answer.code == 0, answer.err
    return folder


def written_reports(demo: Path) -> Iterator[Path]:
    """Yield the reports that came with the demo."""
    for association in ASSOCIATIONS:
        yield from sorted((demo / association / "rapporter").iterdir())
