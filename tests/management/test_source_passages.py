from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from people.models import Passage
from people.sources.parser import read_document
from tests.factories import make_source
from tests.sources import ARTICLE


def printed(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    call_command("source_passages", *map(str, arguments))
    return capsys.readouterr().out


def test_source_passages_lists_each_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    entries = yaml.safe_load(printed(capsys, ARTICLE))
    reasons = {"credit": "photo credit", "navigation": "navigation"}
    assert [{name: value for name, value in entry["fields"].items() if name != "opening"} for entry in entries] == [
        {
            "source": ["article"],
            "section": sentence.section_key,
            "sentence": sentence.number,
            "position": position,
            "digest": sentence.digest,
            "length": sentence.length,
            "reason": reasons.get(sentence.role, ""),
        }
        for position, sentence in enumerate(read_document(ARTICLE).sentences, start=1)
    ]


def test_source_passages_sets_sections_apart(capsys: pytest.CaptureFixture[str]) -> None:
    blocks = printed(capsys, ARTICLE, "--source", "0123").split("\n\n")
    assert len(blocks) == len(read_document(ARTICLE).sections)
    assert blocks[0].splitlines()[:5] == [
        "- model: people.passage",
        "  fields:",
        "    source: ['0123']",
        "    section: headline",
        "    sentence: 1",
    ]


@pytest.mark.django_db
def test_source_passages_can_be_loaded(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    make_source("Pier")
    path = tmp_path / "passages.yaml"
    path.write_text(printed(capsys, ARTICLE, "--source", "pier"))
    call_command("loaddata", str(path), verbosity=0)
    call_command("loaddata", str(path), verbosity=0)
    sentences = [f"pier/{each.section_key}/{each.number}" for each in read_document(ARTICLE).sentences]
    assert [str(passage) for passage in Passage.objects.cited()] == sentences


def test_source_passages_holds_no_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, ARTICLE)
    sentences = [
        one for one in read_document(ARTICLE).sentences if one.number or not one.section_key.startswith("slide")
    ]
    assert [one for one in sentences if len(one.text) > 8 and one.text in text] == []


def test_source_passages_gives_the_opening_words(capsys: pytest.CaptureFixture[str]) -> None:
    fields = [entry["fields"] for entry in yaml.safe_load(printed(capsys, ARTICLE))]
    openings = {f"{one['section']}/{one['sentence']}": one.get("opening") for one in fields}
    places = ["headline/1", "paragraph-5/1", "paragraph-6/1", "slide-6/0", "slide-6/1", "slide-6/4", "navigation/1"]
    assert [openings[place] for place in places] == [
        "Harbour inquiry: Did the council of",
        '"Ask along this coast, and each',
        "Vane",
        "Former harbour board aide Piers Dunmore (L)",
        "Dunmore leaves the hearing at the",
        None,
        None,
    ]


def test_source_passages_tells_how_it_read_the_document(capsys: pytest.CaptureFixture[str]) -> None:
    call_command("source_passages", str(ARTICLE))
    assert capsys.readouterr().err.splitlines() == [
        "article.txt was read as an article with photo galleries: paragraphs and slides.",
        "Look at this: slide 3 (line 32) has no heading.",
        "Look at this: slide 4 (line 34) has no heading.",
    ]


@pytest.mark.parametrize(("given", "kind"), [([], "turn"), (["--layout", "article"], "paragraph")])
def test_source_passages_takes_a_layout(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], given: list[str], kind: str
) -> None:
    path = tmp_path / "hearing.txt"
    path.write_text("OAK: It rained.\n\nELM: Yes, it did.\n")
    sections = {entry["fields"]["section"] for entry in yaml.safe_load(printed(capsys, path, *given))}
    assert sorted(sections) == [f"{kind}-1", f"{kind}-2"]


def test_source_passages_names_the_layouts_for_an_unknown_one() -> None:
    with pytest.raises(CommandError, match="“poem” is no layout; there is gallery, article, pages, transcript"):
        call_command("source_passages", str(ARTICLE), "--layout", "poem")


def test_source_passages_needs_a_slug(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="“a b” can't be a source's slug; give one with --source"):
        call_command("source_passages", str(tmp_path / "a b.txt"))


def test_source_passages_tells_a_missing_copy(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere\.txt: No such file or directory\.$"):
        call_command("source_passages", str(tmp_path / "nowhere.txt"))
