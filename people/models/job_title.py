"""The titles of jobs, each once."""

from django.db import models

from people.models.desk import Desk
from people.querysets.base import PublicManager
from people.querysets.role import JobTitleQuerySet
from people.vocabulary import Status


class JobTitle(Desk):
    """A title as roles have it, each once however many they are: a part of the search index.

    The database writes it, and its table is none that Django changes (people.search.maintenance.titles). It comes with
    the first role that has this title with these spellings and this status, and goes with the last.
    """

    title = models.CharField(max_length=200, editable=False)
    title_slug = models.CharField(max_length=200, editable=False)
    title_spellings = models.TextField(null=True, editable=False)  # noqa: DJ001 - as in roles
    status = models.CharField(max_length=9, choices=Status.choices, editable=False)

    objects = JobTitleQuerySet.as_manager()
    public = PublicManager.from_queryset(JobTitleQuerySet)()

    class Meta(Desk.Meta):
        managed = False
        db_table = "people_jobtitle"
        ordering = ["pk"]

    def __str__(self) -> str:
        return self.title
