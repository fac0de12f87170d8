"""How is a cell of a unit's answer named in an address and in a form?"""

from samordna.domain.participation.asked import Asked
from samordna.domain.participation.count_table import Gender
from samordna.domain.participation.counts_report import Place

_TOTAL = "total"


def cell_key(place: Place) -> str:
    """Return what a form calls a cell: ``starts_by_age/age_16_19:women``."""
    return f"{'/'.join((place.table, *place.codes))}:{place.gender.value if place.gender else _TOTAL}"


def place_of(key: str, asked: Asked) -> Place | None:
    """Return the cell that a form means; None for one that was not asked."""
    row, _, column = key.rpartition(":")
    table, *codes = row.split("/")
    genders = {gender.value: gender for gender in Gender}
    if column != _TOTAL and column not in genders:
        return None
    place = Place(table, tuple(codes), genders.get(column))
    known = (one for each in asked.count_tables if each.key == table for one in asked.places(each))
    return place if any((one.table, one.codes) == (place.table, place.codes) for one in known) else None
