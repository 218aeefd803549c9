"""What the models share: an address, and resting on a source."""

from collections.abc import Collection
from functools import lru_cache
from typing import Any, ClassVar

from django.contrib.contenttypes.fields import GenericForeignKey, GenericRelation
from django.contrib.contenttypes.models import ContentType
from django.db import models, transaction
from django.dispatch import receiver
from django.urls import NoReverseMatch, get_script_prefix, reverse
from django.utils.translation import get_language

from people.fields import ChangedField, LimitedField
from people.logs import warn_once
from people.models.guarding import Guarded, itself
from people.querysets.base import GuardedQuerySet
from people.querysets.keys import key_fields
from people.text import slug
from people.vocabulary import Status

# So many addresses are kept: those of the site's parts, and of the thousands of people that one entry may name thrice.
MAX_CACHED_ADDRESSES = 16_384


def address(name: str, *args: str) -> str:
    """Return the address of the page called `name` in people.urls, in the current language."""
    return _address(get_script_prefix(), get_language(), name, args)


@lru_cache(MAX_CACHED_ADDRESSES)
def _address(_: str, _language: str | None, name: str, args: tuple[str, ...]) -> str:
    # A page has hundreds of addresses, and Django takes long to put one together. They depend on prefix and language.
    try:
        return reverse(f"people:{name}", args=args)
    except NoReverseMatch:
        if not args:
            raise
        warn_once(f"“{'/'.join(args)}” stands as a slug in the database, but is none, so that {name} has no address.")
        return reverse("people:home")


class SlugRedirect(models.Model):
    """A slug that an entry had before it was renamed; its addresses redirect to the entry's new one."""

    slug = models.SlugField(max_length=120)
    content_type = models.ForeignKey(ContentType, models.CASCADE)
    object_id = models.PositiveBigIntegerField()
    entry = GenericForeignKey()

    objects = GuardedQuerySet.as_manager()

    class Meta:
        verbose_name = "former slug"
        ordering = ["content_type", "slug"]
        constraints = [models.UniqueConstraint(fields=["content_type", "slug"], name="former_slug_unique")]
        # Few entries have the same key, and very many are of the same kind.
        indexes = [models.Index(fields=["object_id", "content_type"], name="former_slug_entry")]

    def __str__(self) -> str:
        return self.slug


def not_reserved(noun: str, words: Collection[str]) -> models.CheckConstraint:
    """Return the constraint that the slug of the noun is none of the words."""
    return models.CheckConstraint(
        condition=~models.Q(slug__in=words),
        name=f"{noun}_slug_not_reserved",
        violation_error_message=f"There is another page at that address, so the slug can't be: {', '.join(words)}.",
    )


class Slugged(Guarded):
    """An entry with a slug: its natural key, and its address or its anchor on a page.

    A slug left blank is made from `slug_source`; a slug that changes leaves a SlugRedirect behind, which the database
    sees to (people.slugs), and which no other entry may have as its slug. When an entry is deleted, its slugs, former
    ones too, are free. `updated_at` is when anything that is printed of the entry last changed, which the database
    sees to as well (people.change_times.rules). `reserved` are words that no slug may be, because there is another page
    at that address.
    """

    reserved: ClassVar[tuple[str, ...]] = ()

    # Each noun has managers of its own, made of its queryset.
    objects: Any
    public: Any

    slug = models.SlugField(
        max_length=120,
        unique=True,
        blank=True,
        help_text="Part of the address. Made from the text if left blank; a changed one leaves a redirect behind.",
    )
    slug_redirects = GenericRelation(SlugRedirect)
    updated_at = ChangedField()

    # Which entries about others mention a person, where that was asked for (see people.querysets.mentioned).
    mentioned_in: Any = None

    class Meta:
        abstract = True

    def natural_key(self) -> tuple[str, ...]:
        """Return the slug, by which fixtures name the entry."""
        return (self.slug,)

    def get_absolute_url(self) -> str:
        """Return the address of the entry's own page."""
        return address(str(self._meta.model_name), self.slug)

    def slug_source(self) -> str:
        """Return the text from which a blank slug is made."""
        return str(self)

    def save(self, *args: Any, **options: Any) -> None:
        """Save, with a slug made where there is none. Raises ValidationError for a slug that it can't have."""
        if options.get("update_fields") is not None:
            names = {*options["update_fields"], "updated_at"}
            options["update_fields"] = names | {field.name for field in key_fields(type(self), names)}
        with transaction.atomic():
            self._tidy(options.get("update_fields"))
            self.fill_blanks()
            if "slug" in (options.get("update_fields") or ("slug",)):
                self.check_slug()
            super().save(*args, **options)

    def validate_unique(self, exclude: Collection[str] | None = None) -> None:
        """Raise ValidationError for what another entry has or had: a slug that redirects to it, too."""
        super().validate_unique(exclude)
        if self.slug and "slug" not in (exclude or ()):
            self.check_slug()

    def check_slug(self) -> None:
        """Raise ValidationError for a slug that the entry can't have (see SluggedQuerySet.check_slugs)."""
        type(self).objects.check_slugs({self.slug: self.pk})

    def fill_blanks(self) -> None:
        """Fill what is made of other values where it is left blank; the texts are tidy."""
        self.slug = self.slug or self._free_slug()

    def _tidy(self, names: Collection[str] | None) -> None:
        for field in self._meta.concrete_fields:
            if isinstance(field, LimitedField) and (names is None or field.name in names):
                field.fill(self)

    def _free_slug(self) -> str:
        stem = slug(self.slug_source())[:110].strip("-") or self._meta.model_name or ""
        taken = self._slugs_of_others(stem)
        numbered = (f"{stem}-{number}" for number in range(2, len(taken) + 3))
        return stem if stem not in taken else next(free for free in numbered if free not in taken)

    def _slugs_of_others(self, stem: str) -> set[str]:
        others = type(self)._default_manager.exclude(pk=self.pk)
        # An address that redirects to one person must not come to show another.
        former = SlugRedirect.objects.filter(content_type=ContentType.objects.get_for_model(self))
        former = former.exclude(object_id=self.pk) if self.pk else former
        return set(self.reserved) | {
            taken
            for entries in (others, former)
            for taken in entries.filter(slug__startswith=stem).values_list("slug", flat=True)
        }


class Sourced(Slugged):
    """An entry that rests on passages of a source. Readers see it only if it is published and rests on at least one."""

    # Why a list that is filtered has the entry, where that was asked for (see people.reasons).
    reasons: Any = None

    status = models.CharField(
        max_length=9,
        choices=Status.choices,
        default=Status.DRAFT,
        help_text="Readers see an entry once it is published and cites at least one passage.",
    )
    passages = models.ManyToManyField(
        "people.Passage", blank=True, help_text="The sentences that say this. Nothing is shown that no sentence says."
    )

    class Meta:
        abstract = True

    @property
    def is_sourced(self) -> bool:
        """Return whether the entry cites at least one passage."""
        return bool(self.pk) and self.passages.exists()


@receiver(models.signals.pre_save)
def check_loaded(instance: models.Model, raw: bool, **_: object) -> None:
    """Raise ValidationError for the slug of an entry that a fixture gives, if it can't have it."""
    if raw and isinstance(instance, Slugged):
        instance.check_slug()


@receiver(models.signals.pre_save, sender=SlugRedirect)
def replace_redirect(instance: SlugRedirect, raw: bool, **_: object) -> None:
    """Make way for a redirect that a fixture gives, if renaming the entry has left the same one under another key."""
    if raw:
        same = SlugRedirect.objects.filter(content_type=instance.content_type_id, slug=instance.slug)
        same.filter(object_id=instance.object_id).exclude(pk=instance.pk).delete()


@receiver(models.signals.pre_save)
def refuse_withdrawal(instance: models.Model, update_fields: Collection[str] | None, **_: object) -> None:
    """Raise NeededError if saving the entry, by a fixture too, withdraws what something that readers see needs."""
    kept = not isinstance(instance, Sourced) or instance.status == Status.PUBLISHED or instance.pk is None
    if not kept and (update_fields is None or "status" in update_fields):
        itself(instance).published().refuse_loss("unpublished")
