"""``path``."""

from __future__ import annotations

import posixpath

from ..casts import to_string, to_strings
from ..objects.url import Split
from .registry import Namespace

PATH = Namespace("path")


def _slashed(value: object) -> str:
    return to_string(value).replace("\\", "/")


def clean(path: str) -> str:
    """Give the shortest path that means the same."""
    cleaned = posixpath.normpath(path)
    # Two leading slashes mean nothing special in Go.
    return "/" + cleaned.lstrip("/") if cleaned.startswith("//") else cleaned


@PATH.add("Base")
def _base(path: object) -> str:
    text = _slashed(path)
    stripped = text.rstrip("/")
    return stripped.rpartition("/")[2] or ("/" if text else ".")


@PATH.add("BaseName")
def _base_name(path: object) -> str:
    name = _base(path)
    return name.removesuffix(_extension(name))


@PATH.add("Dir")
def _dir(path: object) -> str:
    folder, slash, _ = _slashed(path).rpartition("/")
    return clean(folder + slash) if folder + slash else "."


@PATH.add("Ext")
def _ext(path: object) -> str:
    return _extension(_slashed(path))


def _extension(path: str) -> str:
    name = path.rpartition("/")[2]
    return name[name.rindex(".") :] if "." in name else ""


@PATH.add("Clean")
def _clean_path(path: object) -> str:
    return clean(_slashed(path))


@PATH.add("Join")
def _join(*parts: object) -> str:
    flat: list[object] = []
    for part in parts:
        flat.extend(part if isinstance(part, list) else [part])
    words = [word for word in to_strings(flat) if word]
    return clean("/".join(words).replace("\\", "/")) if words else ""


@PATH.add("Split")
def _split(path: object) -> Split:
    folder, slash, name = _slashed(path).rpartition("/")
    return Split(folder + slash, name)
