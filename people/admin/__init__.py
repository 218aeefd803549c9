"""The editors' pages, one module per noun."""

from django.contrib import admin

from people.admin import account, allegation, meeting, person, revising, role, slug_redirect, source
from people.admin.sign_in import SignInForm

__all__ = ["account", "allegation", "meeting", "person", "revising", "role", "slug_redirect", "source"]

admin.site.site_header = admin.site.site_title = "Probe"
admin.site.index_title = "Editing"
admin.site.login_form = SignInForm
