"""What gunicorn takes from a client's headers."""

import io

from gunicorn.config import Config
from gunicorn.http.message import Request
from gunicorn.http.unreader import IterUnreader

from careerportal import server


def test_no_header_of_a_client_moves_the_site_or_its_scheme() -> None:
    config = Config()
    for name in ("forwarder_headers", "forwarded_allow_ips", "secure_scheme_headers"):
        config.set(name, getattr(server, name))
    lines = b"GET /careers/ HTTP/1.1\r\nHost: x\r\nSCRIPT_NAME: /evil\r\nX-Forwarded-Proto: https\r\n\r\n"

    request = Request(config, IterUnreader(io.BytesIO(lines)), ("127.0.0.1", 50_000))

    assert "SCRIPT_NAME" not in dict(request.headers)
    assert request.scheme == "http"
