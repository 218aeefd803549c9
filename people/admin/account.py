"""Accounts of those who work in the admin, and their groups."""

from django.contrib import admin
from django.contrib.auth.admin import GroupAdmin, UserAdmin
from django.contrib.auth.forms import UserChangeForm
from django.contrib.auth.models import Group, User

from people.admin.guarded import GuardedForm, GuardedMixin
from people.admin.searching import ColumnSearchMixin

admin.site.unregister([User, Group])


class AccountForm(GuardedForm, UserChangeForm):
    """A form of an account."""


@admin.register(User)
class AccountAdmin(ColumnSearchMixin, GuardedMixin, UserAdmin):
    """Accounts. When somebody joined or signed in is told, not written."""

    form = AccountForm
    readonly_fields = ["last_login", "date_joined"]
    adds_once = False


@admin.register(Group)
class AccountGroupAdmin(ColumnSearchMixin, GuardedMixin, GroupAdmin):
    """Groups of accounts, and what they may do."""

    form = GuardedForm
    adds_once = False
