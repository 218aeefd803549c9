"""The app that holds everything but the settings."""

from django.apps import AppConfig
from django.db.backends.signals import connection_created
from django.db.models.signals import post_migrate, pre_migrate

from people.database import note_file


class PeopleConfig(AppConfig):
    """People of the Russia probe, and what a source says of them."""

    name = "people"
    verbose_name = "People and sources"

    def ready(self) -> None:
        """Have triggers put back where a migration has dropped them, and links kept that something needs."""
        from people import change_times, changes, index, past, slugs
        from people.models import links
        from people.search import maintenance

        links.keep_needed_links()
        connection_created.connect(note_file, dispatch_uid="file")
        post_migrate.connect(maintenance.after_migrate, sender=self, dispatch_uid="search")
        pre_migrate.connect(index.before_migrate, sender=self, dispatch_uid="version")
        pre_migrate.connect(change_times.before_migrate, sender=self, dispatch_uid="change_times")
        post_migrate.connect(change_times.after_migrate, sender=self, dispatch_uid="change_times")
        pre_migrate.connect(slugs.before_migrate, sender=self, dispatch_uid="slugs")
        post_migrate.connect(slugs.after_migrate, sender=self, dispatch_uid="slugs")
        pre_migrate.connect(past.before_migrate, sender=self, dispatch_uid="past")
        post_migrate.connect(past.after_migrate, sender=self, dispatch_uid="past")
        pre_migrate.connect(changes.before_migrate, sender=self, dispatch_uid="log")
        post_migrate.connect(changes.after_migrate, sender=self, dispatch_uid="log")
        post_migrate.connect(index.after_migrate, sender=self, dispatch_uid="version")
