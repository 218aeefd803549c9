"""Accounts of those who work in the admin."""

from django.contrib import admin
from django.contrib.auth.admin import UserAdmin
from django.contrib.auth.models import User

admin.site.unregister(User)


@admin.register(User)
class AccountAdmin(UserAdmin):
    """Accounts. When somebody joined or signed in is told, not written."""

    readonly_fields = ["last_login", "date_joined"]
