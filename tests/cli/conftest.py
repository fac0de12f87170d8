"""The demo and a place of one's own, for the tests of commands; databases are files."""

from pathlib import Path

import pytest
from tests.demo import demo
from tests.terminal import samordna

__all__ = ["demo", "mine", "no_server"]


@pytest.fixture(autouse=True)
def no_server(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DATABASE_URL", raising=False)


@pytest.fixture
def mine(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return ``forbund``, a new association in the folder that is stood in."""
    monkeypatch.chdir(tmp_path)
    assert samordna("new", "forbund", "--name", "Samordningsförbundet Exempel").code == 0
    return Path("forbund")
