"""Jinja2 templates that are translated when they are read, so that pages take no longer for it."""

import re
from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.template.backends.jinja2 import Jinja2
from django.utils.translation import get_language, override
from jinja2 import Environment, nodes
from jinja2.ext import InternationalizationExtension
from jinja2.visitor import NodeTransformer

from people.languages import gettext, ngettext

PLACEHOLDER = re.compile(r"%\((\w+)\)s")


class TranslatedJinja2(Jinja2):
    """Jinja2's templates, in an environment for each language."""

    def __init__(self, params: dict[str, Any]) -> None:
        """Make the environments."""
        self.environments: dict[str, Any] = {}
        for language, _ in settings.LANGUAGES:
            super().__init__({**params, "OPTIONS": {**params["OPTIONS"], "language": language}})

    @property
    def env(self) -> Any:
        """Return the environment of the current language."""
        return self.environments[get_language() or settings.LANGUAGE_CODE]

    @env.setter
    def env(self, made: Any) -> None:
        self.environments[made.language] = made


class TranslatedEnvironment(Environment):
    """An environment whose messages are those of one language."""

    def __init__(self, language: str, **options: Any) -> None:
        """Take the language."""
        self.language = language
        super().__init__(**options)
        self.add_extension(TranslatedWhenRead)
        self.policies["ext.i18n.trimmed"] = True
        self.install_gettext_callables(gettext, ngettext, newstyle=True)  # type: ignore[attr-defined]

    def _parse(self, source: str, name: str | None, filename: str | None) -> nodes.Template:
        found: nodes.Template = _Translator(self.language).visit(super()._parse(source, name, filename))
        return found


class TranslatedWhenRead(InternationalizationExtension):
    """Messages as text of the template. Which form of several is meant is only known when a page is made."""

    environment: TranslatedEnvironment

    def preprocess(self, source: str, name: str | None, filename: str | None = None) -> str:
        """Return the template with the end of a line kept after a message, as it is after any other text."""
        return source.replace("endtrans %}", "endtrans +%}")

    def _make_node(
        self,
        singular: str,
        plural: str | None,
        context: str | None,
        variables: dict[str, nodes.Expr],
        plural_expr: nodes.Expr | None,
        *others: bool,
    ) -> nodes.Output:
        if plural_expr is not None or context is not None:
            return super()._make_node(singular, plural, context, variables, plural_expr, *others)
        with override(self.environment.language):
            return nodes.Output(list(_parts(gettext(singular), variables)))


class _Translator(NodeTransformer):
    """Puts translations in the place of messages that are constants."""

    def __init__(self, language: str) -> None:
        self.language = language

    def visit_Call(self, node: nodes.Call) -> nodes.Node:  # noqa: N802 - as Jinja2 calls it
        is_message = isinstance(node.node, nodes.Name) and node.node.name == "_" and not node.kwargs
        if is_message and len(node.args) == 1 and isinstance(node.args[0], nodes.Const):
            with override(self.language):
                return nodes.Const(gettext(node.args[0].value).replace("%%", "%"), lineno=node.lineno)
        return self.generic_visit(node)


def _parts(message: str, variables: dict[str, nodes.Expr]) -> Iterator[nodes.Expr]:
    """Yield the message's own text, and the variables that stand in it."""
    for place, part in enumerate(PLACEHOLDER.split(message)):
        if place % 2:
            yield variables[part]
        elif part:
            yield nodes.TemplateData(part.replace("%%", "%"))
