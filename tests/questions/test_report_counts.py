"""What the counts say in a report: one publication, told in the register, and the same when it is made again."""

import shutil
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from pathlib import Path
from typing import TypeAlias

import pytest
from tests import counts_in
from tests.measures.disclosure.attacker import Attacker
from tests.questions.demo_books import laid_out_as, planned_in, read_in

from samordna.access.models import TrailEntry
from samordna.demo.counting import tell_counts
from samordna.domain.document import Chart, Document, Hidden, Missing, Number, Section, Table, blocks_of, tables_of
from samordna.domain.measures.disclosure import Audience, CellKey, Identity, Publication
from samordna.domain.measures.release import Release, signs_of
from samordna.domain.measures.statistics import linked_of
from samordna.domain.measures.view_file import shipped_views
from samordna.domain.participation.counts_report import Place
from samordna.domain.participation.stated import StatedTotal
from samordna.domain.reports.template_file import shipped_template
from samordna.domain.statements.span import Asked
from samordna.domain.values.counted import Below, Published, RawCount, Shown
from samordna.domain.values.period import Period
from samordna.office import actions, questions
from samordna.office.actions import TERMINAL
from samordna.office.actions.measures.statistics import publish_statistics, write_release
from samordna.office.questions.activities.activities import activities_held
from samordna.office.questions.basis import Basis, basis
from samordna.office.questions.counts.counts import counts_held
from samordna.office.questions.measures.publications import publications_held
from samordna.office.questions.measures.statistics import known_in, statistics_of
from samordna.office.questions.reports.report_counts import report_counts
from samordna.office.questions.reports.reports import digest_of, releases_of, report_from
from samordna.office.store.folder import close_folder
from samordna.office.store.writing import alone

VIEWS = ("inflow-", "not-started-", "starts-", "income-", "progression-", "head-counts-")
ASKED = Asked.of(Period(202401, 202408))


Opens: TypeAlias = Callable[[str], Basis]


@pytest.fixture(scope="module")
def counted(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """Return a function that gives a demo association's folder as it is before anything is given out."""
    parent, built = tmp_path_factory.mktemp("counted"), set[str]()

    def of(name: str) -> Path:
        if name not in built:
            actions.create_association(parent / name, name=name, layout=name, by=TERMINAL)
            planned_in(name)
            tell_counts(name)
            close_folder()
            built.add(name)
        return parent / name

    return of


@pytest.fixture
def opened(counted: Callable[[str], Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Opens]:
    """Return a function that opens a copy of a demo association, with its counts, and gives what is known of it."""
    monkeypatch.delenv("DATABASE_URL", raising=False)

    def of(name: str) -> Basis:
        copy = tmp_path / name
        shutil.copytree(counted(name), copy)
        actions.open_association(copy)
        return basis(ASKED)

    yield of
    close_folder()


def table(document: Document, key: str) -> Table:
    return next(one for one in tables_of(document) if one.id == key)


def text(document: Document) -> str:
    return " ".join(getattr(block, "text", "") for block in blocks_of(document))


def test_the_chapters_stand_in_the_order_of_the_published_report(opened):
    document = report_from("interim", opened("insjoriket"))
    ours = [one.id for one in tables_of(document) if one.id.startswith(VIEWS)]
    assert ours == [
        "inflow-referrals", "inflow-by-unit-referrals", "not-started-not_started", "starts-agreed",
        "starts-agreed-gender", "income-starts", "progression-coverage", "progression-coverage-gender",
        "progression-change-progression_change", "head-counts-head_count",
    ]  # fmt: skip
    assert document.status == ""
    assert "kom 161 intresseanmälningar in till ACTivera. 105 gällde kvinnor och 56 gällde män" in text(document)
    assert "160 deltaganden började under perioden" in text(document)


def test_a_picture_stands_after_its_table_and_draws_nothing_that_is_hidden(opened):
    document = report_from("interim", opened("insjoriket"))
    told = [one.id for one in blocks_of(document) if isinstance(one, Table | Chart) and one.id.startswith("starts-")]
    assert told == ["starts-agreed", "starts-agreed-gender", "starts-agreed-chart"], "one that does not fit leaves none"
    charts = [one for one in blocks_of(document) if isinstance(one, Chart) and one.id.endswith("-chart")]
    assert len(charts) > 4
    for chart in charts:
        assert chart.table_above
        assert chart.description
        drawn = [cell for row in chart.table.rows for cell in row.cells]
        assert sum(isinstance(cell, Hidden) for cell in drawn) <= len(drawn) / 2


def test_what_the_units_do_not_have_together_is_told_with_both_figures(opened):
    found = table(report_from("interim", opened("insjoriket")), "starts-agreed")
    source = "Delårsredovisning januari–augusti 2024, kommunvis redovisning"
    assert f"Startade: enheterna har tillsammans 160, men {source} anger 174." in found.remarks
    assert f"Startade, kvinnor: enheterna har tillsammans 107, men {source} anger 116." in found.remarks
    assert not any(remark.startswith("Startade, män") for remark in found.remarks), "the units' men are withheld"


def test_a_stated_sum_that_is_too_small_to_be_read_is_not_told(opened):
    opened("insjoriket")
    few = StatedTotal("ACTivera", ASKED.period, Place("referrals"), RawCount(3), "En anteckning")
    actions.state_total(few, by=TERMINAL)
    assert not any(
        "En anteckning" in one for one in table(report_from("interim", basis(ASKED)), "inflow-referrals").remarks
    )


@pytest.mark.usefixtures("association_folder")
@pytest.mark.parametrize("name", ["insjoriket", "sjuharad"])
def test_no_small_count_behind_a_report_can_be_computed_with_what_was_given_out_before(name):
    planned_in(name)
    tell_counts(name)
    publish_statistics(shipped_views()["inflow-by-unit-and-source"], ASKED.period, Audience.PUBLIC, "pdf", by=TERMINAL)
    earlier = publications_held()[0].value
    made_from = basis(ASKED)
    told = report_counts(made_from, _views_of("interim", made_from))
    assert told.publication is not None
    read = {**earlier.by_key, **told.publication.cells}
    assert all(read[key] == sign for key, sign in earlier.by_key.items()), "what was read stays as it was read"
    assert narrowed(read, told.identities) == []


@pytest.mark.parametrize("name", ["insjoriket", "sjuharad"])
def test_no_small_count_behind_a_report_can_be_computed_from_its_views_and_its_goals_together(opened, name):
    made_from = opened(name)
    [release] = releases_of("interim", made_from)
    assert release.told
    known = known_in(counts_held(), activities_held(), ASKED.period)
    linked = linked_of(release.views, known, release.told)
    assert {linked.ground.key(spot) for spot in release.told} <= set(release.by_key)
    assert narrowed(release.by_key, tuple(linked.ties)) == []


def narrowed(read: Mapping[CellKey, Published], identities: Sequence[Identity]) -> list[CellKey]:
    """Return the small counts of which somebody who reads can say more than their sign does."""
    attacker, found = Attacker(read, identities), []
    for key, sign in read.items():
        if isinstance(sign, Below) and any(key in (one.whole, *one.parts) for one in identities):
            least, most = attacker.between(key)
            if least > sign.least + 1e-6 or most < sign.threshold - 1 - 1e-6:
                found.append(key)
    return found


def _views_of(kind: str, made_from: Basis) -> tuple[str, ...]:
    [release] = releases_of(kind, made_from)
    return tuple(view.key for view in release.beside)


@pytest.mark.usefixtures("association_folder")
def test_on_both_engines_a_report_publishes_its_counts_and_is_the_same_when_it_is_made_again():
    planned_in("insjoriket")
    tell_counts("insjoriket")
    made = actions.make_report("interim", ASKED, by=TERMINAL)
    assert [said.value.counts for said in publications_held()] == [made.plan_to]
    assert questions.made_report(made.number).same


@pytest.mark.usefixtures("association_folder")
def test_a_report_that_is_made_publishes_its_counts_once():
    planned_in("insjoriket")
    tell_counts("insjoriket")
    made = actions.make_report("interim", ASKED, by=TERMINAL)
    [said] = publications_held()
    assert (said.value.view.name, said.value.period, said.value.audience) == (
        "Delårsredovisning", ASKED.period, Audience.PUBLIC,
    )  # fmt: skip
    assert [view.key for view in said.value.beside][:2] == ["inflow", "inflow-by-unit"]
    assert said.value.counts == made.plan_to
    assert "publish-statistics" in set(TrailEntry.objects.values_list("deed", flat=True))
    again = actions.make_report("interim", ASKED, by=TERMINAL)
    assert again.digest == made.digest
    taken = actions.take_out_report("interim", ASKED, "delår.pdf", by=TERMINAL)
    assert digest_of(taken.document) == made.digest
    assert len(publications_held()) == 1


def test_a_report_that_is_taken_out_publishes_what_one_that_is_made_does_once(opened):
    opened("insjoriket")
    actions.take_out_report("interim", ASKED, "delarsrapport-2024-08", by=TERMINAL)
    [first] = publications_held()
    assert (first.value.how, first.by) == ("delarsrapport-2024-08", TERMINAL.name)
    before = TrailEntry.objects.count()
    taken = actions.take_out_report("interim", ASKED, "delår.pdf", by=TERMINAL)
    actions.make_report("interim", ASKED, by=TERMINAL)
    assert publications_held() == (first,)
    assert TrailEntry.objects.count() == before + 1, "only that one is made and kept is told"
    [release] = taken.releases
    assert release.by_key == first.value.by_key


def test_a_report_of_other_months_publishes_its_goals_with_the_months_that_those_are_of(opened):
    opened("insjoriket")
    asked = Asked.of(Period(202402, 202408))
    actions.take_out_report("interim", asked, "delår.pdf", by=TERMINAL)
    assert {said.value.period for said in publications_held()} == {ASKED.period}, "only the goals have any counts"


def test_a_report_says_the_same_when_it_is_made_again_after_the_counts_have_changed(opened):
    opened("insjoriket")
    made = actions.make_report("interim", ASKED, by=TERMINAL)
    before = questions.made_report(made.number)
    publish_statistics(shipped_views()["inflow-by-unit-and-source"], ASKED.period, Audience.PUBLIC, "pdf", by=TERMINAL)
    one_more_head()
    after = questions.made_report(made.number)
    assert after.same
    assert after.document == before.document
    now = table(report_from("interim", basis(ASKED)), "head-counts-head_count").cell("total", "total")
    then = table(after.document, "head-counts-head_count").cell("total", "total")
    assert [getattr(cell, "text", "") for cell in (then, now)] == ["98", "99"]


def one_more_head() -> None:
    """Correct what the office has counted at its trainings."""
    name = "siffror-2024-01--2024-08.csv"
    head, *lines = (files("samordna.demo") / "counts" / "insjoriket" / name).read_text("utf-8").splitlines()
    ours = [line.replace(";98;", ";99;").replace(";45;", ";46;") for line in lines if line.startswith("Kansliet")]
    actions.take_counts({name: "\n".join((head, *ours)).encode()}, by=TERMINAL, reason="En närvarolista saknades.")
    line = questions.counts_held().line("kansliet", "gemensamma-utbildningar", ASKED.period)
    assert line is not None
    actions.accept_counts(line.asked, by=TERMINAL)


def test_later_statistics_know_what_a_report_has_told(opened):
    opened("insjoriket")
    alone = statistics_of(shipped_views()["inflow"], ASKED.period, Audience.PUBLIC)
    actions.make_report("interim", ASKED, by=TERMINAL)
    [said] = publications_held()
    after = statistics_of(shipped_views()["inflow"], ASKED.period, Audience.PUBLIC)
    assert not after.refused
    cells = after.shown.publication.cells
    assert {key: sign for key, sign in cells.items() if key in said.value.by_key} == {
        key: said.value.by_key[key] for key in cells if key in said.value.by_key
    }
    assert alone.shown.publication.cells.keys() == cells.keys()


@pytest.mark.usefixtures("association_folder")
def test_where_what_was_given_out_gives_it_away_nothing_is_told_and_the_report_is_a_draft():
    planned_in("insjoriket")
    tell_counts("insjoriket")
    [release] = releases_of("interim", basis(ASKED))
    everything = _without_protection(release)
    with alone():
        write_release(everything, by=TERMINAL)
    document = report_from("interim", basis(ASKED))
    assert "utlämnat" in text(document)
    assert document.status.startswith("Utkast")
    assert not any(one.id.startswith("inflow") for one in tables_of(document))
    assert releases_of("interim", basis(ASKED)) == ()
    actions.make_report("interim", ASKED, by=TERMINAL)
    assert len(publications_held()) == 1


def _without_protection(release: Release) -> Release:
    """Return the same as somebody would have read it who hid the small counts and nothing else."""
    inside = {
        key: sign
        for view in release.beside
        for key, sign in statistics_of(view, ASKED.period, Audience.INSIDE).shown.publication.cells.items()
    }

    def read(key: CellKey):
        sign = inside[key]
        assert isinstance(sign, Shown)
        return Below(5) if 0 < sign.count < 5 else sign

    cells = {key: read(key) for key in release.by_key if key in inside}
    return replace(release, signs=signs_of(Publication(cells).cells))


def _counts_chapter(document: Document) -> Section:
    [found] = [one for one in _sections(document.sections) if one.id == "uppfoljning"]
    return found


def _sections(sections: tuple[Section, ...]) -> Iterator[Section]:
    for section in sections:
        yield section
        yield from _sections(section.sections)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("insjoriket", ["inflode", "starter", "forsorjning", "avslut", "progression", "volym"]),
        ("sjuharad", ["inflode", "forsorjning", "avslut", "progression", "volym"]),  # no starts are agreed there
    ],
)
def test_the_plain_layout_has_a_chapter_of_what_is_counted(opened, name, told):
    opened(name)
    laid_out_as("lkbr")
    document = report_from("interim", basis(ASKED))
    chapter = _counts_chapter(document)
    assert (chapter.number, chapter.title) == ("1.1", "Uppföljning av insatserna")
    assert [one.id for one in chapter.sections] == told
    assert all(tables_of(replace(document, sections=(one,))) for one in chapter.sections)
    assert "Små antal visas inte." in text(document)
    assert table(document, "goals-judged").rows
    assert shipped_template("annual", "lkbr").views == shipped_template("interim", "lkbr").views


@pytest.mark.parametrize("kind", ["interim", "annual"])
@pytest.mark.usefixtures("association_folder")
def test_a_new_association_is_told_that_nothing_is_counted_and_no_goals_are_set(kind):
    read_in("insjoriket")
    laid_out_as("lkbr")
    asked = ASKED if kind == "interim" else Asked.of(Period(202301, 202312))
    document = report_from(kind, basis(asked))
    chapter = _counts_chapter(document)
    assert [block.text for block in blocks_of(replace(document, sections=(chapter,)))] == [
        f"Inga antal är redovisade för {asked.period.in_words}."
    ]
    assert f"För {asked.period.last // 100} är inga mål upplagda." in text(document)


@pytest.mark.usefixtures("association_folder")
def test_a_chapter_of_what_no_unit_was_asked_for_is_not_there():
    read_in("insjoriket")
    laid_out_as("lkbr")
    actions.ask_counts([counts_in.line()], by=TERMINAL)  # no sources, no income, no progression
    actions.take_counts({"a.csv": counts_in.csv_of()}, by=TERMINAL)
    actions.accept_counts(counts_in.line(), by=TERMINAL)
    document = report_from("interim", basis(ASKED))
    chapter = _counts_chapter(document)
    assert [one.id for one in chapter.sections] == ["inflode", "forsorjning", "avslut"]  # the wholes, by gender
    assert "saknas" not in text(replace(document, sections=(chapter,)))
    tables = tables_of(replace(document, sections=(chapter,)))
    assert not any(isinstance(cell, Missing) for one in tables for row in one.rows for cell in row.cells)
    assert all(any(row.cells for row in one.rows) for one in tables)


def test_what_is_said_of_a_column_is_not_said_where_it_is_left_out(opened):
    opened("insjoriket")  # no participants are agreed there
    laid_out_as("lkbr")
    found = table(report_from("interim", basis(ASKED)), "participants")
    assert "agreed_participants" not in {column.id for column in found.columns}
    assert not any(one.startswith(("Avtalat", "Andel av det avtalade")) for one in found.remarks)
    assert any(one.startswith("Startade: Deltaganden som började") for one in found.remarks)


@pytest.mark.usefixtures("association_folder")
def test_without_counts_a_sentence_says_so_and_the_report_is_no_draft():
    planned_in("sjuharad")
    document = report_from("interim", basis(ASKED))
    assert "Inga antal är redovisade för januari–augusti 2024." in text(document)
    assert document.status == ""
    assert [one.id for section in document.sections if section.id == "uppfoljning" for one in section.sections] == []
    assert report_counts(basis(ASKED), ()).publication is None


def test_months_that_the_counts_cannot_be_divided_into_have_none(opened):
    opened("sjuharad")
    document = report_from("interim", basis(Asked.of(Period(202401, 202406))))
    assert "Inga antal är redovisade för januari–juni 2024." in text(document)


def test_a_year_without_counts_has_no_chapter_of_them(opened):
    opened("insjoriket")
    document = report_from("annual", basis(Asked.of(Period(202301, 202312))))
    assert not any(one.id.startswith("inflow") for one in tables_of(document))
    assert "antal är redovisade" not in text(document)


@pytest.mark.usefixtures("association_folder")
def test_a_new_association_without_any_journal_has_none():
    read_in("insjoriket")
    assert "Inga antal är redovisade" in text(report_from("interim", basis(ASKED)))


def test_shares_are_numbers_only_where_their_base_is_told(opened):
    for row in table(report_from("interim", opened("sjuharad")), "participants").rows:
        part, share = row.cells[1], row.cells[2]
        assert isinstance(share, Number) <= isinstance(part, Number)
