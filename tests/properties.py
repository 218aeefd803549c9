"""How hard the tests look: `make test` tries few examples of a property, `make test-long` many."""

import os

from hypothesis import HealthCheck, settings

LONG = bool(os.environ.get("TEST_LONG"))
MORE = 20
EXAMPLES = 100

# A busy machine is slow, not wrong: no test has a deadline.
settings.register_profile(
    "probe",
    deadline=None,
    max_examples=EXAMPLES * MORE if LONG else EXAMPLES,
    suppress_health_check=[HealthCheck.too_slow],
)
settings.load_profile("probe")


def examples(few: int) -> settings:
    """Return the settings of a property whose examples are dear: so few of them, and more where tests may take long."""
    return settings(max_examples=few * MORE if LONG else few)
