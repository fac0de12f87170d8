"""Money is shown in another unit; everything else of a layout stays."""

import dataclasses

import pytest
from tests.statements.ledger import books, entered, laid_out, layout, printed

from samordna.domain.statements.lay_out import lay_out
from samordna.domain.statements.layout import Layout, lines_of
from samordna.domain.statements.shipped import layout_names, shipped_layout
from samordna.domain.statements.shown_in import MONEY, in_unit
from samordna.domain.statements.span import Asked
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR, KRONOR_ORE, PERCENT, PERSONS, THOUSANDS, Unit

BOOKS = books("""
account             opening    2024-01
1930 T Bank               .    2345.67
3010 I Bidrag             .   -2345.67
""")
FORM = """
[[statement]]
id = "keyfigures"
kind = "keyfigures"
title = "Nyckeltal"
unit = "tkr"
shows = "credit"
measure = "movement"
nil = "–"
columns = [{ id = "actual", label = "{short}" }]
lines = [
  { id = "intakter", label = "Intäkter, tkr", accounts = "3*" },
  { id = "ore", label = "Intäkter i kronor och öre", accounts = "3*", unit = "kr_ore" },
  { id = "ranta", label = "Ränta, tkr", accounts = "8*" },
  { id = "andel", label = "Andel", ratio = ["keyfigures:ore", "keyfigures:ore"], shows = "debit", unit = "percent" },
  { id = "anstallda", label = "Antal anställda", entered = true, unit = "persons" },
]
"""
ASKED = Asked.of(Period(202401, 202401))


def shown(unit: Unit) -> str:
    staff = entered("keyfigures:anstallda", "2", "2024-01", unit="persons")
    return printed(lay_out(in_unit(layout(FORM), unit), BOOKS, ASKED, [staff]).table("keyfigures"))


def test_money_is_shown_in_the_unit_and_nothing_else_is():
    assert shown(THOUSANDS) == (
        "jan 2024\nIntäkter, tkr: 2\nIntäkter i kronor och öre: 2\nRänta, tkr: –\nAndel: 100\nAntal anställda: 2\n"
    )
    assert shown(KRONOR_ORE) == (
        "jan 2024\n"
        "Intäkter, kr: 2 345,67\n"
        "Intäkter i kronor och öre: 2 345,67\n"
        "Ränta, kr: –\n"
        "Andel: 100\n"
        "Antal anställda: 2\n"
    )


def test_a_statement_in_another_unit_is_otherwise_as_it_was():
    own = laid_out(FORM, BOOKS, "2024-01").table("keyfigures")
    other = lay_out(in_unit(layout(FORM), KRONOR), BOOKS, ASKED).table("keyfigures")
    assert other.unit == KRONOR
    assert dataclasses.replace(other, unit=own.unit, rows=()) == dataclasses.replace(own, rows=())
    assert [row.id for row in other.rows] == [row.id for row in own.rows]


@pytest.mark.parametrize("unit", MONEY, ids=lambda unit: unit.code)
@pytest.mark.parametrize("name", layout_names())
def test_every_shipped_layout_has_its_money_in_the_unit_and_only_its_money(name: str, unit: Unit):
    own = shipped_layout(name, 9999)
    other = in_unit(own, unit)
    for was, now in zip(_units(own), _units(other), strict=True):
        assert now == (unit if was in MONEY else was)
    assert other.controls == own.controls
    for was, now in zip(own.statements, other.statements, strict=True):
        assert (now.nil, now.totals_of_rounded, now.shows, now.columns) == (
            was.nil,
            was.totals_of_rounded,
            was.shows,
            was.columns,
        )


def _units(form: Layout) -> list[Unit]:
    return [line.unit or statement.unit for statement in form.statements for line in lines_of(statement.lines)]


@pytest.mark.parametrize("unit", [PERCENT, PERSONS])
def test_money_is_not_shown_as_persons_or_shares(unit: Unit):
    with pytest.raises(ValueError, match=unit.code):
        in_unit(layout(FORM), unit)
