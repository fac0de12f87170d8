"""Avtal: the list, sums without an agreement, an agreement with its versions, papers and steps."""

import datetime as dt

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from tests.actions.test_attachments import PDF
from tests.visiting import Site
from tests.web.books import links, words
from tests.web.plan_books import YEAR, kept, read_in, with_budget, with_register

from samordna.access.models import Role
from samordna.domain.plan.agreement import AgreedSum
from samordna.domain.plan.agreements.life import AgreementState
from samordna.domain.plan.agreements.terms import AgreedNumber, Counted, Notice, ServiceAgreement
from samordna.domain.plan.profile import Profile, Shape
from samordna.domain.plan.rhythm import Rhythm
from samordna.office import questions

PAGE = "/avtal/?ar=2024"
AGREED = {"rad": "3001", "amount": "610 000", "weights": "", "performer": "Exempelkommun", "source": "Muntligt"}
TERMS = {
    "party": "Exempelkommun", "name": "Steget", "kind": "performer", "first": "2024-01", "last": "2024-12",
    "rhythm": "quarterly", "in_advance": "on", "notice_day": "2024-09-30", "runs_on": "12", "number": "30",
    "counts": "starts", "reference": "Styrelsen § 41", "remark": "",
    "part-0-row": "3001", "part-0-year": "2024", "part-0-amount": "600 000", "part-0-weights": "",
    "part-1-row": "", "part-1-year": "", "part-1-amount": "", "part-1-weights": "",
}  # fmt: skip
SIGNED = {**TERMS, "signed": "2023-12-15"}


def plan():
    return questions.plan_held().plan


def held() -> ServiceAgreement:
    return questions.agreement_shown(1).agreement


def enter(site: Site, **said: str):
    return site.economist.post("/avtal/nytt/", {**SIGNED, **said}, follow=True)


def step(site: Site, kind: str, **said: object):
    seen = questions.agreement_shown(1).said.number
    return site.economist.post("/avtal/1/steg/", {"steg": kind, "sedd": seen, "day": "2024-12-31", **said}, follow=True)


def post(site: Site, **said: object):
    return site.economist.post("/avtal/summor/2024/", said, follow=True)


def test_the_old_addresses_lead_here_for_good(site: Site):
    for old, new in (("/avtal-och-bidrag/", "/avtal/"), ("/avtal-och-bidrag/2024/", PAGE)):
        answer = site.economist.get(old)
        assert (answer.status_code, answer["Location"]) == (301, new)


def test_before_anything_is_entered_the_page_says_what_to_do(site: Site):
    page = site.economist.get("/avtal/")
    assert "Inga rader att avtala för" in words(page)
    assert "/kostnadsstallen/register/" in links(page)
    with_register()
    page = site.economist.get(PAGE)
    assert "Inget avtal för året" in words(page)
    assert "/avtal/nytt/" in links(page)
    assert "/avtal/nytt/" not in links(site.as_(Role.BOARD).get(PAGE))


def test_an_agreement_is_entered_and_shown_with_what_it_feeds(site: Site):
    with_budget()
    page = enter(site)
    assert page.redirect_chain[-1] == ("/avtal/1/", 302)
    one = held()
    assert (one.party, one.rhythm, one.in_advance, one.state) == (
        "Exempelkommun", Rhythm.QUARTERLY, True, AgreementState.SIGNED,
    )  # fmt: skip
    assert one.notice == Notice(dt.date(2024, 9, 30), 12)
    assert one.agreed == AgreedNumber(30, Counted.STARTS)
    assert [(told.row, told.amount) for told in plan().agreed] == [("3001", 600_000_00)]
    assert "30 starter" in words(page)
    assert {"/budget/2024/rad/3001/", "/ej-bokfort/"} <= set(links(page))
    listed = site.economist.get(PAGE)
    assert "Exempelkommun, Steget" in words(listed)
    assert "600 000" in words(listed)
    assert {"/avtal/1/", "/budget/2024/rad/3001/", "/objekt/1/3001/?period=2024-01..2024-08"} <= set(links(listed))


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({"party": ""}, "Detta fält måste fyllas i"),
        ({"first": "snart"}, "”snart” är ingen månad."),
        ({"notice_day": "1900-09-30"}, "Året 1900 kan inte vara rätt. Skriv en dag 1990–2100."),
        ({"last": "2023-12"}, "innan det börjar januari 2024"),
        ({"notice_day": "2025-01-31"}, "efter avtalets slut i december 2024"),
        ({"notice_day": ""}, "Skriv sista dagen för uppsägning"),
        ({"counts": ""}, "det framgår inte vad som räknas"),
        ({"number": ""}, "Skriv antalet, eller välj bort vad som räknas"),
        ({"part-0-amount": ""}, "Skriv rad, år och summa"),
        ({"part-0-amount": "sex"}, "”sex” är inget belopp."),
        ({"part-0-amount": "-5"}, "är en kostnad och skrivs utan minus"),
        ({"part-0-year": "2025"}, "men avtalet gäller januari–december 2024"),
        ({"part-0-weights": "1 två"}, "Skriv heltal med mellanslag"),
        ({"part-0-weights": "1 2 3"}, "Ange en andel för varje månad."),
        ({"part-1-row": "3001", "part-1-year": "2024", "part-1-amount": "7"}, "har mer än en summa"),
        ({"remark": "Ring 19121212-1212"}, "personnummer"),
    ],
)
def test_what_is_wrong_is_told_in_place_what_was_typed_stays_and_nothing_changes(
    site: Site, said: dict[str, str], told: str
):
    with_register()
    before = kept()
    page = enter(site, **said)
    assert page.status_code == 422
    assert told in words(page)
    assert 'value="Styrelsen § 41"' in page.content.decode()
    assert kept() == before


def test_a_draft_is_changed_and_signed_and_what_was_signed_gets_a_version_with_a_reason(site: Site):
    with_register()
    enter(site, signed="")
    assert plan().agreed == ()
    draft = {**TERMS, "part-0-amount": "650 000", "why": "", "sedd": questions.agreement_shown(1).said.number}
    site.economist.post("/avtal/1/andra/", draft)
    assert held().state is AgreementState.DRAFT
    page = step(site, "sign", day="2023-12-20")
    assert "undertecknat" in words(page)
    assert plan().agreed[0].amount == 650_000_00
    seen = questions.agreement_shown(1).said.number
    more = {**TERMS, "part-0-amount": "700 000", "day": "2024-06-01", "why": "", "sedd": seen}
    page = site.economist.post("/avtal/1/andra/", more)
    assert page.status_code == 422
    assert 'value="700 000"' in page.content.decode()
    page = site.economist.post("/avtal/1/andra/", {**more, "why": "Tilläggsavtal 1"}, follow=True)
    assert plan().agreed[0].amount == 700_000_00
    for told in ("Tilläggsavtal 1", "650 000 kr", "700 000 kr", "Ekonom"):
        assert told in words(page)
    late = site.economist.post("/avtal/1/andra/", {**more, "why": "För sent", "remark": "Annat"})
    assert late.status_code == 422
    assert "ändrade detta" in words(late)


def test_a_life_is_lived_on_the_page_and_a_step_too_early_is_told_where_it_was_taken(site: Site):
    with_register()
    enter(site)
    page = step(site, "end", day="2024-05-01")
    assert page.status_code == 422
    assert "kan inte avslutas redan 1 maj 2024" in words(page)
    assert "Ny utförare" in words(step(site, "give notice", why="Ny utförare"))
    assert held().state is AgreementState.NOTICED
    page = step(site, "end")
    assert held().state is AgreementState.ENDED
    assert "/avtal/1/andra/" not in links(page)
    assert site.economist.get("/avtal/1/andra/").status_code == 302
    assert site.economist.post("/avtal/1/steg/", {"steg": "fly"}).status_code == 200


def test_papers_are_handed_in_read_and_taken_away(site: Site):
    with_register()
    enter(site)
    sent = {"file": SimpleUploadedFile("avtal.pdf", PDF)}
    page = site.economist.post("/avtal/1/filer/", sent, follow=True)
    assert "avtal.pdf ligger nu vid avtalet." in words(page)
    file = site.as_(Role.BOARD).get("/avtal/fil/1/")
    assert (file.content, file["Content-Security-Policy"]) == (PDF, "sandbox")
    wrong = site.economist.post("/avtal/1/filer/", {"file": SimpleUploadedFile("a.html", b"<b>")})
    assert wrong.status_code == 422
    assert "varken PDF, PNG eller JPEG" in words(wrong)
    page = site.economist.post("/avtal/fil/1/ta-bort/", {"reason": "Fel fil", "avtal": "1"}, follow=True)
    assert page.redirect_chain[-1] == ("/avtal/1/", 302)
    assert site.economist.get("/avtal/fil/1/").status_code == 404


def test_a_sum_without_an_agreement_is_entered_changed_taken_back_and_what_it_was_is_shown(site: Site):
    with_register()
    page = post(site, **AGREED)
    assert plan().agreed == (AgreedSum("3001", YEAR, 610_000_00, performer="Exempelkommun", source="Muntligt"),)
    assert "Summa 610 000" in words(page)
    number = questions.agreed_shown(YEAR).sums[0].holds.number
    page = post(site, **{**AGREED, "amount": "700 000", "weights": "0 0 1 " * 4, "sedd": number})
    assert plan().agreed[0].profile == Profile(Shape.OWN, (0, 0, 1) * 4)
    assert "Tidigare 610 000 kr, Ekonom" in words(page)
    assert "fördelad på egna månader" in words(page)
    page = post(site, steg="bort", rad="3001", sedd=questions.agreed_shown(YEAR).sums[0].holds.number)
    assert plan().agreed == ()
    assert "Borttaget av Ekonom" in words(page)
    assert "Tidigare 700 000 kr, Ekonom" in words(page)
    assert "3001 Arbetssteget" in words(page)
    page = post(site, steg="bort", rad="3001")
    assert page.status_code == 422
    assert "Det finns inget att ta bort" in words(page)
    post(site, **AGREED, sedd="0")
    assert plan().agreed[0].amount == 610_000_00


def test_a_sum_without_a_row_keeps_what_was_typed(site: Site):
    with_register()
    page = post(site, **{**AGREED, "rad": "", "source": "Avtal om Granby"}, sedd="0")
    assert page.status_code == 422
    assert "Formuläret säger inte vilken rad det gäller." in words(page)
    assert 'value="Avtal om Granby"' in page.content.decode()
    assert plan().agreed == ()


@pytest.mark.parametrize(
    ("said", "told"),
    [
        ({**AGREED, "amount": ""}, "Detta fält måste fyllas i"),
        ({**AGREED, "amount": "sexhundra"}, "”sexhundra” är inget belopp."),
        ({**AGREED, "weights": "1 2 3"}, "Skriv 12 heltal med mellanslag"),
        ({**AGREED, "weights": "0 " * 12}, "Skriv 12 heltal med mellanslag"),
        ({**AGREED, "rad": "finnsinte"}, "”finnsinte” finns inte i registret."),
        ({**AGREED, "rad": ""}, "Formuläret säger inte vilken rad det gäller."),
        ({**AGREED, "source": "Avtal med 19121212-1212"}, "personnummer"),
        ({**AGREED, "amount": "-5"}, "är en kostnad och skrivs utan minus"),
    ],
)
def test_what_is_wrong_with_a_sum_is_told_and_nothing_changes(site: Site, said: dict[str, str], told: str):
    with_register()
    before = kept()
    page = post(site, **said)
    assert page.status_code == 422
    assert told in words(page)
    assert f'value="{said["source"]}"' in page.content.decode()
    assert kept() == before


def test_a_sum_is_made_an_agreement_that_begins_with_what_it_says(site: Site):
    with_register()
    page = post(site, **AGREED)
    assert "/avtal/nytt/?rad=3001&ar=2024" in links(page)
    form = site.economist.get("/avtal/nytt/?rad=3001&ar=2024").content.decode()
    assert all(f'value="{told}"' in form for told in ("Exempelkommun", "Muntligt", "610\xa0000", "2024-01", "2024-12"))
    enter(site, replaces="on")
    [one] = plan().agreed
    assert (one.agreement, one.amount) == (1, 600_000_00)


def test_two_persons_do_not_enter_the_same_sum_over_each_other(site: Site):
    with_register()
    post(site, **AGREED, sedd="0")
    late = post(site, **{**AGREED, "amount": "5"}, sedd="0")
    assert late.status_code == 422
    assert "ändrade detta" in words(late)
    assert plan().agreed[0].amount == 610_000_00


def test_who_may_not_enter_sees_the_pages_without_their_forms(site: Site):
    with_register()
    enter(site)
    post(site, **{**AGREED, "rad": "1010"})
    auditor = site.as_(Role.AUDITOR)
    for address in (PAGE, "/avtal/1/"):
        page = auditor.get(address)
        assert page.status_code == 200
        assert 'method="post" action="/avtal' not in page.content.decode()
    assert "610 000" in words(auditor.get(PAGE))


def test_the_agreements_leave_as_files_and_other_years_are_reached(site: Site):
    with_register()
    enter(site)
    for ending in ("pdf", "xlsx", "docx", "csv", "json"):
        answer = site.economist.get(f"/avtal/lista/{ending}/?ar=2024")
        assert answer.status_code == 200
        assert answer["Content-Disposition"].startswith("attachment")
    assert "Avtal andra år" in words(site.economist.get("/avtal/?ar=2023"))
    assert site.economist.get("/avtal/lista/pdf/?ar=2023").status_code == 404
    assert site.economist.get("/avtal/lista/odt/?ar=2024").status_code == 404
    assert site.economist.get("/avtal/?ar=1900").status_code == 404
    assert site.economist.get("/avtal/9/").status_code == 404


def test_a_new_agreement_waits_for_a_register(site: Site):
    read_in()
    page = site.economist.get("/avtal/nytt/", follow=True)
    assert page.redirect_chain[-1][0] == "/kostnadsstallen/register/"
