from pathlib import Path

import pytest
import yaml
from django.core.management import CommandError, call_command

from people.gallery.parser import read_document
from people.models import Passage
from tests.factories import make_source
from tests.gallery import ARTICLE


def printed(capsys: pytest.CaptureFixture[str], *arguments: object) -> str:
    call_command("source_passages", *map(str, arguments))
    return capsys.readouterr().out


def test_source_passages_lists_each_sentence(capsys: pytest.CaptureFixture[str]) -> None:
    entries = yaml.safe_load(printed(capsys, ARTICLE))
    reasons = {"credit": "photo credit", "navigation": "navigation"}
    assert [entry["fields"] for entry in entries] == [
        {
            "source": ["article"],
            "section": sentence.section_key,
            "sentence": sentence.number,
            "position": position,
            "digest": sentence.digest,
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


def test_source_passages_holds_no_text(capsys: pytest.CaptureFixture[str]) -> None:
    text = printed(capsys, ARTICLE)
    assert [
        sentence for sentence in read_document(ARTICLE).sentences if len(sentence.text) > 8 and sentence.text in text
    ] == []


def test_source_passages_needs_a_slug(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="“a b” can't be a source's slug; give one with --source"):
        call_command("source_passages", str(tmp_path / "a b.txt"))


def test_source_passages_tells_a_missing_copy(tmp_path: Path) -> None:
    with pytest.raises(CommandError, match=r"nowhere\.txt: No such file or directory\.$"):
        call_command("source_passages", str(tmp_path / "nowhere.txt"))
