"""What a search finds, in words."""

from people.search.results import SearchResults, search


def found(text: str) -> dict[str, list[str]]:
    """Return the entries found, as text, by kind."""
    return names(search(text))


def names(results: SearchResults) -> dict[str, list[str]]:
    return {group.kind.name: [str(one.object) for one in group.entries(group.keys)] for group in results.groups}


def words_matched(text: str) -> set[str]:
    results = search(text)
    return results.matched((group, group.keys) for group in results.groups)


def substitutions(text: str) -> list[tuple[str, list[str]]]:
    attempt = search(text).attempt
    return [(one.typed, one.words) for one in attempt.substitutions] if attempt else []
