"""How are possible identity numbers in a ledger found, told and hidden?

A ledger lawfully names people, and a tenth of all date-like invoice numbers look like identity numbers. So
they never refuse a file: they are shown as a warning and hidden when the file is taken.
"""

import dataclasses
from collections.abc import Iterator
from typing import Final

from samordna.domain.ledger.books import Books, ObjectKey, Posting, Voucher
from samordna.domain.ledger.findings import Findings
from samordna.domain.ledger.problems import people as kinds
from samordna.domain.values.identity_number import carries_identity_number, mask
from samordna.domain.values.language import swedish

_SHOWN: Final = 5
"""How many places the warning names."""


def masked(books: Books) -> Books:
    """Return the books with every possible identity number in their texts, names and object codes hidden.

    So too in what the file says of itself; a sole trader's organisation number is one.

    A hidden object code gets a running number, so that two objects stay two. Vouchers without any are
    the same values as before.
    """
    codes, risky = _hidden_codes(books), _risky_texts(books)
    return dataclasses.replace(
        books,
        company=mask(books.company),
        organisation_number=mask(books.organisation_number),
        program=mask(books.program),
        dimensions={number: mask(name) for number, name in books.dimensions.items()},
        accounts={
            number: dataclasses.replace(account, name=mask(account.name)) for number, account in books.accounts.items()
        },
        objects={_key(key, codes): mask(name) for key, name in books.objects.items()},
        vouchers=tuple(_masked_voucher(voucher, codes, risky) for voucher in books.vouchers)
        if codes or risky
        else books.vouchers,
        movements=tuple(
            moved._replace(objects=tuple(_key(key, codes) for key in moved.objects)) for moved in books.movements
        )
        if codes
        else books.movements,
    )


def tell_identity_numbers(books: Books, findings: Findings) -> None:
    """Add one warning that says how many texts may carry an identity number and where the first ones are."""
    places = identity_number_places(books)
    if not places:
        return
    where = ", ".join(places[:_SHOWN])
    if len(places) > _SHOWN:
        where = swedish("{where} och {more} till").format(where=where, more=len(places) - _SHOWN)
    findings.in_file(kinds.POSSIBLE_IDENTITY_NUMBER, count=len(places), where=where)


def identity_number_places(books: Books) -> tuple[str, ...]:
    """Return where the texts that may carry an identity number stand, in words."""
    return tuple(_places(books))


def _places(books: Books) -> Iterator[str]:
    """Yield the place of every text that may carry one: never the text, and a code only as the dimension it is of."""
    if any(map(carries_identity_number, (books.company, books.organisation_number, books.program))):
        yield swedish("filens uppgifter om företag och program")
    for number, name in books.dimensions.items():
        if carries_identity_number(name):
            yield swedish("namnet på dimension {dimension}").format(dimension=number)
    for account in books.accounts.values():
        if carries_identity_number(account.name):
            yield swedish("namnet på konto {account}").format(account=account.number)
    for (dimension, code), name in books.objects.items():
        if carries_identity_number(name) or carries_identity_number(code):
            yield swedish("ett objekt i dimension {dimension}").format(dimension=dimension)
    risky = _risky_texts(books)
    for voucher in books.vouchers if risky else ():
        for _ in risky.intersection((voucher.text, *(posting.text for posting in voucher.postings))):
            yield swedish("verifikation {voucher} på rad {line}").format(voucher=voucher.name, line=voucher.line)


def _risky_texts(books: Books) -> set[str]:
    """Return the texts of vouchers and rows that may carry one. Texts repeat: each is looked at once."""
    texts = {posting.text for voucher in books.vouchers for posting in voucher.postings}
    texts.update(voucher.text for voucher in books.vouchers)
    return {text for text in texts if carries_identity_number(text)}


def _hidden_codes(books: Books) -> dict[ObjectKey, ObjectKey]:
    booked = {posting.objects for voucher in books.vouchers for posting in voucher.postings if posting.objects}
    booked |= {moved.objects for moved in books.movements}
    used = {key for keys in booked for key in keys} | set(books.objects)
    risky = sorted(key for key in used if carries_identity_number(key[1]))
    return {key: (key[0], f"{mask(key[1])} ({index})") for index, key in enumerate(risky, 1)}


def _key(key: ObjectKey, codes: dict[ObjectKey, ObjectKey]) -> ObjectKey:
    return codes.get(key, key)


def _masked_voucher(voucher: Voucher, codes: dict[ObjectKey, ObjectKey], risky: set[str]) -> Voucher:
    if not codes and risky.isdisjoint((voucher.text, *(posting.text for posting in voucher.postings))):
        return voucher
    postings = tuple(_masked_posting(posting, codes) for posting in voucher.postings)
    return voucher._replace(text=mask(voucher.text), postings=postings)


def _masked_posting(posting: Posting, codes: dict[ObjectKey, ObjectKey]) -> Posting:
    return posting._replace(text=mask(posting.text), objects=tuple(_key(key, codes) for key in posting.objects))
