"""What ``urls.Parse`` and ``path.Split`` give."""

from __future__ import annotations

from urllib.parse import parse_qs, unquote, urlsplit

from sphinx_hugo.hugo.addresses.paths import escape

from ..casts import to_string
from ..errors import FunctionError
from ..exposed import Exposed, exposed
from ..printing import to_text


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
        if self.opaque():
            return ""
        return unquote(self._parts.path)

    @exposed("EscapedPath")
    def escaped_path(self) -> str:
        """Give the path, escaped."""
        return escape(unquote(self._parts.path)) if self._parts.path else ""

    @exposed("RawPath")
    def raw_path(self) -> str:
        """Give the path as written, if that is not how it would be escaped."""
        written = self._parts.path
        return "" if written in {self.path(), self.escaped_path()} else written

    @exposed("Opaque")
    def opaque(self) -> str:
        """Give what follows the scheme of an address without slashes, such as ``mailto:``."""
        is_opaque = self._parts.scheme and not self._text.partition(":")[2].startswith("/")
        return self._parts.path if is_opaque else ""

    @exposed("User")
    def user(self) -> str:
        """Give the name before ``@``, and the password if there is one."""
        return self._parts.netloc.rpartition("@")[0]

    @exposed("Redacted")
    def redacted(self) -> str:
        """Give the whole without the password."""
        name, colon, _ = self.user().partition(":")
        return self._text.replace(f"{self.user()}@", f"{name}:xxxxx@", 1) if colon else self._text

    @exposed("JoinPath")
    def join_path(self, *parts: object) -> ParsedURL:
        """Give the address with more path."""
        words = [part.strip("/") for part in map(to_string, parts)]
        ending = "/" if parts and to_string(parts[-1]).endswith("/") else ""
        path = "/".join([self._parts.path.rstrip("/"), *(word for word in words if word)]) + ending
        return ParsedURL(self._parts._replace(path=path).geturl())

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

    def display(self) -> str:
        """Give the values by key, as Go prints a map."""
        return to_text(dict(self._values))

    @exposed("Get")
    def get(self, key: object) -> str:
        """Give the first value of a key."""
        return (self._values.get(to_string(key)) or [""])[0]

    @exposed("Has")
    def has(self, key: object) -> bool:
        """Say whether the key is there."""
        return to_string(key) in self._values


class Split(Exposed):
    """Folder and file of a path."""

    GO_TYPE = "paths.DirFile"

    def __init__(self, folder: str, name: str) -> None:
        self._folder = folder
        self._name = name

    def display(self) -> str:
        """Give both."""
        return f"{self._folder}|{self._name}"

    @exposed("Dir")
    def dir(self) -> str:
        """Give the folder with its slash."""
        return self._folder

    @exposed("File")
    def file(self) -> str:
        """Give the file."""
        return self._name
