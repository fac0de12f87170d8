"""How is a project written down, for whoever wants it on paper or in a file?"""

import datetime as dt
from collections.abc import Iterator

from samordna.domain.document import Block, Chart, Document, Paragraph, Section, Table
from samordna.domain.plan.projects.project import ExternalProject
from samordna.domain.values.language import swedish
from samordna.domain.values.period import Month, month_in_words, swedish_date
from samordna.office.questions.identity import association


def project_document(
    project: ExternalProject, tables: tuple[Table, ...], chart: Chart, through: Month, *, foot: str = ""
) -> Document:
    """Return a project as a document: what it is, how it came there, and each table as a chapter."""
    facts = (
        (swedish("Finansiär"), project.funder),
        (swedish("Diarienummer"), project.reference),
        (swedish("Pågår"), project.period.in_words),
        (swedish("Läge"), project.state.in_words),
    )
    return Document(
        id=f"project-{project.id}",
        title=swedish("Projektet {name}").format(name=project.name),
        subtitle=swedish("Till och med {month}").format(month=month_in_words(through)),
        author=association().name,
        foot=foot,
        facts=tuple((label, told) for label, told in facts if told),
        sections=(_history(project), *_chapters(tables, chart)),
    )


def projects_document(table: Table) -> Document:
    """Return all projects side by side as a document."""
    section = Section(table.id, table.title, blocks=(table,))
    return Document(id="projects", title=table.title, subtitle="", author=association().name, sections=(section,))


def _history(project: ExternalProject) -> Section:
    lines = tuple(
        Paragraph((f"{entry.state.in_words.capitalize()}{_day(entry.day)}: {entry.source}.",))
        for entry in project.history
    )
    return Section("history", swedish("Från ansökan till i dag"), blocks=lines)


def _day(day: dt.date | None) -> str:
    return f" {swedish_date(day)}" if day else ""


def _chapters(tables: tuple[Table, ...], chart: Chart) -> Iterator[Section]:
    for table in tables:
        blocks: tuple[Block, ...] = (table, chart) if table.id == "project-liquidity" else (table,)
        yield Section(table.id, table.title, blocks=blocks)
