"""Addresses «địa chỉ»: which a link may lead to, and from which one somebody asks."""

from collections.abc import Collection, Mapping
from typing import Any
from urllib.parse import urlsplit

WEB = ("http", "https")


def is_web(address: str) -> bool:
    """Whether an address is one of the web; `javascript:` and its like would run in the reader's browser."""
    try:
        told = urlsplit(address)
    except ValueError:
        return False
    return address.isprintable() and told.scheme.lower() in WEB and bool(told.netloc)


def client(environ: Mapping[str, Any], proxies: Collection[str]) -> str:
    """The address a request comes from: what a declared proxy saw last, else the machine itself. Anybody can write the header."""
    here = str(environ.get("REMOTE_ADDR", ""))
    told = str(environ.get("HTTP_X_FORWARDED_FOR", "")).rpartition(",")[2].strip()
    return told if told and here in proxies else here
