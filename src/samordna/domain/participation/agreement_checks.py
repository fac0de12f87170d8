"""Which figures of a report should be equal, or not larger than each other, and are not?

A figure may be known only between two counts, since a cell may be left blank: what can be right is not told.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from samordna.domain.participation import problems as kinds
from samordna.domain.participation import tables as t
from samordna.domain.participation.asked import Asked
from samordna.domain.participation.between import Between, exactly, together
from samordna.domain.participation.code_lists import INCOMES_OF, CodeLists
from samordna.domain.participation.count_table import CountTable, Gender, GenderAsked, Holds
from samordna.domain.participation.counts_report import CountsReport, Place
from samordna.domain.values.counted import RawCount
from samordna.domain.values.language import swedish
from samordna.domain.values.numerals import swedish_number
from samordna.domain.values.problem import Problem, ProblemKind


def agreement_problems(report: CountsReport, asked: Asked, where: Callable[[Place], str]) -> tuple[Problem, ...]:
    """Return what does not agree: genders, tables with the figure they divide, parts with their whole, and flows."""
    agreeing = _Agreeing(report, where)
    tables = asked.count_tables
    return (
        *(problem for table in tables for problem in agreeing.genders(table)),
        *(problem for table in tables for problem in agreeing.rows(table)),
        *(problem for table in tables for problem in agreeing.part(table)),
        *(problem for table in tables for problem in agreeing.margins(table, asked.lists)),
        *agreeing.flows(),
    )


@dataclass(frozen=True)
class _Agreeing:
    """A report while its figures are held against each other."""

    report: CountsReport
    where: Callable[[Place], str]

    def genders(self, table: CountTable) -> Iterator[Problem]:
        """Yield the rows where women, men and unknown are not the total that is stated."""
        if table.gender is GenderAsked.NEVER or table.holds is Holds.SUMS:
            return
        for codes in sorted(self.report.rows(table.key)):
            stated = self.report.by_place.get(Place(table.key, codes))
            if not isinstance(stated, RawCount):
                continue
            genders = together(self.report.figure(table.key, codes, gender) for gender in table.genders)
            if genders.differs_from(exactly(stated)):
                explained = self.report.explains(table.key)
                kind = kinds.GENDERS_DIFFER_EXPLAINED if explained else kinds.GENDERS_DIFFER
                total = swedish_number(stated.count)
                yield kind.at(self.where(Place(table.key, codes)), sum=shown(genders), total=total)

    def rows(self, table: CountTable) -> Iterator[Problem]:
        """Yield where the rows of a table do not become the figure that they divide, gender by gender."""
        if table.adds_up_to and self.report.rows(table.key):
            check = self._several if table.several else self._divided
            yield from self._each([table.adds_up_to, table.key], lambda gender: check(table, gender))

    def _divided(self, table: CountTable, gender: Gender | None) -> Iterator[Problem]:
        """Yield that rows do not add up to what they divide."""
        rows, whole = self._rows_and_whole(table, gender)
        if rows.differs_from(whole):
            explained = self.report.explains(table.key)
            kind = kinds.TABLES_DIFFER_EXPLAINED if explained else kinds.TABLES_DIFFER
            yield self._against(kind, Place(table.key, (), gender), rows, whole)

    def _several(self, table: CountTable, gender: Gender | None) -> Iterator[Problem]:
        """Yield where somebody has no answer, or a row has more than there are."""
        rows, whole = self._rows_and_whole(table, gender)
        if whole.is_above(rows):
            yield self._against(kinds.SOMEBODY_WITHOUT_ANSWER, Place(table.key, (), gender), rows, whole)
        for codes in sorted(self.report.rows(table.key)):
            row = self.report.figure(table.key, codes, gender)
            if row.is_above(whole):
                yield self._against(kinds.ROW_ABOVE_WHOLE, Place(table.key, codes, gender), row, whole)

    def _rows_and_whole(self, table: CountTable, gender: Gender | None) -> tuple[Between, Between]:
        return self.report.sum_of_rows(table.key, gender), self.report.figure(table.adds_up_to, (), gender)

    def part(self, table: CountTable) -> Iterator[Problem]:
        """Yield where a part is more than what it is a part of: unique of participations, measured of them."""
        if table.at_most:
            yield from self._each([table.at_most, table.key], lambda gender: self._part(table, gender))

    def _part(self, table: CountTable, gender: Gender | None) -> Iterator[Problem]:
        whole = self.report.figure(table.at_most, (), gender)
        for codes in sorted(self.report.rows(table.key)):
            part = self._counted(table, codes, gender)
            if part.is_above(whole):
                yield self._against(kinds.PART_ABOVE_WHOLE, Place(table.key, codes, gender), part, whole)

    def margins(self, table: CountTable, lists: CodeLists) -> Iterator[Problem]:
        """Yield where more have something as their main one than have it at all."""
        for at, margin in enumerate(table.margins):
            if self.report.rows(table.key) and self.report.rows(margin):
                yield from self._each([margin, table.key], self._margin(table, at, lists))

    def _margin(self, table: CountTable, at: int, lists: CodeLists) -> Callable[[Gender | None], Iterator[Problem]]:
        margin = t.TABLES[table.margins[at]]

        def check(gender: Gender | None) -> Iterator[Problem]:
            for main, incomes in INCOMES_OF.items():
                rows = [codes for codes in sorted(self.report.rows(table.key)) if codes[at] == main]
                mainly = together(self.report.figure(table.key, codes, gender) for codes in rows)
                at_all = together(self.report.figure(margin.key, (one,), gender) for one in incomes)
                if rows and mainly.is_above(at_all):
                    told = {"main": lists.name(table.dimensions[0], main), "sum": shown(mainly), "total": shown(at_all)}
                    yield kinds.MAIN_ABOVE_ALL.at(
                        self.where(Place(table.key, rows[0], gender)), whole=margin.name, **told
                    )

        return check

    def _counted(self, table: CountTable, codes: tuple[str, ...], gender: Gender | None) -> Between:
        if table.holds is Holds.COUNTS:
            return self.report.figure(table.key, codes, gender)
        sums = self.report.sums(table.key, codes, gender)
        return exactly(sums.n) if sums else Between(RawCount(0), None)

    def _against(self, kind: ProblemKind, place: Place, part: Between, whole: Between) -> Problem:
        table = t.TABLES[place.table]
        name = t.TABLES[table.adds_up_to or table.at_most].name
        return kind.at(self.where(place), sum=shown(part), whole=name, total=shown(whole))

    def _each(self, tables: Sequence[str], check: Callable[[Gender | None], Iterator[Problem]]) -> Iterator[Problem]:
        """Yield what a check tells of each gender; of all together only when the genders do not say it all.

        So a total that its genders do not add up to is told once, and not again by every table that it stands in.
        """
        told = [problem for gender in Gender for problem in check(gender)]
        figures = (self._all_rows(t.TABLES[table], gender) for table in tables for gender in t.TABLES[table].genders)
        asked = t.TABLES[tables[0]].genders
        if told or (asked and all(figure.exact is not None for figure in figures)):
            yield from told
        else:
            yield from check(None)

    def flows(self) -> Iterator[Problem]:
        """Yield where those who came in, began and ended do not become those who are left."""
        yield from self._started_above_referred()
        for table, how, plus, minus in (
            (
                t.ONGOING, swedish("pågående vid början och startade, utan avslutade"),
                (t.ONGOING_AT_START, t.STARTS), (t.EXITS,),
            ),
            (t.PARTICIPANTS, swedish("pågående vid början och startade"), (t.ONGOING_AT_START, t.STARTS), ()),
            (
                t.WAITING, swedish("väntade vid början och inkomna, utan startade och inte aktuella"),
                (t.CARRIED_OVER, t.REFERRALS), (t.STARTS, t.NOT_STARTED),
            ),
        ):  # fmt: skip
            yield from self._each([one.key for one in (table, *plus, *minus)], self._flow(table, how, (plus, minus)))

    def _flow(
        self, table: CountTable, how: str, flows: tuple[Sequence[CountTable], Sequence[CountTable]]
    ) -> Callable[[Gender | None], Iterator[Problem]]:
        """Return the check that a figure is what came less what went."""

        def check(gender: Gender | None) -> Iterator[Problem]:
            there, worked_out = self._exact(table, gender), self._net(*flows, gender)
            if there is not None and worked_out is not None and there != worked_out:
                told = {"table": table.name, "told": swedish_number(there), "how": how}
                place = self.where(Place(table.key, (), gender))
                yield kinds.DOES_NOT_FOLLOW.at(place, **told, worked_out=swedish_number(worked_out))

        return check

    def _started_above_referred(self) -> Iterator[Problem]:
        """Yield that more began than had come in; of who waited from before, none are counted when none are told."""
        begun = together(self.report.figure(one.key) for one in (t.STARTS, t.NOT_STARTED)).least.count
        referred, waited = self._exact(t.REFERRALS), self._exact(t.CARRIED_OVER)
        if referred is not None and begun > referred + (waited or 0):
            told = swedish(", och {count} väntade från tidigare").format(count=swedish_number(waited or 0))
            unknown = swedish("; hur många som väntade från tidigare är inte angivet")
            yield kinds.STARTED_ABOVE_REFERRED.at(
                self.where(Place(t.STARTS.key)),
                started=swedish_number(begun), referred=swedish_number(referred),
                waiting=unknown if waited is None else told,
            )  # fmt: skip

    def _all_rows(self, table: CountTable, gender: Gender | None) -> Between:
        if table.dimensions:
            return self.report.sum_of_rows(table.key, gender)
        return self.report.figure(table.key, (), gender)

    def _exact(self, table: CountTable, gender: Gender | None = None) -> int | None:
        count = self.report.figure(table.key, (), gender).exact
        return None if count is None else count.count

    def _net(self, plus: Sequence[CountTable], minus: Sequence[CountTable], gender: Gender | None) -> int | None:
        """Return what came less what went, None when some of it is not told."""
        came, went = ([self._exact(table, gender) for table in tables] for tables in (plus, minus))
        if None in came or None in went:
            return None
        return sum(count or 0 for count in came) - sum(count or 0 for count in went)


def shown(figure: Between) -> str:
    """Return a figure as it is told in a message: ``16``, ``16–20``, or ``minst 16``."""
    if figure.exact is not None:
        return swedish_number(figure.exact.count)
    if figure.most is None:
        return swedish("minst {least}").format(least=swedish_number(figure.least.count))
    return f"{swedish_number(figure.least.count)}–{swedish_number(figure.most.count)}"
