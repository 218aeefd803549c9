"""Probe's settings with the usual list instead of Probe's pages, in Django's own templates."""

from pathlib import Path

from probe.settings import *  # noqa: F403

ROOT_URLCONF = "benchmarks.peers.usual"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [Path(__file__).with_name("templates")],
        "OPTIONS": {"context_processors": ["django.template.context_processors.request"]},
    }
]
