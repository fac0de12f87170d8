"""What does Django need to know of this room?"""

from django.apps import AppConfig


class StoreConfig(AppConfig):
    """The association's rows."""

    name = "samordna.office.store"
    label = "store"
    verbose_name = "Förbundets uppgifter"
    default_auto_field = "django.db.models.BigAutoField"
