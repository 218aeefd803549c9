"""A citation as BibTeX."""

import re

from people.exports.citation import AUTHOR, SITE, Citation

# What means something to TeX, and what prints it.
TEX = {
    "\\": r"\textbackslash{}",
    # Not the short forms: BibTeX counts braces before it reads what stands before them.
    "{": r"\textbraceleft{}",
    "}": r"\textbraceright{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
}
TEX_SPECIAL = re.compile(f"[{re.escape(''.join(TEX))}]")


def bibtex(citation: Citation) -> str:
    """Return the citation as an entry that BibTeX and BibLaTeX take."""
    fields = {
        "author": f"{{{AUTHOR}}}",
        "title": f"{{{tex(citation.title)}}}",
        "howpublished": tex(SITE),
        "year": f"{citation.changed:%Y}",
        "month": f"{citation.changed:%b}".lower(),
        "note": f"Last changed {citation.changed.isoformat()}, read {citation.read.isoformat()}",
        "url": citation.address,
        "urldate": citation.read.isoformat(),
    }
    lines = [f"  {name} = {value if name == 'month' else f'{{{value}}}'}," for name, value in fields.items()]
    return "\n".join([f"@misc{{{citation.key},", *lines, "}", ""])


def tex(text: str) -> str:
    """Return the text with what means something to TeX escaped."""
    return TEX_SPECIAL.sub(lambda match: TEX[match[0]], text)
