"""Excel workbooks as tests read them, by their XML alone."""

import io
import re
from xml.etree import ElementTree as ET
from zipfile import ZipFile

MAIN = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"


def worksheets(content: bytes) -> dict[str, list[list[str]]]:
    """Return the rows of each worksheet by its name; empty cells as empty texts, numbers as Excel writes them."""
    with ZipFile(io.BytesIO(content)) as archive:
        names = [one.attrib["name"] for one in ET.fromstring(archive.read("xl/workbook.xml")).iter(f"{MAIN}sheet")]
        parts = [archive.read(f"xl/worksheets/sheet{number}.xml") for number in range(1, len(names) + 1)]
    return {name: rows(ET.fromstring(part)) for name, part in zip(names, parts, strict=True)}


def rows(sheet: ET.Element) -> list[list[str]]:
    found = [{column(cell): text(cell) for cell in row} for row in sheet.iter(f"{MAIN}row")]
    width = len(found[0])
    return [[row.get(place, "") for place in range(width)] for row in found]


def column(cell: ET.Element) -> int:
    """Return the place of the cell in its row, from 0: of B7, 1."""
    place = 0
    for letter in re.sub(r"\d", "", cell.attrib["r"]):
        place = place * 26 + ord(letter) - ord("A") + 1
    return place - 1


def text(cell: ET.Element) -> str:
    return "".join(part.text or "" for part in cell.iter() if part.tag in (f"{MAIN}t", f"{MAIN}v"))
