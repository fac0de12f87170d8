"""A link lets one person in, once, for a while; and nobody can show it again."""

import datetime as dt
import hashlib

import pytest
from django.contrib.auth import authenticate
from django.utils import timezone
from tests.actions.people import PASSWORD, actor, last_trace, let_in

from samordna.access.models import Invitation, Role, TrailEntry, User
from samordna.domain.values.problem import Refused
from samordna.office.actions import (
    TERMINAL,
    accept_invitation,
    deactivate_user,
    invite_to_new_password,
    invite_user,
    reactivate_user,
    withdraw_invitation,
)
from samordna.office.questions import invitation, open_invitations

pytestmark = pytest.mark.usefixtures("association_folder")


def codes(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [problem.code for problem in refused.value.problems]


def invite(email="ny@example.se", *, name="Ny Ekonom", role=Role.ECONOMIST, by=TERMINAL):
    return invite_user(email, name=name, role=role, by=by)


def test_an_invited_person_comes_in_with_a_password_of_their_own():
    made = invite(" Ny@Example.SE ")
    entered = accept_invitation(made.secret, password=PASSWORD)
    assert (entered.name, entered.email) == ("Ny Ekonom", "ny@example.se")
    user = User.objects.get(pk=entered.user_id)
    assert (user.role, user.is_active, user.check_password(PASSWORD)) == ("economist", True, True)
    assert open_invitations() == ()


def test_the_database_holds_a_digest_and_the_trail_no_secret():
    made = invite()
    [row] = Invitation.objects.all()
    assert row.digest == hashlib.sha256(made.secret.encode()).hexdigest()
    accept_invitation(made.secret, password=PASSWORD)
    kept = str([*Invitation.objects.values(), *TrailEntry.objects.values(), *User.objects.values()])
    assert made.secret not in kept
    assert PASSWORD not in kept
    assert made.secret not in repr(made)


def test_the_trail_says_who_let_whom_in_as_what():
    made = invite(by=actor(Role.ADMINISTRATOR))
    entry = last_trace()
    assert (entry.deed, entry.by_name, entry.subject) == ("invite-user", "administratör", "Ny Ekonom (ny@example.se)")
    assert (entry.new["role"], entry.new["purpose"]) == ("economist", "ny användare")
    accept_invitation(made.secret, password=PASSWORD)
    entry = last_trace()
    assert (entry.deed, entry.by_name, entry.subject) == ("accept-invitation", "Ny Ekonom", "Ny Ekonom (ny@example.se)")


def test_whoever_holds_the_link_is_told_what_it_is():
    made = invite()
    told = invitation(made.secret)
    assert (told.name, told.email, told.role_name) == ("Ny Ekonom", "ny@example.se", "ekonom")
    assert (told.association, told.new_password) == ("Samordningsförbundet Exempel", False)
    assert told.expires_at - timezone.now() > dt.timedelta(days=13)


@pytest.mark.parametrize(
    ("email", "name", "wrong"),
    [
        ("ny", "Ny", ["email-malformed"]),
        ("", "Ny", ["email-malformed"]),
        ("ny@example.se, annan@example.se", "Ny", ["email-malformed"]),
        ("a" * 250 + "@example.se", "Ny", ["email-malformed"]),
        ("ny@example.se\x00", "Ny", ["email-malformed", "hidden-characters"]),
        ("121212-1212@example.se", "Ny", ["identity-number-typed"]),
        ("ny@example.se", "  ", ["name-missing"]),
        ("ny@example.se", "Ny 121212-1212", ["identity-number-typed"]),
        ("ny@example.se", "N" * 201, ["name-too-long"]),
        ("ny@example.se", "N" * 100_000, ["name-too-long"]),
        ("ny@example.se", "Ny\x00", ["hidden-characters"]),
        ("ny@example.se", "Ny\u202egnp.exe", ["hidden-characters"]),
        ("ny@example.se", "Ny\nRad", ["hidden-characters"]),
        ("ny", "", ["email-malformed", "name-missing"]),
    ],
)
def test_what_is_no_address_or_no_name_is_refused_all_at_once_and_the_trail_bears_it(email, name, wrong):
    with pytest.raises(Refused) as refused:
        invite(email, name=name)
    assert codes(refused) == wrong
    entry = last_trace()
    assert (entry.deed, entry.refused, [one["code"] for one in entry.new["problems"]]) == ("invite-user", True, wrong)
    assert len(entry.subject) <= 200
    assert "1212" not in entry.subject


def test_a_name_with_a_script_in_it_is_a_name():
    made = invite(name="<script>alert(1)</script>")
    assert invitation(made.secret).name == "<script>alert(1)</script>"


def test_one_address_is_one_user():
    user = let_in(Role.BOARD)
    with pytest.raises(Refused) as refused:
        invite("BOARD@example.se")
    assert codes(refused) == ["email-taken"]
    let_in(Role.ADMINISTRATOR)
    deactivate_user(user.pk, by=TERMINAL)
    with pytest.raises(Refused) as refused:
        invite("board@example.se")
    assert codes(refused) == ["email-shut-out"]


def test_a_link_works_once():
    made = invite()
    accept_invitation(made.secret, password=PASSWORD)
    with pytest.raises(Refused) as refused:
        accept_invitation(made.secret, password=PASSWORD)
    assert codes(refused) == ["invitation-used"]
    with pytest.raises(Refused):
        invitation(made.secret)
    assert User.objects.count() == 1


def test_a_link_works_for_fourteen_days():
    made = invite()
    Invitation.objects.update(expires_at=timezone.now())
    with pytest.raises(Refused) as refused:
        accept_invitation(made.secret, password=PASSWORD)
    assert codes(refused) == ["invitation-expired"]
    assert [one.expired for one in open_invitations()] == [True]


def test_a_link_that_was_withdrawn_lets_in_nobody():
    made = invite()
    [waiting] = open_invitations()
    withdraw_invitation(waiting.id, by=TERMINAL)
    with pytest.raises(Refused) as refused:
        accept_invitation(made.secret, password=PASSWORD)
    assert codes(refused) == ["invitation-withdrawn"]
    with pytest.raises(Refused) as refused:
        withdraw_invitation(waiting.id, by=TERMINAL)
    assert codes(refused) == ["no-open-invitation"]


def test_the_latest_link_to_an_address_is_the_only_one():
    first, second = invite(), invite()
    with pytest.raises(Refused) as refused:
        invitation(first.secret)
    assert codes(refused) == ["invitation-withdrawn"]
    assert accept_invitation(second.secret, password=PASSWORD).email == "ny@example.se"


@pytest.mark.parametrize("secret", ["", "x", "å" * 100_000, "\x00", "\udcff", "../../etc/passwd"])
def test_a_link_that_nobody_made_lets_in_nobody_and_the_trail_does_not_repeat_it(secret):
    with pytest.raises(Refused) as refused:
        accept_invitation(secret, password=PASSWORD)
    assert codes(refused) == ["no-such-invitation"]
    entry = last_trace()
    assert (entry.deed, entry.refused, entry.by_name, entry.subject) == ("accept-invitation", True, "länken", "länken")


@pytest.mark.parametrize(
    "password", ["", "kort", "123456789012", "password1234", "ny@example.se", "Ny Ekonom 12", "a" * 5]
)
def test_a_password_that_is_easy_to_guess_is_refused_in_swedish_and_the_link_still_works(password):
    made = invite()
    with pytest.raises(Refused) as refused:
        accept_invitation(made.secret, password=password)
    assert set(codes(refused)) == {"weak-password"}
    assert all("lösenord" in problem.found.lower() for problem in refused.value.problems)
    assert accept_invitation(made.secret, password=PASSWORD).email == "ny@example.se"


def test_a_user_gets_a_new_password_by_a_link_and_the_old_one_stops():
    user = let_in(Role.AUDITOR)
    made = invite_to_new_password(user.pk, by=TERMINAL)
    assert invitation(made.secret).new_password
    user.refresh_from_db()
    assert user.check_password(PASSWORD), "the old one holds until the link is used"
    before = user.get_session_auth_hash()
    entered = accept_invitation(made.secret, password="en helt annan mening")
    user.refresh_from_db()
    assert entered.user_id == user.pk
    assert user.check_password("en helt annan mening")
    assert user.get_session_auth_hash() != before, "sessions with the old one end"


def test_nobody_who_is_shut_out_comes_in_by_a_link():
    user = let_in(Role.AUDITOR)
    made = invite_to_new_password(user.pk, by=TERMINAL)
    deactivate_user(user.pk, by=TERMINAL)
    with pytest.raises(Refused):
        accept_invitation(made.secret, password="en helt annan mening")
    with pytest.raises(Refused) as refused:
        invite_to_new_password(user.pk, by=TERMINAL)
    assert codes(refused) == ["user-shut-out"]
    reactivate_user(user.pk, by=TERMINAL)
    with pytest.raises(Refused) as refused:
        accept_invitation(made.secret, password="en helt annan mening")
    assert codes(refused) == ["invitation-withdrawn"], "an old way in does not open again"


@pytest.mark.parametrize("role", [role for role in Role if role is not Role.ADMINISTRATOR])
def test_only_an_administrator_lets_people_in(role):
    user = let_in(Role.BOARD, "b@example.se")
    made = invite()
    for deed in (
        lambda: invite("c@example.se", by=actor(role)),
        lambda: invite_to_new_password(user.pk, by=actor(role)),
        lambda: withdraw_invitation(Invitation.objects.get(email="ny@example.se").pk, by=actor(role)),
    ):
        with pytest.raises(Refused) as refused:
            deed()
        assert codes(refused) == ["not-allowed"]
    assert invitation(made.secret).name == "Ny Ekonom"


def test_a_user_who_came_in_by_a_link_can_log_in():
    let_in(Role.DIRECTOR)
    user = User.objects.get()
    assert authenticate(None, username="director@example.se", password=PASSWORD) == user
