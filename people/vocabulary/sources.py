"""What sources are, and their sections."""

from django.db.models import TextChoices

from people.languages import gettext
from people.languages import gettext_lazy as _


class SourceKind(TextChoices):
    """What kind of document a source is."""

    ARTICLE = "article", _("news article")
    REPORT = "report", _("report")
    FILING = "filing", _("court filing")
    TRANSCRIPT = "transcript", _("transcript")
    BOOK = "book", _("book")


class Rights(TextChoices):
    """What may be shown of a source's text."""

    SHORT_QUOTATION = "short-quotation", _("short quotation")
    FULL_TEXT = "full-text", _("full text")


class DocumentLayout(TextChoices):
    """How the text of a source is laid out, which decides what its sections are."""

    GALLERY = "gallery", "an article with photo galleries: paragraphs and slides"
    ARTICLE = "article", "an article: a headline and paragraphs"
    PAGES = "pages", "a document of pages, which form feeds or lines such as “Page 3” set apart"
    TRANSCRIPT = "transcript", "a transcript of turns, each of which begins with the speaker and a colon"


class SectionKind(TextChoices):
    """The kinds of section that a source has; a passage's address begins with one."""

    HEADLINE = "headline", _("headline")
    PARAGRAPH = "paragraph", _("paragraph")
    RELATED = "related", _("related headline")
    GALLERY = "gallery", _("gallery title")
    SLIDE = "slide", _("slide")
    NAVIGATION = "navigation", _("navigation")
    PAGE = "page", _("page")
    TURN = "turn", _("turn")

    @property
    def prefix(self) -> str:
        """Return what anchors and short citations call the kind: s5-3, p9-1; a page, to differ, pg3-2."""
        return "pg" if self is SectionKind.PAGE else self.value[0]

    @property
    def zeroth(self) -> str:
        """Return what sentence 0 of such a section is."""
        return gettext("speaker") if self is SectionKind.TURN else gettext("heading")
