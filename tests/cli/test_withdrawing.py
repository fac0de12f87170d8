"""``samordna withdraw`` and ``samordna retire-import``: what was a mistake is taken out of use, and says why."""

import pytest
from tests.errors.importing import HERE
from tests.terminal import Answer, samordna


@pytest.fixture
def folder(tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.chdir(tmp_path)
    assert samordna("new", "forbund", "--name", "Samordningsförbundet Exempel").code == 0
    assert samordna("import-sie", HERE / "good" / "2024-08.se", "--data", "forbund").code == 0


@pytest.mark.usefixtures("folder")
def test_a_figure_is_withdrawn_once():
    line = ("keyfigures:anstallda", "--period", "2024-01", "--data", "forbund")
    entered = ("enter", "keyfigures:anstallda", "3", "--unit", "persons", *line[1:], "--source", "Protokoll")
    assert samordna(*entered).code == 0
    assert samordna("withdraw", *line, "--reason", "Fel år") == Answer(0, "", "Borttaget.\n")
    again = samordna("withdraw", *line, "--reason", "Fel år")
    assert again.code == 1
    assert again.err.startswith("Stopp keyfigures:anstallda: Ingen uppgift är inlagd för januari 2024 (utfall).")


@pytest.mark.usefixtures("folder")
def test_an_import_is_retired_once():
    retire = ("retire-import", "1", "--reason", "Fel år", "--data", "forbund")
    assert samordna(*retire) == Answer(0, "", "Version 1, 2024-08.se, gäller inte längre.\n")
    assert samordna("imports", "--data", "forbund").out.rstrip().endswith("nej")
    again = samordna(*retire)
    assert again.code == 1
    assert "Versionen gäller inte: den finns inte, är ersatt eller redan tagen ur bruk." in again.err
