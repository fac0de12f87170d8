"""What does a listener's program find in a file: which element stands in which, in reading order?"""

from collections.abc import Iterator

from pikepdf import Array, Dictionary, Name, Object


def elements(parent: Object) -> Iterator[Dictionary]:
    """Yield every structure element below ``parent`` in reading order."""
    for child in children(parent):
        yield child
        yield from elements(child)


def children(parent: Object) -> Iterator[Dictionary]:
    """Yield the structure elements that stand directly in ``parent``."""
    yield from (kid for kid in kids(parent) if isinstance(kid, Dictionary) and Name.S in kid)


def kids(parent: Object) -> list[Object]:
    """Return all that stands directly in ``parent``: elements, marks of content, references to links."""
    found = parent.get(Name.K)
    if found is None:
        return []
    return list(found) if isinstance(found, Array) else [found]
