"""How does a test visit the site, as a user of some role or as nobody?"""

from pathlib import Path

from django.apps import apps
from django.test import Client

from samordna.access.actor import Actor
from samordna.access.models import Role, TrailEntry, User

PASSWORD = "ett långt lösenord"


class Site:
    """The site of the open data folder, with one user of every role: ``ekonom@example.se`` and so on."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.users = {role: _user(role) for role in Role}

    def visitor(self, **headers: str) -> Client:
        """Return a browser where nobody is logged in."""
        return Client(SERVER_NAME="localhost", headers=headers or None)

    def as_(self, role: Role, **headers: str) -> Client:
        """Return a browser where the user of ``role`` is logged in."""
        client = self.visitor(**headers)
        client.force_login(self.users[role])
        return client

    @property
    def economist(self) -> Client:
        """A browser where the economist is logged in."""
        return self.as_(Role.ECONOMIST)

    def actor(self, role: Role) -> Actor:
        """Return the user of ``role`` as one who does deeds."""
        return Actor.user(self.users[role])


def _user(role: Role) -> User:
    found = User.objects.filter(role=role).first()
    if found:
        return found
    email, name = f"{role.value}@example.se", role.label.capitalize()
    return User.objects.create_user(email, name=name, role=role, password=PASSWORD)


def everything() -> dict[str, list[tuple[object, ...]]]:
    """Return every row there is, but for the trail and who is logged in."""
    ours = [model for label in ("access", "store") for model in apps.get_app_config(label).get_models()]
    kept = (model for model in ours if model is not TrailEntry)
    return {
        model.__name__: [tuple(map(_plain, row)) for row in model.objects.order_by("pk").values_list()]
        for model in kept
    }


def _plain(value: object) -> object:
    return bytes(value) if isinstance(value, memoryview) else value
