"""The screens of settings: people are let in and shut out by plain forms, and only by those who may."""

import re

import pytest
from django.core.cache import cache

from samordna.access.models import Invitation, Role, TrailEntry, User
from samordna.office.actions import TERMINAL, invite_user
from samordna.office.questions import association, users

USERS = "/installningar/anvandare/"
PASSWORD = "korrekt häst batteri"
SHOWN_TO = {Role.ECONOMIST, Role.DIRECTOR, Role.AUDITOR, Role.ADMINISTRATOR}


@pytest.fixture(autouse=True)
def _nobody_has_tried_yet():
    cache.clear()


@pytest.fixture
def administrator(site):
    return site.as_(Role.ADMINISTRATOR)


def page(client, path, status=200):
    answer = client.get(path)
    assert answer.status_code == status
    return answer.content.decode()


def link_on(page):
    [link] = re.findall(r'value="http://localhost(/inbjudan/[^"]+/)" readonly', page)
    return link


def invite(client, **given):
    asked = {"name": "Ny Ekonom", "email": "ny@example.se", "role": "economist"} | given
    return client.post(f"{USERS}bjud-in/", asked)


def test_somebody_is_let_in_from_the_invitation_to_the_first_page(site, administrator):
    made = invite(administrator)
    assert made.status_code == 200
    assert "no-store" in made["Cache-Control"]
    link = link_on(made.content.decode())
    assert "Ny Ekonom" in page(administrator, USERS)
    guest = site.visitor()
    shown = guest.get(link)
    for told in ("Ny Ekonom", "ny@example.se", "ekonom", association().name):
        assert told in shown.content.decode()
    assert shown["Referrer-Policy"] == "strict-origin"
    assert "no-store" in shown["Cache-Control"]
    done = guest.post(link, {"password": PASSWORD, "again": PASSWORD})
    assert (done.status_code, done["Location"]) == (302, "/")
    assert "ny@example.se" in page(guest, "/mitt-konto/")
    assert guest.cookies["samordna"]["expires"] == ""
    assert "Ingen länk väntar" in page(administrator, USERS)
    assert [entry.deed for entry in TrailEntry.objects.order_by("-id")[:3]] == [
        "log-in",
        "accept-invitation",
        "invite-user",
    ]


def test_the_link_is_shown_once(administrator):
    link = link_on(invite(administrator).content.decode())
    for path in (USERS, f"{USERS}bjud-in/", "/spar/"):
        assert link not in page(administrator, path)
    secret = link.split("/")[2]
    assert secret not in str([*TrailEntry.objects.values(), *Invitation.objects.values()])


@pytest.mark.parametrize(
    ("password", "again", "told"),
    [
        ("", "", "fält måste fyllas i"),
        ("kort", "kort", "minst 12 tecken"),
        (PASSWORD, "något annat", "Det är inte samma lösenord som ovan."),
        ("ny@example.se1", "ny@example.se1", "för likt namnet eller e-postadressen"),
        ("<script>alert(1)</script>", "x", "Det är inte samma lösenord som ovan."),
        ("a\x00" * 10, "a\x00" * 10, "ull"),
    ],
)
def test_a_password_that_will_not_do_is_told_in_place_and_the_link_still_works(site, password, again, told):
    made = invite_user("ny@example.se", name="Ny", role=Role.BOARD, by=TERMINAL)
    guest = site.visitor()
    answer = guest.post(f"/inbjudan/{made.secret}/", {"password": password, "again": again})
    assert answer.status_code == 422
    assert told in answer.content.decode()
    assert "<script>alert" not in answer.content.decode()
    assert not User.objects.filter(email="ny@example.se").exists()
    assert page(guest, f"/inbjudan/{made.secret}/")


@pytest.mark.parametrize("secret", ["x", "%00", "%ff", "x" * 2_000, "%3Cscript%3Ealert(1)%3C/script%3E"])
def test_a_link_that_is_none_says_so_to_anybody(site, secret):
    guest = site.visitor()
    for answer in (guest.get(f"/inbjudan/{secret}/"), guest.post(f"/inbjudan/{secret}/", {"password": PASSWORD})):
        assert answer.status_code == 404
        assert "<script>alert" not in answer.content.decode()


def test_who_guesses_at_links_is_asked_to_wait(site):
    guest = site.visitor()
    answers = [guest.post("/inbjudan/x/").status_code for _ in range(21)]
    assert answers == [*[404] * 20, 429]


def test_what_is_wrong_with_an_invitation_is_told_at_its_field_and_what_was_typed_stays(administrator):
    answer = invite(administrator, name="<script>x</script>", email="ingen adress")
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert 'href="#id_email"' in shown
    assert "Det är ingen e-postadress." in shown
    assert 'value="&lt;script&gt;x&lt;/script&gt;"' in shown
    assert invite(administrator, role="kung").status_code == 422
    assert invite(administrator, email="economist@example.se").status_code == 422
    assert invite(administrator, name="Ny 121212-1212").status_code == 422
    assert not Invitation.objects.exists()


def test_a_name_is_never_markup(administrator):
    invite(administrator, name="<img src=x onerror=alert(1)>")
    assert "<img" not in page(administrator, USERS)
    assert "<img" not in page(administrator, "/spar/")


def test_a_link_is_withdrawn(site, administrator):
    link = link_on(invite(administrator).content.decode())
    [row] = Invitation.objects.all()
    done = administrator.post(f"/installningar/inbjudningar/{row.pk}/dra-tillbaka/")
    assert done["Location"] == USERS
    assert "Länken är tillbakadragen." in page(administrator, USERS)
    assert "tillbakadragen" in page(site.visitor(), link, 404)
    assert administrator.post(f"/installningar/inbjudningar/{row.pk}/dra-tillbaka/").status_code == 422


def test_a_user_gets_another_role_is_shut_out_and_let_in_again(site, administrator):
    one = site.users[Role.BOARD]
    theirs = f"{USERS}{one.pk}/"
    assert administrator.post(f"{theirs}roll/", {"to": "auditor"})["Location"] == theirs
    assert "Styrelse är nu revisor." in page(administrator, theirs)
    administrator.post(f"{theirs}stang-av/")
    assert "Avstängd" in page(administrator, theirs)
    administrator.post(f"{theirs}slapp-in/")
    assert "kan logga in igen" in page(administrator, theirs)
    assert [(user.role, user.active) for user in users() if user.id == one.pk] == [("auditor", True)]


def test_a_user_gets_a_link_to_a_new_password(site, administrator):
    one = site.users[Role.BOARD]
    link = link_on(administrator.post(f"{USERS}{one.pk}/losenord/").content.decode())
    guest = site.visitor()
    assert "Nytt lösenord" in page(guest, link)
    guest.post(link, {"password": PASSWORD, "again": PASSWORD})
    one.refresh_from_db()
    assert one.check_password(PASSWORD)


def test_the_only_administrator_is_not_offered_what_would_be_refused(site, administrator):
    own = page(administrator, f"{USERS}{site.users[Role.ADMINISTRATOR].pk}/")
    assert "Du kan inte ändra din egen roll" in own
    assert "stang-av" not in own
    other = page(site.economist, f"{USERS}{site.users[Role.ADMINISTRATOR].pk}/")
    assert "<form" not in other.partition("<main")[2].partition("</main>")[0]


@pytest.mark.parametrize("number", ["0", "999999", "9" * 30])
def test_a_user_that_is_none_is_told(administrator, number):
    assert administrator.get(f"{USERS}{number}/").status_code == 404
    for deed in ("roll", "losenord", "stang-av", "slapp-in"):
        assert administrator.post(f"{USERS}{number}/{deed}/", {"to": "board"}).status_code in {404, 422}


@pytest.mark.parametrize("role", ["", "kung", "\x00", "<script>"])
def test_a_role_that_is_none_is_told(site, administrator, role):
    one = site.users[Role.BOARD]
    assert administrator.post(f"{USERS}{one.pk}/roll/", {"to": role}).status_code == 404
    one.refresh_from_db()
    assert one.role == "board"


def test_the_association_is_given_another_name_by_a_form(site):
    director = site.as_(Role.DIRECTOR)
    assert 'value="Samordningsförbundet Exempel"' in page(director, "/installningar/forbund/")
    wrong = director.post("/installningar/forbund/", {"name": "", "organisation_number": "12"})
    assert wrong.status_code == 422
    assert "måste fyllas i" in wrong.content.decode()
    director.post("/installningar/forbund/", {"name": "Nya <b>", "organisation_number": "222000-1234"})
    shown = page(director, "/installningar/")
    assert '<dd><a href="/uppstallning/">' in shown
    assert "Nya &lt;b&gt;" in shown
    assert association().organisation_number == "222000-1234"


def test_the_way_back_of_a_refusal_stays_on_the_site(administrator):
    for came, back in (("//ond.example/", "/ond.example/"), ("/spar/", "/spar/")):
        told = administrator.get("/finns-inte/", headers={"Referer": f"http://localhost{came}"}).content.decode()
        assert f'href="{back}"' in told
        assert 'href="//' not in told


def test_the_roles_are_a_table_of_what_the_program_asks_itself(administrator):
    shown = page(administrator, "/installningar/roller/")
    rows = re.findall(r'<th scope="row">([^<]+)</th>(.*?)</tr>', shown)
    told = {deed: [cell.endswith(">ja") for cell in cells.split("</td>")[:-1]] for deed, cells in rows}
    assert told["bjuda in användare"] == [False, False, False, False, True]
    assert told["läsa verifikationer"] == [True, True, False, True, False]


@pytest.mark.parametrize("role", Role)
def test_settings_are_read_by_some_and_changed_by_few(site, role):
    client, one = site.as_(role), site.users[Role.BOARD]
    for path in ("/installningar/", USERS, f"{USERS}{one.pk}/", "/installningar/roller/"):
        assert (client.get(path).status_code == 200) == (role in SHOWN_TO), path
    if role is Role.ADMINISTRATOR:
        return
    before = [*User.objects.values(), *Invitation.objects.values()]
    for path in (f"{USERS}{one.pk}/{deed}/" for deed in ("roll", "losenord", "stang-av", "slapp-in")):
        assert client.post(path, {"to": "administrator"}).status_code == 403
    assert invite(client).status_code == client.get(f"{USERS}bjud-in/").status_code == 403
    assert client.post("/installningar/inbjudningar/1/dra-tillbaka/").status_code == 403
    assert [*User.objects.values(), *Invitation.objects.values()] == before
