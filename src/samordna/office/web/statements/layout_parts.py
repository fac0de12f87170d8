"""What stands on the page of the layout?"""

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.domain.values.language import swedish
from samordna.look.parts import Cell, Choice, Fact, Heading, Mark, Picker, Things, Tone
from samordna.office.questions import LayoutShown
from samordna.office.web.forms.wanted import Wanted
from samordna.office.web.forms.when import day_and_time
from samordna.office.web.pages.figure_links import FigureLinks
from samordna.office.web.statements.layout_place import Place
from samordna.office.web.statements.layout_rows import Rows
from samordna.renderers.html import table_html
from samordna.renderers.html.markup import Markup


def page(shown: LayoutShown, place: Place, actor: Actor, *, chosen: str = "") -> dict[str, object]:
    """Return everything that the page says; ``chosen`` is the line that somebody chose and that was refused."""
    here = place.but(year=shown.year, statement=shown.statement.id)
    may_change = actor.may(Deed.CHANGE_LAYOUT)
    rows = Rows(shown, here, chosen, may_change=may_change)
    return {
        "shown": shown,
        "title": swedish("Uppställning"),
        "place": here,
        "keep": here.nowhere_near.pairs,
        "pickers": (_years(shown, here), _statements(shown, here)),
        "facts": _facts(shown),
        "unassigned": rows.unassigned(),
        "tree": rows.tree(),
        "latest": latest_change(shown),
        "preview": _preview(shown),
        "findings": shown.findings,
        "history": _history(shown),
        "may_change": may_change,
        "may_export": actor.may(Deed.EXPORT),
        "everything": here.nowhere_near.but(everything=not here.everything).address(),
        "without_search": here.nowhere_near.but(sought="").address(),
        "next_year": shown.held.layout.from_year + 1 if shown.version.to_year is None else shown.year,
    }


def latest_change(shown: LayoutShown) -> dict[str, str] | None:
    """Return the change that undoing would take back, when there is one."""
    if not shown.held.revision:
        return None
    done = next((one for one in shown.history if one.undoes is None and not one.taken_back), None)
    return {"change": done.change, "by": done.by, "when": day_and_time(done.at)} if done else None


def _years(shown: LayoutShown, place: Place) -> Picker:
    there = sorted({*shown.years, shown.year}, reverse=True)
    return Picker(
        "ar", swedish("Räkenskapsår"), tuple(Choice(str(year), str(year), year == place.year) for year in there)
    )


def _statements(shown: LayoutShown, place: Place) -> Picker:
    there = [*shown.statements, *([] if shown.statement in shown.statements else [shown.statement])]
    choices = tuple(Choice(one.id, one.title, one.id == place.statement) for one in there)
    return Picker("rakning", swedish("Räkning"), choices)


def _facts(shown: LayoutShown) -> tuple[Fact, ...]:
    version = shown.version
    held = (
        swedish("{first}–{last}").format(first=version.from_year, last=version.to_year)
        if version.to_year
        else swedish("{first} och framåt").format(first=version.from_year)
    )
    own = swedish("Förbundets egen") if shown.held.revision else swedish("Följer med programmet, oförändrad")
    return (
        Fact(swedish("Uppställning"), shown.held.layout.title),
        Fact(swedish("Gäller räkenskapsår"), held),
        Fact(swedish("Version"), own),
        Fact(swedish("Belopp"), shown.period.in_words if shown.period else swedish("ingen bokföring inläst för året")),
    )


def _preview(shown: LayoutShown) -> Markup | None:
    table = shown.preview
    if table is None or shown.period is None:
        return None
    links = FigureLinks(Wanted(period=shown.period), {table.id})
    return table_html(table, title_shown=False, address=links.table(table))


def _history(shown: LayoutShown) -> Things | None:
    if not shown.history:
        return None
    rows = tuple(
        (
            Cell(one.change, mark=Mark(Tone.QUIET, swedish("Ångrad")) if one.taken_back else None),
            Cell(one.by),
            Cell(day_and_time(one.at)),
        )
        for one in shown.history
    )
    names = (swedish("Ändring"), swedish("Av"), swedish("När"))
    return Things(swedish("Ändringar"), tuple(map(Heading, names)), rows)
