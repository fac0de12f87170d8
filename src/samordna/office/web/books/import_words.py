"""How is it said what an import holds, wherever its amounts stand?"""

from collections.abc import Iterable

from samordna.domain.values.language import swedish
from samordna.look.parts import Link
from samordna.office.questions import TakenImport
from samordna.office.web.forms.when import day_and_time


def balances_only(imports: Iterable[TakenImport]) -> tuple[str, ...]:
    """Return a sentence for each import that has no vouchers to follow its amounts to."""
    told = dict.fromkeys(taken for taken in imports if taken.balances_only)
    words = swedish("Räkenskapsår {year}: {what} Beloppen går att följa till kontot men inte längre.")
    return tuple(words.format(year=taken.year.in_words, what=_lowered(taken.balances_only)) for taken in told)


def rests_on(used: Iterable[TakenImport]) -> tuple[dict[str, object], ...]:
    """Return the imports that what is shown rests on, for a quiet line that is printed too."""
    return tuple(
        {
            "link": Link(swedish("inläsning {version}").format(version=taken.version), f"/inlasning/{taken.version}/"),
            "told": swedish("{file}, inläst {when}").format(file=taken.file_name, when=day_and_time(taken.taken_at)),
        }
        for taken in used
    )


def _lowered(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]
