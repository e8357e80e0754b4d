"""Page resources and assets."""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

from sphinx_hugo.hugo import globs
from sphinx_hugo.hugo.values.mediatypes import TYPES, media_type

from ..casts import to_string
from ..convert import to_params
from ..errors import FunctionError
from ..exposed import Exposed, exposed
from ..imagesizes import image_size, processed_size
from .images import ImageFilter

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..values import Params

_RASTER = frozenset({"bmp", "gif", "jpeg", "png", "tiff", "webp"})


class MediaType(Exposed):
    """``.MediaType``."""

    GO_TYPE = "media.Type"

    def __init__(self, name: str) -> None:
        self._suffix = name.rpartition(".")[2].lower()
        self._name = media_type(name)

    @exposed("Type", "String")
    def display(self) -> str:
        """Give the full type, such as ``image/png``."""
        return self._name

    @exposed("MainType")
    def main_type(self) -> str:
        """Give the part before the slash."""
        return self._name.partition("/")[0]

    @exposed("SubType")
    def sub_type(self) -> str:
        """Give the part after the slash; without what follows ``+``."""
        return self._name.partition("/")[2].partition("+")[0]

    @exposed("Suffixes")
    def suffixes(self) -> list[object]:
        """Give the endings of such files."""
        return [ending for ending, name in TYPES.items() if name == self._name] or [self._suffix]


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
        self._data: Mapping[str, object] = {}
        self._wanted: tuple[int, int] | None = None
        self.given_name = ""
        """What the front matter calls it; mostly empty."""
        self.target = ""
        """Where it is published, below the output folder; empty for page resources."""
        self.publishing: Callable[[], None] = lambda: None
        """Called when an address of it is taken, so that the file is there."""

    @exposed("String")
    def display(self) -> str:
        """Give the name."""
        return self.name()

    @exposed("Name")
    def name(self) -> str:
        """Give the name: that of the file below the page's folder, or what the page calls it."""
        return self.given_name or self._name

    def file_name(self) -> str:
        """Give the name of the file below the page's folder."""
        return self._name

    @exposed("Key")
    def key(self) -> str:
        """Give what tells it from others."""
        return self._name

    @exposed("Title")
    def title(self) -> str:
        """Give the title, by default the name."""
        return self._title

    @exposed("Params")
    def params(self) -> Params:
        """Give the parameters that the page's front matter sets."""
        return self._params

    @exposed("Data")
    def data(self) -> dict[str, object]:
        """Give what is known of it, such as ``.Integrity`` after ``fingerprint``."""
        return dict(self._data)

    @exposed("RelPermalink")
    def rel_permalink(self) -> str:
        """Give the address without host."""
        self.publishing()
        return self._url

    @exposed("Permalink")
    def permalink(self) -> str:
        """Give the full address."""
        self.publishing()
        return self._permalink

    @exposed("Publish")
    def publish(self) -> str:
        """See to it that the file is there."""
        self.publishing()
        return ""

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
        return self.read_bytes().decode("utf-8", "replace")

    @exposed("Err")
    def err(self) -> None:
        """Give nothing: nothing is fetched, so nothing fails."""

    # Pictures

    @exposed("Width")
    def width(self) -> int:
        """Give an image's width in pixels."""
        return self._size()[0]

    @exposed("Height")
    def height(self) -> int:
        """Give an image's height in pixels."""
        return self._size()[1]

    @exposed("Resize")
    def resize(self, spec: object) -> ResourceView:
        """Give the image as it is, with the size that it would get."""
        return self._processed("resize", to_string(spec))

    @exposed("Fit")
    def fit(self, spec: object) -> ResourceView:
        """Give the image as it is, with the size that it would get."""
        return self._processed("fit", to_string(spec))

    @exposed("Fill")
    def fill(self, spec: object) -> ResourceView:
        """Give the image as it is, with the size that it would get."""
        return self._processed("fill", to_string(spec))

    @exposed("Crop")
    def crop(self, spec: object) -> ResourceView:
        """Give the image as it is, with the size that it would get."""
        return self._processed("crop", to_string(spec))

    @exposed("Process")
    def process(self, spec: object) -> ResourceView:
        """Give the image as it is, with the size that it would get."""
        return self._processed("", to_string(spec))

    @exposed("Filter")
    def filter(self, *filters: object) -> ResourceView:
        """Give the image as it is, with the size that ``images.Process`` would give it."""
        found: ResourceView = self
        for item in filters:
            for one in item if isinstance(item, list) else [item]:
                if isinstance(one, ImageFilter) and one.spec:
                    found = found.process(one.spec)
        return self._processed("", "") if found is self else found

    @exposed("Colors")
    def colors(self) -> list[object]:
        """Give nothing: pictures are not decoded."""
        self._size()
        return []

    @exposed("Exif", "Meta")
    def meta(self) -> None:
        """Give nothing: pictures are not decoded."""
        self._size()

    def _processed(self, action: str, spec: str) -> ResourceView:
        found = self.derived(self._name)
        found.given_name = self.given_name
        found._wanted = processed_size(action, spec, self._size())
        return found

    def derived(
        self,
        name: str,
        url: str = "",
        permalink: str = "",
        data: Mapping[str, object] | None = None,
    ) -> ResourceView:
        """Give the same file under another name and address, by default its own."""
        found = ResourceView(
            name,
            url or self._url,
            permalink or self._permalink,
            self._read,
            title=self._title,
            params=self._params,
        )
        found._data = self._data if data is None else data
        found._wanted = self._wanted
        found.target = self.target
        found.publishing = self.publishing
        return found

    def read_bytes(self) -> bytes:
        """Give what the file holds.

        :raises FunctionError: if it is not there
        """
        data = self._read()
        if data is None:
            msg = f"resource {self._name!r} cannot be read"
            raise FunctionError(msg)
        return data

    def is_raster(self) -> bool:
        """Say whether it is a picture of pixels."""
        kind = self.media_type()
        return kind.main_type() == "image" and kind.sub_type() in _RASTER

    def _size(self) -> tuple[int, int]:
        if self._wanted is not None:
            return self._wanted
        size = image_size(self.read_bytes())
        if size is None:
            msg = (
                f"the size of {self._name!r} is not known: it is no PNG, GIF, JPEG, WebP or BMP "
                "image"
            )
            raise FunctionError(msg)
        return size


class Named(Protocol):
    """What stands in a list of resources: a file, or a page of a bundle."""

    def name(self) -> str:
        """Give the name that the page calls it by."""

    def file_name(self) -> str:
        """Give the name of the file below the page's folder."""

    def resource_type(self) -> str:
        """Give the kind, such as ``image`` or ``page``."""


def matches(pattern: str, name: str) -> bool:
    """Say whether a name fits a glob, without regard to case; ``*`` stays within a folder."""
    if len(pattern) > 200 or pattern.count("*") > 8:
        return False  # no name needs it, and the search would take long
    try:
        return globs.matches(pattern.lower().lstrip("/"), name.lower().lstrip("/"))
    except globs.GlobError:
        return False


class Resources(list["Named"], Exposed):
    """A page's resources."""

    GO_TYPE = "resource.Resources"

    @exposed("Get")
    def get(self, name: object) -> Named | None:
        """Give the resource of a name, without regard to case; nil if there is none.

        The names that the front matter gives come before those of the files. A name is held against
        those names alone, so that one which climbs is simply none of them.
        """
        wanted = to_string(name).lower().removeprefix("./").lstrip("/")
        names = [(item.name(), item) for item in self]
        names += [(item.file_name(), item) for item in self]
        return next((item for one, item in names if one.lower().lstrip("/") == wanted), None)

    @exposed("GetMatch")
    def get_match(self, pattern: object) -> Named | None:
        """Give the first resource that fits a glob."""
        return next(iter(self.match(pattern)), None)

    @exposed("Match")
    def match(self, pattern: object) -> Resources:
        """Give the resources that fit a glob; by the names of their files if there is none."""
        glob = to_string(pattern)
        found = [item for item in self if matches(glob, item.name())]
        return Resources(found or [item for item in self if matches(glob, item.file_name())])

    @exposed("ByType")
    def by_type(self, kind: object) -> Resources:
        """Give the resources of a main type, such as ``image``."""
        return Resources([item for item in self if item.resource_type() == kind])
