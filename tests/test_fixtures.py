"""What the project ships as facts: the answers to the main questions, and the editorial rules."""

import re
from typing import Any

from django.core.management import call_command
from django.http import QueryDict
from django.test import TestCase

from people.filters import PersonFilter
from people.index import get_index
from people.models import (
    Alias,
    Allegation,
    Meeting,
    Organisation,
    Outcome,
    Passage,
    Person,
    Response,
    Role,
    Source,
    Sourced,
    Statement,
    Tie,
)
from people.models.allegation import MAX_QUOTED_WORDS
from people.network.full_graph import load_full_graph
from people.prose import named_in
from people.querysets.mentions import load_mentions
from people.sources.sentences import split_sentences
from people.text import MAX_OPENING_WORDS
from tests.facts import CAMPAIGN

SOURCED: list[type[Sourced]] = [Person, Alias, Role, Meeting, Tie, Allegation, Response, Outcome, Statement]
TEXTS = {
    Person: ["description", "summary"],
    Meeting: ["title", "summary"],
    Tie: ["summary"],
    Allegation: ["title", "claim", "said_by"],
    Response: ["summary"],
    Outcome: ["summary"],
    Statement: ["summary"],
}
QUOTATION = re.compile("“([^”]*)”")
ANSWERS = {
    "contact=sergey-kislyak": ["Jeff Sessions", "Michael Flynn", "J.D. Gordon"],
    "contact=sergey-kislyak&role=campaign": ["Jeff Sessions", "J.D. Gordon"],
    "contact=sergey-kislyak&role=transition": [],
    "contact=sergey-kislyak&contact_kind=in-person": ["Michael Flynn", "J.D. Gordon"],
    "contact=sergey-kislyak&contact_kind=conversation": ["Jeff Sessions", "Michael Flynn"],
    "contact=sergey-kislyak&allegations=unanswered": ["Michael Flynn"],
    "reply=denied-at-first": ["Michael Flynn"],
    "reply=denies": ["J.D. Gordon", "Michael Caputo", "Vladimir Putin"],
    "contact_kind=dinner": ["Michael Flynn", "Vladimir Putin"],
    "contact_kind=message": ["Roger Stone", "Guccifer 2.0"],
    "role=transition": ["Unnamed head of the transition team (slide 4)"],
    "role=campaign": CAMPAIGN,
    "title=foreign-policy-adviser": ["Jeff Sessions", "Carter Page", "George Papadopoulos"],
    "organisation=kgb": ["Vladimir Putin"],
}
# A post in the campaign joins nobody to the candidate, unless they ran it or the sentence calls them his.
JOINED = {
    "carter-page": [],
    "donald-trump": [
        "corey-lewandowski",
        "jeff-sessions",
        "michael-flynn",
        "paul-manafort",
        "rhona-graff",
        "robert-mueller",
        "roger-stone",
        "tom-barrack",
        "vladimir-putin",
    ],
    "fetullah-gulen": ["r-james-woolsey"],
    "hillary-clinton": ["roger-stone"],
    "jd-gordon": ["sergey-kislyak"],
    "michael-caputo": ["boris-yeltsin", "corey-lewandowski", "vladimir-putin"],
    "michael-flynn": [
        "donald-trump",
        "mike-pence",
        "r-james-woolsey",
        "sergey-kislyak",
        "slide-3",
        "slide-4",
        "vladimir-putin",
    ],
    "robert-mueller": ["donald-trump", "r-james-woolsey"],
    "sam-clovis": ["george-papadopoulos"],
}


def names(query: str) -> list[str]:
    filters = PersonFilter(QueryDict(query))
    assert filters.is_valid(), filters.problems
    return [str(person) for person in Person.public.in_order(filters.ids[:])]


def family_name(person: Person) -> str:
    return person.sort_name.partition(",")[0]


class TestFixtures(TestCase):
    @classmethod
    def setUpTestData(cls) -> None:
        call_command("seed", verbosity=0)

    def test_hold_the_gallery_in_its_order(self) -> None:
        assert [f"{slide} {name}" for slide, name in enumerate(names("appears=gallery"), 1)] == [
            "1 Tom Barrack",
            "2 R. James Woolsey",
            "3 Unnamed White House adviser (slide 3)",
            "4 Unnamed head of the transition team (slide 4)",
            "5 Jeff Sessions",
            "6 Paul Manafort",
            "7 Michael Flynn",
            "8 Donald Trump",
            "9 Sam Clovis",
            "10 Roger Stone",
            "11 Carter Page",
            "12 J.D. Gordon",
            "13 Michael Caputo",
            "14 Stephen Miller",
            "15 Jason Miller",
            "16 Sean Spicer",
            "17 Eric Trump",
            "18 Donald Trump Jr.",
            "19 Ivanka Trump",
            "20 Jared Kushner",
            "21 Rhona Graff",
            "22 Hope Hicks",
            "23 Corey Lewandowski",
            "24 Mike Pence",
            "25 Katrina Pierson",
            "26 K.T. McFarland",
            "27 Anthony Scaramucci",
        ]

    def test_hold_those_only_mentioned(self) -> None:
        assert names("appears=mentioned") == [
            "Hillary Clinton",
            "James Comey",
            "Guccifer 2.0",
            "Fetullah Gulen",
            "Megyn Kelly",
            "Sergey Kislyak",
            "Robert Mueller",
            "George Papadopoulos",
            "Vladimir Putin",
            "Viktor Yanukovich",
            "Boris Yeltsin",
        ]

    def test_link_whom_their_prose_names(self) -> None:
        everybody: list[Any] = [*Person.public.all(), *Organisation.public.all()]
        written = [name for one in everybody for name in one.written_names()]
        allegations = list(Allegation.public.for_list())
        entries: list[Any] = [
            *Meeting.public.for_list(),
            *Tie.public.for_citing(),
            *Statement.public.for_citing(),
            *allegations,
        ]
        load_mentions(entries)
        told = [(one, getattr(one, name)) for one in entries for name in TEXTS[type(one)] if name != "title"]
        told += [(one, reply.summary) for one in allegations for reply in one.responses.all()]
        unlinked = [
            f"{entry}: {text[place.start : place.end]}"
            for entry, text in told
            for place in named_in(text, written)
            if place.target and place.target not in {name.target for name in entry.prose_names}
        ]
        assert unlinked == []

    def test_answer_the_main_questions(self) -> None:
        assert {query: names(query) for query in ANSWERS} == ANSWERS

    def test_join_whom_a_sentence_joins(self) -> None:
        graph, slugs = load_full_graph(), dict(Person.public.values_list("pk", "slug"))
        joined = {slug: sorted(slugs[one] for one in graph.neighbours(key)) for key, slug in slugs.items()}
        assert {slug: others for slug, others in joined.items() if slug in JOINED} == JOINED

    def test_say_nothing_more_of_six_people(self) -> None:
        silent = [
            str(person)
            for person in Person.public.for_profile().in_order(get_index().page(get_index().everything)[:])
            if not any(
                (
                    person.summary,
                    person.roles.all(),
                    person.meetings.all(),
                    person.ties_from.all(),
                    person.ties_to.all(),
                    person.allegations.all(),
                    person.all_statements,
                )
            )
        ]
        assert silent == [
            "Jason Miller",
            "Eric Trump",
            "Donald Trump Jr.",
            "Ivanka Trump",
            "Katrina Pierson",
            "K.T. McFarland",
        ]

    def test_are_published_and_sourced(self) -> None:
        hidden = {model.__name__: model._default_manager.count() - model.public.count() for model in SOURCED}
        assert hidden == dict.fromkeys(hidden, 0)

    def test_account_for_each_sentence_once(self) -> None:
        """Either something rests on a sentence, or it has a reason why not."""
        doubtful = [
            str(passage)
            for passage in Passage.objects.with_cited_by()
            if bool(passage.reason) == any(getattr(passage, f"{model._meta.model_name}_set").all() for model in SOURCED)
        ]
        assert (doubtful, Passage.objects.count()) == ([], 111)

    def test_ship_no_text_of_the_source(self) -> None:
        assert list(Passage.objects.exclude(text="")) == []
        assert set(Source.objects.values_list("rights", flat=True)) == {"short-quotation"}

    def test_show_no_more_of_a_sentence_than_its_opening_words(self) -> None:
        shown = [one for one in Passage.objects.exclude(opening="") if not one.is_heading]
        assert len(shown) > 0
        assert [str(one) for one in shown if len(one.opening.split()) > MAX_OPENING_WORDS] == []

    def test_quote_fifteen_words_at_most(self) -> None:
        texts = [
            text
            for model, fields in TEXTS.items()
            for row in model._default_manager.values_list(*fields)
            for text in row
        ]
        quotations = [quotation for text in texts for quotation in QUOTATION.findall(text)]
        quotations += Response.objects.exclude(quote="").values_list("quote", flat=True)
        assert quotations
        assert [quotation for quotation in quotations if len(quotation.split()) > MAX_QUOTED_WORDS] == []

    def test_have_replies_that_stand_alone(self) -> None:
        """Each is one sentence with whoever replies as its subject."""
        replies = [(one.summary, family_name(one.person)) for one in Response.objects.all()]
        assert [reply for reply in replies if len(split_sentences(reply[0])) != 1 or reply[0][-1] != "."] == []
        assert [reply for reply in replies if reply[0].split()[0] in ("That", "By")] == []
        assert [reply for reply in replies if not reply[0].startswith(f"{reply[1]} ")] == []

    def test_name_the_subject_first_in_each_claim(self) -> None:
        claims = [(one.claim, tuple(map(str, one.subjects.all()))) for one in Allegation.objects.all()]
        assert len(claims) > 0
        assert [claim for claim, subjects in claims if not claim.startswith(subjects)] == []

    def test_name_the_subjects_in_titles_of_allegations(self) -> None:
        titles = [
            (one.title, family_name(subject)) for one in Allegation.objects.all() for subject in one.subjects.all()
        ]
        assert len(titles) >= Allegation.objects.count() > 0
        assert [title for title in titles if title[1] not in title[0].partition(":")[0]] == []

    def test_name_everybody_in_statements_about_several(self) -> None:
        several = [one for one in Statement.objects.prefetch_related("others") if one.others.all()]
        assert len(several) > 0
        named = [(one.slug, person) for one in several for person in one.people if person.is_named]
        summaries = {one.slug: one.summary for one in several}
        assert [(slug, str(person)) for slug, person in named if person.name not in summaries[slug]] == []

    def test_tell_what_became_of_an_allegation(self) -> None:
        assert [(str(one), one.summary) for one in Outcome.public.all()] == [
            (
                "Plea deal: George Papadopoulos: charges of lying to the FBI, and a plea deal",
                "Papadopoulos made a plea deal on the charges.",
            )
        ]

    def test_mark_the_years_that_the_gallery_leaves_to_be_inferred(self) -> None:
        dated: list[Any] = [*Meeting.objects.all(), *Statement.objects.all(), *Role.objects.all()]
        inferred = [(str(entry), entry.when) for entry in dated if "inferred" in entry.when]
        assert sorted(inferred) == [
            ("Flynn meets Kislyak", "December 2016 (year inferred)"),
            ("Flynn speaks with Kislyak", "December 2016 (year inferred)"),
            ("Gordon meets Kislyak at the Republican convention", "July 2016 (year inferred)"),
            ("National security adviser, White House", "until February 2017 (year inferred)"),
            ("Resigned as national security adviser.", "February 2017 (year inferred)"),
        ]
