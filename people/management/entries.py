"""Naming an entry on the command line: by the name of its model and its slug, also once it is deleted."""

from django.apps import apps
from django.core.management.base import CommandError, CommandParser

from people.models import Change, Slugged


def entry_models() -> dict[str, type[Slugged]]:
    """Return the models of entries that have a slug, by name."""
    found = apps.get_app_config("people").get_models()
    return {str(model._meta.model_name): model for model in found if issubclass(model, Slugged)}


def add_entry_arguments(parser: CommandParser, *, required: bool = True) -> None:
    """Have the command take a model and a slug."""
    number = None if required else "?"
    parser.add_argument("model", nargs=number, choices=sorted(entry_models()), help="what the entry is")
    parser.add_argument("slug", nargs=number, help="the end of its address")


def key_of(model: str, slug: str | None) -> int:
    """Return the key of the entry with that slug, or of the last one that had it as far as the log knows.

    Raises CommandError if there was none.
    """
    if not slug:
        raise CommandError(f"Which {model}? Give its slug too.")
    found = entry_models()[model]._default_manager.filter(slug=slug).values_list("pk", flat=True).first()
    if found is None:
        logged = Change.objects.filter(model=model, before__slug=slug)
        found = logged.order_by("-pk").values_list("key", flat=True).first()
    if found is None:
        raise CommandError(f"There is no {model} “{slug}”, and the log knows of none.")
    return int(found)
