"""What a file tells of objects alone and together counts once for each object, and for each pair."""

from samordna.domain.ledger.balances import sum_postings
from samordna.sources.sie import books_of, read_sie

HEAD = '#SIETYP 3\n#RAR 0 20240101 20241231\n#KONTO 5010 "Hyra"\n'
CENTRE, PROJECT = ("5010", ("1", "3001")), ("5010", ("6", "P1"))


def sums(*records: str):
    books = books_of(read_sie((HEAD + "\n".join(records) + "\n").encode(), "bok.se")).books
    assert books is not None
    return sum_postings(books)


def test_what_is_told_together_is_part_of_what_is_told_alone():
    found = sums(
        "#PSALDO 0 202401 5010 {} 150", '#PSALDO 0 202401 5010 {1 "3001"} 150', '#PSALDO 0 202401 5010 {6 "P1"} 50',
        '#PSALDO 0 202401 5010 {1 "3001" 6 "P1"} 50',
    )  # fmt: skip
    assert found.objects == {CENTRE: {202401: 15000}, PROJECT: {202401: 5000}}
    assert found.pairs == {("5010", ("1", "3001"), ("6", "P1")): {202401: 5000}}


def test_what_is_never_told_alone_is_what_is_told_together():
    found = sums(
        "#PSALDO 0 202401 5010 {} 50",
        '#PSALDO 0 202401 5010 {1 "3001"} 50',
        '#PSALDO 0 202401 5010 {1 "3001" 6 "P1"} 50',
    )
    assert found.objects == {CENTRE: {202401: 5000}, PROJECT: {202401: 5000}}


def test_an_object_that_is_told_alone_in_another_month_is_nothing_alone_in_this():
    found = sums(
        "#PSALDO 0 202401 5010 {} 10", '#PSALDO 0 202401 5010 {1 "3001"} 10',
        '#PSALDO 0 202402 5010 {1 "3001" 6 "P1"} 50', '#PSALDO 0 202402 5010 {1 "3001" 6 "P2"} -50',
    )  # fmt: skip
    assert found.objects[CENTRE] == {202401: 1000, 202402: 0}


def test_balances_of_objects_are_parted_in_the_same_way():
    found = sums(
        "#OMFATTN 20240831", "#RES 0 5010 150", '#OUB 0 5010 {1 "3001"} 150', '#OUB 0 5010 {1 "3001" 6 "P1"} 50'
    )
    assert found.objects == {CENTRE: {202408: 15000}, PROJECT: {202408: 5000}}
    assert found.accounts["5010"] == {202408: 15000}
