import pytest

from probe.old_names import OLD_NAMES, adopt_old_names


def test_old_names_become_the_new_ones(capsys: pytest.CaptureFixture[str]) -> None:
    environment = dict.fromkeys(OLD_NAMES, "5")
    adopt_old_names(environment)
    assert environment == dict.fromkeys(OLD_NAMES.values(), "5")
    assert capsys.readouterr().err.splitlines() == [
        f"{old} is now called {new}; the old name will be ignored in the next release" for old, new in OLD_NAMES.items()
    ]


def test_old_name_gives_way_to_the_new_one(capsys: pytest.CaptureFixture[str]) -> None:
    environment = {"WORKERS": "5", "WEB_CONCURRENCY": "3"}
    adopt_old_names(environment)
    assert environment == {"WEB_CONCURRENCY": "3"}
    assert capsys.readouterr().err == "WORKERS is ignored: it is now called WEB_CONCURRENCY, which is set as well\n"


def test_old_name_that_is_blank_says_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    environment = {"CORRECTIONS": " "}
    adopt_old_names(environment)
    assert (environment, capsys.readouterr().err) == ({}, "")
