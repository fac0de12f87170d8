"""What the environment says of the mail server is understood, or told with what to do; it stops no import."""

import pytest
from tests.terminal import Answer, samordna, samordna_process

from samordna.office.store.mail import MailServer, mail_problems, mail_server

HOST, PORT, SECURITY = "SAMORDNA_MAIL_HOST", "SAMORDNA_MAIL_PORT", "SAMORDNA_MAIL_SECURITY"
NAMED = {HOST: "mail.example.se"}


@pytest.mark.parametrize(
    ("said", "server"),
    [
        ({}, MailServer("", 587, tls=False, starttls=True)),
        (NAMED, MailServer("mail.example.se", 587, tls=False, starttls=True)),
        (NAMED | {SECURITY: "tls"}, MailServer("mail.example.se", 465, tls=True, starttls=False)),
        (NAMED | {SECURITY: "none", PORT: " 25 "}, MailServer("mail.example.se", 25, tls=False, starttls=False)),
        (NAMED | {PORT: ""}, MailServer("mail.example.se", 587, tls=False, starttls=True)),
    ],
)
def test_a_server_is_understood(said, server):
    assert mail_server(said) == server
    assert [*mail_problems(said)] == []


@pytest.mark.parametrize(
    ("said", "code", "place"),
    [
        ({PORT: "abc"}, "mail-port", PORT),
        ({PORT: "0"}, "mail-port", PORT),
        ({PORT: "65536"}, "mail-port", PORT),
        ({PORT: "-25"}, "mail-port", PORT),
        ({SECURITY: "ssl"}, "mail-security", SECURITY),
    ],
)
def test_what_is_not_understood_is_told_and_names_no_server(said, code, place):
    [problem] = mail_problems(NAMED | said)
    assert (problem.code, problem.place) == (code, place)
    server = mail_server(NAMED | said)
    assert (server.host, server.starttls) == ("", True)


@pytest.mark.parametrize("command", [["check"], ["counts", "remind", "--site", "https://samordna.example.se"]])
def test_whoever_checks_or_reminds_is_told_where_and_what_to_do(command, tmp_path, monkeypatch):
    monkeypatch.delenv("DATABASE_URL", raising=False)
    assert samordna("new", tmp_path / "mitt", "--name", "Provförbundet").code == 0
    told(samordna(*command, "--data", tmp_path / "mitt", env={PORT: "abc"}))


def test_a_site_is_not_started(tmp_path):
    told(samordna_process("serve", "--data", tmp_path, **{PORT: "abc"}))


def told(answer: Answer) -> None:
    """Look for place, what was found and the remedy, and for no trace of the program's inside."""
    assert answer.code == 1
    assert "SAMORDNA_MAIL_PORT: ”abc” är ingen port. Ange ett heltal" in " ".join(answer.err.split())
    assert "Traceback" not in answer.err
