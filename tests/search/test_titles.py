"""The distinct titles of jobs, and their documents."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from django.db import connection, transaction

from people.models import JobTitle, Role
from people.search.maintenance import search_triggers_of
from people.vocabulary import Status
from tests.factories import make_person, make_role
from tests.search.documents import documents, execute, problems

pytestmark = pytest.mark.django_db


def titles() -> list[tuple[str, str]]:
    return list(JobTitle.objects.order_by("title", "status").values_list("title", "status"))


def test_title_of_several_roles_has_one_document() -> None:
    person = make_person("Ann Bee")
    for _ in range(2):
        make_role(person, "Adviser")
    assert (documents()[1:], problems()) == ([("Adviser", "")], [])


def test_title_goes_with_the_last_role_that_has_it() -> None:
    first, last = (make_role(make_person(name), "Adviser") for name in ("Ann", "Bob"))
    first.delete()
    held = titles()
    last.delete()
    assert (held, titles(), problems()) == ([("Adviser", "published")], [], [])


def test_title_of_drafts_alone_has_a_hidden_document() -> None:
    make_role(make_person("Ann"), "Adviser", published=False)
    assert (documents(), documents(hidden=True), problems()) == (
        [("Ann", "")],
        [("Adviser", ""), ("The source", "")],
        [],
    )


def test_title_is_hidden_once_all_its_roles_are_withdrawn() -> None:
    roles = [make_role(make_person(name), "Adviser") for name in ("Ann", "Bob")]
    Role.objects.filter(pk=roles[0].pk).update(status=Status.DRAFT)
    one_is_left = titles()
    Role.objects.update(status=Status.DRAFT)
    assert (one_is_left, titles()) == ([("Adviser", "draft"), ("Adviser", "published")], [("Adviser", "draft")])


def test_roles_that_swap_titles_keep_both() -> None:
    ann, bob = (make_role(make_person(name), title) for name, title in (("Ann", "Adviser"), ("Bob", "Banker")))
    ann.title, bob.title = bob.title, ann.title
    Role.objects.bulk_update([ann, bob], ["title", "title_slug"])
    assert (titles(), problems()) == ([("Adviser", "published"), ("Banker", "published")], [])


def test_check_tells_of_titles_and_rebuilding_repairs_them() -> None:
    make_role(make_person("Ann"), "Adviser")
    execute("UPDATE people_jobtitle SET title = 'Banker'")
    before = problems()[:2]
    search_triggers_of(connection).rebuild()
    assert before == [
        "Job title “Adviser” is not in the index",
        "Job title “Banker” is in the index, but should not be",
    ]
    assert (titles(), problems()) == ([("Adviser", "published")], [])


@pytest.mark.django_db(transaction=True, serialized_rollback=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has one writer at a time")
def test_title_stays_for_a_role_that_is_added_while_the_last_one_goes() -> None:
    def remove_at_once() -> None:
        execute("SET lock_timeout = '2s'")
        last.delete()
        connection.close()

    ann, bob = make_person("Ann"), make_person("Bob")
    last = make_role(ann, "Adviser")
    with ThreadPoolExecutor() as pool, transaction.atomic():
        make_role(bob, "Adviser")
        pool.submit(remove_at_once).result()
    assert (titles(), problems()) == ([("Adviser", "published")], [])
