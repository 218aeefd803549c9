"""The timeline as the server sends it."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from tests.factories import (
    make_meeting,
    make_organisation,
    make_passage,
    make_person,
    make_role,
    make_statement,
    rename,
)
from tests.views.document import get

pytestmark = pytest.mark.django_db


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
    ("address", "queries"), [("/timeline/", 11), ("/timeline/?kind=role&category=campaign&from=2016", 5)]
)
def test_timeline_takes_as_many_queries_whatever_it_shows(
    takes_queries: Callable[[str, int], None], address: str, *, queries: int, number: int
) -> None:
    make_rows(number)
    takes_queries(address, queries)


@pytest.mark.usefixtures("people")
def test_list_tells_when_what_and_who_with_the_source(client: Client) -> None:
    page = get(client, "/timeline/")
    source = "5·1 Slide 5, sentence 1"
    assert (page.texts("h2", id="count"), page.texts("h4"), page.texts("ul", "events")) == (
        ["4 entries, 3 with a date"],
        ["March 2016", "December 2016", "February 2017", "Other facts"],
        [
            f"Ann Bee: Adviser, The bank {source} Job Business from March 2016",
            f"Lunch {source} Meeting December 2016 (year inferred) Ann Bee and Bob Cee Reported",
            f"Hearing of Cee {source} Hearing 3 February 2017 Bob Cee",
            f"Bob Cee: Lived abroad. {source}",
        ],
    )


@pytest.mark.usefixtures("people")
def test_drawing_has_a_lane_for_each_person_and_says_of_each_entry_what_and_when(client: Client) -> None:
    page = get(client, "/timeline/")
    links = [
        (one.attributes["aria-label"], one.attributes["href"])
        for one in page.where("a")
        if "aria-label" in one.attributes and not {"only", "cite"} & {*one.classes}
    ]
    assert (page.texts("a", "who"), links, page.texts("title")[1:]) == (
        ["Ann Bee", "Bob Cee"],
        [
            ("Ann Bee: Adviser, The bank, from March 2016", "/people/ann-bee/#role-ann-bee-adviser"),
            ("Ann Bee: Lunch, December 2016 (year inferred)", "/meetings/lunch/"),
            ("Bob Cee: Lunch, December 2016 (year inferred)", "/meetings/lunch/"),
            ("Bob Cee: Hearing of Cee, 3 February 2017", "/meetings/hearing-of-cee/"),
        ],
        [label for label, _ in links],
    )


@pytest.mark.usefixtures("people")
def test_drawing_has_years_and_months_and_a_legend(client: Client) -> None:
    page = get(client, "/timeline/")
    assert (page.texts("text", "year"), len(page.texts("text", "month"))) == (["2016", "2017"], 24)
    assert page.texts("ul", "legend") == ["Certain Some time in this period Beginning or end not given Business"]


def test_role_and_the_statement_of_its_end_are_one_in_the_drawing(client: Client) -> None:
    ann, sentence = make_person("Ann Bee"), make_passage()
    make_role(ann, start="2016-03", end="2016-08", passages=[sentence])
    make_statement(ann, "Resigned.", date="2016-08", passages=[sentence])
    page = get(client, "/timeline/")
    assert page.texts("title")[1:] == ["Ann Bee: Adviser, March to August 2016. August 2016: Resigned."]
    assert page.texts("h4") == ["March 2016", "August 2016"]


@pytest.mark.usefixtures("people")
def test_undated_entries_are_folded_and_none_of_a_period(client: Client) -> None:
    folded, period = get(client, "/timeline/"), get(client, "/timeline/?from=2016")
    assert (folded.texts("details", "folded"), period.texts("details", "folded")) == (
        [
            (
                "Without a date (1 entry) No date is recorded here for these. "
                "Other facts Bob Cee: Lived abroad. 5·1 Slide 5, sentence 1"
            )
        ],
        [],
    )
    assert period.texts("h2", id="count") == ["3 entries"]


@pytest.mark.usefixtures("people")
def test_fold_is_open_where_there_is_nothing_else(client: Client) -> None:
    page = get(client, "/timeline/?kind=statement")
    assert ["open" in one.attributes for one in page.where("details", "folded")] == [True]


@pytest.mark.usefixtures("people")
def test_what_was_long_before_most_is_folded_and_leads_to_a_drawing(client: Client) -> None:
    make_statement(make_person("Cy Dee"), "Lived abroad.", date="199X")
    page = get(client, "/timeline/")
    assert page.texts("summary")[-2:] == ["Earlier: the 1990s (1 entry)", "Without a date (1 entry)"]
    assert (page.texts("text", "year"), page.links()["Draw these years"]) == (["2016", "2017"], "?to=2015")
    assert get(client, "/timeline/?to=2015").texts("text", "year") == ["1990–99"]


@pytest.mark.usefixtures("people")
def test_month_leads_to_all_that_may_fall_in_it(client: Client) -> None:
    address = get(client, "/timeline/?kind=meeting&kind=role").links()["December 2016"]
    assert address == "?kind=meeting&kind=role&from=2016-12&to=2016-12"
    assert get(client, f"/timeline/{address}").texts("h4") == ["March 2016", "December 2016"]


@pytest.mark.usefixtures("people")
def test_period_and_choices_are_kept_in_the_form_and_the_chips(client: Client) -> None:
    page = get(client, "/timeline/?from=2016-03&kind=role")
    typed = [(box.attributes["name"], box.attributes["value"]) for box in page.where("input", type="text")]
    checked = [box.attributes["value"] for box in page.where("input", type="checkbox") if "checked" in box.attributes]
    assert (typed, checked, page.texts("a", "chip")) == (
        [("from", "2016-03"), ("to", "")],
        ["role"],
        # Beside the results, and on a phone beside the button that leads there.
        2 * ["Drop Kind: Job ×", "Drop From: “2016-03” ×"],
    )


@pytest.mark.usefixtures("people")
def test_timeline_of_nothing_says_which_filter_to_drop(client: Client) -> None:
    page = get(client, "/timeline/?kind=role&category=media")
    assert page.texts("ul", "drop") == [
        "Without “Kind: Job” Without “Job category: Media” Without any filter",
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
    rename(ann, "anne")
    response = client.get("/timeline/?person=ann&kind=role")
    assert (response.status_code, response.headers["Location"]) == (301, "/timeline/?person=anne&kind=role")


def test_unknown_parameter_is_named(client: Client) -> None:
    assert get(client, "/timeline/?form=2016").texts("p", "notice") == ["“form” is no filter here, so it was left out."]


def test_long_timeline_has_pages_that_keep_the_filters(client: Client) -> None:
    ann = make_person("Ann")
    for place in range(101):
        make_statement(ann, f"{place}", date="2016")
    page = get(client, "/timeline/?from=2016&page=2")
    events = len(page.texts("span", "what"))
    assert (page.texts("h2", id="count"), events, page.links()["Page 1"]) == (["101 entries"], 1, "?from=2016")
