import json
from typing import Any

import pytest
import rdflib
from rdflib.namespace import RDF, SDO

from people.exports.jsonld import embedded, profile_document
from people.models import Person, Response, Source
from tests.exports.world import CHANGED, SITE, WHEN

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("world")]

ONE = {"@type": "CreativeWork", "@id": f"{SITE}/sources/diary/#s1-1", "name": "Slide 1, sentence 1 of Diary"}
TWO = {"@type": "CreativeWork", "@id": f"{SITE}/sources/diary/#s1-2", "name": "Slide 1, sentence 2 of Diary"}
ANN = {"@type": "Person", "@id": f"{SITE}/people/ann/#person", "name": "Ann Bee"}
BOB = {"@type": "Person", "@id": f"{SITE}/people/bob/#person", "name": "Bob Cee"}


def profile(slug: str) -> Person:
    return Person.public.for_profile().get(slug=slug)


def document(slug: str = "ann") -> dict[str, Any]:
    return profile_document(profile(slug), SITE)


def about(address: str) -> dict[str, Any]:
    """Return what is said of Ann at that address."""
    told = document()["mainEntity"]["subjectOf"]
    return next(thing for thing in told if thing["@id"] == f"{SITE}{address}")


def test_profile_page_says_what_it_is_and_when_it_changed() -> None:
    page = document()
    entity = page.pop("mainEntity")
    assert page == {
        "@context": "https://schema.org",
        "@type": "ProfilePage",
        "@id": f"{SITE}/people/ann/",
        "url": f"{SITE}/people/ann/",
        "name": "Ann Bee",
        "inLanguage": "en-GB",
        "dateModified": WHEN,
        "isPartOf": {"@type": "WebSite", "@id": f"{SITE}/", "name": "Probe"},
        "citation": [ONE, TWO],
        "isBasedOn": [
            {
                "@type": "NewsArticle",
                "@id": f"{SITE}/sources/diary/#document",
                "name": "Diary",
                "datePublished": "2016",
                "url": "https://diary.example/",
            }
        ],
    }
    texts = {"alternateName": ["Annie"], "disambiguatingDescription": "Adviser", "description": "Advised."}
    assert {key: value for key, value in entity.items() if key not in ("memberOf", "subjectOf")} == ANN | texts


def test_profile_page_says_what_is_known_of_its_sources() -> None:
    known = {"gallery_title": "Key people", "publisher": "A paper", "covers_until": "2017-12", "kind": "report"}
    Source.objects.filter(slug="diary").update(archived_url="https://archive.example/", url="", date="", **known)
    assert document()["isBasedOn"] == [
        {
            "@type": "CreativeWork",
            "@id": f"{SITE}/sources/diary/#document",
            "name": "Diary",
            "publisher": {"@type": "Organization", "name": "A paper"},
            "temporalCoverage": "../2017-12",
            "archivedAt": "https://archive.example/",
            "hasPart": {"@type": "ImageGallery", "name": "Key people"},
        }
    ]


def test_role_stands_between_person_and_organisation() -> None:
    assert document()["mainEntity"]["memberOf"] == [
        {
            "@type": "OrganizationRole",
            "@id": f"{SITE}/people/ann/#role-ann-adviser",
            "roleName": "Adviser",
            "startDate": "2016-03",
            "endDate": "2016-08",
            "description": "March to August 2016",
            "memberOf": {
                "@type": "Organization",
                "@id": f"{SITE}/organisations/campaign/",
                "name": "The campaign",
            },
            "subjectOf": [ONE],
        }
    ]


def test_role_says_that_it_was_only_proposed() -> None:
    assert [role["roleName"] for role in document("bob")["mainEntity"]["memberOf"]] == ["Director (proposed)"]


def test_role_without_organisation_is_an_occupation() -> None:
    assert document("bob")["mainEntity"]["hasOccupation"] == [
        {
            "@type": "Role",
            "@id": f"{SITE}/people/bob/#role-bob-banker",
            "roleName": "Banker",
            "description": "from the 1990s",
            "hasOccupation": {"@type": "Occupation", "name": "Banker"},
            "subjectOf": [TWO],
        }
    ]


def test_meeting_is_an_event_with_its_date_as_exact_as_given() -> None:
    assert about("/meetings/talk/") == {
        "@type": "Event",
        "@id": f"{SITE}/meetings/talk/",
        "name": "Ann meets Bob",
        "description": "They talked.",
        "disambiguatingDescription": "In person, 2 times, Reported, December 2016 (year inferred)",
        "startDate": "2016-12",
        "location": {"@type": "Place", "name": "London"},
        "attendee": [ANN, BOB],
        "subjectOf": [ONE],
    }


def test_allegation_is_a_claim_with_every_answer() -> None:
    assert about("/allegations/claim/") == {
        "@type": "Claim",
        "@id": f"{SITE}/allegations/claim/",
        "name": "The claim",
        "text": "Something happened. Dropped: Ann Bee was cleared. (2018)",
        "description": "Alleged. Said by: A witness",
        "about": [ANN, BOB],
        "appearance": [TWO],
        "comment": [
            {
                "@type": "Comment",
                "author": ANN,
                "text": "Ann Bee denies: Nothing happened. “not at all”",
                "citation": [ONE],
            }
        ],
    }


def test_tie_and_statement_are_claims_of_the_source() -> None:
    assert about("/people/ann/#tie-ann-bob")["text"] == "Ann spoke for Bob."
    assert about("/people/ann/#statement-york")["text"] == "Lived in York. (in the 1990s)"


@pytest.mark.filterwarnings("ignore:ConjunctiveGraph is deprecated:DeprecationWarning")
@pytest.mark.parametrize("slug", ["ann", "bob", "slide-3"])
def test_profile_speaks_schema_org_and_publishes_no_verdict(slug: str) -> None:
    """rdflib knows every term of schema.org, of which the context would have to be fetched."""
    page = document(slug) | {"@context": {"@vocab": str(SDO)}}
    graph = rdflib.Graph().parse(data=json.dumps(page), format="json-ld")
    classes = {str(one).removeprefix(str(SDO)) for one in graph.objects(None, RDF.type)}
    terms = {str(one).removeprefix(str(SDO)) for one in graph.predicates() if one != RDF.type}
    assert [term for term in sorted(classes | terms) if term not in SDO] == []
    assert not classes & {"ClaimReview", "Review", "Rating"}


def test_document_says_when_anything_on_the_page_last_changed() -> None:
    Response.objects.filter(slug="denial").update(updated_at=CHANGED.replace(year=2018))
    modified = [profile_document(profile(slug), SITE)["dateModified"] for slug in ("bob", "slide-3")]
    assert modified == ["2018-03-04T05:06:07+00:00", WHEN]


def test_embedded_document_can_not_end_the_element_it_stands_in() -> None:
    text = embedded({"name": "</script><!-- & \u2028"})
    assert text == '{"name": "\\u003c/script\\u003e\\u003c!-- \\u0026 \\u2028"}'
    assert json.loads(text) == {"name": "</script><!-- & \u2028"}
