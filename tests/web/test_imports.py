"""The economist's first minute: hand in a file, see what it is and what it changes, take it or leave it."""

import io
import re

import pytest
from tests.errors.importing import HERE
from tests.errors.test_gallery import CASES, kind_of
from tests.large_ledger import large_ledger
from tests.visiting import Site

from samordna.access.models import Role, TrailEntry
from samordna.office import questions
from samordna.office.actions import HAND_IN_LIMITS, TERMINAL, LedgerFile, take_ledgers

OTHERS = [role for role in Role if role is not Role.ECONOMIST]
BOMB = b'<?xml version="1.0"?><!DOCTYPE s [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]><Sie>&b;</Sie>'


def ledger(year: int = 2024, *, seed: int = 1) -> bytes:
    return large_ledger(40, seed=seed, year=year)


def sent(name: str, data: bytes) -> io.BytesIO:
    file = io.BytesIO(data)
    file.name = name
    return file


def hand_in(client, *files: tuple[str, bytes], follow: bool = True):
    return client.post("/inlasning/", {"files": [sent(*file) for file in files]}, follow=follow)


def words(response) -> str:
    """Return what is read on a page, blanks made one."""
    text = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", text.replace("\xa0", " ").replace("&quot;", '"').replace("&amp;", "&"))


def take(client, number: int, against: object = ""):
    return client.post(f"/inlasning/utkast/{number}/", {"against": against}, follow=True)


def test_an_association_without_books_is_told_how_to_begin(site: Site):
    page = site.economist.get("/inlasning/")
    assert page.status_code == 200
    assert "Ingen bokföring är inläst ännu" in words(page)
    assert "Lämna in bokföring" in words(page)


def test_a_file_is_handed_in_looked_at_and_taken(site: Site):
    page = hand_in(site.economist, ("2024.se", ledger()))
    assert page.redirect_chain == [("/inlasning/utkast/1/", 302)]
    told = words(page)
    for fact in (
        "Räkenskapsår 2024",
        "31 december 2024",
        "Samordnas prov 1.0",
        "SIE typ 4E",
        "Konton 18",
        "PC8 (CP437)",
    ):
        assert fact in told
    assert "första inläsningen av 2024" in told
    assert questions.imports() == ()
    page = take(site.economist, 1)
    assert page.redirect_chain == [("/inlasning/1/", 302)]
    assert "2024.se är inläst som version 1" in words(page)
    assert [taken.taken_by for taken in questions.imports()] == ["Ekonom"]
    assert "Ekonom läste in den som inläsning 1" in words(site.economist.get("/inlasning/utkast/1/"))


def test_the_difference_is_shown_before_and_after_it_is_taken(site: Site):
    take_ledgers([LedgerFile("förut.se", ledger(seed=1))], by=TERMINAL)
    page = hand_in(site.economist, ("nu.se", ledger(seed=2)))
    assert "Skillnad mot inläsning 1" in words(page)
    assert 'data-cell="difference.1930.movement-before"' in page.content.decode()
    [asked] = re.findall(r'data-cell="difference.1930.movement-before"[^>]*>.*?href="([^"]+)"', page.content.decode())
    assert asked == "/konto/1930/?period=2024-01..2024-12&amp;inlasning=1&amp;fran=/inlasning/utkast/1/"
    account = site.economist.get(asked.replace("&amp;", "&"))
    assert (account.status_code, "Tillbaka till inläsningen" in words(account)) == (200, True)
    after = take(site.economist, 1, against=1)
    assert after.redirect_chain == [("/inlasning/2/", 302)]
    assert "Skillnad mot inläsning 1" in words(after)
    older = words(site.economist.get("/inlasning/1/"))
    assert "Ersatt av 2" in older


def test_many_files_lead_to_the_list_and_are_taken_at_once(site: Site):
    page = hand_in(site.economist, ("2024.se", ledger(2024)), ("2023.se", ledger(2023)), ("fel.txt", b"fel"))
    assert page.redirect_chain == [("/inlasning/", 302)]
    assert "3 filer är lästa. Inget är inläst ännu." in words(page)
    assert "Läs in alla 2" in words(page)
    page = site.economist.post("/inlasning/utkast/las-in/", {"utkast": ["1:", "2:"]}, follow=True)
    assert [taken.year.in_words for taken in questions.imports()] == ["2023", "2024"]
    assert [draft.file_name for draft in questions.open_drafts()] == ["fel.txt"]


def test_a_draft_that_is_left_is_gone_and_nothing_is_read_in(site: Site):
    hand_in(site.economist, ("2024.se", ledger()))
    page = site.economist.post("/inlasning/utkast/1/avsta/", follow=True)
    assert "Du avstod från 2024.se" in words(page)
    assert (questions.imports(), questions.open_drafts()) == ((), ())
    assert "Ingen läste in filen" in words(site.economist.get("/inlasning/utkast/1/"))


def test_the_second_of_two_economists_is_told_what_happened_and_nothing_is_lost(site: Site):
    take_ledgers([LedgerFile("förut.se", ledger(seed=1))], by=TERMINAL)
    mine, yours = site.economist, site.economist
    hand_in(mine, ("min.se", ledger(seed=2)))
    hand_in(yours, ("din.se", ledger(seed=3)))
    assert take(yours, 2, against=1).status_code == 200
    assert "har Ekonom läst in din.se som version 2" in words(mine.get("/inlasning/utkast/1/"))
    page = take(mine, 1, against=1)
    assert page.status_code == 422
    assert "Ekonom läste in din.se" in words(page)
    assert "Skillnad mot inläsning 2" in words(page)
    assert len(questions.imports()) == 2
    assert take(mine, 1, against=2).redirect_chain == [("/inlasning/3/", 302)]
    assert "läste in filen" in words(take(yours, 1, against=2))


def test_a_draft_can_be_compared_again(site: Site):
    hand_in(site.economist, ("min.se", ledger(seed=2)))
    take_ledgers([LedgerFile("annan.se", ledger(seed=1))], by=TERMINAL)
    page = site.economist.post("/inlasning/utkast/1/jamfor-igen/", follow=True)
    assert "Skillnad mot inläsning 1" in words(page)
    assert take(site.economist, 1, against=1).status_code == 200


def test_an_import_is_taken_out_of_use_with_a_reason(site: Site):
    take_ledgers([LedgerFile("fel.se", ledger())], by=TERMINAL)
    assert site.economist.post("/inlasning/1/ur-bruk/", {"reason": ""}).status_code == 422
    page = site.economist.post("/inlasning/1/ur-bruk/", {"reason": "Fel fil"}, follow=True)
    assert "Tagen ur bruk" in words(page)
    assert "Fel fil" in words(page)
    assert not questions.imports()[0].current


@pytest.mark.parametrize("file", CASES)
def test_every_file_that_is_wrong_gets_a_page_that_says_what_is_wrong(site: Site, file):
    page = hand_in(site.economist, (file, (HERE / file).read_bytes()))
    assert page.status_code == 200
    [draft] = questions.open_drafts()
    told = words(page)
    for problem in draft.preview.problems:
        assert re.sub(r"\s+", " ", problem.found.replace("\xa0", " ")) in told
        assert re.sub(r"\s+", " ", problem.remedy.replace("\xa0", " ")) in told
    if file != "wrong-fiscal-year.se":
        assert kind_of(file) in {p.code for p in draft.preview.problems}
    assert ("Läs in</button>" in page.content.decode()) == draft.may_be_taken


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("<script>alert(1)</script>.se", b"x"),
        ("a" * 300 + ".se", b"x"),
        ("\u202eexe.se", ledger()),
        ("../../etc/passwd", b"root"),
        ("bomb.xml", BOMB),
        ("noll.se", b"\x00" * 100),
        ("tom.se", b""),
        ("skript.se", ledger().replace(b"Hyra september", b"<script>alert(1)</script>")),
        ("konto.se", ledger().replace(b'"Bank"', b'"<img src=x onerror=alert(1)>"')),
    ],
)
def test_a_hostile_file_gets_a_page_and_runs_nothing(site: Site, name, data):
    page = hand_in(site.economist, (name, data))
    assert page.status_code == 200
    assert "<script>alert" not in page.content.decode()
    assert "<img src=x" not in page.content.decode()
    take(site.economist, 1)
    for address in ("/inlasning/", "/inlasning/utkast/1/", "/inlasning/utkast/1/problem.csv"):
        shown = site.economist.get(address)
        assert shown.status_code == 200
        assert "<script>alert" not in shown.content.decode()
        assert "<img src=x" not in shown.content.decode() or "csv" in address


@pytest.mark.parametrize(
    "fields",
    [
        {"against": "1 OR 1=1"}, {"against": "9" * 40}, {"against": "-1"}, {"against": "\x00"}, {"against": "٣"}, {},
    ],
)  # fmt: skip
def test_a_form_that_was_not_given_out_takes_nothing_and_breaks_nothing(site: Site, fields):
    take_ledgers([LedgerFile("förut.se", ledger(seed=1))], by=TERMINAL)
    hand_in(site.economist, ("nu.se", ledger(seed=2)))
    page = site.economist.post("/inlasning/utkast/1/", fields)
    assert page.status_code in {404, 422}
    assert len(questions.imports()) == 1


@pytest.mark.parametrize("texts", [[], [""], ["x:y"], ["1"], ["9" * 30], ["99:"], ["1:1", "1:1"], ["1:99999999"]])
def test_taking_many_by_a_form_that_was_not_given_out_takes_nothing(site: Site, texts):
    take_ledgers([LedgerFile("förut.se", ledger(seed=1))], by=TERMINAL)
    hand_in(site.economist, ("nu.se", b"trasig"))
    page = site.economist.post("/inlasning/utkast/las-in/", {"utkast": texts})
    assert page.status_code in {404, 422, 302}
    assert len(questions.imports()) == 1


@pytest.mark.parametrize(
    "address",
    [f"/inlasning/{path}" for path in ("9/", "99999999999999999999999/", "utkast/9/", "utkast/99999999999999999999/")],
)
def test_what_is_not_there_is_told(site: Site, address):
    assert site.economist.get(address).status_code == 404
    assert site.economist.post(f"{address}avsta/").status_code in {403, 404, 405}


def test_nothing_chosen_and_too_many_are_told_in_place(site: Site):
    page = site.economist.post("/inlasning/", {})
    assert (page.status_code, "Ingen fil är vald" in words(page)) == (422, True)
    files = [(f"{number}.se", b"x") for number in range(HAND_IN_LIMITS.files + 1)]
    page = hand_in(site.economist, *files)
    assert (page.status_code, "är fler än de 20 som går" in words(page)) == (422, True)
    page = hand_in(site.economist, *(files * 5))
    assert (page.status_code, "för mycket på en gång" in words(page)) == (400, True)
    assert questions.open_drafts() == ()


def test_what_is_too_large_is_refused_before_it_is_read(site: Site):
    client = site.economist
    large = str(HAND_IN_LIMITS.largest_file + 2 * 1024 * 1024)
    page = client.generic("POST", "/inlasning/", b"", "multipart/form-data; boundary=x", CONTENT_LENGTH=large)
    assert page.status_code == 413
    assert f"större än {HAND_IN_LIMITS.megabytes} MB" in words(page)


@pytest.mark.parametrize("address", ["/inlasning/", "/logga-in/", "/finns-inte/"])
def test_no_file_is_read_of_somebody_who_is_not_logged_in(site: Site, address):
    large = {"CONTENT_LENGTH": str(50 * 1024 * 1024)}
    page = site.visitor().generic("POST", address, b"", "multipart/form-data; boundary=x", **large)
    assert (page.status_code, page.headers["Location"]) == (302, "/logga-in/?next=/")


@pytest.mark.parametrize("role", OTHERS)
def test_others_read_and_change_nothing_and_the_trail_says_that_they_wanted_to(site: Site, role):
    take_ledgers([LedgerFile("förut.se", ledger(seed=1))], by=TERMINAL)
    hand_in(site.economist, ("nu.se", ledger(seed=2)))
    other = site.as_(role)
    assert other.get("/inlasning/1/").status_code == 200
    page = other.get("/inlasning/")
    assert page.status_code == 200
    assert "Lämna in" not in words(page)
    for address in ("", "utkast/1/", "utkast/1/avsta/", "utkast/1/jamfor-igen/", "utkast/las-in/", "1/ur-bruk/"):
        assert other.post(f"/inlasning/{address}", {"against": "1", "reason": "x"}).status_code == 403
        entry = TrailEntry.objects.last()
        assert (entry.refused, entry.by) == (True, site.users[role])
    assert len(questions.imports()) == 1
    assert len(questions.open_drafts()) == 1


def test_an_auditor_sees_what_waits_and_the_board_does_not(site: Site):
    hand_in(site.economist, ("nu.se", ledger(seed=2)))
    auditor, board = site.as_(Role.AUDITOR), site.as_(Role.BOARD)
    assert "nu.se" in words(auditor.get("/inlasning/"))
    page = auditor.get("/inlasning/utkast/1/")
    assert page.status_code == 200
    assert '<button class="button primary">Läs in' not in page.content.decode()
    assert "nu.se" not in words(board.get("/inlasning/"))
    assert board.get("/inlasning/utkast/1/").status_code == 403


def test_nobody_who_is_not_logged_in_sees_or_does_anything(site: Site):
    take_ledgers([LedgerFile("förut.se", ledger())], by=TERMINAL)
    nobody = site.visitor()
    for address in ("/inlasning/", "/inlasning/1/", "/inlasning/1/problem.csv"):
        assert nobody.get(address).url.startswith("/logga-in/")
    assert hand_in(nobody, ("x.se", ledger()), follow=False).status_code == 302
    assert questions.open_drafts() == ()


def test_the_problems_are_taken_home_as_a_file_and_the_trail_says_so(site: Site):
    data = (HERE / "unbalanced-voucher.se").read_bytes()
    hand_in(site.economist, ("obalans.se", data))
    file = site.economist.get("/inlasning/utkast/1/problem.csv")
    assert file.content.decode().startswith("\ufeffFöljd;Plats;Vad som hittades;Vad du kan göra;Kod\r\nStopp;")
    assert "attachment" in file["Content-Disposition"]
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.subject) == ("export", "obalans.se – vad som hittades.csv")
    take_ledgers([LedgerFile("förut.se", ledger())], by=TERMINAL)
    assert site.economist.get("/inlasning/1/problem.csv").status_code == 200


def test_possible_identity_numbers_are_told_by_place_and_never_shown(site: Site):
    data = ledger().replace(b'"Hyra september"', b'"Arvode 19640823-3234"', 7)
    page = hand_in(site.economist, ("arvode.se", data))
    assert "3 texter har något som kan vara ett personnummer" in words(page)
    assert "verifikation A " in words(page)
    assert "640823" not in page.content.decode()


def test_why_a_file_with_warnings_is_taken_is_told_in_the_trail_and_names_nobody(site: Site):
    take_ledgers([LedgerFile("förut.se", ledger(2023))], by=TERMINAL)
    page = hand_in(site.economist, ("2024.se", ledger(2024)))
    assert "Varför läser du in trots varningarna?" in words(page)
    page = site.economist.post("/inlasning/utkast/1/", {"against": "", "note": "se 19640823-3234"})
    assert (page.status_code, "kan vara ett personnummer" in words(page)) == (422, True)
    assert len(questions.imports()) == 1
    site.economist.post("/inlasning/utkast/1/", {"against": "", "note": "Rättas i bokslutet"})
    entry = TrailEntry.objects.last()
    assert (entry.deed, entry.new["note"], entry.new["draft"]) == ("take-ledger", "Rättas i bokslutet", 1)


def test_what_differs_by_voucher_is_shown_with_the_way_to_what_it_was(site: Site):
    take_ledgers([LedgerFile("förut.se", ledger())], by=TERMINAL)
    data = ledger().replace(b"#VER A 5 ", b"#VER A 500 ").replace(b'"Hyra september"\r\n', b'"Hyra oktober"\r\n', 1)
    page = hand_in(site.economist, ("nu.se", data))
    told = words(page)
    assert "Tillkomna: 1. Ändrade: 1. Saknas nu: 1. Oförändrade: 38." in told
    assert "text ”Hyra september” → ”Hyra oktober”" in told
    addresses = re.findall(r'href="(/verifikation/1000000\d\d/\?fran=[^"]+)"', page.content.decode())
    assert len(addresses) == 2
    for address in addresses:
        voucher = site.economist.get(address.replace("&amp;", "&"))
        assert "Tillbaka till inläsningen" in words(voucher)
    same = hand_in(site.economist, ("lika.se", ledger() + b"\r\n"))
    assert "Inga verifikationer skiljer sig: alla 40 är som förut." in words(same)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("2024-08.sie", "Typ SIE 5, hela bokföringen"),
        ("2024-08.se", "Typ SIE typ 4E, hela bokföringen"),
        ("2019-08.se", "Typ SIE typ 2, saldon per månad"),
    ],
)
def test_every_type_of_sie_comes_in_the_same_way(site: Site, name: str, told: str):
    page = hand_in(site.economist, (name, (HERE / "good" / name).read_bytes()))
    assert told in words(page)
    [read_with] = re.findall(r'name="read_with" value="(\w+)"', page.content.decode())
    taken = site.economist.post("/inlasning/utkast/1/", {"against": "", "read_with": read_with}, follow=True)
    assert taken.redirect_chain == [("/inlasning/1/", 302)]


def test_the_place_to_drop_files_says_which_go(site: Site):
    page = site.economist.get("/inlasning/").content.decode()
    assert 'accept=".se,.si,.sie,.xml,.xlsx,.xlsm,.csv,.txt"' in page
