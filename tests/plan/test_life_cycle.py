"""The picture in the docs is the table that rules: it is made from it, and not drawn."""

from docs.life_cycles import PAGE, owed_picture, with_pictures


def test_the_page_shows_the_table_that_rules():
    text = PAGE.read_text("utf-8")
    assert with_pictures(text) == text  # make docs writes it anew
    assert owed_picture() in text


def test_every_step_is_in_the_picture():
    assert "proposed --> sent: send" in owed_picture()
    assert "sent --> booked: recognise" in owed_picture()
    assert "withdrawn --> [*]" in owed_picture()
