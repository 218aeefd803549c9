"""A few made-up rows of every noun, as the site of a commit writes them: run by that commit's `manage.py shell`.

The factories are that commit's own. Titles are such that slugs made of them would be addresses of other pages.
"""

from django.contrib.admin.models import ADDITION, LogEntry
from django.contrib.auth.models import Group, User
from django.contrib.contenttypes.models import ContentType

from people.models import Meeting
from people.vocabulary import Capacity, MeetingKind, OrganisationKind, Rights, RoleCategory, Standing, TieKind
from tests.factories import (
    make_alias,
    make_allegation,
    make_meeting,
    make_organisation,
    make_outcome,
    make_passage,
    make_person,
    make_response,
    make_role,
    make_source,
    make_statement,
    make_tie,
)

source = make_source(
    "The Morning Paper", publisher="The Morning Paper", date="2017-07", url="https://example.org/paper"
)
whole = make_source("A letter", rights=Rights.FULL_TEXT)
first = make_passage(source, "slide-1", text="Ann Bee advised the orchard’s choir.")
second = make_passage(source, "slide-1", text="Café owner Bob Cee sang along.")
letter = make_passage(whole, "paragraph-1", text="I never sang, wrote Ann Bee.")
make_passage(source, "slide-2", sentence=1, reason="A photo credit.")

ann = make_person("Ann Bee", slide=1, summary="Advised the choir of the orchard.", passages=[first])
bob = make_person("Bob Cée", slide=2, passages=[first, second])
compare = make_person("Compare", summary="Has a name that is the address of a page.", passages=[second])
unnamed = make_person("", slide=3, passages=[second])
hidden = make_person("Dan Dee", published=False)
ann.slug = "ann-b"  # which leaves a former slug
ann.save()

choir = make_organisation("The orchard’s choir", kind=OrganisationKind.COMPANY)
make_alias(ann, "Annie", passages=[first])
make_role(ann, "Choir adviser", organisation=choir, start="2016-03", end="2016-08", passages=[first, letter])
make_role(bob, "Owner of a café", category=RoleCategory.BUSINESS, passages=[second])
make_tie(ann, bob, passages=[second])
make_tie(bob, compare, kind=TieKind.WORKED_WITH, published=False)

rehearsal = make_meeting(ann, bob, title="Choices", date="2016?-12", organisation=choir, passages=[first, second])
make_meeting(bob, compare, title="Choices", kind=MeetingKind.CONVERSATION, times=2, passages=[second])
renamed = make_meeting(ann, compare, unnamed, title="Choices", place="An orchard", passages=[letter])
renamed.slug = "in-the-orchard"
renamed.save()
make_meeting(ann, bob, title="A hearing", kind=MeetingKind.HEARING, standing=Standing.REPORTED, passages=[first])
Meeting.objects.get(title="A hearing").participations.filter(person=bob).update(capacity=Capacity.WITNESS)

claim = make_allegation(ann, bob, title="Choices", claim="Both sang out of tune.", passages=[second])
make_response(claim, ann, quote="never sang", passages=[letter])
make_outcome(claim, date="2017-05", passages=[letter])
make_allegation(compare, title="Late arrival", standing=Standing.REPORTED, passages=[second])
make_statement(ann, "Left the choir.", date="2016-09", passages=[first]).others.add(bob)
make_statement(hidden, "Says nothing.", published=False, sourced=False)

editor = User.objects.create_user("editor", is_staff=True)
editor.groups.add(Group.objects.get(name="Editors"))
User.objects.create_superuser("chief")
LogEntry.objects.create(
    user=editor,
    content_type=ContentType.objects.get_for_model(Meeting),
    object_id=str(rehearsal.pk),
    object_repr=str(rehearsal),
    action_flag=ADDITION,
)
