"""Which version of a layout holds for a year."""

import pytest

from samordna.domain.statements import shipped
from samordna.domain.statements.layout_file import read_layout
from samordna.domain.statements.shipped import layout_names, shipped_layout
from samordna.domain.values.problem import Refused


@pytest.fixture
def two_versions(tmp_path, monkeypatch):
    """Stand in a program that ships one layout, ``prov``, changed in 2023."""
    folder = tmp_path / "prov"
    folder.mkdir()
    for year in (2020, 2023):
        (folder / f"{year}.toml").write_text(f'name = "prov"\ntitle = "Från {year}"\nfrom_year = {year}\n', "utf-8")
    monkeypatch.setattr(shipped, "_SHIPPED", tmp_path)
    shipped_layout.cache_clear()
    yield
    shipped_layout.cache_clear()


@pytest.mark.usefixtures("two_versions")
@pytest.mark.parametrize(("year", "version"), [(2020, 2020), (2022, 2020), (2023, 2023), (2031, 2023)])
def test_the_latest_version_that_had_begun_holds(year, version):
    assert shipped_layout("prov", year).from_year == version


@pytest.mark.usefixtures("two_versions")
@pytest.mark.parametrize(("name", "year"), [("prov", 2019), ("ingen", 2024)])
def test_a_year_before_the_first_version_and_an_unknown_name_are_refused(name, year):
    with pytest.raises(Refused) as refused:
        shipped_layout(name, year)
    assert str(refused.value) == (
        f"uppställning: Det finns ingen uppställning som heter ”{name}” för år {year}. "
        "Välj bland prov, eller ange sökvägen till en egen fil."
    )


def test_three_layouts_come_with_the_program():
    assert layout_names() == ("insjoriket", "lkbr", "sjuharad")


def test_every_shipped_version_reads_and_says_what_it_is():
    for name in layout_names():
        for file in (shipped._SHIPPED / name).iterdir():
            layout = read_layout(file.read_text(encoding="utf-8"), file.name)
            assert (layout.name, f"{layout.from_year}.toml") == (name, file.name)


def test_every_shipped_layout_answers_for_every_kind_of_account_and_controls_itself():
    for name in layout_names():
        layout = shipped_layout(name, 2024)
        answered = {kind.value for statement in layout.statements for kind in statement.answers_for}
        assert answered == set("TSIK")
        assert {control.statement for control in layout.controls} == {"balance", "cashflow"}
