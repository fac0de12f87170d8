"""What is refused changes nothing, what is warned about is taken: each file of the gallery, on both engines."""

import pytest
from tests.errors.importing import HERE, hand_in

from samordna.domain.values.problem import refuses

pytestmark = pytest.mark.usefixtures("association_folder")


def test_a_file_that_is_refused_changes_nothing_and_every_other_is_taken():
    for file in sorted(path.name for path in HERE.glob("*.se")):
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
