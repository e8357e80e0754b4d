"""Functions that process files with tools we do not have.

Pictures stay as they are. Scripts and styles that a browser can read as they are go through; the
rest is an error, or a warning where the page can do without.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..casts import to_string
from ..errors import FunctionError
from ..imagesizes import image_size
from ..jsontext import encode_json
from ..objects.images import ImageConfig, ImageFilter
from ..objects.resource import ResourceView
from ..values import SafeText
from .registry import Namespace

if TYPE_CHECKING:
    from ..runtime import Runtime

CSS = Namespace("css")
JS = Namespace("js")
IMAGES = Namespace("images")
DIAGRAMS = Namespace("diagrams")
DEBUG = Namespace("debug")
OPENAPI = Namespace("openapi3")


def _absent(namespace: Namespace, name: str, *aliases: str) -> None:
    def call(*args: object) -> object:
        del args
        msg = f"{namespace.name}.{name} is not available here: only Hugo itself can do this"
        raise FunctionError(msg)

    namespace.add(name, *aliases)(call)


_READABLE = (".css", ".js", ".mjs")
"""Endings of files that browsers read as they are."""


def _unprocessed(namespace: Namespace, name: str, *aliases: str) -> None:
    def call(runtime: Runtime, *args: object) -> object:
        resource = args[-1] if args else None
        if not isinstance(resource, ResourceView):
            msg = f"{namespace.name}.{name} takes a resource"
            raise FunctionError(msg)
        if not resource.name().lower().endswith(_READABLE):
            runtime.warnings.append(
                f"{namespace.name}.{name}: {resource.name()!r} is left as it is, for only Hugo "
                "itself can translate it; give a .css or .js file"
            )
        return resource

    namespace.add(name, *aliases)(call)


_unprocessed(CSS, "Build")
_unprocessed(CSS, "InlineImports")
_unprocessed(CSS, "Sass", "toCSS")
_unprocessed(CSS, "PostCSS", "postCSS")
_unprocessed(CSS, "TailwindCSS")
_unprocessed(JS, "Babel", "babel")
_unprocessed(JS, "Build")
_absent(JS, "Batch")
_absent(CSS, "ChromaStyles")
_absent(IMAGES, "QR")
_absent(DIAGRAMS, "Goat")
_absent(OPENAPI, "Unmarshal")
_absent(DEBUG, "Timer")


class _StyleValue(SafeText):
    """What ``css.Quoted`` and ``css.Unquoted`` give."""

    __slots__ = ()


CSS.add("Quoted")(lambda value: _StyleValue(to_string(value)))
CSS.add("Unquoted")(lambda value: _StyleValue(to_string(value)))


# Pictures


def _filter(name: str) -> None:
    IMAGES.add(name)(lambda *_args: ImageFilter())


for _name in (
    "AutoOrient", "Brightness", "ColorBalance", "Colorize", "Contrast", "Dither", "Gamma",
    "GaussianBlur", "Grayscale", "Hue", "Invert", "Mask", "Opacity", "Overlay", "Padding",
    "Pixelate", "Saturation", "Sepia", "Sigmoid", "Text", "UnsharpMask",
):  # fmt: skip
    _filter(_name)


@IMAGES.add("Process")
def _process(spec: object) -> ImageFilter:
    return ImageFilter(to_string(spec))


@IMAGES.add("Filter")
def _apply_filters(*args: object) -> ResourceView:
    image = args[-1] if args else None
    if not isinstance(image, ResourceView):
        msg = "images.Filter takes filters and an image"
        raise FunctionError(msg)
    return image.filter(*args[:-1])


@IMAGES.add("Config", "imageConfig")
def _config(runtime: Runtime, path: object) -> ImageConfig:
    name = to_string(path)
    data = runtime.host.read_bytes(name)
    size = image_size(data) if data is not None else None
    if size is None:
        msg = f"{name!r} is no PNG, GIF, JPEG, WebP or BMP image below the project's directory"
        raise FunctionError(msg)
    return ImageConfig(size)


# Finding mistakes


@DEBUG.add("Dump")
def _dump(value: object) -> str:
    return encode_json(value, indent="  ", escape_html=False)


@DEBUG.add("VisualizeSpaces")
def _visualize_spaces(value: object) -> str:
    shown = to_string(value).replace(" ", "[SPACE]").replace("\t", "[TAB]")
    return shown.replace("\r", "[CR]").replace("\n", "[NEWLINE]\n")
