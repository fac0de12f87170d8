"""``samordna invite``, ``samordna users`` and ``samordna check``."""

import os
import re

import pytest
from tests.terminal import samordna

from samordna.office import actions
from samordna.office.store.folder import close_folder

INVITE = ("invite", "--email", "anna@example.se", "--name", "Anna [bold]Exempel")


def accept(folder, link):
    actions.open_association(folder)
    actions.accept_invitation(link.rstrip("/\n").rpartition("/")[2], password="korrekt häst batteri")
    close_folder()


def test_the_first_administrator_gets_a_link(mine):
    answer = samordna(*INVITE, "--data", mine)
    assert answer.code == 0
    assert re.fullmatch(r"http://127\.0\.0\.1:8000/inbjudan/[\w-]{43}/\n", answer.out)
    assert answer.err == "Lämna länken till Anna [bold]Exempel, som blir administratör. Den visas bara nu.\n"
    accept(mine, answer.out)
    told = samordna("users", "--data", mine).out.splitlines()
    assert told[0].split() == ["Namn", "E-post", "Roll", "Tillstånd", "Senast", "inloggad"]
    assert re.split(" {2,}", told[1].strip()) == [
        *("Anna [bold]Exempel", "anna@example.se", "administratör", "aktiv", "aldrig")
    ]


def test_the_link_begins_with_the_address_of_the_site(mine):
    site = ("--site", "https://samordna.example.se/")
    answer = samordna(*INVITE, "--role", "board", *site, "--data", mine)
    assert answer.out.startswith("https://samordna.example.se/inbjudan/")
    assert "som blir styrelse" in answer.err
    assert "länk till 20" in samordna("users", "--data", mine).out


@pytest.mark.parametrize(
    ("given", "code", "why"),
    [
        (("--email", "ingen"), 1, "Stopp e-postadressen: Det är ingen e-postadress."),
        (("--name", " "), 1, "Stopp namnet: Namnet saknas."),
        (("--role", "kung"), 2, "kung"),
    ],
)
def test_what_is_nobody_is_not_invited(mine, given, code, why):
    answer = samordna(*INVITE, *given, "--data", mine)
    assert (answer.code, answer.out) == (code, "")
    assert why in answer.err


def test_without_users_the_next_step_is_told(mine):
    answer = samordna("users", "--data", mine)
    assert (answer.code, answer.out) == (0, "")
    assert answer.err == "Det finns inga användare. Bjud in den första: samordna invite --data forbund\n"


def test_check_says_what_is_dangerous_and_ends_with_1(mine):
    mine.chmod(0o755)
    answer = samordna("check", "--data", mine, "--address", "0.0.0.0", "--host", "*")
    assert (answer.code, answer.out) == (1, "")
    told = answer.err.splitlines()
    assert told[0] == "Stopp forbund: Alla på datorn kan läsa eller skriva här. Stäng ute andra: chmod 700 forbund."
    assert [line.split(":")[0] for line in told if line.startswith("Stopp")] == [
        "Stopp forbund",
        "Stopp --address 0.0.0.0",
        "Stopp --host *",
        "Stopp forbund",
    ]


def test_check_is_content_with_a_folder_of_ones_own(mine, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    for email in ("anna@example.se", "berit@example.se"):
        accept(mine, samordna("invite", "--email", email, "--name", "Anna", "--data", mine).out)
    before = {path: (path.stat().st_mode, path.stat().st_size) for path in mine.iterdir()}
    answer = samordna("check", "--data", mine)
    assert (answer.code, answer.err) == (0, "Inget att anmärka på.\n")
    assert {path: (path.stat().st_mode, path.stat().st_size) for path in mine.iterdir()} == before


def test_check_warns_of_the_demo(demo, monkeypatch):
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    answer = samordna("check", "--data", demo / "sjuharad")
    assert answer.code == 1
    assert "Alla kan logga in som" in answer.err


def test_check_of_what_is_no_folder_says_so(tmp_path):
    answer = samordna("check", "--data", tmp_path)
    assert answer.code == 1
    assert "Mappen är ingen datamapp" in answer.err
