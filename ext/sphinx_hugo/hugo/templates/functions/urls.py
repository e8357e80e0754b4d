"""``urls`` and its short names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from urllib.parse import quote_plus, unquote, urlsplit

from sphinx_hugo.hugo.addresses.paths import escape, sanitize
from sphinx_hugo.hugo.anchors import AnchorStyle, anchorize

from ..casts import to_string, to_strings
from ..errors import FunctionError
from ..values import SafeHTML, SafeURL
from .registry import Namespace

if TYPE_CHECKING:
    from ..runtime import Runtime

from ..objects.url import ParsedURL
from .paths import clean

URLS = Namespace("urls")


def _is_absolute(url: str) -> bool:
    return bool(urlsplit(url).scheme) or url.startswith("//")


def _relative(runtime: Runtime, value: object, language: bool) -> SafeHTML:
    text = to_string(value)
    config = runtime.host.site.config
    if _is_absolute(text):
        if not text.startswith(config.base_url):
            return SafeHTML(text)
        text = text[len(config.base_url.rstrip("/")) - len(config.base_path) :]
        return SafeHTML(text)
    prefix = runtime.engine.site.language_prefix() if language else ""
    if text.startswith("/"):
        # A leading slash means the host's root; Hugo does not add the base path there.
        has_prefix = not prefix or text.startswith(prefix + "/")
        return SafeHTML("".join(_cleaned(text if has_prefix else prefix + text)))
    return SafeHTML("".join(_cleaned(f"{config.base_path}{prefix}/{text}")))


_END_OF_PATH = re.compile(r"[?#]|\Z")


def _cleaned(url: str) -> tuple[str, str]:
    """Split a URL without host behind its path, and resolve ``..`` and double slashes in that."""
    found = _END_OF_PATH.search(url)
    end = found.start() if found else len(url)
    path = url[:end]
    ending = "/" if path.endswith("/") and len(path) > 1 else ""
    return clean(path).rstrip("/") + ending or path[:1], url[end:]


def _absolute(runtime: Runtime, value: object, language: bool) -> SafeHTML:
    text = to_string(value)
    if _is_absolute(text):
        return SafeHTML(text)
    base = runtime.host.site.config.base_url
    prefix = runtime.engine.site.language_prefix() if language else ""
    if text.startswith("/"):
        parts = urlsplit(base)
        base = f"{parts.scheme}://{parts.netloc}/"
    if prefix and not text.lstrip("/").startswith(prefix[1:] + "/"):
        text = f"{prefix[1:]}/{text.lstrip('/')}"
    parts = urlsplit(base + text.lstrip("/"))
    path, rest = _cleaned((base + text.lstrip("/"))[len(f"{parts.scheme}://{parts.netloc}") :])
    if text.startswith("#"):
        path = path.rstrip("/")
    return SafeHTML(f"{parts.scheme}://{parts.netloc}{escape(path)}{rest}")


@URLS.add("RelURL", "relURL")
def _rel_url(runtime: Runtime, value: object) -> SafeHTML:
    return _relative(runtime, value, language=False)


@URLS.add("AbsURL", "absURL")
def _abs_url(runtime: Runtime, value: object) -> SafeHTML:
    return _absolute(runtime, value, language=False)


@URLS.add("RelLangURL", "relLangURL")
def _rel_lang_url(runtime: Runtime, value: object) -> SafeHTML:
    return _relative(runtime, value, language=True)


@URLS.add("AbsLangURL", "absLangURL")
def _abs_lang_url(runtime: Runtime, value: object) -> SafeHTML:
    return _absolute(runtime, value, language=True)


def _reference(runtime: Runtime, page: object, options: object, *, absolute: bool) -> SafeHTML:
    if isinstance(options, str):
        options = str(options)
    start = getattr(page, "record", None) or getattr(
        getattr(page, "page_view", None), "record", None
    )
    return SafeHTML(runtime.engine.site.resolve(options, start, absolute=absolute))


@URLS.add("Ref", "ref")
def _ref(runtime: Runtime, page: object, options: object) -> SafeHTML:
    return _reference(runtime, page, options, absolute=True)


@URLS.add("RelRef", "relref")
def _relref(runtime: Runtime, page: object, options: object) -> SafeHTML:
    return _reference(runtime, page, options, absolute=False)


@URLS.add("URLize", "urlize")
def _urlize(runtime: Runtime, value: object) -> str:
    text = sanitize(to_string(value))
    if not runtime.host.site.config.disable_path_to_lower:
        text = text.lower()
    path, _, fragment = text.partition("#")  # a mark with nothing behind it is lost
    return f"{escape(path)}#{escape(fragment)}" if fragment else escape(path)


@URLS.add("Anchorize", "anchorize")
def _anchorize(runtime: Runtime, value: object) -> str:
    return anchorize(to_string(value), AnchorStyle.of_markup(runtime.host.site.config.markup))


@URLS.add("PathEscape")
def _path_escape(value: object) -> str:
    from urllib.parse import quote  # noqa: PLC0415

    return quote(to_string(value), safe="$&+:=@~")


@URLS.add("PathUnescape")
def _path_unescape(value: object) -> str:
    return unquote(to_string(value))


@URLS.add("JoinPath")
def _join_path(*parts: object) -> str:
    flat: list[object] = []
    for part in parts:
        flat.extend(part if isinstance(part, list) else [part])
    if not flat:
        msg = "must provide at least one element"
        raise FunctionError(msg)
    words = to_strings(flat)
    scheme, sign, rest = words[0].partition("://")
    host, slash, path = rest.partition("/") if sign else ("", "", words[0])
    joined = "/".join([slash + path, *words[1:]]) if words[0] else "/".join(words[1:])
    ending = "/" if joined.endswith("/") else ""
    path = clean(joined) if joined.strip("/") else ""
    if sign and path and not path.startswith("/"):
        path = "/" + path
    path = "" if path == "." else path
    return f"{scheme}{sign}{host}{path}".rstrip("/") + ending if sign else path.rstrip("/") + ending


@URLS.add("Parse")
def _parse(value: object) -> ParsedURL:
    return ParsedURL(to_string(value))


@URLS.add("Query", "urlquery")
def _urlquery(*values: object) -> SafeURL:
    return SafeURL(quote_plus("".join(to_strings(values))))
