"""Page resources and assets."""

from __future__ import annotations

import mimetypes
import struct
from fnmatch import translate
from re import IGNORECASE
from re import compile as compile_pattern
from typing import TYPE_CHECKING

from ..casts import to_string
from ..convert import to_params
from ..errors import FunctionError
from ..exposed import Exposed, exposed

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..values import Params


class MediaType(Exposed):
    """``.MediaType``."""

    GO_TYPE = "media.Type"

    def __init__(self, name: str) -> None:
        self._name = mimetypes.guess_type(name, strict=False)[0] or "application/octet-stream"
        self._suffix = name.rpartition(".")[2]

    @exposed("Type")
    def display(self) -> str:
        """Give the full type, such as ``image/png``."""
        return self._name

    @exposed("MainType")
    def main_type(self) -> str:
        """Give the part before the slash."""
        return self._name.partition("/")[0]

    @exposed("SubType")
    def sub_type(self) -> str:
        """Give the part after the slash."""
        return self._name.partition("/")[2]


class ResourceView(Exposed):
    """A file that belongs to a page or lies in ``assets/``."""

    GO_TYPE = "*resources.resourceAdapter"

    def __init__(
        self,
        name: str,
        url: str,
        permalink: str,
        read: Callable[[], bytes | None],
        *,
        title: str = "",
        params: Params | None = None,
    ) -> None:
        self._name = name
        self._url = url
        self._permalink = permalink
        self._read = read
        self._title = title or name
        self._params = to_params({}) if params is None else params

    def display(self) -> str:
        """Give the address."""
        return self._url

    @exposed("Name")
    def name(self) -> str:
        """Give the name below the page's folder."""
        return self._name

    @exposed("Title")
    def title(self) -> str:
        """Give the title, by default the name."""
        return self._title

    @exposed("Params")
    def params(self) -> Params:
        """Give the parameters that the page's front matter sets."""
        return self._params

    @exposed("RelPermalink")
    def rel_permalink(self) -> str:
        """Give the address without host."""
        return self._url

    @exposed("Permalink")
    def permalink(self) -> str:
        """Give the full address."""
        return self._permalink

    @exposed("ResourceType")
    def resource_type(self) -> str:
        """Give the main media type, such as ``image``."""
        return self.media_type().main_type()

    @exposed("MediaType")
    def media_type(self) -> MediaType:
        """Give the media type."""
        return MediaType(self._name)

    @exposed("Content")
    def content(self) -> str:
        """Give a text file's text."""
        return self._bytes().decode("utf-8", "replace")

    @exposed("Width")
    def width(self) -> int:
        """Give an image's width in pixels."""
        return self._size()[0]

    @exposed("Height")
    def height(self) -> int:
        """Give an image's height in pixels."""
        return self._size()[1]

    def _bytes(self) -> bytes:
        data = self._read()
        if data is None:
            msg = f"resource {self._name!r} cannot be read"
            raise FunctionError(msg)
        return data

    def _size(self) -> tuple[int, int]:
        size = image_size(self._bytes())
        if size is None:
            msg = f"the size of {self._name!r} is not known: it is no PNG, GIF, JPEG or WebP image"
            raise FunctionError(msg)
        return size


def image_size(data: bytes) -> tuple[int, int] | None:
    """Read width and height from the start of a PNG, GIF, JPEG or WebP file."""
    if data[:8] == b"\x89PNG\r\n\x1a\n" and len(data) >= 24:
        return struct.unpack(">II", data[16:24])
    if data[:4] == b"GIF8" and len(data) >= 10:
        return struct.unpack("<HH", data[6:10])
    if data[:2] == b"\xff\xd8":
        return _jpeg_size(data)
    if data[:4] == b"RIFF" and data[12:16] == b"VP8X" and len(data) >= 30:
        wide, high = data[24:27] + b"\0", data[27:30] + b"\0"
        return int.from_bytes(wide, "little") + 1, int.from_bytes(high, "little") + 1
    if data[:4] == b"RIFF" and data[12:16] == b"VP8 " and len(data) >= 30:
        width, height = struct.unpack("<HH", data[26:30])
        return width & 0x3FFF, height & 0x3FFF
    return None


def _jpeg_size(data: bytes) -> tuple[int, int] | None:
    at = 2
    while at + 9 < len(data) and data[at] == 0xFF:
        marker, length = data[at + 1], int.from_bytes(data[at + 2 : at + 4], "big")
        if 0xC0 <= marker <= 0xCF and marker not in {0xC4, 0xC8, 0xCC}:
            height, width = struct.unpack(">HH", data[at + 5 : at + 9])
            return width, height
        at += 2 + max(length, 2)
    return None


def matches(pattern: str, name: str) -> bool:
    """Say whether a name fits a glob, without regard to case; ``*`` stays within a folder."""
    pattern, name = pattern.lower().lstrip("/"), name.lower().lstrip("/")
    if len(pattern) > 200 or pattern.count("*") > 8:
        return False
    parts = [translate(part)[4:-3].replace(".*", "[^/]*") for part in pattern.split("**")]
    return compile_pattern(".*".join(parts) + r"\Z", IGNORECASE).match(name) is not None


class Resources(list[ResourceView], Exposed):
    """A page's resources."""

    GO_TYPE = "resource.Resources"

    @exposed("Get")
    def get(self, name: object) -> ResourceView | None:
        """Give the resource of a name, without regard to case; nil if there is none."""
        wanted = to_string(name).lower().removeprefix("./").lstrip("/")
        return next((item for item in self if item.name().lower() == wanted), None)

    @exposed("GetMatch")
    def get_match(self, pattern: object) -> ResourceView | None:
        """Give the first resource that fits a glob."""
        return next(iter(self.match(pattern)), None)

    @exposed("Match")
    def match(self, pattern: object) -> Resources:
        """Give the resources that fit a glob."""
        glob = to_string(pattern)
        return Resources([item for item in self if matches(glob, item.name())])

    @exposed("ByType")
    def by_type(self, kind: object) -> Resources:
        """Give the resources of a main type, such as ``image``."""
        return Resources([item for item in self if item.resource_type() == kind])
