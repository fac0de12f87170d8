"""How is a keying sheet written down: to be read from, and as rows that are copied one by one?"""

from collections.abc import Iterator, Mapping
from typing import Final, NamedTuple

from samordna.domain.document import (
    BLANK,
    Block,
    BulletList,
    Column,
    Document,
    Form,
    FormColumn,
    Number,
    Paragraph,
    Row,
    RowKind,
    Section,
    Table,
)
from samordna.domain.measures.keying.record import Keyed, changed_since
from samordna.domain.measures.keying.sheet import KeyingGroup, KeyingRow, KeyingSection, KeyingSheet
from samordna.domain.values.language import swedish
from samordna.domain.values.unit import PERSONS


class KeyedWhen(NamedTuple):
    """What was keyed of a group, and when and by whom that was noted, in words."""

    keyed: Keyed
    when: str


Noted = Mapping[tuple[str, str], KeyedWhen]
"""What is noted as keyed, by activity (empty for the association) and group."""

MISSING: Final = swedish("saknas: {why}")
_COLUMNS: Final = (
    FormColumn(swedish("Insats"), width=28),
    FormColumn(swedish("Del"), width=24),
    FormColumn(swedish("Rad"), width=30),
    FormColumn(swedish("Fält"), width=16),
    FormColumn(swedish("Skriv in"), width=30),
    FormColumn(swedish("Saknas"), width=40),
    FormColumn(swedish("Matas in av"), width=24),
    FormColumn(swedish("Inmatat"), width=34),
)


def title_of(sheet: KeyingSheet) -> str:
    """Return what a sheet is called."""
    return swedish("Inmatningsunderlag till Uppföljning Finsam {year}").format(year=sheet.year.last // 100)


def group_told(section: KeyingSection, group: KeyingGroup, noted: Noted) -> tuple[str, ...]:
    """Return what is noted of a group: when it was keyed, and each figure that is another one now."""
    one = noted.get((section.id, group.key))
    if one is None:
        return (swedish("Inte inmatat."),)
    nothing = swedish("inget")
    told = swedish("Ändrat sedan det matades in: {label}, då {then}, nu {now}.")
    changes = (
        told.format(label=change.label, then=change.then or nothing, now=change.now or nothing)
        for change in changed_since(one.keyed, group)
    )
    return (swedish("Inmatat {when}.").format(when=one.when), *changes)


def sheet_document(sheet: KeyingSheet, author: str, noted: Noted) -> Document:
    """Return a sheet as a document: a chapter for each activity, in the order that it is keyed."""
    warnings = tuple(f"{one.found} {one.remedy}" for one in sheet.problems)
    sections = tuple(_chapter(one, noted) for one in sheet.sections)
    return Document(
        "keying-sheet", title_of(sheet), sheet.year.in_words, author, sections, provenance=warnings,
        status=swedish("Bara för förbundets eget arbete: små antal kan peka ut någon."),
    )  # fmt: skip


def _chapter(section: KeyingSection, noted: Noted) -> Section:
    inner = tuple(
        Section(f"{section.id or 'whole'}-{group.key}", group.title, blocks=tuple(_blocks(section, group, noted)))
        for group in section.groups
    )
    return Section(section.id or "whole", section.name, sections=inner)


def _blocks(section: KeyingSection, group: KeyingGroup, noted: Noted) -> Iterator[Block]:
    """Yield a group as it stands on the screen: its figures in a table, what is words as a list, and what is noted."""
    yield Paragraph((_by(group),))
    figures = _figures(group)
    words = tuple(Paragraph((f"{row.label}: {_words(row)}",)) for row in group.rows if row not in figures)
    if words:
        yield BulletList(words)
    rows = tuple(_row(row, at) for at, row in enumerate(figures))
    if rows:
        columns = tuple(Column(f"c{at}", label) for at, label in enumerate(group.columns))
        unit = next((field.cell.unit for field in group.fields if isinstance(field.cell, Number)), PERSONS)
        yield Table(f"{section.id or 'whole'}-{group.key}-figures", "", unit, columns, rows, stub=swedish("Fält"))
    for problem in group.problems:
        yield Paragraph((f"{problem.found} {problem.remedy}",))
    for told in group_told(section, group, noted):
        yield Paragraph((told,))


def _by(group: KeyingGroup) -> str:
    return swedish("Matas in av {who}.").format(who=group.keyed_by.in_words)


def _figures(group: KeyingGroup) -> tuple[KeyingRow, ...]:
    """Return the rows of a group that are figures, those that are missing too; none where all of it is words."""
    some = len(group.columns) > 1 or any(isinstance(field.cell, Number) for field in group.fields)
    return tuple(row for row in group.rows if some and not any(field.words for field in row.fields))


def _row(row: KeyingRow, at: int) -> Row:
    return Row(f"r{at}", row.label, RowKind.DETAIL, tuple(field.cell or BLANK for field in row.fields))


def _words(row: KeyingRow) -> str:
    if row.missing:
        return MISSING.format(why=row.missing)
    return "; ".join(field.value or MISSING.format(why=field.missing) for field in row.fields)


def sheet_form(sheet: KeyingSheet, author: str, noted: Noted) -> Form:
    """Return a sheet as rows: one for each field, in the order that they are keyed."""
    rows = tuple(
        row for section in sheet.sections for group in section.groups for row in _form_rows(section, group, noted)
    )
    facts = ((swedish("År"), sheet.year.in_words),)
    told = tuple(f"{one.found} {one.remedy}" for one in sheet.problems)
    return Form(title_of(sheet), author, facts, told, _COLUMNS, rows)


def _form_rows(section: KeyingSection, group: KeyingGroup, noted: Noted) -> Iterator[tuple[str, ...]]:
    one = noted.get((section.id, group.key))
    then = {figure.field: figure.value for figure in one.keyed.figures} if one else {}
    changed = {change.field for change in changed_since(one.keyed, group)} if one else set()
    for row in group.rows:
        for column, field in zip(group.columns, row.fields, strict=True):
            told = ""
            if one and field.key in changed:
                told = swedish("{when}, då {then}").format(when=one.when, then=then.get(field.key) or swedish("inget"))
            elif one:
                told = one.when
            yield (
                section.name, group.title, row.label, column, field.value, field.missing, group.keyed_by.in_words, told,
            )  # fmt: skip
