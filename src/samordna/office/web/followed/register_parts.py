"""Which parts show the register, what nobody has placed, and who changed what?"""

from collections.abc import Iterator, Mapping
from typing import Final
from urllib.parse import urlencode

from django.http import QueryDict
from django.urls import reverse

from samordna.domain.plan.register import (
    CostCentre,
    Merge,
    Register,
    RegisterRow,
    earlier_in_words,
    row_in_words,
    row_key,
    validity_in_words,
)
from samordna.domain.statements.register_proposal import Unplaced, proposed_group
from samordna.domain.values.kronor import whole_kronor
from samordna.domain.values.language import swedish
from samordna.look.parts import Cell, Confirm, Fact, Heading, Link, Things
from samordna.office.questions import RegisterShown, RowShown
from samordna.office.web.books.object_address import key_address, object_address
from samordna.office.web.followed.register_form import KINDS, merge_in_words
from samordna.office.web.forms.when import day_and_time

_COST_CENTRES: Final = "1"


def row_address(key: str, deed: str = "register_row") -> str:
    """Return the address of a row of the register, or of a deed to it."""
    return key_address(reverse(deed, args=["a"]), key)


def row_anchor(key: str) -> str:
    """Return the id of a row on the page."""
    return "rad-" + "".join(sign if sign.isalnum() else "-" for sign in key)


def groups(register: Register) -> tuple[dict[str, object], ...]:
    """Return the groups with their rows as the page shows them."""
    return tuple(
        {
            "id": group.id,
            "name": group.name,
            "first": group == register.groups[0],
            "last": group == register.groups[-1],
            "rows": tuple(_rows(register, group.id)),
        }
        for group in register.groups
    )


def _rows(register: Register, group: str) -> Iterator[dict[str, object]]:
    rows = register.in_group(group)
    for row in rows:
        yield {
            "key": row.key,
            "code": row.key if isinstance(row, CostCentre) else swedish("budgetrad"),
            "name": row.name,
            "href": row_address(row.key),
            "move": row_address(row.key, "register_move"),
            "anchor": row_anchor(row.key),
            "kind": row.kind.in_words,
            "responsible": row.responsible,
            "performer": row.performer if isinstance(row, CostCentre) else "",
            "valid": validity_in_words(row),
            "earlier": _earlier(row),
            "notes": tuple(_notes(row, register)),
            "first": row is rows[0],
            "last": row is rows[-1],
        }


def _notes(row: RegisterRow, register: Register) -> Iterator[str]:
    if row.remark:
        yield row.remark
    for merge in register.merges:
        if row.key in merge.rows:
            others = ", ".join(key for key in merge.rows if key != row.key)
            told = swedish("Redovisas tillsammans med {others}, {what} {year}")
            yield told.format(others=others, what=merge_in_words(merge), year=merge.year)


def unplaced(shown: RegisterShown, sent: QueryDict | None, tried: str) -> tuple[dict[str, object], ...]:
    """Return what nobody has placed; the one that was tried keeps what was typed."""
    return tuple(_unplaced(one, sent if one.key == tried else None) for one in shown.unplaced)


def _unplaced(one: Unplaced, sent: QueryDict | None) -> dict[str, object]:
    said: Mapping[str, str] = {name: text for name in sent if isinstance(text := sent[name], str)} if sent else {}
    return {
        "key": one.key,
        "code": one.code,
        "project": one.project,
        "told": one.name,
        "name": said.get("namn", one.name),
        "group": said.get("grupp", one.group),
        "kind": said.get("slag", one.kind.value),
        "kinds": KINDS,
        "amount": whole_kronor(one.amount),
        "href": object_address(_COST_CENTRES, one.code),
    }


def unplaced_told(shown: RegisterShown) -> str:
    """Return what is said of cost centres that nobody has placed."""
    if not shown.year:
        return ""
    year, count = shown.year.last // 100, len(shown.unplaced)
    if not shown.register.rows:
        told = swedish(
            "Bokföringen har {count} kostnadsställen och registret inga rader. Beloppen är nettokostnad {year}."
        )
    elif count == 1:
        told = swedish("Ett kostnadsställe i bokföringen har ingen rad. Beloppet är nettokostnad {year}.")
    else:
        told = swedish("{count} kostnadsställen i bokföringen har ingen rad. Beloppen är nettokostnad {year}.")
    return told.format(count=count, year=year)


def group_choices(shown: RegisterShown) -> tuple[tuple[str, str], ...]:
    """Return the groups that a row can be placed in: those there are, and those that are proposed."""
    held = {group.id: group.name for group in shown.register.groups}
    proposed = {one.group: proposed_group(one.group).name for one in shown.unplaced}
    return tuple({**proposed, **held}.items())


def latest(shown: RegisterShown) -> dict[str, str] | None:
    """Return the latest change, that can be taken back; None when there is none."""
    if not shown.changes:
        return None
    change = shown.changes[0]
    return {"told": _shortly(change.told), "by": change.by, "when": day_and_time(change.at)}


def _shortly(told: tuple[str, ...]) -> str:
    if len(told) <= 3:
        return " ".join(told) or swedish("Registret tömdes.")
    rest = swedish("och {count} till").format(count=len(told) - 3)
    return f"{' '.join(told[:3])} … {rest}"


def history(shown: RegisterShown) -> Things | None:
    """Return every change of the register; None when there is none."""
    if not shown.changes:
        return None
    rows = tuple(
        (Cell(day_and_time(one.at)), Cell(one.by), Cell(" ".join(one.told) or swedish("Registret tömdes.")))
        for one in shown.changes
    )
    headings = (
        Heading(swedish("När")), Heading(swedish("Vem")), Heading(swedish("Vad som ändrades"), sentences=True),
    )  # fmt: skip
    return Things(swedish("Ändringar av registret"), headings, rows)


def merges(register: Register) -> tuple[dict[str, object], ...]:
    """Return the rows that are told together."""
    return tuple(_merge(one, register) for one in register.merges)


def _merge(one: Merge, register: Register) -> dict[str, object]:
    rows = [found for key in one.rows if (found := register.row(key))]
    return {
        "rows": one.rows,
        "names": ", ".join(row_in_words(row) for row in rows),
        "year": one.year,
        "what": merge_in_words(one),
        "remark": one.remark,
    }


def nothing_yet(shown: RegisterShown, *, may_read_in: bool) -> dict[str, object] | None:
    """Return what is said while there is neither a register nor a ledger to make one of; None otherwise."""
    if shown.register.rows or shown.unplaced:
        return None
    text = swedish("Registret säger vilka rader pengarna följs på. När bokföringen är inläst föreslås rader här.")
    link = Link(swedish("Läs in bokföring"), reverse("imports")) if may_read_in else None
    return {"text": text, "link": link}


def row_facts(shown: RowShown, group: str) -> tuple[Fact, ...]:
    """Return what a row is, and what it cost in the years that were read, each leading to what is booked."""
    row = shown.row
    told = (
        (swedish("Grupp"), group),
        (swedish("Slag"), row.kind.in_words),
        (swedish("Ansvarig"), row.responsible),
        (swedish("Utförare"), row.performer if isinstance(row, CostCentre) else ""),
        (swedish("Används"), validity_in_words(row)),
        (swedish("Tidigare koder"), _earlier(row)),
        (swedish("Anmärkning"), row.remark),
    )
    return (*(Fact(label, value) for label, value in told if value), *cost_facts(shown))


def _earlier(row: RegisterRow) -> str:
    return "; ".join(earlier_in_words(one) for one in row.earlier) if isinstance(row, CostCentre) else ""


def cost_facts(shown: RowShown) -> tuple[Fact, ...]:
    """Return what a row cost in the years that were read, each leading to what is booked."""
    link = object_address(_COST_CENTRES, shown.row.code)
    found = []
    for year, cost in shown.cost:
        label = swedish("Nettokostnad {year}").format(year=year.last // 100)
        if cost is None:
            found.append(Fact(label, swedish("går inte att säga: bokföringen har inte kostnadsställen")))
        else:
            value = f"{whole_kronor(cost)} kr"
            found.append(Fact(label, value, Link(value, link, panel=True)))
    return tuple(found)


def projects(shown: RowShown) -> Things | None:
    """Return the projects booked on the row's cost centre, each with the way to a row of its own; None for none."""
    row = shown.row
    if not shown.projects or not isinstance(row, CostCentre) or row.project:
        return None
    headings = (
        Heading(swedish("Projekt")),
        Heading(swedish("Nettokostnad, kr"), numbers=True),
        Heading(swedish("Egen rad"), unseen=True),
    )
    rows = []
    for one in shown.projects:
        name = f"{one.project} {one.name}".strip()
        if one.project in shown.own_rows:
            way = Cell(swedish("har en egen rad"), row_address(row_key(row.code, one.project)))
        else:
            said = {"kod": row.code, "projekt": one.project, "namn": f"{row.name}, {one.name}", "grupp": row.group}
            href = f"{reverse('register_new_row')}?{urlencode(said)}"
            way = Cell(swedish("Ge {name} en egen rad").format(name=name), href)
        rows.append((Cell(name), Cell(whole_kronor(one.amount)), way))
    return Things(swedish("Projekt som är bokförda på kostnadsstället"), headings, tuple(rows))


def removal(shown: RowShown) -> Confirm:
    """Return the question that is asked before a row is removed."""
    name = row_in_words(shown.row)
    question = swedish(
        "Ta bort {row} ur registret? Det som är bokfört visas då som oplacerat, och budget och prognos för raden "
        "visas inte. Du kan ångra."
    )
    return Confirm(
        swedish("Ta bort raden"),
        question.format(row=name),
        row_address(shown.row.key, "register_remove"),
        swedish("Ta bort"),
        hidden=(("sedd", str(shown.seen)),),
    )
