"""How does a page say that it shows the books as they were known then, and lead to what holds now?"""

from collections.abc import Iterable

from samordna.domain.values.language import swedish
from samordna.look.parts import Link
from samordna.office.questions import TakenImport
from samordna.office.web.forms.when import day_and_time


def known_then(imports: Iterable[TakenImport], now: str) -> dict[str, object]:
    """Return the banner that names the imports; ``now`` is the address of the same page as things are."""
    told = swedish("{year}: inläsning {version}, {file}, {when}")
    return {
        "told": [
            told.format(
                year=taken.year.in_words,
                version=taken.version,
                file=taken.file_name,
                when=day_and_time(taken.taken_at),
            )
            for taken in imports
        ],
        "back": Link(swedish("Visa det som gäller nu"), now),
    }
