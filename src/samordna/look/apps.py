"""What does Django need to know of this room?"""

from django.apps import AppConfig


class LookConfig(AppConfig):
    """Templates and static files; no tables."""

    name = "samordna.look"
    label = "look"
    verbose_name = "Utseende"
