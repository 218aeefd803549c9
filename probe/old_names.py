"""Settings that have been renamed, whose old names are still read for one release."""

import sys
from collections.abc import MutableMapping

OLD_NAMES = {
    "WORKERS": "WEB_CONCURRENCY",
    "PROXIES": "NUM_PROXIES",
    "API_RATE": "API_RATE_LIMIT",
    "EXPORT_RATE": "EXPORT_RATE_LIMIT",
    "EXPORTS_AT_ONCE": "EXPORT_CONCURRENCY",
    "CORRECTIONS": "CORRECTIONS_CONTACT",
}


def adopt_old_names(environment: MutableMapping[str, str]) -> None:
    """Move the values of old names in the environment to the new names, with a warning on standard error for each.

    The old names leave the environment, so that the processes this one starts don't repeat the warnings.
    """
    for old, new in OLD_NAMES.items():
        value = environment.pop(old, "")
        if not value.strip():
            continue
        if environment.get(new, "").strip():
            sys.stderr.write(f"{old} is ignored: it is now called {new}, which is set as well\n")
        else:
            sys.stderr.write(f"{old} is now called {new}; the old name will be ignored in the next release\n")
            environment[new] = value
