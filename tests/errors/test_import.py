"""What is refused changes nothing, what is warned about is taken: each file of the gallery, on both engines."""

import pytest
from tests.errors.importing import FILES, hand_in

from samordna.domain.values.problem import refuses

pytestmark = pytest.mark.usefixtures("association_folder")


def test_a_file_that_is_refused_changes_nothing_and_every_other_is_taken():
    for file in FILES:
        outcome = hand_in(file)
        assert outcome.refused == refuses(outcome.problems), file
        assert outcome.changed == (not outcome.refused), file


def test_what_a_file_tells_is_the_same_the_second_time():
    """Handed in when it stands already, a file tells the same and that it is known, and nothing changes."""
    taken = "credit-balance-on-asset.se"
    first, second = hand_in(taken), hand_in(taken)
    assert first.changed
    assert not second.changed
    assert [p.code for p in second.problems] == [*(p.code for p in first.problems), "same-file-again"]


def test_a_good_ledger_of_sie_5_is_taken_and_there_is_nothing_to_tell():
    outcome = hand_in("good/2024-08.sie")
    assert outcome.problems == ()
    assert outcome.changed
