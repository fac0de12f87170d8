"""Sjuhärad's plan for 2022, as adopted, reads as it did when it was found good."""

import json

from tests.golden.as_text import html_text
from tests.golden.golden import is_as_before
from tests.terminal import samordna


def written(demo, kind: str) -> str:
    answer = samordna("plan", "--data", demo / "sjuharad", "--year", "2022", "--format", kind)
    assert answer.code == 0, answer.err
    return answer.out


def test_the_document(demo):
    made = written(demo, "json")
    assert json.loads(made)["status"] == ""
    is_as_before("sjuharad-plan/document.json", made)


def test_the_web_page(demo):
    is_as_before("sjuharad-plan/page.html", html_text(written(demo, "html")))
