"""The answer to a question, found as the lists find it: who, what rests on which sentence, and the whole list."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple
from urllib.parse import urlencode

from django.urls import reverse

from people.index import allegation_index, get_index, meeting_index
from people.models import Allegation, Meeting, Organisation, Person, Role, Statement
from people.querysets.sides import load_sides_with_citations
from people.search.document_specs import SPEC_OF_MODEL
from people.search.headings import HOW, MEETINGS, ORGANISATIONS, TOLD, about, is_are, number_of, with_role
from people.search.questions import (
    ALLEGATION,
    CONNECTION,
    CONTACT,
    ORGANISATION_KIND,
    PHRASE,
    REPLY,
    Question,
    read_question,
)
from people.search.results import FoundEntry
from people.search.strategies import search_index
from people.search.words import Form, Word
from people.vocabulary import ContactKind, MeetingKind, OrganisationKind

MAX_NAMED_PEOPLE = 10
MAX_ANSWER_ENTRIES = 10
MAX_ANSWER_ALLEGATIONS = 5
# Of a phrase that stands in more statements, so many are read.
MAX_STATEMENTS_READ = 500


class Answer(NamedTuple):
    """An answer to a question.

    Attributes:
        heading: The answer as a sentence.
        kind: What the entries are, as kinds of results are called.
        entries: What the answer rests on, or some of it.
        address: Of a list that has all of it, or of what else there is to see; empty where there is none.
        link: What is at that address.
        people: Who it is, or some of them.
        more: How many others there are.
    """

    heading: str
    kind: str
    entries: list[Any]
    address: str = ""
    link: str = ""
    people: Sequence[Person] = ()
    more: int = 0

    @property
    def found(self) -> list[FoundEntry]:
        """Return the entries as those that words find."""
        return [FoundEntry(entry, []) for entry in self.entries]


def answer_to(text: str) -> Answer | None:
    """Return the answer to the question that `text` asks; None where it asks none that can be answered.

    That there is nothing is an answer about people who are named, and else a word that was meant otherwise.
    """
    question = read_question(text)
    if question is None:
        return None
    answering = next((answer for parameters, answer in ANSWERS if question.choices.keys() <= parameters), None)
    answer = answering(question) if answering else None
    return answer if answer and (answer.entries or question.people) else None


def answer_on_contacts(question: Question) -> Answer | None:
    """Return who had contact with the one person named, or which contacts the two had."""
    match question.people:
        case [other] if CONTACT in question.choices:
            return answer_on_one(question, other)
        case [one, other] if one != other:
            return answer_on_two(question, one, other)
    return None


def answer_on_one(question: Question, other: Person) -> Answer | None:
    """Return who had contact with the person; None where a hearing is asked for, which is no contact."""
    index, kinds = get_index(), question.choices.get("kind", [])
    if not set(kinds) <= set(ContactKind.values):
        return None
    filters = chosen(question, "role", "title") | ({"contact_kind": kinds} if kinds else {})
    found = index.page(index.find(filters | {"contact": [other.pk]}))
    people = Person.public.told_apart().in_order(found[:MAX_NAMED_PEOPLE])
    who = f"{number_of(len(found), 'person', 'people')}{with_role(filters, index)}"
    return Answer(
        f"Contact with {other} is recorded here for {who}" if found else f"No contact with {other} is recorded here",
        "meeting",
        meetings_with([other.pk], [person.pk for person in people], kinds or ContactKind.values)[1],
        list_address("people", filters | {"contact": [other.slug]}),
        "See them as a list",
        people,
        len(found) - len(people),
    )


def answer_on_two(question: Question, one: Person, other: Person) -> Answer | None:
    """Return in which meetings the two people were in contact; None where roles are asked for too."""
    if question.choices.keys() - {CONTACT, CONNECTION, "kind"}:
        return None
    number, meetings = meetings_with([one.pk], [other.pk], question.choices.get("kind", ContactKind.values))
    told = number_of(number, "contact", "contacts")
    address = f"{reverse('people:path')}?{urlencode({'from': one.slug, 'to': other.slug})}"
    heading = f"{told} between {one} and {other} {is_are(number)} recorded here"
    return Answer(heading, "meeting", meetings, address, "How else they are connected")


def meetings_with(people: list[int], others: list[int], kinds: Sequence[str]) -> tuple[int, list[Meeting]]:
    """Return how many meetings of these kinds some of the people had with some of the others, and the first ones."""
    index = meeting_index()
    found = index.page(index.find({"person": people, "kind": kinds}, index.find({"person": others})))
    return len(found), Meeting.public.for_list().in_order(found[:MAX_ANSWER_ENTRIES]) if others else []


def answer_on_meetings(question: Question) -> Answer | None:
    """Return the meetings of a kind, of the people named."""
    kinds, index = question.choices["kind"], meeting_index()
    found = index.page(index.find({"kind": kinds} | people_criteria(question.people)))
    entries = Meeting.public.for_list().in_order(found[:MAX_ANSWER_ENTRIES])
    one, many = (" or ".join(MEETINGS[MeetingKind(kind)][place] for kind in kinds) for place in (0, 1))
    return Answer(
        f"{number_of(len(found), one, many)}{about(question.people, 'with')} {is_are(len(found))} recorded here",
        "meeting",
        entries,
        list_address("meetings", {"kind": kinds}, question.people),
        "See them as a list",
        more=len(found) - len(entries),
    )


def answer_on_allegations(question: Question) -> Answer | None:
    """Return the allegations of a standing, or with such a reply, against the people named, each beside its replies."""
    index = allegation_index()
    filters = chosen(question, "standing", "answered", REPLY)
    found = index.page(index.find(filters | people_criteria(question.people)))
    entries = Allegation.public.in_order(found[:MAX_ANSWER_ALLEGATIONS])
    load_sides_with_citations((one, None) for one in entries)
    how = [HOW[value] for values in filters.values() for value in values]
    heading = f"{number_of(len(found), 'allegation', 'allegations')}{about(question.people, 'about')}"
    return Answer(
        ", ".join([heading, *how]),
        "allegation",
        entries,
        list_address("allegations", filters, question.people),
        "See them as a list",
        more=len(found) - len(entries),
    )


def answer_on_statements(question: Question) -> Answer | None:
    """Return of whom it is said that they were fired, or that they resigned; None where both are asked for."""
    phrase, *others = question.choices[PHRASE]
    if others:
        return None
    spec = SPEC_OF_MODEL[Statement]
    rows = search_index().find_rows(spec, Word(phrase, phrase, (Form(phrase),)), MAX_STATEMENTS_READ)
    found = Statement.public.filter(pk__in=rows)
    if question.people:
        found = found.about(question.people)
    found = found.order_by("pk")
    keys = list(dict.fromkeys(found.values_list("person", flat=True)))
    people = Person.public.told_apart().in_order(keys[:MAX_NAMED_PEOPLE])
    return Answer(
        number_of(len(keys), *TOLD[phrase]),
        "statement",
        list(found.for_citing().with_citations()[:MAX_ANSWER_ENTRIES]),
        people=people,
        more=len(keys) - len(people),
    )


def answer_on_roles(question: Question) -> Answer | None:
    """Return who had a job of that title, or a role of that category."""
    if question.people:
        return None
    index, choices = get_index(), question.choices
    found = index.page(index.find(choices))
    people = Person.public.told_apart().in_order(found[:MAX_NAMED_PEOPLE])
    roles = Role.public.filter(person__in=people)
    for name, column in (("role", "category__in"), ("title", "title_slug__in")):
        roles = roles.filter(**{column: choices[name]}) if name in choices else roles
    who = number_of(len(found), "person", "people", "Nobody")
    return Answer(
        f"{who} {is_are(len(found))} recorded here{with_role(choices, index)}",
        "role",
        list(roles.for_citing().with_citations()[:MAX_ANSWER_ENTRIES]),
        list_address("people", choices),
        "See them as a list",
        people,
        len(found) - len(people),
    )


def answer_on_organisations(question: Question) -> Answer | None:
    """Return the organisations of a kind."""
    kinds = question.choices[ORGANISATION_KIND]
    if question.people:
        return None
    found = list(Organisation.public.filter(kind__in=kinds).by_name()[: MAX_ANSWER_ENTRIES + 1])
    one, many = ORGANISATIONS[OrganisationKind(kinds[0])]
    entries = found[:MAX_ANSWER_ENTRIES]
    most = "More than " if len(found) > len(entries) else ""
    heading = f"{most}{number_of(len(entries), one, many)} {is_are(len(entries))} recorded here"
    return Answer(heading, "organisation", entries)


def chosen(question: Question, *parameters: str) -> dict[str, list[str]]:
    """Return the choices of those of the parameters that have some."""
    return {name: question.choices[name] for name in parameters if name in question.choices}


def people_criteria(people: Sequence[Person]) -> dict[str, list[int]]:
    """Return the criteria of entries that concern any of the people; none without people."""
    return {"person": [person.pk for person in people]} if people else {}


def list_address(name: str, filters: Mapping[str, list[str]], people: Sequence[Person] = ()) -> str:
    """Return the address of the list, so filtered."""
    query = {**filters, "person": [person.slug for person in people]}
    return f"{reverse(f'people:{name}')}?{urlencode(query, doseq=True)}"


# The parameters about which each can answer, all of them; the first that can does.
ANSWERS: tuple[tuple[set[str], Callable[[Question], Answer | None]], ...] = (
    ({PHRASE}, answer_on_statements),
    ({"role", "title"}, answer_on_roles),
    ({"kind"}, answer_on_meetings),
    ({CONTACT, CONNECTION, "kind", "role", "title"}, answer_on_contacts),
    ({ALLEGATION, REPLY, "answered", "standing"}, answer_on_allegations),
    ({ORGANISATION_KIND}, answer_on_organisations),
)
