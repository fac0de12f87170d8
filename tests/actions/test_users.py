"""A user's role and access change at once, and the association is never without somebody who can let people in."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.contrib.auth.backends import ModelBackend
from django.db import connection
from tests.actions.people import actor, last_trace, let_in

from samordna.access.actor import Actor
from samordna.access.models import Role, TrailEntry, User
from samordna.domain.values.problem import Refused
from samordna.office.actions import TERMINAL, change_association, change_role, deactivate_user, reactivate_user
from samordna.office.questions import association, latest_logins, rights_table, roles, user, users

pytestmark = pytest.mark.usefixtures("association_folder")

ADMINISTRATOR = actor(Role.ADMINISTRATOR)


def refused_with(code, deed, *given, **named):
    with pytest.raises(Refused) as refused:
        deed(*given, **named)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert last_trace().refused


def test_a_role_changes_and_the_trail_has_both():
    user = let_in(Role.BOARD)
    change_role(user.pk, Role.AUDITOR, by=ADMINISTRATOR)
    user.refresh_from_db()
    entry = last_trace()
    assert user.role == "auditor"
    assert (entry.deed, entry.subject, entry.old, entry.new) == (
        "change-role",
        "Styrelse (board@example.se)",
        {"role": "board"},
        {"role": "auditor"},
    )


def test_the_role_one_has_already_changes_nothing():
    user = let_in(Role.BOARD)
    before = TrailEntry.objects.count()
    change_role(user.pk, Role.BOARD, by=ADMINISTRATOR)
    assert TrailEntry.objects.count() == before


def test_nobody_changes_their_own_role_or_shuts_themselves_out():
    let_in(Role.ADMINISTRATOR, "andra@example.se")
    me = let_in(Role.ADMINISTRATOR)
    refused_with("own-role", change_role, me.pk, Role.ECONOMIST, by=Actor.user(me))
    refused_with("own-access", deactivate_user, me.pk, by=Actor.user(me))


def test_the_only_administrator_stays():
    only = let_in(Role.ADMINISTRATOR)
    shut_out = let_in(Role.ADMINISTRATOR, "andra@example.se")
    deactivate_user(shut_out.pk, by=ADMINISTRATOR)
    refused_with("last-administrator", change_role, only.pk, Role.BOARD, by=TERMINAL)
    refused_with("last-administrator", deactivate_user, only.pk, by=TERMINAL)
    assert [one.only_administrator for one in users()] == [True, False]


def test_two_administrators_who_shut_each_other_out_at_once_leave_one():
    both = [let_in(Role.ADMINISTRATOR, f"{name}@example.se") for name in "ab"]

    def shut_out(one, other):
        try:
            deactivate_user(other.pk, by=Actor.user(one))
        except Refused:
            return False
        finally:
            connection.close()
        return True

    with ThreadPoolExecutor(2) as threads:
        done = [*threads.map(shut_out, both, reversed(both))]
    assert sorted(done) == [False, True]
    assert User.objects.filter(is_active=True).count() == 1


def test_who_is_shut_out_is_nobody_from_the_next_request():
    user = let_in(Role.ECONOMIST)
    deactivate_user(user.pk, by=ADMINISTRATOR)
    assert ModelBackend().get_user(user.pk) is None
    user.refresh_from_db()
    assert Actor.user(user).role is None
    entry = last_trace()
    assert (entry.deed, entry.old, entry.new) == ("deactivate-user", {"is_active": True}, {"is_active": False})


def test_who_is_let_in_again_has_the_role_and_the_password_from_before():
    one = let_in(Role.ECONOMIST)
    deactivate_user(one.pk, by=ADMINISTRATOR)
    reactivate_user(one.pk, by=ADMINISTRATOR)
    shown = user(one.pk)
    assert (shown.active, shown.role) == (True, "economist")
    assert last_trace().deed == "reactivate-user"


@pytest.mark.parametrize("deed", [deactivate_user, reactivate_user, lambda pk, by: change_role(pk, Role.BOARD, by=by)])
def test_nobody_but_an_administrator_changes_users_and_only_those_there_are(deed):
    one = let_in(Role.BOARD)
    for role in set(Role) - {Role.ADMINISTRATOR}:
        refused_with("not-allowed", deed, one.pk, by=actor(role))
    refused_with("no-such-user", deed, one.pk + 1, by=ADMINISTRATOR)


def test_the_list_of_users_has_those_who_may_come_in_first():
    for role, name in ((Role.BOARD, "Berit"), (Role.ADMINISTRATOR, "Cecilia"), (Role.AUDITOR, "Anna")):
        let_in(role, f"{name}@example.se", name=name)
    deactivate_user(next(one.id for one in users() if one.name == "Anna"), by=TERMINAL)
    assert [(one.name, one.role_name, one.active, one.last_login) for one in users()] == [
        ("Berit", "styrelse", True, None),
        ("Cecilia", "administratör", True, None),
        ("Anna", "revisor", False, None),
    ]
    assert user(0) is None
    assert latest_logins(users()[0].id) == ()


def test_the_roles_are_named_in_swedish():
    assert [role.name for role in roles()] == ["ekonom", "förbundschef", "styrelse", "revisor", "administratör"]
    assert rights_table().roles == tuple(role.name for role in roles())


def test_the_association_changes_its_name_and_number():
    facts = change_association(" Samordningsförbundet Nya ", organisation_number="2220001234", by=actor(Role.DIRECTOR))
    assert (facts.name, facts.organisation_number) == ("Samordningsförbundet Nya", "222000-1234")
    entry = last_trace()
    assert entry.old == {"name": "Samordningsförbundet Exempel", "organisation_number": "222000-0000"}
    assert entry.new == {"name": "Samordningsförbundet Nya", "organisation_number": "222000-1234"}


def test_what_is_so_already_leaves_no_trace():
    before = TrailEntry.objects.count()
    facts = association()
    change_association(facts.name, organisation_number=facts.organisation_number, by=TERMINAL)
    assert TrailEntry.objects.count() == before


@pytest.mark.parametrize(
    ("name", "number", "code"),
    [
        ("", "", "name-missing"),
        ("Förbundet 121212-1212", "", "identity-number-typed"),
        ("Förbundet\x00", "", "hidden-characters"),
        ("F" * 201, "", "name-too-long"),
        ("Förbundet", "222", "organisation-number-malformed"),
        ("Förbundet", "222000-0000\x00", "organisation-number-malformed"),
        ("Förbundet", "121212-1212", "identity-number-typed"),
    ],
)
def test_what_is_no_name_and_no_number_changes_nothing(name, number, code):
    refused_with(code, change_association, name, organisation_number=number, by=TERMINAL)
    assert association().name == "Samordningsförbundet Exempel"


@pytest.mark.parametrize("role", [Role.ECONOMIST, Role.BOARD, Role.AUDITOR])
def test_only_those_who_may_change_the_association(role):
    refused_with("not-allowed", change_association, "X", organisation_number="", by=actor(role))
