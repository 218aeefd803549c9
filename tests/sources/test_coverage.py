from pathlib import Path

import pytest
from django.db import connection
from django.db.models import QuerySet
from django.test.utils import CaptureQueriesContext

from people.models import Passage, Person, Response, Role, Source, Statement
from people.seeding import seed
from people.sources.coverage import Coverage, CoverageLine, coverage
from people.sources.parser import parse_document
from people.vocabulary import Status
from tests.factories import make_passage, make_person, make_role, make_source, make_statement
from tests.seed import make_seed
from tests.sources import ARTICLE

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def source(tmp_path: Path) -> Source:
    seed(make_seed(tmp_path))
    return Source.objects.get(slug="pier")


def covered(source: Source, old: str = "", new: str = "") -> Coverage:
    """Return the coverage of the article, with a part replaced."""
    text = ARTICLE.read_text()
    assert old in text
    return coverage(parse_document(text.replace(old, new) if old else text), source)


def line_at(address: str, found: Coverage) -> CoverageLine:
    return next(line for line in found.lines if line.address == address)


def passage_at(section: str, sentence: int) -> Passage:
    return Passage.objects.get(section=section, sentence=sentence)


def test_coverage_finds_nothing_wrong_with_a_complete_seed(source: Source) -> None:
    assert covered(source).problems == []


def test_coverage_lists_each_sentence_in_order(source: Source) -> None:
    found = covered(source)
    sentences = list(parse_document(ARTICLE.read_text()).sentences)
    assert [line.sentence for line in found.lines] == sentences


def test_coverage_counts_sentences(source: Source) -> None:
    assert covered(source).figures == {"sources of entries": 9, "with a reason": 40, "unaccounted for": 0}


def test_coverage_counts_entries_once(source: Source) -> None:
    assert covered(source).entries == {
        "aliases": 1,
        "allegations": 1,
        "meetings": 1,
        "people": 5,
        "responses": 1,
        "roles": 2,
        "statements": 2,
        "ties": 1,
    }


def test_line_lists_what_rests_on_it(source: Source) -> None:
    found = covered(source)
    addresses = ("slide-5/2", "slide-5/3", "slide-6/2")
    assert [str(cited_by) for address in addresses for cited_by in line_at(address, found).cited_by] == [
        "person: Rufus Stell",
        "meeting: Two lunches of Ida Fenn with Rufus Stell",
        "allegation: Lunches left out of a report",
        "person: Heron 2.0",
        "alias: Heron 2.0, J.D. Moss",
        "tie: Ida Fenn worked with Heron 2.0",
        "role: Piers Dunmore, Aide",
        "statement: Piers Dunmore, Resigned once he had laughed at the treasurer.",
    ]


def test_line_gives_its_reason(source: Source) -> None:
    found = covered(source)
    line = line_at("slide-6/4", found)
    assert (line.reason, line.is_cited, line.problems) == ("photo credit", False, [])


def test_coverage_tells_a_changed_sentence(source: Source) -> None:
    found = covered(source, "laughing at the treasurer", "laughing at the mayor")
    assert found.problems == ["slide-6/2: the sentence differs from the one that the passage was made of (digest)"]


def test_coverage_overlooks_typography(source: Source) -> None:
    assert covered(source, 'wrote to "Heron 2.0" --', "wrote to  “Heron 2.0” --").problems == []


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("surveyor", "sur\u00adveyor\u200b"),
        (" -- ", "—"),
        (" — ", " -- "),
        ("2.0", "2\u2060.0"),
        ("met ", "met\u2028"),
    ],
)
def test_coverage_overlooks_what_copying_changes(source: Source, old: str, new: str) -> None:
    assert covered(source, old, new).problems == []


def test_coverage_tells_opening_words_of_another_sentence(source: Source) -> None:
    Passage.objects.filter(section="slide-5", sentence=2).update(opening="She had dinner")
    assert covered(source).problems == ["slide-5/2: it doesn't begin with its opening words, “She had dinner”"]


@pytest.mark.parametrize(
    ("place", "opening"),
    [("slide-6/2", "Dunmore gave up his post after laughing"), ("paragraph-6/1", "Vane shrugged.")],
    ids=["seven-words", "whole"],
)
def test_coverage_tells_opening_words_that_show_too_much(source: Source, place: str, opening: str) -> None:
    section, _, sentence = place.partition("/")
    Passage.objects.filter(section=section, sentence=sentence).update(opening=opening)
    assert covered(source).problems == [f"{place}: its opening words are more than may be shown of a sentence"]


def test_coverage_tells_a_removed_sentence_and_what_cites_it(source: Source) -> None:
    found = covered(source, " She calls the letters ‘plain routine.”", "")
    assert found.problems == [
        (
            "slide-5/4: the document has no such sentence; it is cited by "
            "response: Ida Fenn explains: Lunches left out of a report"
        )
    ]


def test_coverage_tells_an_added_sentence(source: Source) -> None:
    found = covered(source, "in the 1990s.", "in the 1990s. He swam.")
    assert found.problems[0] == "slide-6/4: the sentence differs from the one that the passage was made of (digest)"
    assert found.problems[-1] == "slide-6/5: the database has no passage for this sentence"
    assert found.figures["unaccounted for"] == 1


def test_coverage_tells_a_passage_that_is_nowhere(source: Source) -> None:
    make_passage(source, "slide-12", 3)
    assert covered(source).problems == ["slide-12/3: the document has no such sentence"]


def test_coverage_tells_a_sentence_unaccounted_for(source: Source) -> None:
    Role.objects.get(slug="ida-fenn-adviser").delete()
    found = covered(source)
    assert found.problems == ["slide-5/1: nothing that readers see rests on it, and no reason is given"]
    assert found.figures["unaccounted for"] == 1


def test_coverage_does_not_count_drafts(source: Source) -> None:
    Role.objects.filter(slug="ida-fenn-adviser").update(status=Status.DRAFT)
    found = covered(source)
    assert [str(cited_by) for cited_by in line_at("slide-5/1", found).cited_by] == [
        "draft role: Ida Fenn, Adviser, Council of Port Ellery"
    ]
    assert found.problems == ["slide-5/1: nothing that readers see rests on it, and no reason is given"]
    assert found.entries["draft roles"] == 1


def test_coverage_does_not_count_entries_of_hidden_people(source: Source) -> None:
    QuerySet(Person).filter(slug="piers-dunmore").update(status=Status.DRAFT)
    found = covered(source)
    assert [str(cited_by) for cited_by in line_at("slide-6/0", found).cited_by] == [
        "draft person: Piers Dunmore",
        "hidden role: Piers Dunmore, Aide",
    ]


def test_coverage_tells_a_reason_beside_an_entry(source: Source) -> None:
    Passage.objects.filter(section="slide-5", sentence=1).update(reason="states no fact")
    assert covered(source).problems == ["slide-5/1: something rests on it, and a reason says why nothing does"]


def test_coverage_tells_copied_words(source: Source) -> None:
    Statement.objects.filter(slug="dunmore-pier").update(
        summary="It is true that he lived above the pier in the 1990s."
    )
    Person.objects.filter(slug="ida-fenn").update(summary="Ida Fenn of Elmbrook joined the council as an adviser.")
    assert sorted(covered(source).problems) == [
        "person ida-fenn: summary copies the document: ida fenn of elmbrook joined the council as an adviser",
        "statement dunmore-pier: summary copies the document: he lived above the pier in the 1990s",
    ]


def test_coverage_tells_copied_words_of_drafts_and_reasons(source: Source) -> None:
    words = "a programme of the town's radio station. She met its reporter"
    Passage.objects.filter(section="paragraph-2", sentence=1).update(reason=words)
    make_statement(Person.objects.get(slug="ida-fenn"), summary=words, slug="draft", published=False, sourced=False)
    run = "a programme of the towns radio station she met its reporter"
    assert sorted(covered(source).problems) == [
        f"passage pier/paragraph-2/1: reason copies the document: {run}",
        f"statement draft: summary copies the document: {run}",
    ]


def test_coverage_allows_short_quotations(source: Source) -> None:
    Statement.objects.filter(slug="dunmore-pier").update(summary="It says “he lived above the pier in the 1990s”.")
    assert covered(source).problems == []


def test_coverage_takes_an_answers_quote_for_a_quotation(source: Source) -> None:
    response = Response.objects.get(slug="fenn-explains")
    response.passages.add(passage_at("slide-5", 1))
    Response.objects.update(quote="Ida Fenn of Elmbrook joined the council as an adviser in February 2014")
    assert covered(source).problems == []


def test_coverage_tells_words_that_the_cited_sentences_do_not_have(source: Source) -> None:
    Response.objects.update(quote="routine and plain")
    assert covered(source).problems == [
        "response fenn-explains: the sentences that it cites don't have the words “routine and plain”"
    ]


def test_coverage_does_not_look_for_words_of_another_source(source: Source) -> None:
    response = Response.objects.get(slug="fenn-explains")
    response.passages.add(make_passage(make_source("Another"), "slide-1"))
    Response.objects.update(quote="routine and plain")
    assert covered(source).problems == []


def test_coverage_keeps_sources_apart(source: Source) -> None:
    other = make_source("Another")
    statement = make_statement(Person.objects.get(slug="ida-fenn"), passages=[make_passage(other, "slide-5", 1)])
    found = covered(source)
    assert statement not in [cited_by.entry for line in found.lines for cited_by in line.cited_by]
    assert found.problems == []


def test_coverage_takes_no_more_queries_for_more_entries(source: Source) -> None:
    with CaptureQueriesContext(connection) as few:
        covered(source)
    for number in range(3):
        person = make_person(f"Ann {number}", passages=[passage_at("slide-5", 1)])
        make_role(person, passages=[passage_at("slide-5", 2)])
        make_statement(person, passages=[passage_at("slide-5", 2)])
    with CaptureQueriesContext(connection) as many:
        covered(source)
    assert len(many) == len(few)
