"""``path`` and ``urls``."""

from __future__ import annotations

import posixpath
from typing import TYPE_CHECKING
from urllib.parse import parse_qs, quote_plus, unquote, urlsplit

from sphinx_hugo.hugo.anchors import AnchorStyle, anchorize
from sphinx_hugo.hugo.paths import sanitize

from ..casts import to_string, to_strings
from ..errors import FunctionError
from ..escape.escapers import quote_url
from ..exposed import Exposed, exposed
from ..values import SafeHTML, SafeURL
from .registry import Namespace

if TYPE_CHECKING:
    from ..runtime import Runtime

PATH = Namespace("path")
URLS = Namespace("urls")


def _slashed(value: object) -> str:
    return to_string(value).replace("\\", "/")


def _clean(path: str) -> str:
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
    return _clean(folder + slash) if folder + slash else "."


@PATH.add("Ext")
def _ext(path: object) -> str:
    return _extension(_slashed(path))


def _extension(path: str) -> str:
    name = path.rpartition("/")[2]
    return name[name.rindex(".") :] if "." in name else ""


@PATH.add("Clean")
def _clean_path(path: object) -> str:
    return _clean(_slashed(path))


@PATH.add("Join")
def _join(*parts: object) -> str:
    flat: list[object] = []
    for part in parts:
        flat.extend(part if isinstance(part, list) else [part])
    words = [word for word in to_strings(flat) if word]
    return _clean("/".join(words).replace("\\", "/")) if words else ""


class Split(Exposed):
    """Folder and file of a path."""

    GO_TYPE = "paths.DirFile"

    def __init__(self, folder: str, name: str) -> None:
        self._folder = folder
        self._name = name

    def display(self) -> str:
        """Give both."""
        return f"{{{self._folder} {self._name}}}"

    @exposed("Dir")
    def dir(self) -> str:
        """Give the folder with its slash."""
        return self._folder

    @exposed("File")
    def file(self) -> str:
        """Give the file."""
        return self._name


@PATH.add("Split")
def _split(path: object) -> Split:
    folder, slash, name = _slashed(path).rpartition("/")
    return Split(folder + slash, name)


# URLs


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
        return SafeHTML(text if has_prefix else prefix + text)
    return SafeHTML(f"{config.base_path}{prefix}/{text}")


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
    return SafeHTML(base + text.lstrip("/"))


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
    return quote_url(text, normal=True)


@URLS.add("Anchorize", "anchorize")
def _anchorize(runtime: Runtime, value: object) -> str:
    goldmark = runtime.host.site.config.markup.get("goldmark")
    parser = goldmark.get("parser") if isinstance(goldmark, dict) else None
    chosen = (
        str(parser.get("autoheadingidtype", "github")) if isinstance(parser, dict) else "github"
    )
    style = AnchorStyle(chosen) if chosen in set(AnchorStyle) else AnchorStyle.GITHUB
    return anchorize(to_string(value), style)


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
    joined = "/".join([slash + path, *words[1:]])
    ending = "/" if joined.endswith("/") else ""
    path = _clean(joined) if joined.strip("/") else ""
    if sign and path and not path.startswith("/"):
        path = "/" + path
    path = "" if path == "." else path
    return f"{scheme}{sign}{host}{path}".rstrip("/") + ending if sign else path.rstrip("/") + ending


class ParsedURL(Exposed):
    """A URL in parts."""

    GO_TYPE = "*url.URL"

    def __init__(self, text: str) -> None:
        self._text = text
        try:
            self._parts = urlsplit(text)
        except ValueError as error:
            msg = f"cannot parse {text[:80]!r} as a URL"
            raise FunctionError(msg) from error

    @exposed("String")
    def display(self) -> str:
        """Give the whole."""
        return self._text

    @exposed("Scheme")
    def scheme(self) -> str:
        """Give the part before the colon."""
        return self._parts.scheme

    @exposed("Host")
    def host(self) -> str:
        """Give host and port."""
        return self._parts.netloc.rpartition("@")[2]

    @exposed("Hostname")
    def hostname(self) -> str:
        """Give the host without port."""
        return self.host().partition(":")[0]

    @exposed("Port")
    def port(self) -> str:
        """Give the port; empty if none is said."""
        return self.host().partition(":")[2]

    @exposed("Path")
    def path(self) -> str:
        """Give the path, unescaped."""
        return unquote(self._parts.path)

    @exposed("EscapedPath")
    def escaped_path(self) -> str:
        """Give the path as written."""
        return self._parts.path

    @exposed("RawQuery")
    def raw_query(self) -> str:
        """Give the query as written."""
        return self._parts.query

    @exposed("Query")
    def query(self) -> Query:
        """Give the query in parts."""
        return Query(self._parts.query)

    @exposed("Fragment")
    def fragment(self) -> str:
        """Give what follows ``#``, unescaped."""
        return unquote(self._parts.fragment)

    @exposed("IsAbs")
    def is_abs(self) -> bool:
        """Say whether it names a scheme."""
        return bool(self._parts.scheme)

    @exposed("RequestURI")
    def request_uri(self) -> str:
        """Give path and query."""
        query = f"?{self._parts.query}" if self._parts.query else ""
        return (self._parts.path or "/") + query


class Query(Exposed):
    """The query of a URL."""

    GO_TYPE = "url.Values"

    def __init__(self, text: str) -> None:
        self._values = parse_qs(text, keep_blank_values=True)

    @exposed("Get")
    def get(self, key: object) -> str:
        """Give the first value of a key."""
        return (self._values.get(to_string(key)) or [""])[0]

    @exposed("Has")
    def has(self, key: object) -> bool:
        """Say whether the key is there."""
        return to_string(key) in self._values


@URLS.add("Parse")
def _parse(value: object) -> ParsedURL:
    return ParsedURL(to_string(value))


@URLS.add("Query", "urlquery")
def _urlquery(*values: object) -> SafeURL:
    return SafeURL(quote_plus("".join(to_strings(values))))
