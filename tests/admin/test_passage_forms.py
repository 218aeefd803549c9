"""The form of a passage."""

from typing import Any

import pytest
from django.urls import reverse

from people.models import (
    Passage,
)
from people.text import digest
from tests.admin.conftest import change, errors_of
from tests.admin.test_forms import Submit
from tests.factories import (
    make_passage,
    make_person,
    make_source,
)


def test_passage_in_a_place_that_is_taken_is_refused(submit: Submit) -> None:
    source = make_source()
    make_passage(source, "slide-1", 1)
    fields = {"source": source.pk, "section": "slide-1", "sentence": 1, "position": 2, "digest": "0" * 64}
    response = submit("/admin/people/passage/add/", **fields)
    assert errors_of(response) == {"__all__": ["The source has a passage in this place already."]}


def passage_fields(**fields: Any) -> dict[str, Any]:
    return {"source": make_source().pk, "section": "slide-1", "sentence": 1, "position": 1, **fields}


def test_digest_is_made_of_the_text(submit: Submit) -> None:
    submit("/admin/people/passage/add/", **passage_fields(text="A “wall” of\nportraits."))
    assert [(passage.digest, passage.length) for passage in Passage.objects.all()] == [
        (digest('A "wall" of portraits.'), len('A "wall" of portraits.'))
    ]


def test_passage_is_saved_without_its_text(submit: Submit) -> None:
    submit("/admin/people/passage/add/", **passage_fields(digest="a" * 64, length=12))
    assert [(passage.digest, passage.length, passage.text) for passage in Passage.objects.all()] == [("a" * 64, 12, "")]


def test_passage_with_neither_digest_nor_text_is_refused(submit: Submit) -> None:
    response = submit("/admin/people/passage/add/", **passage_fields())
    assert errors_of(response) == {"digest": ["Give the digest, or else the text of which to make it."]}


def test_digest_of_another_text_is_refused(submit: Submit) -> None:
    response = submit("/admin/people/passage/add/", **passage_fields(text="One.", digest="a" * 64))
    assert errors_of(response) == {"digest": [f"This is not the digest of the text, which is {digest('One.')}."]}


@pytest.mark.parametrize("given", ["abc", "A" * 64])
def test_digest_that_is_none_is_refused(given: str, submit: Submit) -> None:
    response = submit("/admin/people/passage/add/", **passage_fields(digest=given))
    assert errors_of(response) == {"digest": ["A digest has 64 hexadecimal digits."]}


def test_passage_of_an_unknown_section_is_refused(submit: Submit) -> None:
    response = submit(change(make_passage()), section="leaf-5")
    assert list(errors_of(response)) == ["section"]


def test_passage_on_which_something_rests_is_not_moved_unseen(submit: Submit) -> None:
    passage = make_passage(section="slide-5")
    make_person("Ann", passages=[passage])
    address = reverse("admin:people_passage_change", args=[passage.pk])
    response = submit(address, section="slide-6")
    passage.refresh_from_db()
    told = ["Readers see what rests on this sentence: 1 person rests on nothing else (“Ann”). Is it still so?"]
    assert (errors_of(response), passage.section) == ({"checked": told}, "slide-5")


def test_passage_is_moved_once_an_editor_has_looked(submit: Submit) -> None:
    passage = make_passage(section="slide-5")
    make_person("Ann", passages=[passage])
    submit(reverse("admin:people_passage_change", args=[passage.pk]), section="slide-6", checked="on")
    passage.refresh_from_db()
    assert passage.section == "slide-6"


def test_passage_is_explained_without_a_look_at_what_rests_on_it(submit: Submit) -> None:
    passage = make_passage()
    make_person("Ann", passages=[passage])
    submit(reverse("admin:people_passage_change", args=[passage.pk]), reason="A heading.")
    passage.refresh_from_db()
    assert passage.reason == "A heading."
