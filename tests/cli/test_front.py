"""The list of commands, their help, and what asking for it costs."""

import json
import subprocess
import sys
import time
from pathlib import Path

import pytest
from tests.terminal import SAMORDNA, samordna, samordna_process

from samordna.cli.front import COMMANDS

PATHS = (
    *((name,) for name in COMMANDS if name not in {"counts", "report", "layout", "sie"}),
    ("report", "interim"),
    ("report", "annual"),
    ("layout", "check"),
    *(("counts", name) for name in ("import", "template", "list", "accept", "lock", "remind")),
    *(("sie", name) for name in ("check", "convert", "diff")),
)

ERRORS = Path(__file__).parents[1] / "errors"
HEAVY = ("django", "psycopg", "docx", "xlsxwriter", "typst", "vl_convert", "pikepdf", "fontTools", "samordna.office")


def test_every_command_of_the_issue_is_there():
    reading, writing = (
        {
            "imports",
            "statements",
            "follow-up",
            "bridge",
            "outlook",
            "balance-requirement",
            "budget-form",
            "financing",
            "goals",
            "keying-sheet",
            "plan",
            "projects",
            "report",
            "layout",
            "statistics",
        },
        {
            "counts",
            "import-sie",
            "retire-import",
            "enter",
            "withdraw",
            "import-budget",
            "import-plan",
            "booking-order",
            "population",
            "sie",
        },
    )
    people, serving = {"users", "invite"}, {"serve", "check"}
    assert set(COMMANDS) == {"demo", "new", *reading, *writing, *people, *serving}


def test_help_lists_every_command_in_swedish():
    answer = samordna("--help")
    assert answer.code == 0
    for name, (_, told) in COMMANDS.items():
        assert f"  {name} " in answer.out
        assert told.split()[0] in answer.out


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_every_command_has_help_with_an_example_of_itself(path):
    answer = samordna(*path, "--help")
    assert answer.code == 0
    _, _, examples = answer.out.partition("Exempel:")
    assert f"samordna {' '.join(path)} " in examples.replace("\n", " ").replace("    ", " ")


@pytest.mark.parametrize("path", PATHS, ids=" ".join)
def test_short_help_is_long_help(path):
    assert samordna(*path, "-h") == samordna(*path, "--help")


@pytest.mark.parametrize("arguments", [("tala",), ("layout", "tala"), ("statements",), ("new",), ("--tala",)])
def test_wrong_usage_ends_with_2_and_says_so_on_stderr(arguments):
    answer = samordna(*arguments)
    assert (answer.code, answer.out) == (2, "")
    assert "samordna" in answer.err


def test_the_version_is_told():
    assert samordna("--version").out.startswith("samordna 0.")


def loaded_by(*arguments: str) -> set[str]:
    """Return every module that a command loads, in a process of its own."""
    script = (
        "import json, sys\n"
        "from samordna.cli import main\n"
        f"sys.argv = ['samordna', *{list(arguments)!r}]\n"
        "try: main()\n"
        "except SystemExit: pass\n"
        "sys.stderr.write('\\n' + json.dumps(sorted(sys.modules)))\n"
    )
    done = subprocess.run([sys.executable, "-c", script], capture_output=True, check=True, timeout=60)
    return set(json.loads(done.stderr.decode().splitlines()[-1]))


@pytest.mark.parametrize("arguments", [("--help",), ("--version",), ("tala",)])
def test_asking_what_there_is_loads_neither_database_nor_writers(arguments):
    loaded = loaded_by(*arguments)
    assert [name for name in HEAVY if name in loaded] == []


def test_a_report_as_text_loads_no_writer_it_does_not_need(demo):
    loaded = loaded_by("statements", "--data", str(demo / "sjuharad"), "--period", "2024-01..2024-08")
    assert "django" in loaded  # the measure sees what is there
    assert {"docx", "xlsxwriter", "typst", "vl_convert"} & loaded == set()


def test_a_file_of_sie_is_checked_without_a_database_or_a_site():
    loaded = loaded_by("sie", "check", str(ERRORS / "good" / "2024-08.se"))
    assert "samordna.sources.sie" in loaded  # the measure sees what is there
    assert [name for name in HEAVY if name in loaded] == []


def test_help_comes_at_once():
    def seconds(*command: str) -> float:
        start = time.perf_counter()
        subprocess.run(command, capture_output=True, check=True, timeout=60)
        return time.perf_counter() - start

    ours = min(seconds(str(SAMORDNA), "--help") for _ in range(3))
    python = min(seconds(sys.executable, "-c", "import typer") for _ in range(3))
    assert ours < python * 3 + 0.2, (ours, python)


def test_the_installed_command_is_the_one_tested_here():
    assert samordna_process("--version") == samordna("--version")
