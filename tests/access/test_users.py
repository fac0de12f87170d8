"""Users: who they are, and that nobody is two of them."""

import pytest
from django.db import IntegrityError

from samordna.access.models import Role, User

pytestmark = pytest.mark.usefixtures("association_folder")


def test_a_user_logs_in_by_email_however_it_is_capitalised():
    made = User.objects.create_user(
        " Ekonomen@Example.se", name="Ekonomen", role=Role.ECONOMIST, password="lång mening"
    )
    found = User.objects.get_by_natural_key("EKONOMEN@example.SE")
    assert found == made
    assert found.check_password("lång mening")


def test_one_email_is_one_user():
    User.objects.create_user("a@example.se", name="A", role=Role.BOARD)
    with pytest.raises(IntegrityError):
        User.objects.create(email="A@example.se", name="B", role=Role.AUDITOR)


def test_without_a_password_nobody_can_log_in():
    user = User.objects.create_user("a@example.se", name="A", role=Role.BOARD)
    assert not user.check_password("")
    assert not user.has_usable_password()


def test_a_role_is_one_of_five():
    assert Role.values == ["economist", "director", "board", "auditor", "administrator"]
    with pytest.raises(IntegrityError):
        User.objects.create(email="a@example.se", name="A", role="kung")


def test_a_user_is_shown_by_name():
    assert str(User(name="Ekonomen", email="a@example.se")) == "Ekonomen"
    assert str(User(email="a@example.se")) == "a@example.se"
