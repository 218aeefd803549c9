"""Where galleries besides the first show people."""

from django.db import models
from django.db.models import Q
from django.dispatch import receiver

from people.languages import gettext
from people.models.person import Person
from people.models.source import Source
from people.querysets.appearance import AppearanceQuerySet
from people.querysets.base import PublicManager


class Appearance(models.Model):
    """A person's place in a further gallery: the source, and the slide that shows the person.

    The first gallery is the first source that has slides; the place in that is the person's own `slide`. Each further
    gallery has a slide 5 of its own. Readers see the place once the person cites a passage of that source.
    """

    source = models.ForeignKey(
        Source, models.PROTECT, related_name="appearances", help_text="A gallery, but not the first one."
    )
    person = models.ForeignKey(Person, models.CASCADE, related_name="appearances")
    slide = models.PositiveSmallIntegerField(help_text="Place in that gallery.")

    objects = AppearanceQuerySet.as_manager()
    public = PublicManager.from_queryset(AppearanceQuerySet)()

    class Meta:
        verbose_name = "place in a further gallery"
        verbose_name_plural = "places in further galleries"
        # What belongs to a person may be changed by whoever may change the person.
        default_permissions = ()
        ordering = ["source_id", "slide"]
        constraints = [
            models.UniqueConstraint(
                fields=["source", "slide"],
                name="appearance_slide_unique",
                violation_error_message="This slide of the gallery shows somebody else.",
            ),
            models.UniqueConstraint(
                fields=["source", "person"],
                name="appearance_person_unique",
                violation_error_message="Another slide of the gallery shows this person already.",
            ),
            models.CheckConstraint(
                condition=Q(slide__gte=1),
                name="appearance_slide_positive",
                violation_error_message="Slides are counted from 1.",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.source}, slide {self.slide}"

    def clean(self) -> None:
        """Refuse a place in the first gallery."""
        super().clean()
        type(self).objects.refuse_first_gallery([self.source_id])

    def natural_key(self) -> tuple[str, int]:
        """Return source and slide, by which fixtures name the place."""
        return (self.source.slug, self.slide)

    natural_key.dependencies = ["people.source", "people.person"]  # type: ignore[attr-defined]

    @property
    def label(self) -> str:
        """Return the place in words, with the source's mark: "B, slide 5"."""
        slide = gettext("slide %(number)s") % {"number": self.slide}
        return f"{self.source.mark}, {slide}"


@receiver(models.signals.pre_save, sender=Appearance)
def refuse_first_gallery(instance: Appearance, **_: object) -> None:
    """Raise ValidationError for a place in the first gallery, a fixture's too."""
    Appearance.objects.refuse_first_gallery([instance.source_id])
