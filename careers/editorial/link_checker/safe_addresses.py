"""Which servers this site may connect to: those of the public internet only.

A text may name any address. Followed blindly, it could reach the inside of the network that the site runs
in (server-side request forgery); a name may also lead to a public address when it is checked and to a private
one when it is used. So a name is looked up once, every answer must be public, and the connection goes there.
"""

import ipaddress
import socket
from dataclasses import dataclass
from urllib.parse import urlsplit

PORTS = {"http": 80, "https": 443}


class RefusedAddressError(Exception):
    """The address is not one of the public web."""


@dataclass(frozen=True, slots=True)
class ServerTarget:
    """Where to connect (``ip``), and whom to ask for (``host``)."""

    scheme: str
    host: str
    port: int
    ip: str
    path: str


def target_of(address: str) -> ServerTarget:
    """Look up ``address``. Raises RefusedAddressError, or OSError where the name is unknown."""
    parts = urlsplit(address)
    if parts.scheme not in PORTS or not parts.hostname:
        raise RefusedAddressError("Only http:// and https:// addresses can be looked at.")
    if parts.username or parts.password:
        raise RefusedAddressError("An address must not hold a name and password.")
    try:
        port = parts.port or PORTS[parts.scheme]
    except ValueError as error:
        raise RefusedAddressError("The port is not a number.") from error
    if port != PORTS[parts.scheme]:
        raise RefusedAddressError(f"Port {port} is not one of the web's.")
    path = (parts.path or "/") + (f"?{parts.query}" if parts.query else "")
    return ServerTarget(parts.scheme, parts.hostname, port, _public_ip(parts.hostname, port), path)


def _public_ip(host: str, port: int) -> str:
    ips = {str(info[4][0]) for info in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)}
    private = sorted(ip for ip in ips if not is_public(ip))
    if private:
        raise RefusedAddressError(f"{host} leads to {private[0]}, which is not public.")
    return min(ips, key=lambda ip: (":" in ip, ip))


def is_public(ip: str) -> bool:
    """Whether ``ip`` is on the public internet. IPv6 addresses that wrap an IPv4 one count as that one."""
    address = ipaddress.ip_address(ip.split("%", maxsplit=1)[0])
    if isinstance(address, ipaddress.IPv6Address):
        wrapped = address.ipv4_mapped or address.sixtofour or (address.teredo[1] if address.teredo else None)
        if wrapped is not None:
            return is_public(str(wrapped))
        if address in ipaddress.ip_network("64:ff9b::/96"):  # an IPv4 address behind a translator
            return is_public(str(ipaddress.IPv4Address(int(address) & 0xFFFFFFFF)))
    return address.is_global and not address.is_multicast
