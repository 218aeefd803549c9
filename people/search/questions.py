"""Questions that readers type: “who in the campaign met Kislyak”, read as choices of filters and names.

What is not understood to its last word is no question here, and is searched for as words alone.
"""

from collections.abc import Container, Iterator, Sequence
from typing import NamedTuple

from people.index import get_index
from people.models import Person
from people.search.naming import person_named
from people.search.words import STOP_WORDS, Word, parse_group
from people.spellings import groups
from people.vocabulary import MeetingKind, OrganisationKind, RoleCategory, Stance, Standing

# Longer ones are no questions: each name in them is looked for.
MAX_QUESTION_WORDS = 20
MAX_NAMES = 3
MAX_TERM_WORDS = 6

# What is asked for, beside the parameters of lists.
CONTACT, PHRASE, ALLEGATION, REPLY, ORGANISATION_KIND = "contact", "phrase", "allegation", "reply", "organisation_kind"
CONNECTION = "connection"
FIRED, RESIGNED = "was fired", "resigned"

# For each choice the words that stand for it, as data.
TERMS: dict[tuple[str, str], str] = {
    (CONTACT, "any"): "met, meet, meets, meeting, meetings, contact, contacts, contacted, in contact, in touch, spoke, "
    "speak, talk, talked, talks",
    (CONNECTION, "any"): "connected, connection, connections, linked, link, links, tied, tie, ties",
    (PHRASE, FIRED): "fired, firing, firings, sacked, sacking, ousted, dismissed, dismissal, let go, axed",
    (PHRASE, RESIGNED): "quit, resign, resigned, resignation, resignations, stepped down, left office",
    (ALLEGATION, "any"): "allegation, allegations, alleged, accused, accusation, accusations",
    (REPLY, Stance.DENIES): "deny, denied, denies, denying, denial, denials",
    (REPLY, Stance.DISPUTES): "dispute, disputed, disputes",
    ("answered", "unanswered"): "unanswered, no reply, no replies, without reply, no answer, no answers, no response",
    ("answered", "answered"): "answered, answer, answers, replied, reply, replies, response, responses",
    ("standing", Standing.ACKNOWLEDGED): "admit, admitted, admits, acknowledge, acknowledged, acknowledges",
    ("standing", Standing.REPORTED): "reported, reportedly",
    ("standing", Standing.AUTHORITIES): "stated by authorities, official statement, official statements",
    ("kind", MeetingKind.HEARING): "hearing, hearings, testified, testifies, testify, testimony",
    ("kind", MeetingKind.DINNER): "dinner, dinners, dined",
    ("kind", MeetingKind.INTERVIEW): "interview, interviewed, interviews",
    ("kind", MeetingKind.MESSAGE): "message, messages, messaged, direct message, direct messages, dm, dms",
    ("kind", MeetingKind.IN_PERSON): "in person, face to face",
    ("kind", MeetingKind.CONVERSATION): "conversation, conversations",
    ("role", RoleCategory.CAMPAIGN): "campaign, trump campaign",
    ("role", RoleCategory.TRANSITION): "transition, transition team, trump transition, trump transition team",
    ("role", RoleCategory.WHITE_HOUSE): "white house",
    ("role", RoleCategory.GOVERNMENT): "government, federal government",
    ("role", RoleCategory.FOREIGN_GOVERNMENT): "foreign government, foreign governments",
    ("role", RoleCategory.INVESTIGATION): "investigation, investigator, investigators",
    ("role", RoleCategory.BUSINESS): "business",
    ("role", RoleCategory.MEDIA): "media",
    ("role", RoleCategory.POLITICS): "politics",
    (ORGANISATION_KIND, OrganisationKind.COMPANY): "company, companies",
    (ORGANISATION_KIND, OrganisationKind.GOVERNMENT): "government body, government bodies",
    (ORGANISATION_KIND, OrganisationKind.PARTY): "party, parties, political party, political parties",
    (ORGANISATION_KIND, OrganisationKind.OUTLET): "outlet, outlets, media outlet, media outlets",
}
CHOICES = {word: choice for choice, words in TERMS.items() for word in words.split(", ")}
# Words that say no more of what is asked for than stop words do.
FILLERS = STOP_WORDS | frozenset(
    (
        *("about", "against", "all", "anybody", "anyone", "been", "every", "everybody", "everyone", "ever", "how"),
        *("including", "list", "many", "me", "members", "member", "of", "people", "person", "persons", "show", "some"),
        *("somebody", "someone", "their", "them", "they", "there", "he", "she", "his", "her", "this", "tell", "any"),
    )
)


class Question(NamedTuple):
    """What is asked for: choices by parameter, and the people who are named."""

    choices: dict[str, list[str]]
    people: list[Person]


def read_question(text: str) -> Question | None:
    """Return the question that `text` asks; None where it has a word that is not understood, or asks for nothing."""
    words = list(map(parse_group, groups(text)))
    if len(words) > MAX_QUESTION_WORDS:
        return None
    choices: dict[str, list[str]] = {}
    names: list[list[str]] = [[]]
    for word, choice in read_terms(words):
        if choice and choice[1] not in choices.setdefault(choice[0], []):
            choices[choice[0]].append(choice[1])
        if choice or word.folded in FILLERS:
            names.append([])
        else:
            names[-1].append(word.text)
    people = people_named([" ".join(name) for name in names if name]) if choices else None
    return None if people is None else Question(choices, people)


def read_terms(words: Sequence[Word]) -> Iterator[tuple[Word, tuple[str, str] | None]]:
    """Yield the first word of each term, of which the longest counts, with its parameter and value if it has some."""
    titles = get_index().choices["title"] if len(words) > 1 else {}
    start = 0
    while start < len(words):
        lengths = range(min(MAX_TERM_WORDS, len(words) - start), 0, -1)
        terms = ((length, " ".join(one.folded for one in words[start : start + length])) for length in lengths)
        found = ((length, choice) for length, term in terms if (choice := choice_of(term, titles)))
        length, choice = next(found, (1, None))
        yield words[start], choice
        start += length


def choice_of(term: str, titles: Container[str]) -> tuple[str, str] | None:
    """Return the parameter and the value for which the term stands, a job title of several words too; None if none."""
    if term in CHOICES or " " not in term:
        return CHOICES.get(term)
    slug = term.replace(" ", "-").replace("advisor", "adviser")
    return next((("title", one) for one in (slug, slug.removesuffix("s")) if one in titles), None)


def people_named(names: Sequence[str]) -> list[Person] | None:
    """Return the people who are named; None where a name means nobody, or several, or there are too many."""
    people = [person_named(name) for name in names[:MAX_NAMES]] if len(names) <= MAX_NAMES else [None]
    found = [person for person in people if person]
    return found if len(found) == len(people) else None
