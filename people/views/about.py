"""The page about the site: what its words mean, and how it is made."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from people.charts.counting import load_coverage_charts
from people.dates import humanize
from people.requests import contact_uri
from people.vocabulary import MEANINGS, glossary_term

DATES = (
    *("2016-02", "2016-03/2016-08", "2016?-12", "2016~", "199X", "19XX", "190X"),
    *("../2017", "../2017-07-14", "/2017", "2016/..", "2016/", ""),
)


def about(request: HttpRequest) -> HttpResponse:
    """Say what the site is, how it is made, and what its words mean."""
    context = {
        "terms": {kind.__name__: list(map(glossary_term, kind)) for kind in MEANINGS},
        "coverage": load_coverage_charts(),
        "dates": [(text, humanize(text)) for text in DATES],
        "corrections": settings.CORRECTIONS_CONTACT,
        "corrections_address": contact_uri(settings.CORRECTIONS_CONTACT),
    }
    return render(request, "people/about.html", context, using="jinja2")
