"""Functions that process files with tools we do not have.

Their names must be known, or templates that only might call them could not be read.
"""

from __future__ import annotations

from ..errors import FunctionError
from ..jsontext import encode_json
from .registry import Namespace

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


for _name in ("Build", "Sass", "PostCSS", "TailwindCSS"):
    _absent(CSS, _name, *{"Sass": ("toCSS",), "PostCSS": ("postCSS",)}.get(_name, ()))
for _name in ("Babel", "Build", "Batch"):
    _absent(JS, _name, *{"Babel": ("babel",)}.get(_name, ()))
for _name in (
    "AutoOrient", "Brightness", "ColorBalance", "Colorize", "Config", "Contrast", "Dither", "Filter",
    "Gamma", "GaussianBlur", "Grayscale", "Hue", "Invert", "Mask", "Opacity", "Overlay", "Padding",
    "Pixelate", "Process", "QR", "Saturation", "Sepia", "Sigmoid", "Text", "UnsharpMask",
):  # fmt: skip
    _absent(IMAGES, _name, *{"Config": ("imageConfig",)}.get(_name, ()))
_absent(DIAGRAMS, "Goat")
_absent(OPENAPI, "Unmarshal")
_absent(DEBUG, "Timer")


@DEBUG.add("Dump")
def _dump(value: object) -> str:
    return encode_json(value, indent="  ", escape_html=False)


@DEBUG.add("VisualizeSpaces")
def _visualize_spaces(value: object) -> str:
    return "".join("·" if char.isspace() else char for char in str(value))
