"""How does the association say what a dimension is, once, for every file to come?"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from django.utils import timezone

from samordna.access.actor import Actor
from samordna.access.deeds import Deed
from samordna.access.trail import record
from samordna.domain.ledger.dimensions import NUMBERS, Role, given_twice, is_reserved, roles_of, usual_role
from samordna.domain.ledger.preview import LedgerPreview
from samordna.domain.values.language import swedish
from samordna.domain.values.problem import Problem, Refused
from samordna.office.actions.books import dimension_problems as problems
from samordna.office.actions.books.drafts import file_of_draft, manner_of, named, open_draft, preview_of_file
from samordna.office.actions.books.ledgers import refuse_any, silent
from samordna.office.actions.books.reading import read_and_check
from samordna.office.actions.doing import doing
from samordna.office.questions.books.dimension_roles import chosen_roles, known_dimensions
from samordna.office.store.dimension_rows import write_roles
from samordna.office.store.draft_rows import look_anew, preview_of
from samordna.office.store.writing import alone
from samordna.sources.garbage import no_garbage_collection


def set_dimension_roles(roles: Mapping[str, str], *, by: Actor) -> tuple[str, ...]:
    """Say what dimensions are from now on, by their numbers; return the numbers of those that changed.

    An empty word leaves a dimension as it is. What has been read in stays as it was taken. Raises ``Refused``.
    """
    with doing(Deed.SET_DIMENSION_ROLES, by=by, subject=_place(roles)):
        known = {one.number: one for one in known_dimensions()}
        names = {number: one.name for number, one in known.items()}
        wanted, held = _understood(roles, known), chosen_roles()
        changed = {number: role for number, role in wanted.items() if role is not known[number].role}
        refuse_any(_taken(changed, held, names))
        with alone():
            _say(changed, held, names, by=by)
    return tuple(changed)


def set_roles_of_draft(number: int, roles: Mapping[str, str], *, by: Actor) -> LedgerPreview:
    """Say what the dimensions of an open draft are, for it and for every file to come, and look at it with that.

    An empty word leaves a dimension unsaid. Raises ``Refused``.
    """
    with doing(Deed.SET_DIMENSION_ROLES, by=by, subject=named(number)), no_garbage_collection():
        row = open_draft(number)
        names = {found.number: found.name for found in preview_of(row).dimensions}
        wanted, held = _understood(roles, names), chosen_roles()
        refuse_any(_twice(wanted))
        changed = _to_say(names, wanted, held)
        refuse_any(_taken(changed, held, names))
        manner = replace(manner_of(row), roles={**held, **changed})
        preview = preview_of_file(read_and_check(file_of_draft(row), silent, manner))
        with alone():
            _say(changed, held, names, by=by, draft=number)
            look_anew(open_draft(number), preview)
    return preview


def _understood(roles: Mapping[str, str], known: Iterable[str]) -> dict[str, Role]:
    """Return the roles that were chosen. Raises ``Refused`` for a dimension or a role that is not there."""
    there, words = frozenset(known), {role.value for role in Role}
    refuse_any(problems.NO_SUCH_DIMENSION.at(_place([n]), number=n) for n in roles if n not in there)
    chosen = {number: role for number, role in roles.items() if role}
    refuse_any(problems.NO_SUCH_ROLE.at(_place([n]), role=role) for n, role in chosen.items() if role not in words)
    return {number: Role(role) for number, role in chosen.items()}


def _to_say(found: Iterable[str], wanted: Mapping[str, Role], held: Mapping[str, Role]) -> dict[str, Role]:
    """Return what must be said so that the dimensions found are what is wanted.

    Nothing is said of a dimension that is so by itself: 1 and 6 give way when another takes their role.
    """
    said: dict[str, Role] = {}
    for number, role in sorted(wanted.items(), key=lambda one: usual_role(one[0]) is not Role.OTHER):
        is_said = number in held or is_reserved(number)
        if not is_said or roles_of(found, {**held, **said})[number] is not role:
            said[number] = role
    return said


def _twice(wanted: Mapping[str, Role]) -> Iterator[Problem]:
    for role, numbers in given_twice(wanted).items():
        both = swedish(" och ").join(numbers)
        yield problems.ROLE_GIVEN_TWICE.at(_place(numbers), numbers=both, role=role.in_words)


def _taken(changed: Mapping[str, Role], held: Mapping[str, Role], names: Mapping[str, str]) -> Iterator[Problem]:
    """Tell of roles that are given to two, or that another dimension has by somebody's word."""
    yield from _twice(changed)
    for number, role in changed.items():
        for other in (one for one, given in held.items() if given is role and role in NUMBERS and one not in changed):
            name = names.get(other) or next(one.name for one in known_dimensions() if one.number == other)
            yield problems.ROLE_TAKEN.at(_place([number]), other=other, name=name, role=role.in_words)


def _say(
    changed: Mapping[str, Role], held: Mapping[str, Role], names: Mapping[str, str], *, by: Actor, **besides: object
) -> None:
    """Write down what was changed, unless it has been changed since ``held`` was read; nothing for no change."""
    if chosen_roles() != held:
        raise Refused([problems.ROLES_MOVED.at(_place(changed))])
    if not changed:
        return
    write_roles(changed, names, by=by, at=timezone.now())
    old = {number: held[number].value for number in changed if number in held}
    roles = {number: role.value for number, role in changed.items()}
    record(Deed.SET_DIMENSION_ROLES, by=by, subject=_place(changed), old={"roles": old}, roles=roles, **besides)


def _place(numbers: Iterable[str]) -> str:
    return swedish("dimension {numbers}").format(numbers=", ".join(numbers))
