"""The answer at an address of the API at which there is nothing."""

from rest_framework.exceptions import NotFound
from rest_framework.request import Request
from rest_framework.views import APIView


class NotFoundView(APIView):
    """An address at which there is nothing."""

    schema = None

    def initial(self, request: Request, *args: object, **kwargs: object) -> None:
        """Check the rate, then raise NotFound."""
        super().initial(request, *args, **kwargs)
        raise NotFound
