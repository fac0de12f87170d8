"""How is a person at a terminal told what was written down as given out to those outside?"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from samordna.cli.telling import STDERR
from samordna.domain.values.numerals import swedish_number
from samordna.office import questions


def way_out(output: Path | None, kind: str) -> str:
    """Return in what something leaves, as the register of publications tells it."""
    return output.name if output else f"terminalen, {kind}"


@contextmanager
def telling_given_out() -> Iterator[None]:
    """Say on stderr what the block wrote down as given out; what was known already is not said again."""
    before = {one.number for one in questions.publications_held()}
    yield
    for said in questions.publications_held():
        if said.number not in before:
            one = said.value
            STDERR.print(
                f"Uppskrivet som utlämnat {one.audience.in_words}: {one.view.name}, {one.period.in_words}, "
                f"{swedish_number(len(one.signs))} antal.",
                markup=False,
            )
