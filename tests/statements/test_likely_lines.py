"""A line that the layout does not have: those that tell the same, or are spelled nearly so, are what was meant."""

import pytest

from samordna.domain.statements.likely_lines import likely_lines, lines_to_try, standard_lines
from samordna.domain.statements.shipped import layout_names, shipped_layout

PLAIN = shipped_layout("lkbr", 2024)


@pytest.mark.parametrize(
    ("named", "meant"),
    [
        ("balance:sum_ek", ("years:eget_kapital", "operating:utg_ek", "summary:utg_ek")),
        ("goals:andel", ("years:eget_kapital", "operating:utg_ek", "summary:utg_ek")),  # a ratio: what it divides
        ("income:arets_resultat", ("years:resultat", "balance:periodens_resultat", "income:resultat")),
        ("balance:likvida", ("years:likvida",)),
        ("income:res1", ("years:nettokostnad", "summary:nettokostnad", "income:resultat")),
        ("keyfigures:anstalda", ("keyfigures:anstallda", "keyfigures:kostnader", "keyfigures:resultat")),
        ("nowhere:nothing", ()),
    ],
)
def test_what_may_be_meant(named, meant):
    found = likely_lines(PLAIN, named)
    assert found[: len(meant)] == meant
    assert bool(found) == bool(meant)


def test_where_nothing_is_near_the_key_figures_that_every_layout_has_are_told():
    assert [one.name for one in lines_to_try(PLAIN, "nowhere:nothing")] == list(standard_lines()[:3])
    assert all(one.is_key_figure for one in lines_to_try(PLAIN, "nowhere:nothing"))


@pytest.mark.parametrize("name", layout_names())
def test_every_layout_has_the_standard_lines_and_shows_them_on_the_same_side(name):
    years = [one for one in shipped_layout(name, 2024).statements if one.id == "years"]
    assert len(years) == 1
    assert {one for one in standard_lines() if one.startswith("years:")} == {
        f"years:{line}"
        for line in ("resultat", "nettokostnad", "bidrag", "eget_kapital", "soliditet", "likvida", "anstallda")
    }
