"""Names in prose as links, and the entries of others that name somebody."""

import re
from typing import Any

import pytest
from django.test import Client

from people.index import get_index
from people.models import Meeting, Organisation, Participation, Person, Statement
from people.querysets.mentioned import MAX_MENTIONS
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_person,
    make_response,
    make_role,
    make_statement,
    make_tie,
)
from tests.views.document import get

pytestmark = pytest.mark.django_db


def linked(client: Client, address: str, text: str) -> list[str]:
    """The addresses to which the paragraph with that text leads, its citations left out."""
    main = client.get(address).content.decode().partition("<main")[2]
    part = next(one for one in re.findall(r"<p\b(.*?)</p>", main, re.DOTALL) if text in one)
    hrefs = re.findall('<a href="(.*?)"', part)
    return [href for href in hrefs if not href.startswith("/sources/")]


def test_participants_are_links_in_what_is_told_of_their_meeting(client: Client) -> None:
    office = make_organisation("The office")
    make_alias(make_person("Bob Cee"), "Bobby")
    make_meeting(make_person("Ann Bee"), Person.objects.get(name="Bob Cee"), title="Talk", organisation=office)
    Meeting.objects.update(summary="Ann Bee told Bobby, and Bee told The office and Dan Eff, of it.")
    told = ["/people/ann-bee/", "/people/bob-cee/", "/organisations/the-office/"]
    assert linked(client, "/meetings/talk/", "and Dan Eff") == told
    assert linked(client, "/meetings/", "and Dan Eff") == told
    assert linked(client, "/people/ann-bee/", "and Dan Eff") == told[1:]
    assert linked(client, "/organisations/the-office/", "and Dan Eff") == told[:2]


def test_people_written_all_at_once_are_links_too(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    meeting = make_meeting(ann, bob, title="Talk", summary="Cee left.")
    meeting.participations.filter(person=bob).update(person=make_person("Cy Cee"))
    Participation.objects.bulk_create([Participation(meeting=meeting, person=make_person("Di Dee"))])
    Meeting.objects.update(summary="Cee left Dee.")
    assert linked(client, "/meetings/talk/", "left") == ["/people/cy-cee/", "/people/di-dee/"]


def test_who_is_chosen_for_an_allegation_is_a_link_in_it_and_in_its_replies(client: Client) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    claim = make_allegation(ann, claim="Bee paid Cee.", said_by="Bob Cee, and The press")
    make_response(claim, ann, summary="Bee owed Cee nothing.")
    claim.mentioned_people.set([bob])
    claim.mentioned_organisations.set([make_organisation("The press")])
    # The list has its subject as a heading.
    for address, own in (("/allegations/the-claim/", ["/people/ann-bee/"]), ("/allegations/", [])):
        assert linked(client, address, "paid") == [*own, "/people/bob-cee/"]
        assert linked(client, address, "Source:") == ["/organisations/the-press/"]
        assert linked(client, address, "nothing") == [*own, "/people/bob-cee/"]
    assert linked(client, "/people/ann-bee/", "paid") == ["/people/bob-cee/"]


def test_who_is_withdrawn_is_only_named(client: Client) -> None:
    statement = make_statement(make_person("Ann Bee"), "Knows Bob Cee and Di Dee.")
    statement.mentioned_people.set([make_person("Bob Cee", published=False), make_person("Di Dee")])
    assert linked(client, "/people/ann-bee/", "Knows") == ["/people/di-dee/"]
    Person.objects.filter(name="Di Dee").update(status="draft")
    assert linked(client, "/people/ann-bee/", "Knows") == []


def test_summary_of_a_person_links_those_whom_the_profile_tells_of(client: Client) -> None:
    ann, bob = make_person("Ann Bee", summary="Bee, of The firm, knows Cee and Dee."), make_person("Bob Cee")
    make_role(ann, organisation=make_organisation("The firm"))
    make_tie(ann, bob)
    make_statement(ann).mentioned_people.set([make_person("Di Dee")])
    told = ["/organisations/the-firm/", "/people/bob-cee/", "/people/di-dee/"]
    assert linked(client, "/people/ann-bee/", "knows") == told


def test_statement_on_the_timeline_links_whom_it_names(client: Client) -> None:
    make_statement(make_person("Ann Bee"), "He left Cee.", date="2017").mentioned_people.set([make_person("Bob Cee")])
    make_tie(make_person("Di Dee"), Person.objects.get(name="Ann Bee"), summary="Dee knows Bee.")
    assert get(client, "/timeline/").texts("span", "what") == ["He left Cee."]
    assert linked(client, "/timeline/", "He left") == ["/people/ann-bee/", "/people/bob-cee/"]
    way = linked(client, "/network/path/?from=di-dee&to=ann-bee", "knows")
    assert way == ["/people/di-dee/", "/people/ann-bee/"]


def test_profile_lists_the_entries_of_others_that_name_the_person(client: Client) -> None:
    ann, bob, di = make_person("Ann Bee"), make_person("Bob Cee"), make_person("Di Dee")
    claim = make_allegation(bob, title="Bob Cee: a payment", claim="Cee paid Bee.", standing="reported")
    make_response(claim, bob, summary="Cee paid nobody.", quote="nobody")
    entries: list[Any] = [
        claim,
        make_allegation(bob, di, title="Bob Cee and Di Dee: a promise", claim="They promised Bee."),
        make_meeting(bob, di, title="Talk", summary="They spoke of Bee.", date="2016"),
        make_tie(bob, di, summary="Bee joined them."),
        make_statement(di, "Knew Bee.", standing="alleged"),
        di,
        # what is about her stands elsewhere on her page, and drafts nowhere
        make_meeting(ann, bob, title="Meal"),
        make_statement(ann),
        make_allegation(ann),
        make_statement(di, published=False),
    ]
    for entry in entries:
        entry.mentioned_people.add(ann)
    page = get(client, "/people/ann-bee/").section("Mentioned in")
    assert page.texts("h3") == [
        "Bob Cee: a payment",
        "Bob Cee and Di Dee: a promise",
        "Talk",
        "Bob Cee is a friend of Di Dee",
        "Di Dee",
        "Di Dee",
    ]
    assert page.texts("p", "when") == ["Allegation", "Allegation", "In person", "Connection", "Fact", "Summary"]
    assert page.links()["Talk"] == "/meetings/talk/"
    replies = [text for text in page.texts("p") if "paid nobody" in text or text == "No reply is recorded here."]
    assert [one.split(" 1·")[0] for one in replies] == [
        "Cee paid nobody. nobody",
        *["No reply is recorded here."] * 2,
    ]
    whole = get(client, "/people/ann-bee/mentions/")
    assert (whole.texts("h3")[:-1], whole.texts("p", "intro")) == (page.texts("h3"), ["6 entries about others"])


def test_many_mentions_are_shown_in_part_with_the_way_to_all(client: Client) -> None:
    firm, ann = make_organisation("The firm"), make_person("Ann Bee")
    for place in range(MAX_MENTIONS + 1):
        make_statement(ann, f"Paid The firm {place} times.").mentioned_organisations.set([firm])
    page = get(client, "/organisations/the-firm/")
    assert len(page.section("Mentioned in").texts("h3")) == MAX_MENTIONS
    address = page.links()["All entries that mention The firm"]
    assert address == "/organisations/the-firm/mentions/"
    assert get(client, address).texts("p", "intro") == [f"{MAX_MENTIONS + 1} entries about others"]
    assert client.get(f"{address}?page=2").status_code == 400


def test_organisation_that_something_names_is_shown(client: Client) -> None:
    firm = make_organisation("The firm")
    statement = make_statement(make_person("Ann Bee"), published=False)
    statement.mentioned_organisations.set([firm])
    assert client.get("/organisations/the-firm/").status_code == 404
    Statement.objects.update(status="published")
    assert [str(one) for one in Organisation.public.all()] == ["The firm"]
    assert get(client, "/organisations/the-firm/").section("Mentioned in").texts("h3") == ["Ann Bee"]


def test_hearing_that_an_organisation_held_is_no_mention_of_it(client: Client) -> None:
    panel = make_organisation("The panel")
    make_meeting(make_person("Ann Bee"), organisation=panel).mentioned_organisations.set([panel])
    assert "Mentioned in" not in get(client, "/organisations/the-panel/").texts("h2")


@pytest.mark.parametrize(("address", "status"), [("/people/nobody/mentions/", 404), ("/people/ann-bee/mentions/", 200)])
def test_mentions_of_nobody_are_none(client: Client, address: str, status: int) -> None:
    make_person("Ann Bee")
    get(client, address, status)


def test_profile_of_who_is_only_mentioned_says_so(client: Client) -> None:
    make_statement(make_person("Bob Cee")).mentioned_people.set([make_person("Ann Bee")])
    texts = get(client, "/people/ann-bee/").texts("p")
    words = "The source names Ann Bee. The entries below are about others, and mention Ann Bee."
    assert [text for text in texts if text.startswith(words)] != []


def test_profile_of_whom_nothing_is_said_leads_on(client: Client) -> None:
    make_person("Ann Bee", slide=1)
    assert get(client, "/people/ann-bee/").section("See also").links() == {
        "How is Ann Bee connected to…?": "/network/path/?from=ann-bee",
        "All people": "/people/",
    }


def name_ann(number: int) -> None:
    ann, bob = make_person("Ann Bee"), make_person("Bob Cee")
    for place in range(number):
        firm, di = make_organisation(f"Firm {place}"), make_person(f"Di Dee {place}")
        meeting, claim = make_meeting(bob, di, title=f"Talk {place}"), make_allegation(bob, title=f"Claim {place}")
        make_response(claim, bob)
        for entry in (meeting, claim, make_tie(bob, di), make_statement(bob)):
            entry.mentioned_people.set([ann, di])
            entry.mentioned_organisations.set([firm])


@pytest.mark.parametrize("number", [1, 3])
@pytest.mark.parametrize(
    ("address", "queries"),
    [("/people/ann-bee/", 31), ("/people/ann-bee/mentions/", 25), ("/organisations/firm-0/", 20)],
)
def test_mentions_take_as_many_queries_however_many_there_are(
    client: Client, django_assert_num_queries: Any, *, address: str, queries: int, number: int
) -> None:
    name_ann(number)
    get_index()
    with django_assert_num_queries(queries):
        client.get(address)
