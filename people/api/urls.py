"""The addresses of the API, below /api/."""

from django.urls import path, re_path
from django.views.decorators.csrf import csrf_exempt

from people.api.views.allegations import AllegationFacetsView, AllegationsView, AllegationView
from people.api.views.meetings import MeetingFacetsView, MeetingsView, MeetingView
from people.api.views.mentions import OrganisationMentionsView, PersonMentionsView
from people.api.views.not_found import NotFoundView
from people.api.views.organisations import OrganisationFacetsView, OrganisationsView, OrganisationView
from people.api.views.people import PeopleView, PersonFacetsView, PersonView
from people.api.views.root import RootView
from people.api.views.schema import SchemaView, docs
from people.api.views.sources import PassageView, SourcesView, SourceView

app_name = "api"
urlpatterns = [
    path("v1/", RootView.as_view(), name="root"),
    path("v1/people/", PeopleView.as_view(), name="people"),
    path("v1/people/facets/", PersonFacetsView.as_view(), name="person-facets"),
    path("v1/people/<slug:slug>/", PersonView.as_view(), name="person"),
    path("v1/people/<slug:slug>/mentions/", PersonMentionsView.as_view(), name="person-mentions"),
    path("v1/meetings/", MeetingsView.as_view(), name="meetings"),
    path("v1/meetings/facets/", MeetingFacetsView.as_view(), name="meeting-facets"),
    path("v1/meetings/<slug:slug>/", MeetingView.as_view(), name="meeting"),
    path("v1/allegations/", AllegationsView.as_view(), name="allegations"),
    path("v1/allegations/facets/", AllegationFacetsView.as_view(), name="allegation-facets"),
    path("v1/allegations/<slug:slug>/", AllegationView.as_view(), name="allegation"),
    path("v1/organisations/", OrganisationsView.as_view(), name="organisations"),
    path("v1/organisations/facets/", OrganisationFacetsView.as_view(), name="organisation-facets"),
    path("v1/organisations/<slug:slug>/", OrganisationView.as_view(), name="organisation"),
    path("v1/organisations/<slug:slug>/mentions/", OrganisationMentionsView.as_view(), name="organisation-mentions"),
    path("v1/sources/", SourcesView.as_view(), name="sources"),
    path("v1/sources/<slug:slug>/", SourceView.as_view(), name="source"),
    path("v1/sources/<slug:slug>/<slug:anchor>/", PassageView.as_view(), name="passage"),
    path("v1/schema/", SchemaView.as_view(), name="schema"),
    path("v1/docs/", csrf_exempt(docs), name="docs"),
    # Everything else, line breaks included. Without a slash at the end, Django redirects to the address with it.
    re_path(r"^([\s\S]*/)?\Z", NotFoundView.as_view()),
]
