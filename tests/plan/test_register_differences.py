"""A change of the register is told in sentences: what came, what went, what is called something else."""

from dataclasses import replace

import pytest

from samordna.domain.ledger.entered import Scenario
from samordna.domain.plan.register import NO_REGISTER, CostCentre, EarlierCode, Group, Merge, Register, earlier_in_words
from samordna.domain.plan.register_differences import register_differences

GROUPS = (Group("a", "Ett"), Group("b", "Två"))
ROWS = (CostCentre("1010", "Kansli", "a"), CostCentre("3001", "Steget", "a"))
BEFORE = Register(GROUPS, ROWS)
MERGE = Merge(("1010", "3001"), 2023, frozenset({Scenario.ACTUAL}))


@pytest.mark.parametrize(
    ("after", "told"),
    [
        (BEFORE, ()),
        (replace(BEFORE, rows=(*ROWS, CostCentre("3", "Ny", "b"))), ("3 Ny lades till.",)),
        (replace(BEFORE, rows=ROWS[:1]), ("3001 Steget togs bort.",)),
        (
            replace(BEFORE, rows=(ROWS[0], replace(ROWS[1], remark="x"))),
            ("3001 Steget: anmärkning från inget till x.",),
        ),
        (replace(BEFORE, rows=ROWS[::-1]), ("Raderna fick en annan ordning.",)),
        (replace(BEFORE, groups=(*GROUPS, Group("c", "Tre"))), ("Gruppen Tre lades till.",)),
        (replace(BEFORE, groups=GROUPS[:1]), ("Gruppen Två togs bort.",)),
        (replace(BEFORE, groups=(GROUPS[0], Group("b", "Tu"))), ("Gruppen Två heter nu Tu.",)),
        (replace(BEFORE, groups=GROUPS[::-1]), ("Grupperna fick en annan ordning.",)),
        (replace(BEFORE, merges=(MERGE,)), ("1010 + 3001 redovisas tillsammans för 2023.",)),
    ],
)
def test_each_thing_that_differs_has_a_sentence(after: Register, told: tuple[str, ...]):
    assert register_differences(BEFORE, after) == told


def test_a_new_register_is_one_sentence_and_a_merge_that_went_is_told():
    assert register_differences(NO_REGISTER, BEFORE) == ("Registret lades upp med 2 rader.",)
    merged = replace(BEFORE, merges=(MERGE,))
    assert register_differences(merged, BEFORE) == ("1010 + 3001 redovisas var för sig för 2023.",)


@pytest.mark.parametrize(
    ("earlier", "told"),
    [
        (EarlierCode("3099", "", None, 202312), "3099 till och med december 2023"),
        (EarlierCode("3099", "10", 202201, 202312), "3099:10 från januari 2022 till och med december 2023"),
        (EarlierCode("3099"), "3099"),
    ],
)
def test_an_earlier_code_is_told_with_its_months(earlier: EarlierCode, told: str):
    assert earlier_in_words(earlier) == told
