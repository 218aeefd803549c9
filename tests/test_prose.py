"""Which names in our prose become links."""

from typing import NamedTuple

import pytest

from people.prose import ProseName, link_names


class Target(NamedTuple):
    slug: str

    def get_absolute_url(self) -> str:
        return f"/{self.slug}/"


def named(name: str, family_name: str = "") -> list[ProseName]:
    target = Target(name.split(maxsplit=1)[0].lower())
    return [ProseName(name, target), ProseName(family_name, target, is_family_name=True)]


ANN, BOB, ED, TWIN = named("Ann Bee", "Bee"), named("Bob Cee", "Cee"), named("Ed Bee", "Bee"), named("Bee bank")
BEE = '<a href="/ann/">Bee</a>'


@pytest.mark.parametrize(
    ("text", "names", "expected"),
    [
        ("Ann Bee met Bob Cee.", [*ANN, *BOB], '<a href="/ann/">Ann Bee</a> met <a href="/bob/">Bob Cee</a>.'),
        ("In May, Bee’s friend met Bee.", ANN, f"In May, {BEE}’s friend met Bee."),
        ("He told President Bee. Bee left.", ANN, f"He told President {BEE}. Bee left."),
        ("He was in Rome. Bee left.", ANN, f"He was in Rome. {BEE} left."),
        # a name of several
        ("Bee left Ann Bee.", [*ANN, *ED], 'Bee left <a href="/ann/">Ann Bee</a>.'),
        # a part of another name
        ("Zoë Bee, Q. Bee, Bee Tower, Ann Bee Jr. and pro-Bee and McBee and Beech", ANN, None),
        ("Bee bank paid Bee.", [*ANN, *TWIN], f'<a href="/bee/">Bee bank</a> paid {BEE}.'),
        # a quotation, which may be left open
        ('“Bee” and “Bob” and "Bee" and “so Bee', ANN, None),
        ("“No”, said Bee.", ANN, f"“No”, said {BEE}."),
        # markup
        ("<b>Bee</b> & Cee", ANN, f"&lt;b&gt;{BEE}&lt;/b&gt; &amp; Cee"),
        ("", ANN, ""),
        ("Nobody <i>", [], "Nobody &lt;i&gt;"),
    ],
)
def test_name_is_linked_where_it_means_one(text: str, names: list[ProseName], expected: str | None) -> None:
    escaped = text.replace('"', "&#34;").replace("<i>", "&lt;i&gt;")
    assert link_names(text, names) == (escaped if expected is None else expected)


def test_name_with_markup_in_it_is_escaped() -> None:
    assert link_names("A <b> & more", named("<b> &")) == 'A <a href="/<b>/">&lt;b&gt; &amp;</a> more'.replace(
        "/<b>/", "/&lt;b&gt;/"
    )


def test_who_is_linked_already_is_linked_no_more() -> None:
    assert link_names("Bee and Cee", [*ANN, *BOB], [ANN[0].target]) == 'Bee and <a href="/bob/">Cee</a>'
