"""Names in forms: namesakes are shown before another one is saved, and it is told by what a new name is sorted."""

from typing import Any

from django import forms
from django.contrib import messages
from django.db.models import QuerySet
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString

from people.admin.forms import EntryForm, PersonForm, RowForm, SourcedForm
from people.collation import name_key
from people.models import NotSame, Organisation, Person
from people.vocabulary import Status

# So many namesakes are shown.
MAX_SHOWN_NAMESAKES = 10


class NamedForm(EntryForm):
    """A form of something with a name. Who has looked at the namesakes that it shows saves it again."""

    # What to do if there are some.
    advice = "If this is another one, save again."

    looked_at = forms.CharField(required=False, widget=forms.HiddenInput)

    def clean(self) -> dict[str, object] | None:
        """Refuse a new name, once, that others have who are entered already."""
        cleaned = super().clean()
        name = self.cleaned_data.get("name")
        if name and "name" in self.changed_data and self.cleaned_data.get("looked_at") != name_key(name):
            found = list(self.namesakes(name)[:MAX_SHOWN_NAMESAKES])
            if found:
                self.add_error("name", namesakes_words(found, self.advice))
                self._note_as_looked_at(name)
        return cleaned

    def _note_as_looked_at(self, name: str) -> None:
        """Have the form, when it is sent again, say that the namesakes were shown."""
        data: Any = self.data.copy()  # type: ignore[attr-defined]
        data[self.add_prefix("looked_at")] = name_key(name)
        self.data = data

    def namesakes(self, name: str) -> QuerySet:
        """Return the others who go by that name."""
        raise NotImplementedError


class NamedPersonForm(NamedForm, PersonForm):
    """A form of a person."""

    def namesakes(self, name: str) -> QuerySet:
        """Return the other people who go by that name."""
        return called(name, self.instance.pk)

    def clean(self) -> dict[str, object] | None:
        """Have the sort name made anew with the name, unless somebody has written it."""
        cleaned = super().clean()
        if self.is_renamed and not self.has_written_sort_name:
            self.cleaned_data["sort_name"] = ""
        return cleaned

    @property
    def is_renamed(self) -> bool:
        """Return whether the name has changed, and the sort name was left as it is."""
        # Somebody without a name goes by the slide or the description.
        names = {"name"} if self.initial.get("name") else {"name", "slide", "description"}
        is_changed = not names.isdisjoint(self.changed_data)
        return bool(self.instance.pk) and is_changed and "sort_name" not in self.changed_data

    @property
    def has_written_sort_name(self) -> bool:
        """Return whether the sort name, before the form was sent, was another one than is made of the name."""
        before = Person(**{name: self.initial.get(name) for name in ("name", "kind", "slide", "description")})
        return bool(self.initial.get("sort_name") != before.propose_sort_name())

    def tell_sort_name(self, request: HttpRequest) -> None:
        """Tell by what the person, who is saved, is sorted if that is not what the editor has just written."""
        sort_name = self.instance.sort_name
        if not self.cleaned_data.get("sort_name"):
            text = f"Sorted as “{sort_name}”, which was made of the name. If that is wrong, write another sort name."
            messages.info(request, text)
        elif self.is_renamed:
            text = f"Still sorted as “{sort_name}”, as somebody has written. Does that fit the new name?"
            messages.warning(request, text)


class AliasForm(NamedForm, SourcedForm):
    """A form of somebody's other name."""

    advice = "If both go by that name, save again."

    def namesakes(self, name: str) -> QuerySet:
        """Return the people besides this one who go by that name."""
        return called(name, getattr(self.cleaned_data.get("person"), "pk", None))


class AliasRowForm(AliasForm, RowForm):
    """A form of another name in a row on the person's page."""


class OrganisationForm(NamedForm):
    """A form of an organisation."""

    def namesakes(self, name: str) -> QuerySet:
        """Return other organisations of a name that reads alike; the same is refused, as no two may have it."""
        return Organisation.objects.called(name).exclude(name=name).exclude(pk=self.instance.pk)


def called(name: str, person: Any) -> QuerySet:
    """Return the people besides one who go by that name, told apart from each other."""
    two = NotSame.objects.others_than("person", person) if person else ()
    return Person.objects.called(name).exclude(pk__in={person, *two} - {None}).told_apart(Person.objects.all())


def namesakes_words(found: list[Person | Organisation], advice: str) -> SafeString:
    """Return who is entered by that name already, each with a link, and what to do."""
    links = format_html_join("; ", '<a href="{}">{}</a>{}', ((address(one), one, details(one)) for one in found))
    return format_html("Already entered: {}. {}", links, advice)


def address(entry: Person | Organisation) -> str:
    """Return the address of the entry's form."""
    return reverse(f"admin:{entry._meta.app_label}_{entry._meta.model_name}_change", args=[entry.pk])


def details(entry: Person | Organisation) -> str:
    """Return what tells who an entry is, besides what stands in its name already."""
    description = "" if getattr(entry, "distinction", "") else getattr(entry, "description", "")
    draft = "draft" if getattr(entry, "status", "") == Status.DRAFT else ""
    told = ", ".join(filter(None, (description, draft)))
    return f" ({told})" if told else ""
