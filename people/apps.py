"""The app that holds everything but the settings."""

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class PeopleConfig(AppConfig):
    """People of the Russia probe, and what a source says of them."""

    name = "people"
    verbose_name = "People and sources"

    def ready(self) -> None:
        """Have the search index's triggers put back where a migration has dropped them."""
        from people.search.upkeep import after_migrate

        post_migrate.connect(after_migrate, sender=self, dispatch_uid="search")
