"""Every kind of problem of a file of counts is met by a test, and says what to do."""

from tests.sources.counts import test_flat, test_packet, test_template

from samordna.sources.counts.problems import KINDS


def test_every_kind_says_what_to_do_in_whole_sentences():
    for name, kind in KINDS.items():
        assert kind.code == f"counts-file-{name}"
        assert kind.found.endswith(".")
        assert kind.remedy.endswith(".")


def test_every_kind_in_the_table_is_met():
    packets = {kind for _, kind in (*test_packet.ALTERED, *test_packet.FILES)}
    wrong = {kind for _, kinds in test_packet.WRONG for kind in kinds}
    cells = {kind for _, kind, _, _ in test_template.CELLS}
    by_themselves = {"key-of-other", "row-missing"}
    met = packets | by_themselves | {kind.removeprefix("counts-file-") for kind in wrong | cells}
    assert set(KINDS) <= met
    assert test_flat.HEAD
