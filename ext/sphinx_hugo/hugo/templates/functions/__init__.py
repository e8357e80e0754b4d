"""Hugo's functions, one module for each namespace or group of small ones.

A module declares a `registry.Namespace` and registers functions with it; this list makes them
known. Functions that need the page, the site or the budget take a first parameter `runtime`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from . import cutting, expressions, querying, sets, truncation
from .absent import CSS, DEBUG, DIAGRAMS, IMAGES, JS, OPENAPI
from .collections import COLLECTIONS
from .compare import COMPARE
from .fmt import FMT
from .math import MATH
from .paths import PATH
from .registry import collect
from .small import CAST, CRYPTO, ENCODING, HASH, INFLECT, LANG, REFLECT, SAFE
from .strings import STRINGS
from .time import TIME
from .transform import TRANSFORM
from .urls import URLS
from .world import DATA, GLOBALS, OS, PARTIALS, RESOURCES, TEMPLATES

if TYPE_CHECKING:
    from collections.abc import Mapping

    from .registry import Function, Namespace


EXTENDING = (cutting, expressions, querying, sets, truncation)
"""Modules that add functions to the namespace of another."""

FUNCTIONS: Mapping[str, Function | Namespace] = collect(
    (
        CAST, COLLECTIONS, COMPARE, CRYPTO, DATA, ENCODING, FMT, GLOBALS, HASH, INFLECT, LANG,
        MATH, OS, PARTIALS, PATH, REFLECT, RESOURCES, SAFE, STRINGS, TEMPLATES, TIME, TRANSFORM,
        URLS, CSS, JS, IMAGES, DIAGRAMS, DEBUG, OPENAPI,
    )
)  # fmt: skip
"""Every name that a template may call."""
