"""What did a change of the register change, as a person tells it?"""

from collections.abc import Iterator
from typing import Final

from samordna.domain.plan.register import (
    CostCentre,
    Register,
    RegisterRow,
    earlier_in_words,
    row_in_words,
    validity_in_words,
)
from samordna.domain.values.language import swedish


def register_differences(before: Register, after: Register) -> tuple[str, ...]:
    """Return a sentence for each thing that differs, rows first; one sentence for a register that is new."""
    if not before.rows and len(after.rows) > 1:
        rows = swedish("1 rad") if len(after.rows) == 1 else swedish("{count} rader").format(count=len(after.rows))
        return (swedish("Registret lades upp med {rows}.").format(rows=rows),)
    return (*_rows(before, after), *_groups(before, after), *_merges(before, after))


def _rows(before: Register, after: Register) -> Iterator[str]:
    for row in after.rows:
        was = before.row(row.key)
        if was is None:
            yield swedish("{row} lades till.").format(row=row_in_words(row))
        elif was != row:
            what = ", ".join(_fields(was, row, before, after))
            yield swedish("{row}: {what}.").format(row=row_in_words(row), what=what)
    for row in before.rows:
        if after.row(row.key) is None:
            yield swedish("{row} togs bort.").format(row=row_in_words(row))
    kept = [row.key for row in before.rows if after.row(row.key)]
    if kept != [row.key for row in after.rows if before.row(row.key)]:
        yield swedish("Raderna fick en annan ordning.")


def _fields(was: RegisterRow, now: RegisterRow, before: Register, after: Register) -> Iterator[str]:
    """Yield each thing of a row that is another: what it is called, what it was, what it is."""
    told = zip(_TOLD, _words(was, before), _words(now, after), strict=True)
    for name, old, new in told:
        if old != new:
            yield swedish("{name} från {old} till {new}").format(name=name, old=old or _NOTHING, new=new or _NOTHING)


_NOTHING: Final = swedish("inget")
_TOLD: Final = (
    swedish("namn"), swedish("grupp"), swedish("slag"), swedish("ansvarig"), swedish("utförare"), swedish("används"),
    swedish("tidigare koder"), swedish("anmärkning"),
)  # fmt: skip


def _words(row: RegisterRow, register: Register) -> tuple[str, ...]:
    """Return what is told of a row, in the order of ``_TOLD``."""
    group = next((one.name for one in register.groups if one.id == row.group), row.group)
    of_ledger = isinstance(row, CostCentre)
    earlier = ", ".join(map(earlier_in_words, row.earlier)) if isinstance(row, CostCentre) else ""
    performer = row.performer if isinstance(row, CostCentre) else ""
    kind = row.kind.in_words if of_ledger else swedish("budgetrad, {kind}").format(kind=row.kind.in_words)
    return row.name, group, kind, row.responsible, performer, validity_in_words(row), earlier, row.remark


def _groups(before: Register, after: Register) -> Iterator[str]:
    was, now = ({group.id: group.name for group in one.groups} for one in (before, after))
    for one, name in now.items():
        if one not in was:
            yield swedish("Gruppen {group} lades till.").format(group=name)
        elif was[one] != name:
            yield swedish("Gruppen {group} heter nu {name}.").format(group=was[one], name=name)
    for one, name in was.items():
        if one not in now:
            yield swedish("Gruppen {group} togs bort.").format(group=name)
    if [one for one in was if one in now] != [one for one in now if one in was]:
        yield swedish("Grupperna fick en annan ordning.")


def _merges(before: Register, after: Register) -> Iterator[str]:
    for one in after.merges:
        if one not in before.merges:
            rows = " + ".join(one.rows)
            yield swedish("{rows} redovisas tillsammans för {year}.").format(rows=rows, year=one.year)
    for one in before.merges:
        if one not in after.merges:
            rows = " + ".join(one.rows)
            yield swedish("{rows} redovisas var för sig för {year}.").format(rows=rows, year=one.year)
