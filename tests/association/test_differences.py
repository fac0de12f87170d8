"""A change is told in sentences, and no change in none."""

import datetime as dt
from dataclasses import replace

from tests.association.members import ASSOCIATION, COUNTS, KEY, MEMBERS, WEIGHTS

from samordna.domain.association.association import NO_ASSOCIATION
from samordna.domain.association.differences import association_differences
from samordna.domain.association.members import Party


def changed(**what: object) -> tuple[str, ...]:
    return association_differences(ASSOCIATION, replace(ASSOCIATION, **what))


def test_no_change_is_told_in_no_words():
    assert changed() == ()


def test_everything_there_is_is_told_when_it_is_new_and_when_it_is_gone():
    new, gone = (
        association_differences(*both) for both in ((NO_ASSOCIATION, ASSOCIATION), (ASSOCIATION, NO_ASSOCIATION))
    )
    assert len(new) == len(gone) == 3 + len(MEMBERS) + 1 + len(WEIGHTS) + len(COUNTS)
    assert new[0] == "Gruppen Staten lades till."
    assert gone[0] == "Gruppen Staten togs bort."
    assert new[-1] == "Ekby: 200 invånare 30 juni 2023."


def test_each_thing_of_a_member_and_of_the_key_is_told():
    other = replace(MEMBERS[5], name="Nyby", party=Party.REGION, group="regions", joined=dt.date(2024, 7, 1))
    assert changed(members=(*MEMBERS[:5], other)) == (
        "Nyby: hette Ekby, part regionen, grupp Regioner, medlem från 1 juli 2024.",
    )
    [told] = changed(keys=(replace(KEY, parts=KEY.parts[:1]),))
    assert told == "Fördelningsnyckeln från 1 januari 2023 ändrades: Staten 2 (avtalade vikter)."
    assert changed(weights=(replace(WEIGHTS[0], weight=3), *WEIGHTS[1:])) == (
        "Försäkringskassan: vikt 3 från 1 januari 2023, tidigare 1.",
    )
