"""Accounts and groups of those who work in the admin."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.models import Group, User

from people.admin.searching import ColumnSearchMixin

admin.site.unregister([User, Group])


@admin.register(User)
class AccountAdmin(ColumnSearchMixin, UserAdmin):
    """Accounts. When somebody joined or signed in is told, not written."""

    readonly_fields = ["last_login", "date_joined"]


@admin.register(Group)
class EditorsAdmin(ColumnSearchMixin, GroupAdmin):
    """Groups of accounts, by what they may do."""
