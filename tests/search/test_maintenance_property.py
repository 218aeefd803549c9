"""The index follows whatever is written, in any order."""

from collections.abc import Callable
from itertools import count

import pytest
from django.db import transaction
from hypothesis import given
from hypothesis import strategies as st

from people.models import Person, Role
from people.querysets.guarding import one_change
from people.text import tidy
from people.vocabulary import RoleCategory, Status
from tests.factories import (
    make_person,
)
from tests.properties import examples
from tests.search.documents import execute, problems

pytestmark = pytest.mark.django_db


# What is removed leaves a gap, so that a number taken from a count may be taken.
NUMBERS = count()


texts = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), min_size=1, max_size=30).filter(tidy)


def add_person(text: str) -> None:
    make_person(text.strip()[:200] or "Somebody", summary=text, sourced=False)


def add_draft(text: str) -> None:
    make_person(text.strip()[:200] or "Somebody", summary=text, sourced=False, published=False)


def add_roles(text: str) -> None:
    holder = Person.objects.first()
    if holder:
        Role.objects.bulk_create(
            Role(person=holder, title=text, category=RoleCategory.MEDIA, slug=f"r-{next(NUMBERS)}", status=status)
            for status in Status.values
        )


def rename(text: str) -> None:
    Person.objects.exclude(name="").update(name=text, summary="")
    execute("UPDATE people_role SET title = title || ' again'")


def turn(text: str) -> None:
    Role.objects.filter(pk__in=list(Role.objects.values_list("pk", flat=True)[::2])).update(status=Status.DRAFT)
    Person.objects.filter(name=text).update(status=Status.PUBLISHED)


def remove(text: str) -> None:
    person = Person.objects.last()
    if person:
        with one_change():
            person.delete()


actions = st.sampled_from([add_person, add_draft, add_roles, rename, turn, remove])


@examples(25)
@given(st.lists(st.tuples(actions, texts), max_size=12))
def test_index_follows_whatever_is_written(steps: list[tuple[Callable[[str], None], str]]) -> None:
    with transaction.atomic():
        for action, text in steps:
            action(text)
        assert problems() == []
        transaction.set_rollback(True)
