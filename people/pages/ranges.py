"""Files that are kept, sent whole or in part (RFC 9110, section 14)."""

import base64
import re
from typing import Any

from django.http import FileResponse, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import http_date
from whitenoise.responders import SlicedFile

from people.exports.files import KeptFile

# One range; who asks for several is sent the whole file.
RANGE = re.compile(r"bytes=\s*(\d{0,18})-(\d{0,18})\s*")
PIECE = 64 * 1024  # bytes


class FilePart(SlicedFile):
    """A part of a file, which a server may read from its descriptor too."""

    def fileno(self) -> int:
        """Return the descriptor, which stands where the part begins."""
        return int(self.fileobj.fileno())


def send_kept(request: HttpRequest, kept: KeptFile, media_type: str) -> HttpResponseBase:
    """Return the file or the part that is asked for; that the client has it, or that there is no such part."""
    etag = f'"{kept.digest}"'
    headers = {
        "Accept-Ranges": "bytes",
        # Else a browser may send it on for a while without asking, as it has a time of change.
        "Cache-Control": "no-cache",
        "ETag": etag,
        "Last-Modified": http_date(kept.made_at),
        "Repr-Digest": f"sha-256=:{base64.b64encode(bytes.fromhex(kept.digest)).decode()}:",
    }
    whole = range(kept.size)
    part = asked_for(request, etag, whole)
    response: Any
    if part:
        response = FileResponse(FilePart(kept.file, part[0], part[-1]), content_type=media_type)
        response.block_size = PIECE
        headers["Content-Length"] = str(len(part))
    else:
        kept.file.close()
        response = HttpResponse(status=416)
    if part != whole:
        response.status_code = 206 if part else 416
        headers["Content-Range"] = f"bytes {f'{part[0]}-{part[-1]}' if part else '*'}/{kept.size}"
    for name, value in headers.items():
        response.headers[name] = value
    answer: HttpResponseBase = get_conditional_response(request, etag, int(kept.made_at), response)  # type: ignore[assignment]
    if answer is not response:
        response.close()
    return answer


def asked_for(request: HttpRequest, etag: str, whole: range) -> range:
    """Return the bytes that are asked for: all, but for one range of the file that the client knows; none beyond it."""
    match = RANGE.fullmatch(request.headers.get("Range", ""))
    if not match or not any(match.groups()) or request.headers.get("If-Range", etag) != etag:
        return whole
    first, last = match.groups()
    if not first:
        return whole[-int(last) :] if int(last) else whole[:0]
    if last and int(last) < int(first):
        return whole
    return whole[int(first) : int(last) + 1 if last else None]
