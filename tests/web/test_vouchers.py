"""A voucher on the screen, and its papers: put there, opened, taken away, and nothing that runs."""

import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.actions.test_attachments import JPEG, PDF, PNG, key_of
from tests.questions.test_search import take

from samordna.access.models import Role, TrailEntry
from samordna.office.store import models

READERS = [Role.ECONOMIST, Role.DIRECTOR, Role.AUDITOR]
OTHERS = [Role.BOARD, Role.ADMINISTRATOR]


@pytest.fixture(autouse=True)
def _books(association_folder):  # noqa: ARG001
    take()


def put(client, *, name="faktura.pdf", data=PDF):
    return client.post(f"/verifikation/{key_of()}/underlag/", {"file": SimpleUploadedFile(name, data)})


def paper() -> models.Attachment:
    return models.Attachment.objects.get()


def test_a_voucher_has_a_page_with_ways_on(site):
    shown = site.economist.get(f"/verifikation/{key_of()}/").content.decode()
    assert "Verifikation A 1" in shown
    assert f'href="/konto/5010/?period=2024-01&amp;inlasning=1&amp;fran=/verifikation/{key_of()}/"' in shown
    centre = rf'href="/objekt/1/3001/\?period=2024-01[.\d-]*&amp;fran=/verifikation/{key_of()}/"'
    assert re.search(centre, shown)
    assert f'href="/verifikation/{key_of("123")}/"' in shown


def test_in_the_panel_it_is_only_itself(site):
    answer = site.economist.get(f"/verifikation/{key_of()}/", headers={"HX-Request": "true", "HX-Target": "panel"})
    assert b"<html" not in answer.content
    assert b'id="panel-title"' in answer.content


@pytest.mark.parametrize("role", OTHERS)
def test_who_may_not_read_vouchers_sees_none_and_no_paper(site, role):
    put(site.economist)
    assert site.as_(role).get(f"/verifikation/{key_of()}/").status_code == 403
    assert site.as_(role).get(f"/underlag/{paper().id}/").status_code == 403


def test_what_is_not_there_is_not_found(site):
    for path in ("/verifikation/1/", f"/verifikation/{'9' * 40}/", "/underlag/1/", f"/underlag/{'9' * 40}/"):
        assert site.economist.get(path).status_code == 404
    missing = site.economist.post("/verifikation/1/underlag/", {"file": SimpleUploadedFile("a.pdf", PDF)})
    assert missing.status_code == 404


@pytest.mark.parametrize(
    ("data", "media_type", "shown_in_place"),
    [(PDF, "application/pdf", False), (PNG, "image/png", True), (JPEG, "image/jpeg", True)],
)
def test_a_paper_is_served_as_what_it_is_and_can_run_nothing(site, data, media_type, shown_in_place):
    answer = put(site.economist, name='"><script>alert(1)</script>.html', data=data)
    assert (answer.status_code, answer.url) == (302, f"/verifikation/{key_of()}/")
    served = site.as_(Role.AUDITOR).get(f"/underlag/{paper().id}/")
    assert served.content == data
    assert served["Content-Type"] == media_type
    assert served["Content-Security-Policy"] == "sandbox"
    assert served["X-Content-Type-Options"] == "nosniff"
    assert served["Content-Disposition"].startswith("inline" if shown_in_place else "attachment")
    assert not paper().file_name.endswith(".html")
    shown = site.economist.get(f"/verifikation/{key_of()}/").content
    assert b"<script>alert" not in shown


def test_who_opens_a_paper_is_in_the_trail(site):
    put(site.economist)
    site.as_(Role.AUDITOR).get(f"/underlag/{paper().id}/")
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.by_name) == ("export", "Revisor")
    assert entry.subject == "faktura.pdf vid verifikation A 1"
    assert entry.new["sha256"] == paper().sha256


def test_what_is_no_paper_is_told_where_it_was_chosen(site):
    answer = put(site.economist, data=b"<svg onload=alert(1)>")
    assert answer.status_code == 422
    assert "Filen är varken PDF, PNG eller JPEG." in answer.content.decode()
    assert not models.Attachment.objects.exists()
    nothing = site.economist.post(f"/verifikation/{key_of()}/underlag/")
    assert nothing.status_code == 422
    assert "Filen är tom." in nothing.content.decode()


def test_a_paper_is_taken_away_with_a_reason_and_one_is_led_back(site):
    put(site.economist)
    number = paper().id
    refused = site.economist.post(f"/underlag/{number}/ta-bort/", {"reason": " "})
    assert refused.status_code == 422
    done = site.economist.post(f"/underlag/{number}/ta-bort/", {"reason": "Fel", "verifikation": str(key_of())})
    assert (done.status_code, done.url) == (302, f"/verifikation/{key_of()}/")
    assert site.economist.get(f"/underlag/{number}/").status_code == 404
    for hostile in ("//evil.example", "x", "9" * 50, "-1", "\u0663"):
        answer = site.economist.post(f"/underlag/{number}/ta-bort/", {"reason": "igen", "verifikation": hostile})
        assert answer.status_code == 422


def test_putting_and_taking_away_a_paper_keeps_the_way_back(site):
    came = "?fran=/konto/1930/%3Fperiod%3D2024-03"
    page = site.economist.get(f"/verifikation/{key_of()}/{came}").content.decode()
    assert f'action="/verifikation/{key_of()}/underlag/{came}"' in page
    sent = {"file": SimpleUploadedFile("kvitto.png", PNG)}
    done = site.economist.post(f"/verifikation/{key_of()}/underlag/{came}", sent)
    assert (done.status_code, done.url) == (302, f"/verifikation/{key_of()}/{came}")
    assert f'action="/underlag/{paper().id}/ta-bort/{came}"' in site.economist.get(done.url).content.decode()
    told = {"reason": "Fel", "verifikation": str(key_of())}
    assert site.economist.post(f"/underlag/{paper().id}/ta-bort/{came}", told).url == done.url


@pytest.mark.parametrize("role", [Role.AUDITOR, *OTHERS])
def test_who_may_not_puts_and_takes_nothing(site, role):
    put(site.economist)
    assert put(site.as_(role), data=PNG).status_code == 403
    assert site.as_(role).post(f"/underlag/{paper().id}/ta-bort/", {"reason": "x"}).status_code == 403
    assert models.Attachment.objects.filter(withdrawal__isnull=True).count() == 1


def test_who_may_only_read_is_offered_no_form(site):
    put(site.economist)
    address = f"/verifikation/{key_of()}/"
    assert "<form" in site.economist.get(address).content.decode().partition("<main")[2]
    assert "<form" not in site.as_(Role.AUDITOR).get(address).content.decode().partition("<main")[2]
