"""What is unsafe is told: each thing tried by itself, beside a site that is as it should be."""

import datetime as dt
import subprocess
import sys
from dataclasses import replace

import pytest
from tests.environment import environment

from samordna.domain.values.problem import Severity
from samordna.office.questions.association.safety import Facts, Kept, Person, Serving, is_local, unsafe

NOW = dt.datetime(2024, 9, 3, 12, tzinfo=dt.UTC)
YESTERDAY, LONG_AGO = NOW - dt.timedelta(days=1), NOW - dt.timedelta(days=8)

ANNA = Person("Anna", "anna@example.se", LONG_AGO, administrator=True, seen=YESTERDAY)
BERIT = replace(ANNA, name="Berit", email="berit@example.se")
DEMO = replace(ANNA, name="Demo", email="ekonom@demo.example", seen=None)
GOOD = Facts(
    folder="forbund",
    now=NOW,
    serving=Serving(),
    kept=(Kept("forbund", 0o700, folder=True),),
    free=10**12,
    users=(ANNA, BERIT),
    links=(Person("Cecilia", "c@example.se", YESTERDAY),),
)
SERVER = replace(GOOD, serving=Serving("127.0.0.1", ("samordna.example.se",), https=True))
WIDE = Serving("0.0.0.0", ("samordna.example.se",))


@pytest.mark.parametrize("facts", [GOOD, SERVER])
def test_there_is_nothing_to_say_of_what_is_as_it_should_be(facts):
    assert unsafe(facts) == ()


@pytest.mark.parametrize(
    ("changed", "code", "severity"),
    [
        ({"kept": (Kept("forbund", 0o705, folder=True),)}, "readable-by-others", Severity.REFUSE),
        ({"kept": (Kept("secret.key", 0o604),)}, "readable-by-others", Severity.REFUSE),
        ({"kept": (Kept("secret.key", 0o602),)}, "readable-by-others", Severity.REFUSE),
        ({"kept": (Kept("secret.key", 0o640),)}, "readable-by-group", Severity.WARN),
        ({"users": ()}, "no-administrator", Severity.REFUSE),
        ({"users": (replace(ANNA, administrator=False),)}, "no-administrator", Severity.REFUSE),
        ({"users": (ANNA, replace(BERIT, administrator=False))}, "one-administrator", Severity.INFORM),
        ({"users": (ANNA, BERIT, DEMO)}, "demo-users", Severity.REFUSE),
        ({"users": (ANNA, BERIT, replace(BERIT, seen=None))}, "never-logged-in", Severity.WARN),
        ({"links": (Person("C", "c@example.se", LONG_AGO),)}, "link-waits", Severity.WARN),
        ({"serving": WIDE}, "without-https", Severity.REFUSE),
        ({"serving": replace(WIDE, address="192.168.1.4")}, "without-https", Severity.REFUSE),
        ({"serving": replace(WIDE, address="::")}, "without-https", Severity.REFUSE),
        ({"serving": replace(WIDE, address="datorn")}, "without-https", Severity.REFUSE),
        ({"serving": replace(WIDE, https=True)}, "around-the-front", Severity.WARN),
        ({"serving": Serving(hosts=("*",))}, "wildcard-host", Severity.REFUSE),
        ({"serving": Serving(hosts=("a.se", ".example.se"))}, "wildcard-host", Severity.REFUSE),
        ({"serving": Serving(https=True)}, "no-host", Severity.WARN),
        ({"secret": "kort"}, "short-secret", Severity.REFUSE),
        ({"secret": "a" * 60}, "short-secret", Severity.REFUSE),
        ({"database_host": "db.example.se"}, "unencrypted-database", Severity.REFUSE),
        ({"database_host": "10.0.0.7", "sslmode": "prefer"}, "unencrypted-database", Severity.REFUSE),
        ({"database_host": "db.example.se", "sslmode": "require"}, "unverified-database", Severity.WARN),
        ({"behind": True, "users": None, "links": None}, "older-database", Severity.WARN),
        ({"free": 100 * 1024 * 1024}, "disk-full", Severity.REFUSE),
        ({"free": 1000 * 1024 * 1024}, "disk-low", Severity.WARN),
        ({"root": True}, "runs-as-root", Severity.WARN),
    ],
)
def test_each_thing_that_is_unsafe_is_told_once_with_what_to_do(changed, code, severity):
    [problem] = unsafe(replace(GOOD, **changed))
    assert (problem.code, problem.severity) == (code, severity)
    assert problem.place
    assert problem.found.endswith((".", "vägen."))
    assert problem.remedy.endswith(".")
    assert "{" not in problem.found + problem.remedy


@pytest.mark.parametrize(
    "changed",
    [
        {"database_host": "localhost"},
        {"database_host": "/var/run/postgresql"},
        {"database_host": "db.example.se", "sslmode": "verify-full"},
        {"secret": "0123456789abcdefghijklmnopqrstuvwxyz-0123456789-abcdef"},
        {"users": (ANNA, BERIT, replace(BERIT, seen=None, since=YESTERDAY))},
        {"links": ()},
    ],
)
def test_what_is_safe_is_let_be(changed):
    assert unsafe(replace(GOOD, **changed)) == ()


def test_what_refuses_comes_first():
    facts = replace(GOOD, users=(DEMO,), free=10**9, serving=WIDE)
    severities = [problem.severity for problem in unsafe(facts)]
    assert severities == sorted(severities, key=list(Severity).index)
    assert len(set(severities)) == 3


@pytest.mark.parametrize(
    ("host", "local"),
    [
        ("127.0.0.1", True),
        ("127.1.2.3", True),
        ("::1", True),
        ("[::1]", True),
        ("localhost", True),
        ("", True),
        ("0.0.0.0", False),
        ("::", False),
        ("10.0.0.1", False),
        ("localhost.example.se", False),
        ("\x00", False),
    ],
)
def test_this_machine_is_told_from_others(host, local):
    assert is_local(host) is local


def test_django_has_nothing_to_add_about_a_site_behind_https():
    """What Django itself finds unsafe in the settings; without HTTPS it is what ``without-https`` says.

    W005 and W021 ask to speak for every other site under the association's name, and that is not for us to say.
    """
    command = [sys.executable, "-m", "django", "check", "--deploy", "--settings", "samordna.office.web.settings"]
    for https, found in (("1", {"W005", "W021"}), ("", {"W004", "W008", "W012", "W016"})):
        env = environment() | {"SAMORDNA_HTTPS": https, "SAMORDNA_HOSTS": "samordna.example.se"}
        told = subprocess.run(command, capture_output=True, text=True, env=env, check=True, timeout=60).stderr
        assert {word.strip("(?:)").removeprefix("security.") for word in told.split() if "security.W" in word} == found
