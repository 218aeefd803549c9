"""The addresses there are."""

from django.urls import reverse
from rest_framework.request import Request
from rest_framework.response import Response

from people.api.serializers import AddressesSerializer
from people.api.views.base import ReadingView
from people.requests import absolute_url


class RootView(ReadingView):
    """The addresses of the lists, of this description, and of its documentation."""

    serializer_class = AddressesSerializer

    def get(self, request: Request) -> Response:
        """Answer the addresses."""
        names = AddressesSerializer().fields
        return Response({name: absolute_url(request, reverse(f"people:api:{name}")) for name in names})
