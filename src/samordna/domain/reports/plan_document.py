"""How does the plan of a year read as a document that a board can adopt?

It is put together from what the plan holds and rests on no ledger. What nobody has written is left out; what is not
adopted says that it is a draft.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Final

from samordna.domain.document import (
    Block,
    Chart,
    ChartKind,
    Document,
    Highlight,
    Highlights,
    Paragraph,
    RowKind,
    Section,
    Table,
)
from samordna.domain.plan.activity_plan.adoption import Adoption, PlanLife, PlanState
from samordna.domain.plan.activity_plan.cases import cases_table
from samordna.domain.plan.activity_plan.chapters import Chapter, paragraphs, part_chapter
from samordna.domain.plan.activity_plan.planned import ActivityPlan, Direction
from samordna.domain.plan.activity_plan.tables import (
    Resting,
    activity_tables,
    cost_problems,
    economic_summary,
    overhead_table,
    performers_table,
)
from samordna.domain.reports.plan_front import front_facts, highlights, signatures
from samordna.domain.values.language import swedish

_UNKNOWN: Final = swedish("Bidragen för året är inte kända än, så det framgår inte om de räcker.")
_MANY: Final = 3
"""Rows from which a picture says more than the table beside it."""


@dataclass(frozen=True, slots=True)
class PlanContent:
    """All that a plan's document is made from.

    ``texts`` are the chapters that somebody wrote, by name. ``restings`` are the states of the money there are, the
    chosen one first; none when the year cannot be shared out. ``financing`` are the years' contributions, ``budget``
    the year by cost centre, ``more`` the chapters of equity and the like that others make, ``figures`` what of them
    is worth seeing first. ``adopted`` is the decision that this very plan was adopted by; None for a draft.
    """

    association: str
    organisation_number: str
    plan: ActivityPlan
    texts: Mapping[str, str]
    restings: tuple[Resting, ...]
    financing: Table | None
    budget: Table | None
    life: PlanLife
    adopted: Adoption | None
    more: tuple[Section, ...] = ()
    figures: tuple[Highlight, ...] = ()
    provenance: tuple[str, ...] = ()


def plan_document(content: PlanContent) -> Document:
    """Return the plan as a document: chapters in order, numbered, with a place to sign."""
    year = content.plan.year.last // 100
    told = (
        _summary(content),
        _aims(content),
        _activities(content),
        _overhead(content),
        _economy(content),
        _financing(content),
        _budget(content),
        *content.more,
        _cases(content),
        _text(content, Chapter.FOLLOW_UP),
        Section("decision", swedish("Beslut"), blocks=(signatures(year, content.adopted),)),
    )
    chapters = [one for one in told if one and (one.blocks or one.sections)]
    title = swedish("Verksamhetsplan {year}").format(year=year)
    return Document(
        id="activity-plan",
        title=title,
        subtitle=swedish("Treårsperioden {first}–{last}").format(first=year, last=year + 2),
        author=content.association,
        sections=tuple(_numbered(one, str(number)) for number, one in enumerate(chapters, start=1)),
        facts=front_facts(content.organisation_number, content.plan.year, content.restings[:1], content.adopted),
        status=_status(content),
        provenance=content.provenance,
        foot=f"{title}, {content.association}",
        front_page=True,
        contents=True,
    )


def _status(content: PlanContent) -> str:
    if content.adopted:
        return ""
    latest = content.life.latest
    if latest is None:
        return swedish("Utkast: inte antagen")
    if content.life.state is PlanState.ADOPTED:
        money = next((one.name for one in content.restings), "")
        told = swedish("Utkast räknat på {name}; den antagna planen, {decision}, är en annan")
        return told.format(name=money, decision=latest.in_words)
    told = swedish("Utkast till version {number}: den som gäller antogs {decision}")
    return told.format(number=content.life.version, decision=latest.in_words)


def _numbered(section: Section, number: str) -> Section:
    below = tuple(_numbered(one, f"{number}.{at}") for at, one in enumerate(section.sections, start=1))
    return replace(section, number=number, sections=below)


def _summary(content: PlanContent) -> Section:
    told = highlights(content.plan, content.restings[:1])
    seen = (*(told.items if told else ()), *content.figures)
    blocks: tuple[Block, ...] = (*([Highlights(seen)] if seen else []), *_written(content, Chapter.SUMMARY.value))
    return Section("summary", Chapter.SUMMARY.title, blocks=blocks)


def _aims(content: PlanContent) -> Section:
    chapters = (Chapter.DIRECTION, Chapter.GOALS, Chapter.TARGET_GROUP)
    sections = tuple(one for chapter in chapters if (one := _text(content, chapter)))
    return Section("aims", swedish("Inriktning och mål"), sections=sections)


def _activities(content: PlanContent) -> Section:
    plan = content.plan
    parts = [
        Section(f"part-{part.id}", part.heading, blocks=(*_written(content, part_chapter(part.id)), table))
        for part, table in zip(plan.parts, activity_tables(plan), strict=True)
        if plan.of_part(part.id)
    ]
    if any(plan.of_direction(Direction.INDIVIDUAL)):
        parts.append(Section("performers", swedish("Utförare"), blocks=(performers_table(plan),)))
    return Section("activities", swedish("Insatser"), sections=tuple(parts))


def _overhead(content: PlanContent) -> Section:
    tables = (overhead_table(content.plan),) if content.plan.overhead else ()
    blocks = (*_written(content, Chapter.ORGANISATION.value), *tables)
    return Section("overhead", swedish("Styrning, ledning och administration"), blocks=blocks)


def _economy(content: PlanContent) -> Section:
    plan, chosen = content.plan, content.restings[:1]
    summary = economic_summary(plan, chosen)
    warned = tuple(Paragraph((problem.found,)) for problem in cost_problems(plan, chosen))
    unknown = () if chosen else (Paragraph((_UNKNOWN,)),)
    chart = _where_it_goes(summary)
    blocks = (*_written(content, Chapter.CONDITIONS.value), summary, *unknown, *warned, *([chart] if chart else []))
    return Section("economy", swedish("Ekonomisk sammanställning"), blocks=blocks)


def _where_it_goes(summary: Table) -> Chart | None:
    """Return a picture of what the money goes to; None of a few rows."""
    rows = tuple(
        replace(row, cells=row.cells[:1])
        for row in summary.rows
        if row.kind is RowKind.DETAIL and not row.id.startswith("paid:")
    )
    if len(rows) < _MANY:
        return None
    title = swedish("Vad medlen går till")
    first, *others = summary.columns
    columns = (first if others else replace(first, label=swedish("Kostnad"), emphasis=True),)
    table = Table("spending", title, summary.unit, columns, rows, stub=summary.stub)
    told = swedish("{title}, i {unit}, rad för rad som i tabellen ovanför.")
    description = told.format(title=title, unit=summary.unit.name)
    return Chart("spending", title, description, ChartKind.HORIZONTAL_BARS, table, table_above=True)


def _financing(content: PlanContent) -> Section:
    return Section("financing", swedish("Finansieringsplan"), blocks=_blocks([content.financing]))


def _budget(content: PlanContent) -> Section:
    return Section("budget", swedish("Budget per kostnadsställe"), blocks=_blocks([content.budget]))


def _cases(content: PlanContent) -> Section:
    tables = [cases_table(content.plan, content.restings)] if content.restings else []
    return Section("cases", swedish("Om förutsättningarna ändras"), blocks=_blocks(tables))


def _blocks(tables: Iterable[Table | None]) -> tuple[Block, ...]:
    return tuple(table for table in tables if table)


def _text(content: PlanContent, chapter: Chapter) -> Section | None:
    blocks = tuple(_written(content, chapter.value))
    return Section(chapter.value, chapter.title, blocks=blocks) if blocks else None


def _written(content: PlanContent, chapter: str) -> Iterator[Block]:
    yield from paragraphs(content.texts.get(chapter, ""))
