"""What ``docs/sie.md`` shows is what one gets."""

import doctest
import re
from pathlib import Path

import pytest
from tests.sources.sie.sample_ledger import LEDGER, ledger
from tests.terminal import samordna

PAGE = Path(__file__).parents[3] / "docs" / "sie.md"
COMMANDS = re.findall(r"```\n\$ samordna ([^\n]+)\n(.*?)```", PAGE.read_text("utf-8"), re.DOTALL)
CHANGED = (
    ('#TRANS 5010 {1 "3001" 6 "P1"} 210.5', '#TRANS 5010 {1 "3001" 6 "P1"} 200.5'),
    ("#TRANS 1930 {} -210.50", "#TRANS 1930 {} -200.50"),
)


@pytest.fixture(autouse=True)
def folder(tmp_path, monkeypatch):
    """Stand in a folder with the file of the page, and with one that was changed."""
    (tmp_path / "bok.se").write_bytes(ledger())
    (tmp_path / "nu.se").write_bytes(ledger(*CHANGED))
    monkeypatch.chdir(tmp_path)


def test_every_example_of_the_library_gives_what_the_page_says():
    found = doctest.testfile(str(PAGE), module_relative=False, encoding="utf-8", verbose=False)
    assert found.failed == 0
    assert found.attempted > 40


@pytest.mark.parametrize(("command", "shown"), COMMANDS, ids=[command for command, _ in COMMANDS])
def test_every_command_answers_what_the_page_says(command, shown):
    answer = samordna(*command.split())
    assert answer.code == 0
    told = [line.rstrip().replace("\u00a0", " ") for line in (answer.out + answer.err).splitlines()]
    assert told == [line.rstrip() for line in shown.splitlines()]


def test_the_commands_of_the_page_are_those_of_sie():
    assert [command.split()[:2] for command, _ in COMMANDS] == [["sie", name] for name in ("check", "convert", "diff")]


def test_the_file_of_the_page_is_the_one_it_is_run_on():
    assert f"```sie\n{LEDGER}```" in PAGE.read_text("utf-8")
