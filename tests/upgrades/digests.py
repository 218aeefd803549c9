"""Holds migrations to what they were when they landed: `python -m tests.upgrades.digests [--add]`.

Prints a line for each that differs, and fails if there is one. With --add, first adds the digests of new migrations.
"""

import sys
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

MIGRATIONS = Path(__file__).parents[2] / "people" / "migrations"
ADD = "--add"


def main(folder: Path, arguments: list[str]) -> int:
    """Return the exit status: 1 where a migration isn't as it landed, 2 for arguments that make no sense."""
    if arguments not in ([], [ADD]):
        sys.stderr.write(f"Usage: python -m tests.upgrades.digests [{ADD}]\n")
        return 2
    if arguments:
        add(folder)
    problems = list(differences(folder))
    sys.stderr.writelines(f"{problem}\n" for problem in problems)
    return 1 if problems else 0


def add(folder: Path) -> None:
    """Write the digests of new migrations below those that are kept, none of which is ever changed."""
    kept = kept_in(folder)
    new = sorted((name, digest) for name, digest in digests_of(folder).items() if name not in kept)
    with register(folder).open("a") as file:
        file.writelines(f"{digest}  {name}\n" for name, digest in new)


def differences(folder: Path) -> Iterator[str]:
    """Yield what is wrong with each migration that isn't as it landed, and what to do about it."""
    kept, found = kept_in(folder), digests_of(folder)
    for name in sorted(kept.keys() | found.keys()):
        if name not in kept:
            yield f"{name} is new: run `make digests` to add its digest."
        elif name not in found:
            yield f"{name} is gone, under this name at least: put it back. Databases know it by its name."
        elif kept[name] != found[name]:
            yield f"{name} has changed since it landed: put it back as it was, and make another migration."


def digests_of(folder: Path) -> dict[str, str]:
    """Return the digest of each migration in the folder, by its name."""
    files = (path for path in folder.glob("*.py") if path.name != "__init__.py")
    return {path.name: sha256(path.read_bytes()).hexdigest() for path in files}


def kept_in(folder: Path) -> dict[str, str]:
    """Return the digests that are kept of the folder's migrations, which are written as sha256sum writes them."""
    lines = register(folder).read_text().splitlines() if register(folder).exists() else []
    return {name: digest for digest, name in (line.split(maxsplit=1) for line in lines)}


def register(folder: Path) -> Path:
    """Return the file that keeps the digests of the folder's migrations."""
    return folder / "digests.txt"


if __name__ == "__main__":
    sys.exit(main(MIGRATIONS, sys.argv[1:]))
