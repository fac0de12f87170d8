"""What does Django need to know of this room?"""

from django.apps import AppConfig


class AccessConfig(AppConfig):
    """Users and the trail."""

    name = "samordna.access"
    label = "access"
    verbose_name = "Behörighet och spår"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Have everybody who comes in leave a trace."""
        from samordna.access import signals  # noqa: PLC0415 - models are there only once every room is

        signals.connect()
