"""A voucher as it is read: rows, sums, neighbours, and what other imports of its year say."""

import pytest
from tests.questions.test_search import take

from samordna.office.questions.books.vouchers import SHOWN_ROWS, Likeness, VoucherShown, voucher
from samordna.office.store import models

pytestmark = pytest.mark.usefixtures("association_folder")

FIRST = models.ROW_NUMBERS


def told(shown: VoucherShown) -> str:
    """Return the voucher as text: its head, a line a row, the sums."""
    lines = [f"{shown.name} {shown.date} {shown.text} (inläsning {shown.taken.version})"]
    for row in shown.rows:
        objects = ", ".join(f"{one.dimension} {one.key[1]} {one.name}" for one in row.objects)
        debit, credit = (cell.text if cell else "." for cell in (row.debit, row.credit))
        lines.append(f"{row.account} {row.account_name} | {row.text} | {objects} | {debit} | {credit}")
    lines.append(f"{shown.debit.text} | {shown.credit.text} {'=' if shown.balanced else '!='}")
    return "\n".join(lines).replace("\u00a0", " ")


def test_a_voucher_is_its_head_its_rows_and_their_sums():
    take()
    assert told(voucher(FIRST)) == (
        "A 1 2024-01-10 Hyra Östersund (inläsning 1)\n"
        "5010 Lokalhyra |  | Kostnadsställe 3001 Aktiv Kraft Borås | 1 234,50 | .\n"
        "1930 Bank |  |  | . | 1 234,50\n"
        "1 234,50 | 1 234,50 ="
    )
    assert told(voucher(FIRST + 1)) == (
        "A 123 2024-02-11 Telefoni (inläsning 1)\n"
        "6230 Datakommunikation och telefoni | Åkeri AB, faktura 77-12 |  | 1 234,99 | .\n"
        "1930 Bank |  |  | . | 1 234,99\n"
        "1 234,99 | 1 234,99 ="
    )


def test_one_goes_from_voucher_to_voucher_as_they_stand_in_the_file():
    take()
    shown = [voucher(FIRST + place) for place in range(3)]
    assert [(one.previous and one.previous.name, one.next and one.next.name) for one in shown] == [
        (None, "A 123"),
        ("A 1", "B 123"),
        ("A 123", None),
    ]


def test_there_is_no_voucher_of_a_key_that_there_is_not():
    take()
    for missing in (0, -1, FIRST - 1, FIRST + 3, 2**63 - 1):
        assert voucher(missing) is None


@pytest.mark.parametrize(
    ("changed", "likeness"),
    [
        (("VER A 9", "VER A 9"), Likeness.SAME),
        (("Hyra Östersund", "Hyra Umeå"), Likeness.CHANGED),
        (("1234.50", "1234.60"), Likeness.CHANGED),
        (('{1 "3001"} 1234.50', "{} 1234.50"), Likeness.CHANGED),
        (("VER A 1 2024", "VER A 2 2024"), Likeness.ABSENT),
    ],
)
def test_other_imports_of_the_year_say_whether_it_is_the_same_there(changed, likeness):
    take()
    take("b.se", changed=changed if changed[0] != changed[1] else ("#FLAGGA 0\n", "#FLAGGA 0\n\n"))
    take("c.se", year=2023)
    [other] = voucher(FIRST).others
    assert (other.taken.version, other.taken.current, other.likeness) == (2, True, likeness)
    assert (other.voucher is None) == (likeness is Likeness.ABSENT)
    if other.voucher:
        [back] = voucher(other.voucher).others
        assert (back.taken.version, back.voucher, back.likeness) == (1, FIRST, likeness)


def test_a_very_long_voucher_is_shown_in_part_and_summed_whole():
    rows = "".join('#TRANS 5010 {} 1.00 20240101 "rad"\n' for _ in range(SHOWN_ROWS))
    take(changed=('"Hyra Östersund"\n{\n', f'"Hyra Östersund"\n{{\n{rows}#TRANS 1930 {{}} -{SHOWN_ROWS}.00\n'))
    shown = voucher(FIRST)
    assert (len(shown.rows), shown.hidden_rows) == (SHOWN_ROWS, 3)
    assert shown.debit.text.replace("\u00a0", " ") == shown.credit.text.replace("\u00a0", " ") == "2 234,50"
