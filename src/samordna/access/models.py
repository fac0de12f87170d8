"""Which users are there, and which deeds were done?"""

from typing import ClassVar

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.core.serializers.json import DjangoJSONEncoder
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone


class Role(models.TextChoices):
    """What a user is to the association; ``rights`` says what each may do."""

    ECONOMIST = "economist", "ekonom"
    DIRECTOR = "director", "förbundschef"
    BOARD = "board", "styrelse"
    AUDITOR = "auditor", "revisor"
    ADMINISTRATOR = "administrator", "administratör"


class UserManager(BaseUserManager["User"]):
    """Makes users; an e-mail address is one user however it is capitalised."""

    def create_user(self, email: str, *, name: str, role: Role, password: str | None = None) -> "User":
        """Return a new user; without a password nobody can log in as it."""
        user = self.model(email=email.strip().lower(), name=name, role=role)
        user.set_password(password)
        user.save(using=self._db)
        return user

    def get_by_natural_key(self, username: str | None) -> "User":
        """Return the user who logs in as ``username``."""
        return self.get(email=(username or "").strip().lower())


class User(AbstractBaseUser):
    """A person who may come in: logs in by e-mail. Never deleted, only made inactive: the trail names it."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=Role.choices)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    objects = UserManager()

    EMAIL_FIELD = "email"
    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["name", "role"]

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(Lower("email"), name="one_user_per_email"),
            models.CheckConstraint(condition=models.Q(role__in=Role.values), name="user_has_a_known_role"),
        ]

    def __str__(self) -> str:
        return self.name or self.email


class Invitation(models.Model):
    """A link that lets somebody in: a new user, or ``user`` who needs a new password.

    Only the digest of its secret is kept: whoever reads the database cannot use it. It is used once, before it
    ``expires_at``, unless it was withdrawn.
    """

    email = models.EmailField()
    name = models.CharField(max_length=200)
    role = models.CharField(max_length=20, choices=Role.choices)
    user = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField(default=timezone.now)
    made_by_name = models.CharField(max_length=200)
    expires_at = models.DateTimeField()
    accepted_at = models.DateTimeField(null=True)
    withdrawn_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.name} ({self.email})"


class TrailEntry(models.Model):
    """One deed in the trail (spår), done or ``refused``. Append-only: database triggers stop every change.

    ``by`` is None when no user did it; ``by_name`` is always the name as it was then. ``subject`` is
    what the deed was done to, in words a person can search for.
    """

    at = models.DateTimeField(default=timezone.now, db_index=True)
    by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="deeds")
    by_name = models.CharField(max_length=200)
    deed = models.CharField(max_length=60, db_index=True)
    refused = models.BooleanField(default=False)
    subject = models.TextField()
    old = models.JSONField(default=dict, encoder=DjangoJSONEncoder)
    new = models.JSONField(default=dict, encoder=DjangoJSONEncoder)

    class Meta:
        ordering: ClassVar = ["id"]
        indexes: ClassVar = [
            models.Index(fields=["deed", "at"], name="trail_by_deed"),
            models.Index(fields=["at"], condition=models.Q(refused=True), name="trail_of_refusals"),
        ]

    def __str__(self) -> str:
        refused = " (refused)" if self.refused else ""
        return f"{self.at:%Y-%m-%d %H:%M} {self.by_name}: {self.deed}{refused} {self.subject}"
