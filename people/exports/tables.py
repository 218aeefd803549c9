"""The tables in which the data leaves: what a row is, and what each column holds."""

from people.exports.csv import Column, Table
from people.exports.text import allegation_words, answer_words, answers, outcomes, places, reason_lines, role_words

EDTF = "EDTF (ISO 8601-2), as exact as the source gives it"
CITED = "The sentences that say this: source/section/sentence"


def _slug(meaning: str) -> Column:
    return Column("slug", meaning, lambda row: row.slug)


def _person(meaning: str) -> Column:
    return Column("person", meaning, lambda row: row.person.slug, to="people")


PASSAGES = Column("passages", CITED, places, several=True, to="passages")
ADDRESS = Column("url", "Its page for readers", lambda row: row.get_absolute_url(), "anyURI")
CHANGED = Column(
    "changed",
    "When anything that is printed of it last changed",
    lambda row: row.updated_at.isoformat(),
    "dateTime",
)
STANDING = Column(
    "standing", "On whose word it rests; empty if the source states it as a fact", lambda row: row.standing
)
DATE = Column("date", EDTF, lambda row: row.date)

# What a list has besides, after the columns of its table, where filters need explaining.
REASONS = (
    Column("reasons", "Why the filters list it, in words", reason_lines),
    Column(
        "reason_passages",
        "The sentences that say so: source/section/sentence",
        lambda row: list(dict.fromkeys(place for one in row.reasons.all for place in places(one))),
        several=True,
        to="passages",
    ),
)

PEOPLE = Table(
    "people",
    "Somebody of whom a source speaks.",
    (
        _slug("Names the person in addresses and in the other tables"),
        Column("name", "As the source spells it; empty if no source names them", lambda person: person.name),
        Column(
            "kind", "named, unnamed (shown and described, not named) or persona (online)", lambda person: person.kind
        ),
        Column("slide", "Place in the first gallery; empty if none", lambda person: person.slide, "integer"),
        Column("description", "A line under the name; of somebody unnamed, what is shown", lambda one: one.description),
        Column("summary", "A few sentences of our own", lambda person: person.summary),
        Column("aliases", "Other names", lambda person: [alias.name for alias in person.aliases.all()], several=True),
        Column("roles", "Posts, in words", lambda person: "\n".join(map(role_words, person.roles.all()))),
        Column(
            "allegations",
            "What is alleged, each allegation with what this person and others answer, in words",
            lambda person: "\n".join(map(allegation_words, person.allegations.all())),
        ),
        PASSAGES,
        CHANGED,
        ADDRESS,
    ),
)
APPEARANCES = Table(
    "appearances",
    "A place in a further gallery; that in the first is the person’s own slide.",
    (
        Column("source", "Which gallery", lambda one: one.source.slug, to="sources"),
        Column("slide", "Place in that gallery", lambda one: one.slide, "integer"),
        _person("Whom it shows"),
    ),
    key=("source", "slide"),
)
MEETINGS = Table(
    "meetings",
    "An occasion on which people were in contact, whatever the means; a hearing counts as no contact.",
    (
        _slug("Names the meeting in addresses and in the other tables"),
        Column("title", "Who met", lambda meeting: meeting.title),
        Column("kind", "How they were in contact", lambda meeting: meeting.kind),
        DATE,
        Column("place", "Where; empty if not given", lambda meeting: meeting.place),
        Column("times", "How often, where the source counts", lambda meeting: meeting.times, "integer"),
        Column("summary", "What the source says of it, in our own words", lambda meeting: meeting.summary),
        STANDING,
        Column(
            "organisation",
            "The body that held it",
            lambda meeting: meeting.organisation.slug if meeting.organisation else None,
            to="organisations",
        ),
        Column(
            "people",
            "Those who took part",
            lambda meeting: [person.slug for person in meeting.participants],
            several=True,
            to="people",
        ),
        PASSAGES,
        CHANGED,
        ADDRESS,
    ),
)
ALLEGATIONS = Table(
    "allegations",
    "Something said against one or more people, with every answer to it.",
    (
        _slug("Names the allegation in addresses and in the other tables"),
        Column("title", "What it is about", lambda allegation: allegation.title),
        Column("claim", "What is said, in our own words", lambda allegation: allegation.claim),
        Column("said_by", "Who says it, as far as the source tells", lambda allegation: allegation.said_by),
        Column("standing", "On whose word it rests", lambda allegation: allegation.standing),
        Column(
            "answers",
            "What each subject answers, in words, or that no reply of theirs is recorded",
            lambda allegation: "\n".join(answers(allegation)),
        ),
        Column("outcomes", "What became of it, in words", lambda allegation: "\n".join(outcomes(allegation))),
        Column(
            "subjects",
            "Those against whom it is said",
            lambda allegation: [subject.slug for subject in allegation.subjects.all()],
            several=True,
            to="people",
        ),
        PASSAGES,
        CHANGED,
        ADDRESS,
    ),
)
ORGANISATIONS = Table(
    "organisations",
    "A campaign, government body, company, party or outlet.",
    (
        _slug("Names the organisation in addresses and in the other tables"),
        Column("name", "As the source calls it", lambda organisation: organisation.name),
        Column("kind", "What kind of body it is", lambda organisation: organisation.kind),
        CHANGED,
        ADDRESS,
    ),
)
SOURCES = Table(
    "sources",
    "A published document on which entries rest.",
    (
        _slug("Names the source in addresses and in the other tables"),
        Column("title", "As published, or a description if it has none", lambda source: source.title),
        Column("gallery_title", "The title of its gallery, as published", lambda source: source.gallery_title),
        Column("publisher", "Empty if the document doesn't name it", lambda source: source.publisher),
        Column("kind", "What kind of document it is", lambda source: source.kind),
        DATE,
        Column("covers_until", f"The latest date that it gives. {EDTF}", lambda source: source.covers_until),
        Column("rights", "What may be shown of its text", lambda source: source.rights),
        Column("original", "Where the document can be read", lambda source: source.url),
        Column("archived", "Where a copy of it is kept for good", lambda source: source.archived_url),
        Column(
            "read_on",
            "The day on which the copy was read",
            lambda source: source.read_on.isoformat() if source.read_on else "",
            "date",
        ),
        CHANGED,
        ADDRESS,
    ),
)
PASSAGES_TABLE = Table(
    "passages",
    "A sentence of a source.",
    (
        Column("passage", "Names the sentence: source/section/sentence", str),
        Column("source", "The document", lambda passage: passage.source.slug, to="sources"),
        Column("section", "The part of the document", lambda passage: passage.section),
        Column("sentence", "Its number there; 0 is a heading", lambda passage: passage.sentence, "integer"),
        Column("position", "Its place in the document", lambda passage: passage.position, "integer"),
        Column("digest", "SHA-256 of the normalised sentence", lambda passage: passage.digest),
        Column("length", "Code points of the normalised sentence", lambda passage: passage.length, "integer"),
        Column("opening", "How it begins; all of a heading", lambda passage: passage.opening),
        Column("reason", "Why nothing rests on it, if nothing does", lambda passage: passage.reason),
        ADDRESS,
    ),
    key=("passage",),
)
ALIASES = Table(
    "aliases",
    "Another name that a source uses for a person.",
    (_slug("Names the entry"), _person("Whose name it is"), Column("name", "The name", str), PASSAGES, CHANGED),
)
ROLES = Table(
    "roles",
    "A post that a person held or, where its tenure says so, was only proposed for.",
    (
        _slug("Names the entry"),
        _person("Who held it"),
        Column("title", "The post", lambda role: role.title),
        Column("category", "What kind of post it is; empty if the source leaves it open", lambda role: role.category),
        Column(
            "organisation",
            "Where; empty if not given",
            lambda role: role.organisation.slug if role.organisation else None,
            to="organisations",
        ),
        Column("start", EDTF, lambda role: role.start),
        Column("end", EDTF, lambda role: role.end),
        Column("tenure", "former, current or only proposed, where the source says so", lambda role: role.tenure),
        PASSAGES,
        CHANGED,
    ),
)
PARTICIPATIONS = Table(
    "participations",
    "A person in a meeting.",
    (
        Column("meeting", "Which meeting", lambda one: one.meeting.slug, to="meetings"),
        _person("Who took part"),
        Column("capacity", "As what", lambda one: one.capacity),
    ),
    key=("meeting", "person"),
)
TIES = Table(
    "ties",
    "A relation of one person to another that is no meeting; it reads from the first to the second.",
    (
        _slug("Names the entry"),
        Column("kind", "What relation it is", lambda tie: tie.kind),
        Column("from_person", "The first", lambda tie: tie.from_person.slug, to="people"),
        Column("to_person", "The second", lambda tie: tie.to_person.slug, to="people"),
        Column("summary", "What the source says of it, in our own words", lambda tie: tie.summary),
        STANDING,
        PASSAGES,
        CHANGED,
    ),
)
SUBJECTS = Table(
    "subjects",
    "A person against whom an allegation is made.",
    (
        Column("allegation", "Which allegation", lambda row: row[0].slug, to="allegations"),
        Column("person", "Against whom", lambda row: row[1].slug, to="people"),
        Column(
            "answer",
            "What this person answers, in words; empty if no reply of theirs is recorded",
            lambda row: "\n".join(map(answer_words, row[2])),
        ),
    ),
    key=("allegation", "person"),
)
RESPONSES = Table(
    "responses",
    "What a subject answers to an allegation.",
    (
        _slug("Names the entry"),
        Column("allegation", "To which allegation", lambda response: response.allegation.slug, to="allegations"),
        _person("Who answers"),
        Column("stance", "How: denies, disputes, declined-to-comment and so on", lambda response: response.stance),
        Column("summary", "What is answered, in our own words", lambda response: response.summary),
        Column("quote", "Words that the source quotes", lambda response: response.quote),
        PASSAGES,
        CHANGED,
    ),
)
OUTCOMES = Table(
    "outcomes",
    "What became of an allegation.",
    (
        _slug("Names the entry"),
        Column("allegation", "Of which allegation", lambda outcome: outcome.allegation.slug, to="allegations"),
        Column("kind", "What happened, such as charged or dropped", lambda outcome: outcome.kind),
        Column("summary", "What happened, in our own words", lambda outcome: outcome.summary),
        DATE,
        PASSAGES,
        CHANGED,
    ),
)
STATEMENTS = Table(
    "statements",
    "Any other thing that the source says of one or more people.",
    (
        _slug("Names the entry"),
        _person("Of whom"),
        Column(
            "others",
            "Of whom else",
            lambda statement: [person.slug for person in statement.others.all()],
            several=True,
            to="people",
        ),
        Column("summary", "What is said, in our own words", lambda statement: statement.summary),
        DATE,
        STANDING,
        PASSAGES,
        CHANGED,
    ),
)
