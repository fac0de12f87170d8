"""What does Django need to know of this room?"""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Users and the trail."""

    name = "samordna.access"
    label = "access"
    verbose_name = "Behörighet och spår"
    default_auto_field = "django.db.models.BigAutoField"
