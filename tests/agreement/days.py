"""Days and times as the parameters and rows write them."""

import calendar
import datetime as dt


def moment(text: str) -> dt.datetime:
    """Return the time that the text means, which is a day or a time in UTC."""
    return dt.datetime.strptime(text, "%Y-%m-%dT%H:%M:%SZ" if "T" in text else "%Y-%m-%d").replace(tzinfo=dt.UTC)


def day(text: str) -> str:
    """Return what sorts by the first day, undated last."""
    return first_day(text) if text else "9999"


def latest(text: str, kind: str) -> str:
    """Return what sorts by the last day; a role has none."""
    return last_day(text) if text and kind != "role" else "9999"


def first_day(text: str) -> str:
    return f"{text}-01-01"[:10] if len(text) == 4 else f"{text}-01"[:10]


def last_day(text: str) -> str:
    if len(text) == 4:
        return f"{text}-12-31"
    year, month = map(int, text.split("-")[:2])
    return text if len(text) == 10 else f"{text}-{calendar.monthrange(year, month)[1]}"
