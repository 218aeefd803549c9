"""Addresses of pages."""

from django.urls import set_script_prefix

from people.models.base import address


def test_address_is_that_of_the_page_and_begins_with_where_the_site_is() -> None:
    try:
        found = [address("person", "ann-bee"), address("people")]
        set_script_prefix("/probe/")
        found += [address("person", "ann-bee"), address("people")]
    finally:
        set_script_prefix("/")
    assert found == ["/people/ann-bee/", "/people/", "/probe/people/ann-bee/", "/probe/people/"]
