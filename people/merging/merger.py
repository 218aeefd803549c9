"""Making two entries one: whatever refers to the one that goes refers to the one that stays, by the rules."""

from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.contrib.contenttypes.models import ContentType
from django.db import models

from people.merging.report import MergedField, MergedPart, MergeReport, merged_part
from people.merging.rules import RULES, Relation, Rule, relations_of, written_fields
from people.models import Alias, Passage, Slugged, SlugRedirect, Sourced
from people.vocabulary import Status

# An alias, redirects and the page's own title tell of these.
TOLD_ELSEWHERE = ("name", "slug", "sort_name", "status")


def plain(model: Any) -> models.QuerySet:
    """Return the rows past what querysets of the nouns do: what may not be lost is asked once, at the end."""
    return models.QuerySet(model)


class Merger:
    """Makes one entry of two."""

    def __init__(self, stays: Any, goes: Any) -> None:
        """Take the entry that stays, and the one that goes."""
        self.stays, self.goes = stays, goes
        self.rules = RULES[str(stays._meta.model_name)]
        self.moved: dict[str, set[int]] = defaultdict(set)
        self.dropped: list[str] = []

    def merge(self) -> MergeReport:
        """Write it, and return what it made."""
        before = {name: getattr(self.stays, name) for name in self._told_names()}
        addresses = [self.goes.slug, *self.goes.slug_redirects.values_list("slug", flat=True)]
        cited = list(self.goes.passages.all()) if self.rules.other_names else []
        for relation in self._relations():
            self._move(relation, self.rules.relations[relation.name])
        self._take_over()
        lead_on(self.goes, self.stays)
        if self.rules.other_names:
            self._keep_name(cited)
        return MergeReport(list(self._fields(before)), list(self._parts()), self.dropped, sorted(addresses))

    def _relations(self) -> list[Relation]:
        """Return the relations, those last of which another may make rows needless."""
        found = relations_of(type(self.stays))
        return sorted(found, key=lambda relation: bool(self.rules.relations[relation.name].needless))

    def _move(self, relation: Relation, rule: Rule) -> None:
        name, rows = relation.field.name, plain(relation.model)
        theirs = rows.filter(**{name: self.goes.pk})
        if rule.other_end:
            self._drop(relation, theirs.filter(**{rule.other_end: self.stays.pk}), "it would join the same to itself")
        if rule.same:
            self._drop_same(relation, rule)
        self.moved[relation.name].update(theirs.values_list("pk", flat=True))
        theirs.update(**{name: self.stays.pk})
        if rule.needless:
            # Also what was the other's own, and stood on this one's page already.
            needless = rows.filter(**{name: self.stays.pk, rule.needless: self.stays.pk})
            self._drop(relation, needless, "it is about them anyway")

    def _drop_same(self, relation: Relation, rule: Rule) -> None:
        """Make one of each two rows that say the same."""
        name = relation.field.name
        own, theirs = (
            plain(relation.model).filter(**{name: entry.pk}).order_by("pk") for entry in (self.stays, self.goes)
        )
        known = {tuple(values): key for key, *values in own.values_list("pk", *rule.same)}
        same = ((key, known.get(tuple(values))) for key, *values in theirs.values_list("pk", *rule.same))
        for key, other in [pair for pair in same if pair[1]]:
            self._make_one(relation, plain(relation.model).get(pk=other), plain(relation.model).get(pk=key))

    def _make_one(self, relation: Relation, own: Any, their: Any) -> None:
        """Make one row of two that say the same: of a draft and a published one that which readers see."""
        if relation.is_link:
            plain(relation.model).filter(pk=their.pk).delete()
            return
        is_better = isinstance(own, Sourced) and own.status != Status.PUBLISHED == their.status
        kept, gone = (their, own) if is_better else (own, their)
        self._tell_given_up(kept, gone)
        for link in relations_of(relation.model):
            unite_links(link, kept, gone)
        if isinstance(gone, Slugged):
            lead_on(gone, kept)
        else:
            plain(relation.model).filter(pk=gone.pk).delete()
        if is_better:
            self.moved[relation.name].add(kept.pk)
            plain(relation.model).filter(pk=kept.pk).update(**{relation.field.name: self.stays.pk})

    def _tell_given_up(self, kept: Any, gone: Any) -> None:
        given_up = "; ".join(differing_texts(kept, gone))
        noun = str(gone._meta.verbose_name).capitalize()
        more = f" Given up with it: {given_up}." if given_up else ""
        self.dropped.append(f"{noun} “{gone}”: both have it. One stays, with the citations of both.{more}")

    def _drop(self, relation: Relation, rows: models.QuerySet, why: str) -> None:
        for row in rows.order_by("pk"):
            if not relation.is_link:
                self.dropped.append(f"{str(row._meta.verbose_name).capitalize()} “{row}”: {why}.")
                for link in relations_of(relation.model):
                    plain(link.model).filter(**{link.field.name: row.pk}).delete()
            plain(relation.model).filter(pk=row.pk).delete()

    def _told_names(self) -> list[str]:
        names = (*self.rules.kept, *(name for names in self.rules.filled for name in names))
        return [name for name in names if name not in TOLD_ELSEWHERE]

    def _take_over(self) -> None:
        """Take over the fields that the entry which stays lacks; nothing of a draft comes to be seen by it."""
        if getattr(self.goes, "status", "") == Status.DRAFT != self.stays.status:
            return
        taken = [names for names in self.rules.filled if not getattr(self.stays, names[0])]
        values = {name: getattr(self.goes, name) for names in taken for name in names if getattr(self.goes, names[0])}
        # Two may not have the same slide, not even for a moment.
        if unique := [name for name in values if self.goes._meta.get_field(name).unique]:
            plain(type(self.goes)).filter(pk=self.goes.pk).update(**dict.fromkeys(unique))
        for name, value in values.items():
            setattr(self.stays, name, value)
        if values:
            self.stays.save(update_fields=list(values))

    def _keep_name(self, cited: list[Passage]) -> None:
        """Have the name of the one that goes be another name of the one that stays, and none be another name twice."""
        own = plain(Alias).filter(person=self.stays.pk)
        for alias in own.filter(name=self.stays.name):
            self._drop_alias(alias)
        name = self.goes.name
        if not name or name == self.stays.name or own.filter(name=name).exists():
            return
        alias = Alias.objects.create(person=self.stays, name=name, status=self.goes.status)
        alias.passages.set(cited)
        self.moved["alias.person"].add(alias.pk)

    def _drop_alias(self, alias: Alias) -> None:
        self.dropped.append(f"Alias “{alias}”: it is the name itself.")
        for link in relations_of(Alias):
            plain(link.model).filter(**{link.field.name: alias.pk}).delete()
        plain(Alias).filter(pk=alias.pk).delete()

    def _fields(self, before: dict[str, Any]) -> Iterator[MergedField]:
        for name, value in before.items():
            field = self.stays._meta.get_field(name)
            values = (value, getattr(self.stays, name), getattr(self.goes, name))
            mine, now, theirs = (value_text(field, one) for one in values)
            if now or theirs:
                dropped = theirs if theirs not in (now, "") else ""
                yield MergedField(str(field.verbose_name), now, dropped, now != mine)

    def _parts(self) -> Iterator[MergedPart]:
        relations = {relation.name: relation for relation in relations_of(type(self.stays))}
        for name, rule in self.rules.relations.items():
            relation = relations[name]
            rows = plain(relation.model).filter(**{relation.field.name: self.stays.pk})
            if part := merged_part(relation, rule, rows, self.moved[relation.name]):
                yield part


def value_text(field: Any, value: Any) -> str:
    """Return the value of the field as editors read it."""
    return "" if value in (None, "") else str(dict(field.flatchoices).get(value, value))


def differing_texts(kept: Any, gone: Any) -> Iterator[str]:
    """Yield what a row that is given up says otherwise than the one that is kept."""
    for name in written_fields(type(gone)):
        field = gone._meta.get_field(name)
        text = value_text(field, getattr(gone, name)) if not field.is_relation else ""
        if text and name not in TOLD_ELSEWHERE and text != value_text(field, getattr(kept, name)):
            yield f"{field.verbose_name} “{text}”"


def unite_links(link: Relation, kept: Any, gone: Any) -> None:
    """Have a row have the links of another one too, each once."""
    name = link.field.name
    other = next(field for field in link.model._meta.concrete_fields if field.remote_field and field != link.field)
    theirs = plain(link.model).filter(**{name: gone.pk})
    own = plain(link.model).filter(**{name: kept.pk}).values_list(other.name, flat=True)
    theirs.filter(**{f"{other.name}__in": list(own)}).delete()
    theirs.update(**{name: kept.pk})


def lead_on(gone: Any, kept: Any) -> None:
    """Delete an entry to which nothing refers, and have its addresses, former ones too, lead to another one."""
    content_type = ContentType.objects.get_for_model(gone)
    former = SlugRedirect.objects.filter(content_type=content_type, object_id=gone.pk)
    former.update(object_id=kept.pk)
    plain(type(gone)).filter(pk=gone.pk).delete()
    SlugRedirect.objects.create(slug=gone.slug, content_type=content_type, object_id=kept.pk)
