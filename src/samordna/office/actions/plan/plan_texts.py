"""What may no text of what is said of the plan hold, wherever in it the text stands?"""

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import fields, is_dataclass
from enum import Enum

from samordna.domain.ledger.books import ObjectKey
from samordna.domain.values.problem import Problem
from samordna.domain.values.typed_number import carries_typed_number, mask_typed
from samordna.office.actions.association.user_problems import HIDDEN_CHARACTERS
from samordna.office.actions.problems import IDENTITY_NUMBER_TYPED
from samordna.office.questions.books.ledgers import balances
from samordna.renderers.printable import REPLACEMENT, one_line, printable


def said_problems(place: str, value: object) -> Iterator[Problem]:
    """Yield what is wrong with the texts of a value: that one points at a person, or cannot be seen or kept.

    What the ledger has is nobody's word: a long account number may look like a person's by chance, and a name that was
    read may hold what nobody can see.
    """
    suspect = [text for text in dict.fromkeys(texts_of(value)) if is_suspect(text)]
    if suspect:
        known = [word for word in _words_of_ledger() if is_suspect(word)]
        yield from typed_text_problems(place, *(_without(text, known) for text in suspect))


def typed_text_problems(place: str, *texts: str) -> Iterator[Problem]:
    """Yield the same for texts that a person wrote, whatever the ledger has."""
    at = mask_typed(one_line(place))
    if any(map(carries_typed_number, texts)):
        yield IDENTITY_NUMBER_TYPED.at(at)
    if any(map(_is_hidden, texts)):
        yield HIDDEN_CHARACTERS.at(at)


def texts_of(value: object) -> Iterator[str]:
    """Yield every text of a value of the plan, however deep it stands."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Enum):
        return
    elif is_dataclass(value) and not isinstance(value, type):
        for one in fields(value):
            yield from texts_of(getattr(value, one.name))
    elif isinstance(value, Mapping):
        yield from texts_of((*value.keys(), *value.values()))
    elif isinstance(value, Collection):
        for part in value:
            yield from texts_of(part)


def is_suspect(text: str) -> bool:
    """Tell whether a text has to be looked at: most are not."""
    return carries_typed_number(text) or _is_hidden(text)


def ledger_objects() -> frozenset[ObjectKey]:
    """Return everything that the ledger books on besides accounts, or has a name for."""
    books = balances()
    return frozenset(books.objects).union(key for year in books.years for _, key in year.movements.objects)


def _words_of_ledger() -> Iterator[str]:
    books = balances()
    yield from (code for _, code in ledger_objects())
    yield from books.objects.values()
    for account in books.accounts.values():
        yield from (account.number, account.name)


def _without(text: str, known: Iterable[str]) -> str:
    for word in known:
        text = text.replace(word, " ")
    return text


def _is_hidden(text: str) -> bool:
    """Tell whether a text holds what no page and no database can: control characters, and marks that turn it round."""
    return printable(text).count(REPLACEMENT) > text.count(REPLACEMENT)
