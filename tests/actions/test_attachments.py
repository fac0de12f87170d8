"""Papers of vouchers: what they are stands in their bytes; they follow the voucher, and nothing is lost."""

import hashlib

import pytest
from tests.questions.test_search import take

from samordna.access.actor import Actor
from samordna.access.models import Role, TrailEntry, User
from samordna.domain.values.problem import Refused
from samordna.office.actions import TERMINAL
from samordna.office.actions.books.attachments import ATTACHMENT_LIMITS, attach, withdraw_attachment
from samordna.office.questions.books.attachments import attachment
from samordna.office.questions.books.vouchers import voucher
from samordna.office.store import models

pytestmark = pytest.mark.usefixtures("association_folder")

PDF = b"%PDF-1.7\n1 0 obj\n<< >>\nendobj\n%%EOF\n"
PNG = b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR" + bytes(17)
JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF" + bytes(10)


def key_of(number: str = "1", series: str = "A") -> int:
    found = models.Voucher.objects.filter(ledger_import__current=True, series=series, number=number).order_by("id")
    return found.values_list("id", flat=True)[0]


@pytest.fixture(autouse=True)
def _books(association_folder):  # noqa: ARG001
    take()


@pytest.mark.parametrize(
    ("name", "data", "kept", "media_type"),
    [
        ("faktura.pdf", PDF, "faktura.pdf", "application/pdf"),
        ("Bild 1.PNG", PNG, "Bild 1.png", "image/png"),
        ("foto.jpeg", JPEG, "foto.jpg", "image/jpeg"),
        ("faktura.html", PDF, "faktura.html.pdf", "application/pdf"),
        ("C:\\Mina dokument\\..\\å ä ö.pdf", PDF, "å ä ö.pdf", "application/pdf"),
        ("../../etc/passwd", PDF, "passwd.pdf", "application/pdf"),
        ("", PDF, "underlag.pdf", "application/pdf"),
        ("...", PNG, "underlag.png", "image/png"),
        ("lön 121212-1212.pdf", PDF, "lön ••••••-••••.pdf", "application/pdf"),
        ("a\r\nSet-Cookie: x\x00\u202efdp.pdf", PDF, "aSet-Cookie: xfdp.pdf", "application/pdf"),
        ("x" * 300 + ".pdf", PDF, "x" * 116 + ".pdf", "application/pdf"),
    ],
)
def test_a_paper_is_kept_as_what_it_is_under_a_name_that_says_so(name, data, kept, media_type):
    paper = attach(key_of(), name=name, data=data, by=TERMINAL)
    assert (paper.file_name, paper.media_type, paper.size) == (kept, media_type, len(data))
    found = attachment(paper.id)
    assert (found.data, found.shown.sha256, found.voucher) == (data, hashlib.sha256(data).hexdigest(), "A 1")
    assert [shown.file_name for shown in voucher(key_of()).attachments] == [kept]


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "attachment-empty"),
        (b"<!doctype html><script>alert(1)</script>", "attachment-wrong-kind"),
        (b"<html>%PDF-1.7", "attachment-wrong-kind"),
        (b'<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>', "attachment-wrong-kind"),
        (b"%PDF-evil", "attachment-wrong-kind"),
        (b"%PD", "attachment-wrong-kind"),
        (b"\n" + PDF, "attachment-wrong-kind"),
        (b"GIF89a" + bytes(20), "attachment-wrong-kind"),
        (b"PK\x03\x04" + bytes(20), "attachment-wrong-kind"),
        (b"\x89PNG\r\n\x1a\n<script>", "attachment-wrong-kind"),
        (b"MZ" + bytes(100), "attachment-wrong-kind"),
        (PDF + bytes(ATTACHMENT_LIMITS.largest), "attachment-too-large"),
    ],
)
def test_what_is_no_paper_is_refused_whatever_its_name_says(data, code):
    with pytest.raises(Refused) as refused:
        attach(key_of(), name="faktura.pdf", data=data, by=TERMINAL)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert not models.Attachment.objects.exists()
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.refused, entry.subject) == ("attach", True, "faktura.pdf")


def test_the_largest_that_is_allowed_is_taken():
    data = PDF + bytes(ATTACHMENT_LIMITS.largest - len(PDF))
    assert attach(key_of(), name="stor.pdf", data=data, by=TERMINAL).size == ATTACHMENT_LIMITS.largest


def test_the_same_file_is_not_put_twice_to_one_voucher_but_may_be_to_another():
    attach(key_of(), name="faktura.pdf", data=PDF, by=TERMINAL)
    with pytest.raises(Refused, match=r"redan vid verifikationen, som faktura\.pdf"):
        attach(key_of(), name="annat namn.pdf", data=PDF, by=TERMINAL)
    attach(key_of("123"), name="faktura.pdf", data=PDF, by=TERMINAL)
    assert models.Attachment.objects.count() == 2


def test_a_voucher_has_no_end_of_papers(monkeypatch):
    monkeypatch.setattr(
        "samordna.office.actions.books.attachments.ATTACHMENT_LIMITS", type(ATTACHMENT_LIMITS)(of_a_voucher=2)
    )
    for number in range(2):
        attach(key_of(), name="a.pdf", data=PDF + bytes([number]), by=TERMINAL)
    with pytest.raises(Refused, match="har redan 2 underlag"):
        attach(key_of(), name="a.pdf", data=PDF, by=TERMINAL)


def test_a_paper_is_put_only_to_a_voucher_that_there_is():
    for missing in (0, -1, 999_999_999, 2**63 - 1):
        with pytest.raises(Refused, match="Verifikationen finns inte"):
            attach(missing, name="a.pdf", data=PDF, by=TERMINAL)


def test_a_paper_follows_its_voucher_to_the_next_import_of_the_year_and_no_other():
    attach(key_of(), name="faktura.pdf", data=PDF, by=TERMINAL)
    then = key_of()
    take("b.se", changed=("Hyra Östersund", "Hyra Umeå"))
    assert key_of() != then
    assert [paper.file_name for paper in voucher(key_of()).attachments] == ["faktura.pdf"]
    assert [paper.file_name for paper in voucher(then).attachments] == ["faktura.pdf"]
    take("c.se", year=2023)
    other_year = models.Voucher.objects.get(ledger_import=3, number="1").id
    assert voucher(other_year).attachments == ()
    assert voucher(key_of("123", "B")).attachments == voucher(key_of("123")).attachments == ()


def test_what_was_done_is_in_the_trail_with_what_was_kept():
    paper = attach(key_of(), name="faktura.pdf", data=PDF, by=TERMINAL)
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.by_name) == ("attach", "terminalen")
    assert entry.subject == "faktura.pdf vid verifikation A 1, räkenskapsår från 2024-01-01"
    assert entry.new == {
        "attachment": paper.id, "sha256": paper.sha256, "size": len(PDF), "media_type": "application/pdf",
    }  # fmt: skip


def test_a_paper_that_was_withdrawn_is_shown_and_served_no_longer_and_stays_in_the_archive():
    paper = attach(key_of(), name="faktura.pdf", data=PDF, by=TERMINAL)
    withdraw_attachment(paper.id, reason="Hör till en annan verifikation", by=TERMINAL)
    assert voucher(key_of()).attachments == ()
    assert attachment(paper.id) is None
    assert bytes(models.Attachment.objects.get().data) == PDF
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.new) == ("withdraw-attachment", {"reason": "Hör till en annan verifikation"})
    with pytest.raises(Refused, match="redan borttaget"):
        withdraw_attachment(paper.id, reason="igen", by=TERMINAL)
    assert attach(key_of(), name="faktura.pdf", data=PDF, by=TERMINAL).id != paper.id


@pytest.mark.parametrize(("reason", "code"), [(" ", "no-source"), ("Gäller 121212-1212", "identity-number-typed")])
def test_taking_a_paper_away_takes_a_reason_that_points_at_nobody(reason, code):
    paper = attach(key_of(), name="faktura.pdf", data=PDF, by=TERMINAL)
    with pytest.raises(Refused) as refused:
        withdraw_attachment(paper.id, reason=reason, by=TERMINAL)
    assert [problem.code for problem in refused.value.problems] == [code]
    assert attachment(paper.id)


@pytest.mark.parametrize("role", [Role.BOARD, Role.AUDITOR, Role.ADMINISTRATOR])
def test_who_may_not_puts_and_takes_nothing(role):
    paper = attach(key_of(), name="faktura.pdf", data=PDF, by=TERMINAL)
    somebody = Actor.user(User.objects.create_user("nagon@example.org", name="Någon", role=role))
    with pytest.raises(Refused):
        attach(key_of(), name="b.png", data=PNG, by=somebody)
    with pytest.raises(Refused):
        withdraw_attachment(paper.id, reason="prov", by=somebody)
    assert [shown.id for shown in voucher(key_of()).attachments] == [paper.id]
