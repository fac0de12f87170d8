"""Whatever is typed anywhere: never a fault of the program, never a script back, nothing changed without right."""

import random
import time
from html.parser import HTMLParser
from itertools import cycle
from typing import NamedTuple
from urllib.parse import parse_qsl, urlencode, urlsplit

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse
from tests.visiting import Site, everything

from samordna.access.models import Role
from samordna.office.web.routes import ROUTES

SECONDS = 8
"""How long each engine is tried, for each of those who try."""

SCRIPT = "<script>alert(1)</script>"
HOSTILE = (
    SCRIPT, f'"><img src=x onerror=alert(1)>{SCRIPT}', f"';{SCRIPT}//", "{{request.user.password}}", "{% debug %}",
    "' OR 1=1 --", "%s%n%d", "\x00", "a\x00b", "\U0001f600" * 50, "\u202eabc", "å" * 5_000, "-1", "0", "9" * 20,
    "1e309", "NaN", "١٢٣", "2024-13", "2024-01..2024-00", "0000-01..9999-12", "2024-08..2024-01", "../../../etc/passwd",
    "..%2f..", "http://elak.example/",
    "//elak.example", "javascript:alert(1)", "\r\nSet-Cookie: a=b", "[]", "{}", "null",
    "", " ", "19121212-1212", "*", '"', "(((", "NEAR(a b)", "a AND", "1:1=1|", "|1=3001|", "ﬀ", "İ", "\ufeff", "\u2028",
    "1,2,3,4,5,6,7,8,9", "true", "1930", "2024-01..2024-08",
)  # fmt: skip
FILES = (
    b"", b"\x00" * 1_000, b"#FLAGGA 0\r\n" + b"\xff" * 500, b"%PDF-" + SCRIPT.encode(), b"PK\x03\x04" + b"\x00" * 100,
    b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><a>&b;</a>", b"\x89PNG\r\n\x1a\n" + SCRIPT.encode(),
    b"<svg xmlns='http://www.w3.org/2000/svg' onload='alert(1)'/>",
    b'#RAR 0 20240101 20241231\r\n#VER A 1 20240101 "' + b"a" * 9_000,
)  # fmt: skip
NAMES = (f"{SCRIPT}.se", "../../secret.key", "a" * 250 + ".se", "\u202efdp.se", "19121212-1212.pdf", "con.se\x00.pdf")


class Form(NamedTuple):
    """A form as a page gives it: where it goes, how, and the names and values of its fields."""

    action: str
    method: str
    fields: dict[str, str]
    files: tuple[str, ...]


class Forms(HTMLParser):
    """Finds the forms and links of a page."""

    def __init__(self, html: str, address: str) -> None:
        super().__init__()
        self.address, self.forms, self.links = address, list[Form](), list[str]()
        self.feed(html)

    def handle_starttag(self, tag, attrs):
        said = dict(attrs)
        if tag == "form":
            self.forms.append(Form(said.get("action") or self.address, said.get("method", "get").lower(), {}, ()))
        elif tag == "a" and (said.get("href") or "").startswith("/"):
            self.links.append(said["href"])
        elif tag in {"input", "select", "textarea", "button"} and said.get("name") and self.forms:
            form = self.forms[-1]
            if said.get("type") == "file":
                self.forms[-1] = form._replace(files=(*form.files, said["name"]))
            else:
                form.fields[said["name"]] = said.get("value") or ""


def harvest(browser: Client, addresses: list[str]) -> tuple[list[Form], list[str]]:
    """Return the forms and links of the pages, each kind of link once."""
    forms, links = list[Form](), dict[str, str]()
    for address in addresses:
        answer = browser.get(address)
        if answer.status_code == 200 and answer.headers["Content-Type"].startswith("text/html"):
            page = Forms(answer.content.decode(), address)
            # Whoever holds the link of an invitation, or of a unit's form, may use it: that is what it is for.
            forms += [
                form for form in page.forms if not form.action.startswith(("/logga-ut/", "/inbjudan/", "/lamna/"))
            ]
            for link in page.links:
                kind = (
                    f"{urlsplit(link).path.split('/')[1]}?{sorted(name for name, _ in parse_qsl(urlsplit(link).query))}"
                )
                links.setdefault(kind, link)
    return forms, list(links.values())


def plain_addresses(furnished: dict[str, dict[str, object]]) -> list[str]:
    return [reverse(route.name, kwargs=furnished.get(route.name)) for route in ROUTES if route.reads]


def check(answer, tried: object) -> None:
    assert answer.status_code < 500, tried
    if answer.headers.get("Content-Type", "").startswith("text/html"):
        content = answer.content.decode()
        assert SCRIPT not in content, tried
        assert "<img src=x" not in content, tried
        assert "md5$" not in content, tried  # what a template that was believed would have told
    where = answer.headers.get("Location", "/")
    assert where.startswith("/"), tried
    assert not where.startswith("//"), tried
    assert "a" not in answer.cookies, tried


def spoilt(chance: random.Random, fields: dict[str, str]) -> dict[str, str]:
    """Return the fields with some of them, at least one, replaced by something hostile."""
    names = [name for name in fields if name != "csrfmiddlewaretoken"] or ["okant"]
    chosen = set(chance.sample(names, chance.randint(1, len(names))))
    return {
        name: chance.choice(HOSTILE) if name in chosen else value
        for name, value in {**dict.fromkeys(names, ""), **fields}.items()
    }


def send(browser: Client, form: Form, chance: random.Random) -> None:
    fields = spoilt(chance, form.fields)
    tried = (form.method, form.action, fields)
    if form.method == "get":
        check(browser.get(f"{form.action.partition('?')[0]}?{urlencode(fields, errors='replace')}"), tried)
        return
    files = {name: SimpleUploadedFile(chance.choice(NAMES), chance.choice(FILES)) for name in form.files}
    check(browser.post(form.action, {**fields, **files}), (*tried, files))


def follow(browser: Client, link: str, chance: random.Random) -> None:
    parts = urlsplit(link)
    fields = spoilt(chance, dict(parse_qsl(parts.query)) or {"period": "", "fran": "", "q": ""})
    steps = parts.path.strip("/").split("/")
    if chance.random() < 0.3:
        steps[chance.randrange(len(steps))] = chance.choice(HOSTILE).replace("/", "") or "x"
    address = "/" + "/".join(steps) + "/"
    headers = {"HX-Request": "true", "HX-Target": "panel"} if chance.random() < 0.3 else {}
    check(browser.get(address, fields, headers=headers), (address, fields))


@pytest.mark.parametrize("role", [Role.ECONOMIST, Role.ADMINISTRATOR, Role.DIRECTOR])
def test_no_form_and_no_address_breaks(site: Site, furnished, role: Role):
    chance, browser = random.Random(f"{role}"), site.as_(role)
    forms, links = harvest(browser, plain_addresses(furnished))
    _, more = harvest(browser, links)
    assert len(forms) > 5
    assert len(links) > 10
    until = time.monotonic() + SECONDS
    for form, link in zip(cycle(forms), cycle([*links, *more]), strict=False):
        if time.monotonic() > until:
            break
        send(browser, form, chance)
        follow(browser, link, chance)
        if browser.get("/mitt-konto/").status_code != 200:  # a form has worked, and shut us out
            browser = site.as_(role)


def test_an_auditor_with_a_stolen_form_changes_nothing(site: Site, furnished):
    chance, browser = random.Random(7), site.as_(Role.AUDITOR)
    forms = [
        form
        for role in (Role.ECONOMIST, Role.ADMINISTRATOR)
        for form in harvest(site.as_(role), plain_addresses(furnished))[0]
        if form.method == "post" and "losenord" not in form.action  # one's own password may be changed
    ]
    assert len(forms) > 10
    before, until = everything(), time.monotonic() + SECONDS
    for form in cycle(forms):
        if time.monotonic() > until:
            break
        send(browser, form, chance)
    assert everything() == before


def test_nobody_with_a_stolen_form_changes_anything(site: Site, furnished):
    chance, browser = random.Random(8), site.visitor()
    forms, _ = harvest(site.as_(Role.ECONOMIST), plain_addresses(furnished))
    before, until = everything(), time.monotonic() + SECONDS
    for form in cycle(forms):
        if time.monotonic() > until:
            break
        send(browser, form, chance)
    assert everything() == before


def test_a_form_without_its_token_is_not_taken(site: Site, furnished):
    browser = Client(SERVER_NAME="localhost", enforce_csrf_checks=True)
    browser.force_login(site.users[Role.ECONOMIST])
    before = everything()
    for route in ROUTES:
        if route.does:
            answer = browser.post(reverse(route.name, kwargs=furnished.get(route.name)))
            assert answer.status_code == 403, route.name
    assert everything() == before
