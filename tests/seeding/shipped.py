"""`python -m tests.seeding.shipped COMMIT …` writes the digests of what these commits shipped, oldest first.

They are needed of commits that kept no digests themselves, so the file is complete; this tells how it was made.
"""

import json
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

import django


def digests_of(directory: Path) -> dict[tuple[str, str], str]:
    from people.seeding.drafts import drafts_in

    return {(kind, key): draft.digest for kind, found in drafts_in(directory).items() for key, draft in found.items()}


def check_out(commit: str, directory: Path) -> None:
    """Write the fixtures of a commit to the directory."""
    listed = subprocess.run(["git", "ls-tree", "--name-only", commit, "fixtures/"], capture_output=True, check=True)
    for name in listed.stdout.decode().split():
        shown = subprocess.run(["git", "show", f"{commit}:{name}"], capture_output=True, check=True)
        (directory / Path(name).name).write_bytes(shown.stdout)


def main(commits: list[str]) -> None:
    django.setup()
    from people.seeding.files import ENTRY_KINDS
    from people.seeding.takeover import SHIPPED

    versions = []
    for commit in commits:
        with TemporaryDirectory() as folder:
            check_out(commit, Path(folder))
            versions.append(digests_of(Path(folder)))
    keys = dict.fromkeys(pair for version in versions for pair in version)
    nouns = []
    for kind in ENTRY_KINDS:
        found = {key: [version.get((name, key)) for version in versions] for name, key in keys if name == kind.name}
        lines = ",\n".join(f"  {json.dumps(key)}: {json.dumps(digests)}" for key, digests in found.items())
        nouns.append(f" {json.dumps(kind.name)}: {{\n{lines}\n }}")
    SHIPPED.write_text("{\n" + ",\n".join(nouns) + "\n}\n", encoding="utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
