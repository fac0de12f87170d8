"""The help: every topic can be read, leads somewhere, and says its terms."""

import pytest

from samordna.office.questions.front.help import HelpKind, WordKind, help_topic, help_topics

WITH_PAGES = {
    "/", "/inlasning/", "/kostnadsstallen/", "/rakenskaper/resultat/", "/uppstallning/", "/rapporter/", "/sok/",
    "/spar/", "/installningar/", "/installningar/dimensioner/", "/prognos/", "/bryggan/",
    "/kostnadsstallen/register/", "/budget/", "/plan/", "/finansiering/", "/finansiering/medlemmar/", "/avtal/",
    "/bidrag/", "/insatser/", "/utforare/", "/eget-kapital/", "/eget-kapital/balanskrav/",
    "/projekt/", "/ej-bokfort/", "/mal/", "/uppfoljning/", "/uppfoljning/agare/", "/uppfoljning/inmatning/",
    "/uppfoljning/matt/", "/uppfoljning/publicerat/", "/uppfoljning/vyer/", "/siffror/", "/siffror/angivna-summor/",
    "/siffror/kalender/", "/siffror/lamna-in/", "/siffror/nycklar/", "/siffror/paminn/",
}  # fmt: skip


@pytest.mark.parametrize("topic", help_topics(), ids=lambda topic: topic.id)
def test_a_topic_has_a_title_a_summary_and_something_to_read(topic):
    assert topic.title
    assert topic.summary.endswith(".")
    assert topic.blocks
    assert not topic.title.startswith("#")


@pytest.mark.parametrize("topic", help_topics(), ids=lambda topic: topic.id)
def test_links_in_the_help_lead_to_pages_that_there_are(topic):
    known = WITH_PAGES | {f"/hjalp/{other.id}/" for other in help_topics()}
    words = [word for block in topic.blocks for item in block.items for word in item.words]
    assert {word.href for word in words if word.kind is WordKind.LINK} <= known


@pytest.mark.parametrize("topic", help_topics(), ids=lambda topic: topic.id)
def test_no_sign_of_the_writing_is_left_in_what_is_read(topic):
    assert not {"*", "`", "[", "#"} & set(topic.text)


def test_the_glossary_has_its_terms_in_order_each_with_an_address_of_its_own():
    [block] = help_topic("ord").blocks
    assert block.kind is HelpKind.TERMS
    terms = [item.term for item in block.items]
    assert len(terms) >= 25
    alphabet = str.maketrans("åäöÅÄÖ", "{|}{|}")
    assert terms == sorted(terms, key=lambda term: term.lower().translate(alphabet))
    assert len({item.id for item in block.items}) == len(terms)
    assert ("rakenskapsar", "Räkenskapsår") in {(item.id, item.term) for item in block.items}


def test_there_is_no_topic_that_nobody_wrote():
    assert help_topic("finns-inte") is None
