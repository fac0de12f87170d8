"""Does everything a layout refers to exist, once, and without going in a ring?"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import fields

from samordna.domain.statements.cost_centre_lines import CostCentreLines
from samordna.domain.statements.layout import (
    AccountLines,
    FromDifference,
    FromLine,
    FromRatio,
    Group,
    Layout,
    Line,
    Node,
    StatementLayout,
    Unassigned,
    cost_centre_lines_of,
    lines_of,
)
from samordna.domain.statements.problems import (
    CIRCULAR,
    DUPLICATE_ID,
    UNASSIGNED_KINDS,
    UNKNOWN_COLUMN,
    UNKNOWN_REFERENCE,
)
from samordna.domain.statements.standing import as_a_line
from samordna.domain.statements.tree import Printed, flatten
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem


def reference_problems(layout: Layout, place: str) -> Iterator[Problem]:
    """Yield a problem for each id that stands twice and each reference that leads nowhere or in a ring."""
    twice = list(_all_duplicates(layout, place))
    yield from twice
    known = {(statement.id, line.id) for statement in layout.statements for line in lines_of(statement.lines)}
    for statement in layout.statements:
        yield from _unknown_in(statement, known, f"{place}, {statement.id}")
        yield from _unassigned_kinds(statement, f"{place}, {statement.id}")
    yield from _unknown_in_controls(layout, known, place)
    yield from _unknown_in_overview(layout, known, place)
    yield from _unknown_in_walks(layout, known, place)
    if not twice:
        yield from _rings(layout, place)


def _all_duplicates(layout: Layout, place: str) -> Iterator[Problem]:
    yield from _duplicates((statement.id for statement in layout.statements), place)
    for statement in layout.statements:
        here = f"{place}, {statement.id}"
        yield from _duplicates(_ids(statement.lines), here)
        yield from _duplicates(_places_of_rows(statement), here)
        yield from _duplicates((column.id for column in statement.columns), here)


def _unassigned_kinds(statement: StatementLayout, place: str) -> Iterator[Problem]:
    """Yield a problem unless each kind of account that a statement answers for has one line to fall back on."""
    lines = (line.source for line in lines_of(statement.lines) if isinstance(line.source, Unassigned))
    taken = sorted(kind.value for source in lines for kind in source.kinds)
    wanted = sorted(kind.value for kind in statement.answers_for)
    if taken != wanted:
        told = swedish("inga kontoslag")
        yield UNASSIGNED_KINDS.at(place, answers_for=", ".join(wanted) or told, taken=", ".join(taken) or told)


def _unknown_in(statement: StatementLayout, known: set[tuple[str, str]], place: str) -> Iterator[Problem]:
    yield from _unknown_columns(statement, place)
    for line in lines_of(statement.lines):
        for reference in (*references_of(line.source), *planned_by(line)):
            if reference.statement and (reference.statement, reference.line) not in known:
                yield _unknown(f"{place}, {line.id}", f"{reference.statement}:{reference.line}")
    if statement.explains and tuple(statement.explains.partition(":")[::2]) not in known:
        yield _unknown(place, statement.explains)


def _unknown_in_controls(layout: Layout, known: set[tuple[str, str]], place: str) -> Iterator[Problem]:
    names = {statement.id for statement in layout.statements}
    for control in layout.controls:
        if control.statement not in names:
            yield _unknown(place, control.statement)
            continue
        for _, line_id in (*control.left, *control.right):
            if (control.statement, line_id) not in known:
                yield _unknown(place, f"{control.statement}:{line_id}")


def _unknown_in_overview(layout: Layout, known: set[tuple[str, str]], place: str) -> Iterator[Problem]:
    for word in (field.name for field in fields(layout.overview)):
        reference = getattr(layout.overview, word)
        if reference and reference.statement and (reference.statement, reference.line) not in known:
            yield _unknown(f"{place}, overview, {word}", f"{reference.statement}:{reference.line}")


def _unknown_in_walks(layout: Layout, known: set[tuple[str, str]], place: str) -> Iterator[Problem]:
    """Yield a problem for each line of the bridge and the outlook that is not there."""
    for name, walk in (("bridge", layout.bridge), ("outlook", layout.outlook)):
        for field in fields(walk) if walk else ():
            told = getattr(walk, field.name)
            for reference in told if isinstance(told, tuple) else (told,):
                if reference and reference.statement and (reference.statement, reference.line) not in known:
                    yield _unknown(f"{place}, {name}, {field.name}", f"{reference.statement}:{reference.line}")


def references_of(source: object) -> tuple[FromLine, ...]:
    """Return the lines of other statements that a line's source reads."""
    if isinstance(source, FromLine):
        return (source,)
    if isinstance(source, FromRatio):
        return (source.numerator, source.denominator)
    if isinstance(source, FromDifference):
        return (source.whole, *source.less)
    return ()


def planned_by(line: Line) -> tuple[FromLine, ...]:
    """Return the lines that say what a line is worth where it is planned."""
    return (*(line.planned or ()), *((line.carries,) if line.carries else ()))


def _unknown(place: str, reference: str) -> Problem:
    return UNKNOWN_REFERENCE.at(place, reference=reference)


def _ids(nodes: tuple[Node, ...]) -> Iterator[str]:
    for node in nodes:
        if not isinstance(node, AccountLines | CostCentreLines):
            yield node.id
        if isinstance(node, Group):
            yield from _ids(node.lines)


def _places_of_rows(statement: StatementLayout) -> Iterator[str]:
    """Yield what tells each place for rows of the register from others: the same twice would give each row twice."""
    for node in cost_centre_lines_of(statement.lines):
        yield " ".join(part for part in (node.label, node.kind.value if node.kind else "", node.id) if part)


def _duplicates(ids: Iterable[str], place: str) -> Iterator[Problem]:
    for name, count in Counter(ids).items():
        if count > 1 and name:
            yield DUPLICATE_ID.at(place, id=name)


def _unknown_columns(statement: StatementLayout, place: str) -> Iterator[Problem]:
    for column in statement.columns:
        known = [one.id for one in statement.columns if not (one.made_of if column.total else one.difference)]
        for name in column.made_of:
            if name not in known:
                yield UNKNOWN_COLUMN.at(f"{place}, {column.id}", column=name, known=", ".join(known))


def _rings(layout: Layout, place: str) -> Iterator[Problem]:
    """Yield a problem for each line that leads back to itself, a sum leading to those it adds up."""
    reads = {key: read for statement in layout.statements for key, read in _reads(statement)}
    for start, read in reads.items():
        seen: set[tuple[str, str]] = set()
        ahead = set(read)
        while ahead:
            here = ahead.pop()
            if here not in seen:
                seen.add(here)
                ahead |= reads.get(here, set())
        if start in seen:
            yield CIRCULAR.at(f"{place}, {start[0]}, {start[1]}")


def _reads(statement: StatementLayout) -> Iterator[tuple[tuple[str, str], set[tuple[str, str]]]]:
    """Yield each line of a statement with the lines it reads: a sum those that it adds up."""
    for placed in flatten(statement, as_a_line):
        if isinstance(placed, Printed):
            line = placed.line
            told = () if line.is_sum else (*references_of(line.source), *planned_by(line))
            added = {(statement.id, part.line.id) for part in placed.parts}
            yield (statement.id, line.id), added | {(reference.statement, reference.line) for reference in told}
