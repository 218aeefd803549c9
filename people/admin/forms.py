"""Forms of entries: what they refuse, they refuse beside the field and in words."""

from django import forms
from django.contrib.admin.widgets import AdminTextInputWidget
from django.core.exceptions import ValidationError

from people.admin.guarded import GuardedForm
from people.models import Passage
from people.querysets.guarding import told
from people.text import digest
from people.vocabulary import Status

# Which sentence a passage is.
IDENTIFYING = ("source", "section", "sentence", "digest")

BESIDE_PORTRAIT = {
    "portrait_alt": "an alternative text, which says what it shows to those who don't see it",
    "portrait_credit": "a credit: who made it",
    "portrait_licence": "a licence that lets us print it",
}

ON_SLIDE = "This slide of the first gallery shows somebody else. For another gallery, add a place further down."


class EntryForm(GuardedForm):
    """A form of anything; `refusal` says why it could not be saved as it was sent."""

    refusal: str = ""

    def clean(self) -> dict[str, object] | None:
        """Refuse what was refused when it was to be saved."""
        cleaned = super().clean()
        if self.refusal:
            self.add_error(None, self.refusal)
        return cleaned


class SourcedForm(EntryForm):
    """A form of an entry that rests on passages, alone on its page or in a row of another entry's."""

    def clean(self) -> dict[str, object] | None:
        """Refuse to publish what cites no passage. The passages are saved after the entry: look at those chosen."""
        cleaned = super().clean()
        chosen = self.cleaned_data.get("passages")
        if self.cleaned_data.get("status") == Status.PUBLISHED and "passages" in self.cleaned_data and not chosen:
            self.add_error("passages", "It cites no passage, so it can't be published. Cite one, or keep it a draft.")
        return cleaned


class PersonForm(SourcedForm):
    """A form of a person."""

    class Meta:
        error_messages = {"slide": {"unique": ON_SLIDE}}

    def clean(self) -> dict[str, object] | None:
        """Refuse a portrait of which not all is told that has to stand beside it."""
        cleaned = super().clean()
        if self.cleaned_data.get("portrait"):
            for name, what in BESIDE_PORTRAIT.items():
                if self.cleaned_data.get(name) == "":
                    self.add_error(name, f"A portrait needs {what}.")
        return cleaned


class RowForm(SourcedForm):
    """A form of such an entry in a row on another entry's page."""

    def validate_unique(self) -> None:
        """Check, once all else holds, the constraints on both entries, which Django leaves out for rows."""
        super().validate_unique()
        if self.errors:
            return
        try:
            self.instance.validate_constraints(self._get_validation_exclusions())  # type: ignore[attr-defined]
        except ValidationError as error:
            self._update_errors(error)  # type: ignore[attr-defined]


class PassageForm(EntryForm):
    """A form of a passage, which makes the digest of its text."""

    digest = forms.CharField(
        max_length=64,
        required=False,
        widget=AdminTextInputWidget,
        help_text="SHA-256 of the sentence: NFKC, white space folded, quotes straightened. Made of the text, if given.",
    )

    checked = forms.BooleanField(
        required=False,
        label="It still says what rests on it",
        help_text="Needed to change the place or the digest of a sentence on which something rests that readers see.",
    )

    def clean(self) -> dict[str, object] | None:
        """Refuse a passage without digest and text, with another text's digest, or moved under what rests on it."""
        cleaned = super().clean()
        given, text = self.cleaned_data.get("digest"), self.cleaned_data.get("text")
        if not given and not text:
            self.add_error("digest", "Give the digest, or else the text of which to make it.")
        elif given and text and given != digest(text):
            self.add_error("digest", f"This is not the digest of the text, which is {digest(text)}.")
        elif text:
            self.cleaned_data["digest"] = digest(text)
        self._check_what_rests_on_it()
        return cleaned

    def _check_what_rests_on_it(self) -> None:
        """Refuse another place or digest, until the editor has looked at what readers see rest on the passage."""
        given = self.cleaned_data
        stored = Passage.objects.filter(pk=self.instance.pk)
        before = stored.first()
        moved = any(name in given and given[name] != getattr(before, name) for name in IDENTIFYING if before)
        if not moved or given.get("checked"):
            return
        found = [one for one in stored.dependents() if one.entries.exists()]
        if found:
            self.add_error("checked", f"Readers see what rests on this sentence: {told(found)}. Is it still so?")
