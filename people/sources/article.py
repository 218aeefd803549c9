"""Articles without a gallery: a headline, paragraphs, and headlines of related articles in between."""

from collections.abc import Iterable, Iterator
from itertools import count

from people.sources.document import Section, SentenceRole, SourceDocument, make_section
from people.sources.errors import NotThisLayoutError
from people.sources.furniture import is_navigation, is_related
from people.sources.lines import LOOSE_FILL, Line, read_lines, unwrapped
from people.sources.sentences import ends_sentence, split_sentences
from people.text import plain
from people.vocabulary import DocumentLayout, SectionKind

MAX_HEADLINE_WORDS = 30


class Numbers:
    """Counts paragraphs and related headlines on through a document."""

    def __init__(self) -> None:
        """Begin with 1."""
        self.paragraphs, self.related = count(1), count(1)


def read_article(text: str) -> SourceDocument:
    """Return the sections and sentences of an article. Raises NotThisLayoutError for a text without words.

    The first line is the headline, unless it ends as a sentence does.
    """
    lines = unwrapped(read_lines(text), _stands_alone, LOOSE_FILL)
    texts = without_navigation(lines)
    if not texts:
        raise NotThisLayoutError("article", "a line with words")
    numbers, sections = Numbers(), []
    if _is_headline(texts[0].text):
        sections.append(make_section(SectionKind.HEADLINE, None, [(SentenceRole.HEADING, texts.pop(0).text)]))
    sections += [section for _, section in other_sections(texts, numbers)]
    navigation = [(SentenceRole.NAVIGATION, line.text) for line in lines if is_navigation(line.text)]
    if navigation:
        sections.append(make_section(SectionKind.NAVIGATION, None, navigation))
    return SourceDocument(DocumentLayout.ARTICLE, tuple(sections))


def other_sections(lines: Iterable[Line], numbers: Numbers) -> Iterator[tuple[int, Section]]:
    """Yield the paragraphs and related headlines, each with the number of its line."""
    for line in without_navigation(lines):
        if is_related(line.text):
            yield from related_sections([line], numbers)
        else:
            pieces = [(SentenceRole.TEXT, sentence) for sentence in split_sentences(line.text)]
            yield line.number, make_section(SectionKind.PARAGRAPH, next(numbers.paragraphs), pieces)


def related_sections(lines: Iterable[Line], numbers: Numbers) -> Iterator[tuple[int, Section]]:
    """Yield the related headlines among the lines, each with the number of its line."""
    for line in lines:
        if is_related(line.text):
            pieces = [(SentenceRole.TEXT, line.text)]
            yield line.number, make_section(SectionKind.RELATED, next(numbers.related), pieces)


def without_navigation(lines: Iterable[Line]) -> list[Line]:
    """Return the lines that are no navigation."""
    return [line for line in lines if not is_navigation(line.text)]


def _stands_alone(line: Line) -> bool:
    return is_navigation(line.text) or is_related(line.text)


def _is_headline(text: str) -> bool:
    typed = plain(text)
    return len(typed.split()) <= MAX_HEADLINE_WORDS and (not ends_sentence(typed) or typed.endswith("?"))
