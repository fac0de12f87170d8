"""The pictures in the docs are the tables that rule: they are made from them, and not drawn."""

import pytest
from docs.life_cycles import LIVES, PAGES, picture, with_pictures


def test_the_pages_show_the_tables_that_rule():
    texts = [page.read_text("utf-8") for page in PAGES]
    assert [with_pictures(text) for text in texts] == texts  # make docs writes them anew
    for transitions in LIVES.values():
        assert sum(picture(transitions) in text for text in texts) == 1


@pytest.mark.parametrize(
    ("life", "step"),
    [
        ("owed", "proposed --> sent: send"),
        ("owed", "sent --> booked: recognise"),
        ("owed", "withdrawn --> [*]"),
        ("period", "[*] --> open"),
        ("period", "preliminary --> closed: close"),
        ("period", "closed --> preliminary: reopen"),
        ("allotment", "[*] --> requested"),
        ("plan", "draft --> adopted: adopt"),
        ("plan", "adopted --> draft: revise"),
        ("allotment", "preliminary --> decided: decide"),
        ("allotment", "decided --> decided: change"),
        ("project", "applied --> granted: grant"),
        ("project", "changed --> closed: close"),
        ("claim", "approved --> paid: pay"),
    ],
)
def test_every_step_is_in_its_picture(life, step):
    assert step in picture(LIVES[life])
