"""Coming in: by e-mail and password, traced, slow to guess, and silent about who there is."""

import datetime as dt

import pytest
from django.contrib.auth import hashers
from django.contrib.sessions.models import Session
from django.core.cache import cache
from django.utils import timezone
from tests.visiting import PASSWORD

from samordna.access.actor import Actor
from samordna.access.models import Role, TrailEntry, User
from samordna.office.actions import TERMINAL, deactivate_user, reactivate_user
from samordna.office.questions import latest_logins

ECONOMIST = "economist@example.se"


@pytest.fixture(autouse=True)
def _nobody_has_tried_yet():
    cache.clear()


def log_in(client, email=ECONOMIST, password=PASSWORD, **more):
    return client.post("/logga-in/", {"login": email, "password": password, **more})


def traces():
    return [
        (entry.deed, entry.by_name, entry.refused) for entry in TrailEntry.objects.exclude(deed="create-association")
    ]


def test_a_user_comes_in_and_goes_out_and_both_are_in_the_trail(site):
    client = site.visitor()
    answer = log_in(client, " Economist@EXAMPLE.se ")
    assert (answer.status_code, answer["Location"]) == (302, "/")
    assert client.post("/logga-ut/")["Location"] == "/logga-in/"
    name = str(site.users[Role.ECONOMIST])
    assert traces() == [("log-in", name, False), ("log-out", name, False)]
    assert TrailEntry.objects.last().by == site.users[Role.ECONOMIST]


def test_the_session_ends_with_the_browser_and_at_the_latest_after_twelve_hours(site):
    client = site.visitor()
    log_in(client)
    cookie = client.cookies["samordna"]
    assert (cookie["expires"], cookie["max-age"], cookie["httponly"], cookie["samesite"]) == ("", "", True, "Lax")
    left = Session.objects.get().expire_date - timezone.now()
    assert dt.timedelta(hours=11) < left <= dt.timedelta(hours=12)


def test_going_out_is_something_that_is_posted(site):
    client = site.economist
    assert client.get("/logga-ut/").status_code == 405
    assert client.get("/mitt-konto/").status_code == 200


@pytest.mark.parametrize(
    ("email", "password"),
    [(ECONOMIST, "fel"), ("ingen@example.se", PASSWORD), ("board@example.se", PASSWORD), (ECONOMIST, "x" * 100_000)],
    ids=["wrong password", "no such user", "shut out", "very long"],
)
def test_nobody_else_does_and_the_page_says_the_same_to_all(site, email, password):
    deactivate_user(site.users[Role.BOARD].pk, by=TERMINAL)
    answer = log_in(site.visitor(), email, password)
    assert answer.status_code == 200
    page = answer.content.decode()
    assert "E-postadressen eller lösenordet stämmer inte." in page
    assert page.count(email) == 1, "given back in the field, and nowhere else"
    assert password not in page
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.refused, entry.by, entry.by_name) == ("log-in", True, None, email)
    assert entry.new == {"problems": [{"code": "not-let-in", "severity": "refuse", "place": "inloggning"}]}


@pytest.mark.parametrize("email", [ECONOMIST, "ingen@example.se", "board@example.se"])
def test_a_password_is_computed_once_whether_there_is_such_a_user_or_not(site, email, monkeypatch):
    deactivate_user(site.users[Role.BOARD].pk, by=TERMINAL)
    computed = []
    encode = hashers.MD5PasswordHasher.encode

    def counting(self, password, salt):
        computed.append(password)
        return encode(self, password, salt)

    monkeypatch.setattr(hashers.MD5PasswordHasher, "encode", counting)
    log_in(site.visitor(), email, "fel lösenord")
    assert computed == ["fel lösenord"]


def test_what_was_typed_for_an_e_mail_is_masked_in_the_trail(site):
    log_in(site.visitor(), "121212-1212@example.se", "fel")
    assert TrailEntry.objects.last().by_name == "••••••-••••@example.se"
    log_in(site.visitor(), "a" * 60 + "@" + "b" * 60 + "." + "c" * 60 + "." + "d" * 60 + ".se", "fel")
    assert len(TrailEntry.objects.last().by_name) == 200


@pytest.mark.parametrize(
    "email",
    ["", "ekonomen", "a@b\x00.se", "<script>alert(1)</script>@example.se", "\u202e@example.se", "å" * 400 + "@e.se"],
)
def test_what_is_no_e_mail_is_told_and_nothing_is_tried(site, email):
    answer = log_in(site.visitor(), email, "fel")
    assert answer.status_code == 200
    assert "<script>alert" not in answer.content.decode()
    assert traces() == []


def test_after_five_wrong_ones_nobody_comes_in_for_a_while_and_the_trail_says_so_once(site):
    client = site.visitor()
    for _ in range(8):
        answer = log_in(client, password="fel")
    assert "För många försök. Vänta fem minuter" in answer.content.decode()
    assert "För många försök" in log_in(site.visitor()).content.decode(), "not with the right one either"
    assert [entry.new["problems"][0]["code"] for entry in TrailEntry.objects.filter(deed="log-in")] == [
        *["not-let-in"] * 5,
        "locked-out",
    ]
    assert log_in(site.visitor(), "director@example.se").status_code == 302, "others come in"


def said(answer) -> str:
    """Return what came of trying: in, wrong, or too many."""
    if answer.status_code == 302:
        return "in"
    return "too many" if "För många försök" in answer.content.decode() else "wrong"


def tries(site, address: str, email: str = ECONOMIST, *, password: str = "fel", times: int = 1) -> list[str]:
    return [
        said(site.visitor().post("/logga-in/", {"login": email, "password": password}, REMOTE_ADDR=address))
        for _ in range(times)
    ]


def test_who_guesses_somewhere_else_shuts_nobody_out_here(site):
    assert tries(site, "203.0.113.7", times=7) == [*["wrong"] * 5, *["too many"] * 2]
    assert tries(site, "203.0.113.7", password=PASSWORD) == ["too many"]
    assert tries(site, "198.51.100.2", password=PASSWORD) == ["in"]


def test_who_forgot_shuts_no_colleague_out_behind_the_same_address(site):
    assert tries(site, "203.0.113.7", times=30)[-1] == "too many"
    for email in ("director@example.se", "auditor@example.se", "board@example.se"):
        assert tries(site, "203.0.113.7", email, times=2) == ["wrong"] * 2
        assert tries(site, "203.0.113.7", email, password=PASSWORD) == ["in"]


def test_an_address_that_guesses_at_everybody_is_shut_out_in_the_end(site):
    guesses = [tries(site, "203.0.113.7", f"person{n}@example.se", times=4) for n in range(15)]
    assert guesses == [["wrong"] * 4] * 15
    assert tries(site, "203.0.113.7", password=PASSWORD) == ["too many"]
    assert tries(site, "198.51.100.2", password=PASSWORD) == ["in"]


def test_an_account_that_is_guessed_at_from_everywhere_is_closed_for_a_while(site):
    guesses = [tries(site, f"203.0.113.{n}", times=4) for n in range(5)]
    assert guesses == [["wrong"] * 4] * 5
    assert tries(site, "198.51.100.2", password=PASSWORD) == ["too many"]
    assert TrailEntry.objects.last().new["problems"][0]["code"] == "locked-out"
    assert tries(site, "198.51.100.2", "director@example.se", password=PASSWORD) == ["in"]


def test_the_right_password_is_not_counted(site):
    assert tries(site, "203.0.113.7", times=4) == ["wrong"] * 4
    assert tries(site, "203.0.113.7", password=PASSWORD, times=30) == ["in"] * 30
    assert tries(site, "203.0.113.7") == ["wrong"]
    assert tries(site, "203.0.113.7") == ["too many"]


def test_another_number_within_the_same_household_is_the_same_address(site):
    assert [tries(site, f"2001:db8:0:1::{n}") for n in range(6)] == [["wrong"]] * 5 + [["too many"]]
    assert tries(site, "2001:db8:0:2::1") == ["wrong"]


def test_an_address_that_sends_very_much_is_asked_to_wait(site):
    answers = [site.visitor().post("/logga-in/", {"login": "", "password": ""}).status_code for _ in range(101)]
    assert answers[:100] == [200] * 100
    assert answers[100] == 429


@pytest.mark.parametrize(
    "address",
    [
        "//evil.example/",
        "https://evil.example/",
        "http:///evil.example",
        "javascript:alert(1)",
        "/\\evil.example",
        "\\\\e",
    ],
)
def test_nobody_is_led_to_another_site(site, address):
    answer = log_in(site.visitor(), next=address)
    assert (answer.status_code, answer["Location"]) == (302, "/")


def test_one_is_led_back_to_what_one_asked_for(site):
    client = site.visitor()
    asked = client.get("/mitt-konto/")["Location"]
    assert asked == "/logga-in/?next=/mitt-konto/"
    assert log_in(client, next="/mitt-konto/")["Location"] == "/mitt-konto/"


def test_the_form_of_another_site_is_refused(site):
    client = site.visitor()
    client.handler.enforce_csrf_checks = True
    assert log_in(client).status_code == 403
    assert traces() == []


def test_there_is_no_way_to_sign_up_or_to_reset_by_mail(site):
    client = site.visitor()
    for path in ("signup", "accounts/signup", "password/reset", "logga-in/code", "confirm-email", "accounts/login"):
        assert client.get(f"/{path}/").status_code == 404


def test_who_is_shut_out_is_out_at_once_and_old_sessions_do_not_wake(site):
    client, other = site.economist, site.as_(Role.DIRECTOR)
    user = site.users[Role.ECONOMIST]
    assert client.get("/mitt-konto/").status_code == 200
    deactivate_user(user.pk, by=TERMINAL)
    assert client.get("/mitt-konto/")["Location"].startswith("/logga-in/")
    assert "stämmer inte" in log_in(site.visitor()).content.decode()
    reactivate_user(user.pk, by=TERMINAL)
    assert client.get("/mitt-konto/")["Location"].startswith("/logga-in/")
    assert other.get("/mitt-konto/").status_code == 200, "others stay"
    assert log_in(site.visitor()).status_code == 302


def test_a_role_holds_from_the_next_request(site):
    client = site.as_(Role.ADMINISTRATOR)
    assert client.get("/installningar/anvandare/").status_code == 200
    User.objects.filter(role=Role.ADMINISTRATOR).update(role=Role.BOARD)
    assert client.get("/installningar/anvandare/").status_code == 403


def test_the_latest_logins_of_a_user_tell_of_those_that_were_refused(site):
    user = site.users[Role.ECONOMIST]
    log_in(site.visitor())
    log_in(site.visitor(), password="fel")
    log_in(site.visitor(), "director@example.se")
    assert [one.refused for one in latest_logins(user.pk)] == [True, False]


def test_somebody_changes_their_own_password_and_is_out_everywhere_else(site):
    here, there = site.economist, site.economist
    new = "en helt annan mening"
    wrong = here.post("/mitt-konto/losenord/", {"oldpassword": "fel", "password1": new, "password2": new})
    assert "Det är inte ditt nuvarande lösenord." in wrong.content.decode()
    weak = here.post("/mitt-konto/losenord/", {"oldpassword": PASSWORD, "password1": "kort", "password2": "kort"})
    assert "minst 12 tecken" in weak.content.decode()
    done = here.post("/mitt-konto/losenord/", {"oldpassword": PASSWORD, "password1": new, "password2": new})
    assert done["Location"] == "/mitt-konto/"
    assert "Lösenordet är bytt." in here.get("/mitt-konto/").content.decode()
    assert there.get("/mitt-konto/").status_code == 302
    assert TrailEntry.objects.last().deed == "change-password"
    assert log_in(site.visitor(), password=new).status_code == 302


def test_an_actor_without_a_role_may_nothing():
    assert not Actor("någon").may("read-books")
    assert Actor.invited("någon").may("accept-invitation")
    assert not Actor.invited("någon").may("log-in")
    assert TERMINAL.may("create-association")
