"""``samordna counts``: forms out and in, what is wrong with a file, how it stands, and who is reminded."""

import json
import shutil
from pathlib import Path

import pytest
from tests import counts_in
from tests.participation.sample import ACTIVITY, INTERIM, UNIT
from tests.terminal import samordna

from samordna.office import actions, questions
from samordna.office.store import models
from samordna.office.store.folder import close_folder

WHOSE = ("--unit", UNIT.name, "--period", str(INTERIM))


@pytest.fixture
def asked(mine: Path) -> Path:
    """Ask a unit of ``mine`` for its counts."""
    with opened(mine):
        actions.ask_counts([counts_in.line()], by=actions.TERMINAL)
        counts_in.keep_key()
    return mine


class opened:  # noqa: N801 - reads as a word
    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        close_folder()
        actions.open_association(self._folder)

    def __exit__(self, *_: object) -> None:
        close_folder()


def state(folder: Path) -> str:
    with opened(folder):
        found = questions.counts_held().submission(UNIT.key, ACTIVITY.key, INTERIM)
        return found.value.state.value if found else "asked"


def test_a_form_goes_out_and_comes_back_and_is_accepted_and_locked(asked: Path):
    answer = samordna("counts", "template", "--data", asked, *WHOSE, "-o", "ut.xlsx")
    assert answer.code == 0, answer.err
    empty = samordna("counts", "import", "ut.xlsx", "--data", asked)
    assert (empty.code, "Vem intygar" in empty.err or "intyg" in empty.err) == (1, True), empty.err
    with opened(asked):
        Path("in.xlsx").write_bytes(counts_in.form())
    answer = samordna("counts", "import", "in.xlsx", "--data", asked, "--arrived", "2024-09-14", "--json")
    assert answer.code == 0, answer.err
    assert json.loads(answer.out)["taken"] == [
        {"unit": UNIT.key, "activity": ACTIVITY.key, "period": "2024-01..2024-08"}
    ]
    [period] = json.loads(samordna("counts", "list", "--data", asked, "--format", "json").out)["periods"]
    assert (period["received"], period["in_time"], period["to_read"], period["missing"]) == (1, 1, 1, 0)
    assert period["units"][0]["came"] == "2024-09-14"
    early = samordna("counts", "lock", "--data", asked, *WHOSE)
    assert (early.code, "det går inte att låsa" in early.err) == (1, True)
    assert samordna("counts", "accept", "--data", asked, *WHOSE).code == 0
    assert samordna("counts", "lock", "--data", asked, *WHOSE, "--activity", ACTIVITY.name).code == 0
    assert state(asked) == "locked"
    assert "låsta" in samordna("counts", "list", "--data", asked).out


KINDS = ("negative", "genders", "period", "activity", "older form", "half filled", "older packet", "altered")


@pytest.mark.parametrize("wrong", KINDS)
def test_what_is_wrong_with_a_file_has_place_and_remedy_and_nothing_is_taken(asked: Path, wrong: str):
    with opened(asked):
        [(name, data, code, told)] = [tuple(one) for kind, *one in counts_in.bad_files() if kind == wrong]
        before = models.PlanEntry.objects.count()
    Path(name).write_bytes(data)
    Path("rätt.csv").write_bytes(counts_in.csv_of())
    answer = samordna("counts", "import", name, "rätt.csv", "--data", asked)
    assert answer.code == 1
    assert told in answer.err
    assert "Inget har ändrats" in answer.err
    answer = samordna("counts", "import", name, "--data", asked, "--json")
    problems = json.loads(answer.err)["problems"]
    assert any(one["code"].endswith(code) and one["severity"] == "refuse" for one in problems)
    assert all(one["place"] and one["found"] and one["remedy"] for one in problems)
    with opened(asked):
        assert models.PlanEntry.objects.count() == before


def test_two_people_in_one_form_say_why(asked: Path):
    Path("a.csv").write_bytes(counts_in.csv_of())
    Path("b.csv").write_bytes(counts_in.changed(unique=(9, 6, 0)))
    both = samordna("counts", "import", "a.csv", "b.csv", "--data", asked)
    assert (both.code, state(asked)) == (1, "asked")
    assert samordna("counts", "import", "a.csv", "--data", asked).code == 0
    second = samordna("counts", "import", "b.csv", "--data", asked)
    assert second.code == 1
    assert "Unika deltagare i enheten, kvinnor: 9 i stället för 10" in second.err
    assert samordna("counts", "import", "b.csv", "--data", asked, "--reason", "Dubbelräknad").code == 0


@pytest.mark.parametrize(
    ("command", "told"),
    [
        (("import", "finns-inte.csv"), "finns-inte.csv"),
        (("template", "--unit", "Ingen", "--period", "2024-01..2024-08", "-o", "x.xlsx"), UNIT.name),
        (("template", "--unit", UNIT.name, "--period", "mars", "-o", "x.xlsx"), "--period"),
        (("accept", *WHOSE, "--activity", "Annan"), ACTIVITY.name),
        (("list", "--format", "pdf"), "text eller json"),
        (("remind",), "--site"),
        (("remind", "--site", "https://x.se", "--today", "snart"), "snart"),
    ],
)
def test_wrong_usage_says_what_to_say(asked: Path, command: tuple[str, ...], told: str):
    answer = samordna("counts", *command, "--data", asked)
    assert answer.code in {1, 2}
    assert told in " ".join(answer.err.split())


def test_the_day_it_came_is_not_ahead(asked: Path):
    Path("a.csv").write_bytes(counts_in.csv_of())
    answer = samordna("counts", "import", "a.csv", "--data", asked, "--arrived", "2199-01-01")
    assert (answer.code, "den dagen är inte här än" in answer.err) == (1, True)


def test_those_who_are_late_are_reminded_once_with_a_letter_to_copy(asked: Path):
    site = ("--site", "https://samordna.example.se", "--data", asked)
    early = samordna("counts", "remind", *site, "--today", "2024-09-01")
    assert (early.code, early.out) == (0, "")
    answer = samordna("counts", "remind", *site, "--today", "2024-09-10")
    assert answer.code == 0, answer.err
    assert "https://samordna.example.se/lamna/" in answer.out
    assert "Till: enheten@example.se" in answer.out
    assert samordna("counts", "remind", *site, "--today", "2024-09-10").out == ""


def test_the_demo_has_a_unit_that_is_asked_something_and_others_that_have_not_handed_in(demo: Path, tmp_path: Path):
    shutil.copytree(demo / "insjoriket", tmp_path / "insjoriket")
    answer = samordna("counts", "list", "--data", tmp_path / "insjoriket", "--format", "json")
    autumn, summer = json.loads(answer.out)["periods"]
    assert (summer["received"], summer["in_time"], summer["done"]) == (6, 5, 6)
    assert (autumn["sent_back"], autumn["questions"], autumn["missing"]) == (1, 1, 5)
