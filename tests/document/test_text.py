"""How a figure reads in a sentence."""

import pytest

from samordna.domain.document import EnteredOrigin, Figure, Missing, Number, Paragraph
from samordna.domain.values.period import Period
from samordna.domain.values.unit import KRONOR_ORE, PERCENT, PERSONS, THOUSANDS

ORIGIN = EnteredOrigin("Protokoll", "a:b", "actual", Period(202401, 202408))


@pytest.mark.parametrize(
    ("number", "reads"),
    [
        (Number(112_090_13, THOUSANDS, ORIGIN), "112 tkr"),
        (Number(-112_090_13, KRONOR_ORE, ORIGIN), "−112 090,13 kr"),
        (Number(48, PERCENT, ORIGIN), "4 800 %"),
        (Number(2, PERSONS, ORIGIN), "2"),
        (Missing("året är inte inläst"), "[året är inte inläst]"),
    ],
)
def test_a_figure_has_its_unit_and_never_parts_from_it(number, reads):
    assert Figure(number, "a.b.c").text == (reads if reads.startswith("[") else reads.replace(" ", " "))


def test_a_paragraph_reads_as_its_parts_in_order():
    figure = Figure(Number(2, PERSONS, ORIGIN), "keyfigures.anstallda.actual")
    assert Paragraph(("Kansliet har ", figure, " anställda.")).text == "Kansliet har 2 anställda."
    assert Paragraph(()).text == ""
