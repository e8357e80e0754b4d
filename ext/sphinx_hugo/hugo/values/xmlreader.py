"""A reader for XML: text in, plain data out, as Hugo reads data files and ``transform.Unmarshal``.

The root is left out. An element is a map of its children by name, of its attributes by name with
``-`` before, and of its text under ``#text``; an element with nothing but text is that text, and
children of one name are a list.
"""

from __future__ import annotations

from typing import Any
from xml.parsers import expat

from sphinx_hugo.hugo.values.data import DataError

_MAX_DEPTH = 100


def load_xml(text: str) -> Any:
    """Return the data of an XML document; raises :class:`DataError`."""
    reader = _Reader()
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.StartElementHandler = reader.start
    parser.EndElementHandler = reader.end
    parser.CharacterDataHandler = reader.text
    parser.EntityDeclHandler = _refuse_entity
    reader.line = lambda: (parser.CurrentLineNumber, parser.CurrentColumnNumber + 1)
    try:
        parser.Parse(text.encode("utf-8", "replace"), True)
    except expat.ExpatError as error:
        message = expat.ErrorString(error.code)
        raise DataError(message, error.lineno, error.offset + 1) from error
    return reader.root


def _refuse_entity(*_args: object) -> None:
    raise DataError("entities of the document's own are not read", 1, 1)


class _Reader:
    def __init__(self) -> None:
        self.root: Any = None
        self.line: Any = lambda: (1, 1)
        self._open: list[tuple[str, dict[str, Any], list[str]]] = []

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if len(self._open) > _MAX_DEPTH:
            raise DataError("elements are nested too deep", *self.line())
        own = {f"-{_local(key)}": value for key, value in attributes.items()}
        self._open.append((_local(name), own, []))

    def text(self, data: str) -> None:
        self._open[-1][2].append(data)

    def end(self, _name: str) -> None:
        name, content, parts = self._open.pop()
        text = "".join(parts).strip()
        value: Any = content
        if not content:
            value = text
        elif text:
            content["#text"] = text
        if not self._open:
            self.root = value
            return
        above = self._open[-1][1]
        if name not in above:
            above[name] = value
        elif isinstance(above[name], list):
            above[name].append(value)
        else:
            above[name] = [above[name], value]


def _local(name: str) -> str:
    return name if name.startswith("xmlns") else name.rpartition(":")[2]
