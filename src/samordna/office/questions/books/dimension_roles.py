"""What are the dimensions of the association's ledgers, as it has said or as SIE says?"""

from dataclasses import dataclass

from samordna.domain.ledger.dimensions import RESERVED, DimensionFound, Role, is_reserved, usual_role
from samordna.office.store import models
from samordna.office.store.dimension_rows import SaidRole, read_file_dimensions, read_roles


@dataclass(frozen=True, slots=True)
class KnownDimension:
    """A dimension that occurs in the books or that somebody has said something of.

    ``role`` is what the next file's is taken as, None when nobody has said; ``said`` is who last said so and when,
    None for what SIE says itself.
    """

    number: str
    name: str
    role: Role | None
    said: SaidRole | None


def chosen_roles() -> dict[str, Role]:
    """Return what the association has said that dimensions are, by their numbers in its files."""
    return {number: said.role for number, said in read_roles().items()}


def known_dimensions() -> tuple[KnownDimension, ...]:
    """Return the dimensions there are, in the order of their numbers: cost centres and projects at least."""
    said = read_roles()
    names = {number: RESERVED[number] for number in ("1", "6")}
    names |= {number: told.name for number, told in said.items() if told.name}
    current = models.FileDimension.objects.filter(ledger_import__current=True)
    names |= dict(current.order_by("ledger_import__year_start").values_list("number", "name"))
    numbers = sorted({*names, *said}, key=int)
    return tuple(
        KnownDimension(number, names.get(number, number), _role(number, said.get(number)), said.get(number))
        for number in numbers
    )


def role_choices() -> tuple[tuple[str, str], ...]:
    """Return what a dimension can be: the word that a deed takes, and what a person calls it."""
    return tuple((role.value, role.in_words) for role in Role)


def _role(number: str, said: SaidRole | None) -> Role | None:
    if said:
        return said.role
    return usual_role(number) if is_reserved(number) else None


def dimensions_of(version: int) -> tuple[DimensionFound, ...]:
    """Return the dimensions that the file of an import had, and the roles they were taken with."""
    return read_file_dimensions(version)
