"""Which lines a report reads is known without making it, so that none of them is removed under it."""

import pytest

from samordna.domain.reports.kinds import KINDS
from samordna.domain.reports.reads import lines_read
from samordna.domain.reports.template_file import read_template, shipped_template
from samordna.domain.statements.layout import account_lines_of, cost_centre_lines_of, lines_of
from samordna.domain.statements.shipped import layout_names, shipped_layout

TEXT = """
name = "prov"
title = "Prov"
[[chapter]]
id = "ett"
title = "Ett"
blocks = [
  { text = "Den {period} var {a.x.actual tkr}, {diff a.y.actual b.1010:10.previous tkr abs} och t.ex.så." },
  { text = "{compare c.z.actual 0: mer [d.u.actual] | mindre | lika}{known:, mot [e.v.actual]}" },
  { list = ["{share f.w.actual f.q.actual}"] },
  { highlights = [{ label = "L", figure = "g.t.actual", remark = "Av {g.s.actual}." }] },
  { months_of = "h:r", id = "m", title = "M" },
  { chart_of = "i", id = "c", title = "C", rows = ["o", "p"] },
  { statement = "j" },
  { statistics = "inflow" },
  { text = "{statistics.inflow.total.total}" },
  { signed = "För {association} och {k.n.actual}", signatures = [{ role = "Ordförande" }] },
]
[[chapter.chapter]]
id = "under"
title = "Under"
blocks = [{ text = "{l.m.actual}" }]
"""


def test_the_lines_of_texts_figures_and_charts_are_found():
    found = " ".join(sorted(lines_read(read_template(TEXT, "prov"))))
    assert found == "a:x a:y b:1010:10 c:z d:u e:v f:q f:w g:s g:t h:r i:o i:p k:n l:m"


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", layout_names())
def test_every_line_that_a_shipped_report_reads_is_in_its_layout(name, kind):
    layout = shipped_layout(name, 2024)
    there = {f"{statement.id}:{line.id}" for statement in layout.statements for line in lines_of(statement.lines)}
    opened = {
        statement.id
        for statement in layout.statements
        if any(account_lines_of(statement.lines)) or any(cost_centre_lines_of(statement.lines))
    }
    read = {line for line in lines_read(shipped_template(kind, name)) if line.partition(":")[0] not in opened}
    assert read
    assert read <= there
