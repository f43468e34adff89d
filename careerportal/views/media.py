"""Uploaded pictures and films, for sites without a server of their own for files."""

import datetime as dt
import re
from collections.abc import Iterator
from pathlib import Path

from django.conf import settings
from django.http import (
    FileResponse,
    Http404,
    HttpRequest,
    HttpResponse,
    HttpResponseBase,
    HttpResponseNotModified,
    StreamingHttpResponse,
)
from django.utils.http import http_date
from django.views.decorators.http import require_safe
from django.views.static import was_modified_since

#: What editors upload, and nothing that a browser would run.
TYPES = {
    ".avif": "image/avif",
    ".gif": "image/gif",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".mp4": "video/mp4",
    ".png": "image/png",
    ".vtt": "text/vtt; charset=utf-8",
    ".webm": "video/webm",
    ".webp": "image/webp",
}
RANGE = re.compile(r"bytes=(\d*)-(\d*)", re.ASCII)
BLOCK = 64 * 1024  # bytes


@require_safe
def media(request: HttpRequest, file: str) -> HttpResponseBase:
    """A file in MEDIA_ROOT, whole or the part that a film player asks for (RFC 9110, section 14).

    A list of several parts is answered with the whole, as the standard allows.
    """
    if not settings.SERVE_MEDIA:
        raise Http404
    path = _find(file)
    status = path.stat()
    if not was_modified_since(request.headers.get("If-Modified-Since"), status.st_mtime):
        return _labelled(HttpResponseNotModified(), status.st_mtime)
    part = RANGE.fullmatch(request.headers.get("Range", ""))
    response: HttpResponseBase
    if part and (part[1] or part[2]):
        response = _part(path, status.st_size, part[1], part[2])
    else:
        response = FileResponse(path.open("rb"))
    response["Content-Type"] = TYPES[path.suffix.lower()]
    response["Accept-Ranges"] = "bytes"
    return _labelled(response, status.st_mtime)


def _find(file: str) -> Path:
    """The file of this name, which neither its parts nor a link lead out of the folder; raises Http404."""
    root = Path(settings.MEDIA_ROOT).resolve()
    try:
        path = (root / file).resolve()
        is_served = path.is_relative_to(root) and path.is_file() and path.suffix.lower() in TYPES
    except (OSError, ValueError):  # a name too long, or one with a NUL
        is_served = False
    if not is_served:
        raise Http404
    return path


def _part(path: Path, size: int, first: str, last: str) -> HttpResponseBase:
    """The bytes from ``first`` to ``last``; without ``first``, the last so many."""
    start = int(first) if first else max(0, size - int(last))
    end = min(size - 1, int(last)) if first and last else size - 1
    if start > end:
        return HttpResponse(status=416, headers={"Content-Range": f"bytes */{size}"})
    return StreamingHttpResponse(
        _blocks(path, start, end - start + 1),
        status=206,
        headers={"Content-Range": f"bytes {start}-{end}/{size}", "Content-Length": str(end - start + 1)},
    )


def _blocks(path: Path, start: int, length: int) -> Iterator[bytes]:
    with path.open("rb") as file:
        file.seek(start)
        while length > 0 and (block := file.read(min(BLOCK, length))):
            length -= len(block)
            yield block


def _labelled(response: HttpResponseBase, changed: float) -> HttpResponseBase:
    """With its date. A replaced upload gets a new name, so it may be kept for a day."""
    response["Last-Modified"] = http_date(changed)
    response["Cache-Control"] = f"public, max-age={int(dt.timedelta(days=1).total_seconds())}"
    return response
