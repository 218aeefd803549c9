"""The timeline as the server sends it."""

from typing import Any

import pytest
from django.test import Client

from tests.factories import make_meeting, make_organisation, make_passage, make_person, make_role, make_statement
from tests.views.document import Document, get

pytestmark = pytest.mark.django_db


def rows(page: Document) -> list[str]:
    """The rows of the tables, each cell's text after the other."""
    return [row for row in page.texts("tr") if not row.startswith("When")]


@pytest.fixture
def people() -> None:
    """Ann, an adviser from March 2016, who met Bob in an inferred December; a hearing of Bob, and what has no date."""
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    cited: dict[str, Any] = {"passages": [make_passage(section="slide-5")]}
    make_role(ann, organisation=make_organisation("The bank"), category="business", start="2016-03", **cited)
    make_meeting(ann, bob, title="Lunch", date="2016?-12", standing="reported", **cited)
    make_meeting(bob, kind="hearing", title="Hearing of Cee", date="2017-02-03", **cited)
    make_statement(bob, "Lived abroad.", **cited)


def make_rows(number: int) -> None:
    for place in range(number):
        ann = make_person(f"Ann {place}")
        make_role(ann, f"Adviser {place}", organisation=make_organisation(f"Office {place}"), start="2016")
        make_meeting(ann, make_person(f"Bob {place}"), date="2016-03")
        make_meeting(ann, kind="hearing", title=f"Hearing {place}")
        make_statement(ann, f"Resigned {place}.", date="199X")


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"), [("/timeline/", 11), ("/timeline/?kind=role&category=campaign&from=2016", 4)]
)
def test_timeline_takes_as_many_queries_whatever_it_shows(
    client: Client, django_assert_num_queries: Any, address: str, *, queries: int, number: int
) -> None:
    make_rows(number)
    client.get(address)  # which loads the index
    with django_assert_num_queries(queries):
        client.get(address)


@pytest.mark.usefixtures("people")
def test_tables_tell_when_what_and_who_with_the_source(client: Client) -> None:
    page = get(client, "/timeline/")
    source = "5·1 Slide 5, sentence 1 of The source"
    assert (page.texts("h2", id="count"), rows(page)) == (
        ["4 entries"],
        [
            f"from March 2016 Role Adviser, The bank Ann Bee {source}",
            f"December 2016 (year inferred) Meeting Lunch Reported Ann Bee and Bob Cee {source}",
            f"3 February 2017 Hearing Hearing of Cee Bob Cee {source}",
            f"date not given Statement Lived abroad. Bob Cee {source}",
        ],
    )


@pytest.mark.usefixtures("people")
def test_drawing_says_of_each_dated_entry_what_and_when_and_leads_to_it(client: Client) -> None:
    page = get(client, "/timeline/")
    links = [link for link in page.where("a") if "aria-label" in link.attributes and "only" not in link.classes]
    titles = page.texts("title")[1:]
    named = [link.attributes["aria-label"] for link in links]
    assert named == titles
    assert dict(zip(named, (link.attributes["href"] for link in links), strict=True)) == {
        "Ann Bee: Adviser, The bank, from March 2016": "/people/ann-bee/#role-ann-bee-adviser",
        "Lunch, December 2016 (year inferred)": "/meetings/lunch/",
        "Hearing of Cee, 3 February 2017": "/meetings/hearing-of-cee/",
    }


@pytest.mark.usefixtures("people")
def test_drawing_has_bands_and_months_and_a_legend(client: Client) -> None:
    page = get(client, "/timeline/")
    assert (page.texts("text", "band"), page.texts("text", "year"), len(page.texts("text", "month"))) == (
        ["Roles", "Meetings", "Hearings"],
        ["2016", "2017"],
        24,
    )
    assert page.texts("ul", "legend") == ["Sure As long as the date is uncertain Beginning or end not given Business"]


@pytest.mark.usefixtures("people")
def test_undated_entries_stand_beside_and_may_lie_in_the_period(client: Client) -> None:
    page = get(client, "/timeline/?to=2015")
    assert (page.texts("h3"), page.texts("svg", "timeline"), len(rows(page))) == (["Without a date"], [], 1)
    assert page.texts("section")[0].startswith(
        "Without a date The sources don’t say when, so this may or may not lie in the period asked for."
    )


@pytest.mark.usefixtures("people")
def test_period_and_choices_are_kept_in_the_form_and_the_chips(client: Client) -> None:
    page = get(client, "/timeline/?from=2016-03&kind=role")
    typed = [(box.attributes["name"], box.attributes["value"]) for box in page.where("input", type="text")]
    checked = [box.attributes["value"] for box in page.where("input", type="checkbox") if "checked" in box.attributes]
    assert (typed, checked, page.texts("a", "chip")) == (
        [("from", "2016-03"), ("to", "")],
        ["role"],
        # Beside the results, and on a phone beside the button that leads there.
        2 * ["Drop Kind: Role ×", "Drop From: “2016-03” ×"],
    )


@pytest.mark.usefixtures("people")
def test_timeline_of_nothing_says_which_filter_to_drop(client: Client) -> None:
    page = get(client, "/timeline/?kind=role&category=media")
    assert page.texts("ul", "drop") == [
        "Without “Kind: Role” Without “Category of role: Media” Without any filter",
    ]


def test_timeline_of_an_empty_site_is_a_page(client: Client) -> None:
    page = get(client, "/timeline/")
    assert (page.texts("h2", id="count"), page.texts("div", "empty")) == (["0 entries"], ["There are no entries yet."])


@pytest.mark.parametrize(
    ("query", "problems"),
    [
        ("from=spring", [("from", "“spring” is not a date that exists in EDTF; write for example 2016, 2016-03")]),
        ("to=2016-02-30", [("to", "“2016-02-30” is not a date that exists in EDTF; write for example 2016, 2016-03")]),
        ("from=2015/2016", [("from", "“2015/2016” is not a single date; write for example 2016, 2016-03")]),
        ("from=2017&to=2016", [("to", "“2016” lies before “2017”.")]),
        ("kind=war", [("kind", "“war” isn't one of the options.")]),
        ("page=9", [("page", "“9” is no page of this list.")]),
    ],
)
def test_what_means_nothing_is_refused_with_what_would_do(
    client: Client, query: str, problems: list[tuple[str, str]]
) -> None:
    page = get(client, f"/timeline/?{query}", 400)
    said = [section.text for section in page.where("section") if "problem-" in section.attributes["aria-labelledby"]]
    assert len(said) == len(problems)
    assert [one.startswith(f"{name} {message}") for one, (name, message) in zip(said, problems, strict=True)] == [True]


def test_renamed_person_redirects(client: Client) -> None:
    ann = make_person("Ann")
    ann.slug = "anne"
    ann.save()
    response = client.get("/timeline/?person=ann&kind=role")
    assert (response.status_code, response.headers["Location"]) == (301, "/timeline/?person=anne&kind=role")


def test_unknown_parameter_is_named(client: Client) -> None:
    assert get(client, "/timeline/?form=2016").texts("p", "notice") == ["“form” is no filter here, so it was left out."]


def test_long_timeline_has_pages_that_keep_the_filters(client: Client) -> None:
    ann = make_person("Ann")
    for place in range(101):
        make_statement(ann, f"{place}", date="2016")
    page = get(client, "/timeline/?from=2016&page=2")
    assert (page.texts("h2", id="count"), len(rows(page)), page.links()["Page 1"]) == (["101 entries"], 1, "?from=2016")
