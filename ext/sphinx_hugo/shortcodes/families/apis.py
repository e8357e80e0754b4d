"""Descriptions of APIs in the OpenAPI format, read out so that every builder can show them.

The viewers of Hugo's themes are scripts. What they show is in the file: operations, and for each
what it takes and what it gives.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes

from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.hugo.values.data import DataError, load_json, load_yaml
from sphinx_hugo.nodes.components import badge, dropdown
from sphinx_hugo.shortcodes.base import Parameter, Shortcode
from sphinx_hugo.shortcodes.families.datatables import Cell, table, text_cell

if TYPE_CHECKING:
    from collections.abc import Iterator

METHODS = {
    "get": "success",
    "post": "primary",
    "put": "warning",
    "patch": "warning",
    "delete": "danger",
    "head": "secondary",
    "options": "secondary",
    "trace": "secondary",
}
"""The methods of operations, and a colour for each."""


class ApiDescription(Shortcode):
    """An API description, read out: what it offers, what each call takes and gives."""

    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter(
            "src",
            "The description: a file of the site, or a URL, which becomes a link.",
            0,
            required=True,
        ),
    )
    source_keys: ClassVar[tuple[int | str, ...]] = ("src", "url", "spec", "file", "spec-url", 0)

    def to_nodes(self) -> list[nodes.Node]:
        """Return title, text and operations, below a link to the file."""
        source = self.params.text(*self.source_keys)
        if not source:
            return self.body()
        link = self.flow([self.context.reference(source, [nodes.Text(source)])])
        if self.context.inline or not self.context.has_file(source):
            return link
        text = self.context.read_text(source)
        try:
            load = load_json if source.lower().endswith(".json") else load_yaml
            spec = load(text or "", keep_case=True)
        except DataError as error:
            self.context.report(
                Kind.RESOURCE, f"'{source}' cannot be read as an API description: {error}."
            )
            return link
        if not isinstance(spec, Mapping) or not isinstance(spec.get("paths"), Mapping):
            return link
        return [*self._head(_map(spec.get("info"))), *link, *self._operations(spec)]

    def _head(self, info: Mapping[str, Any]) -> Iterator[nodes.Node]:
        if title := _text(info, "title"):
            words: list[nodes.Node] = [nodes.strong("", title)]
            if version := _text(info, "version"):
                words += [nodes.Text(" "), badge([nodes.Text(version)])]
            yield nodes.paragraph("", "", *words)
        yield from self._prose(info)

    def _operations(self, spec: Mapping[str, Any]) -> Iterator[nodes.Node]:
        for path, entry in spec["paths"].items():
            shared = _list(_map(entry).get("parameters"))
            for method, operation in _map(entry).items():
                if str(method).lower() in METHODS and isinstance(operation, Mapping):
                    yield self._operation(spec, str(method).lower(), str(path), operation, shared)

    def _operation(
        self,
        spec: Mapping[str, Any],
        method: str,
        path: str,
        operation: Mapping[str, Any],
        shared: list[Any],
    ) -> nodes.Node:
        title: list[nodes.Node] = [
            badge([nodes.Text(method.upper())], METHODS[method]),
            nodes.Text(" "),
            nodes.literal(path, path),
        ]
        if summary := _text(operation, "summary"):
            title += [nodes.Text(" "), *self.context.render_inline(summary)]
        body = list(self._prose(operation))
        if operation.get("deprecated") is True:
            body.insert(0, nodes.paragraph("", "", nodes.emphasis("", "Deprecated")))
        given = [_resolved(spec, one) for one in (*shared, *_list(operation.get("parameters")))]
        if given:
            body.append(self._parameters(given))
        if content := _map(_resolved(spec, operation.get("requestBody")).get("content")):
            body += self._bodies("Request body", content)
        rows: list[list[Cell]] = []
        for code, response in _map(operation.get("responses")).items():
            found = _resolved(spec, response)
            kinds = ", ".join(map(_type, map(_schema, _map(found.get("content")).values())))
            rows.append([_code(str(code)), self._words(found), _code(kinds)])
        if rows:
            body.append(table([_said("Response"), _said("Meaning"), _said("Type")], rows))
        return dropdown(title, body, classes=["hugo-operation"])

    def _parameters(self, given: list[Mapping[str, Any]]) -> nodes.table:
        rows = []
        for one in given:
            kind = _type(_map(one.get("schema")) or one)
            place = _text(one, "in") + (", required" if one.get("required") is True else "")
            rows.append([_code(_text(one, "name")), _said(place), _code(kind), self._words(one)])
        return table([_said(word) for word in ("Parameter", "In", "Type", "Meaning")], rows)

    def _bodies(self, words: str, content: Mapping[str, Any]) -> Iterator[nodes.Node]:
        for kind, entry in content.items():
            line: list[nodes.Node] = [nodes.Text(f"{words}: "), nodes.literal("", str(kind))]
            if name := _type(_schema(entry)):
                line += [nodes.Text(", "), nodes.literal("", name)]
            yield nodes.paragraph("", "", *line)

    def _prose(self, entry: Mapping[str, Any]) -> Iterator[nodes.Node]:
        if text := _text(entry, "description"):
            yield from self.context.render(self.context.markup(text))

    def _words(self, entry: Mapping[str, Any]) -> Cell:
        text = " ".join(_text(entry, "description").split())
        return text_cell(self.context.render_inline(text)) if text else []


def _resolved(spec: Mapping[str, Any], entry: object) -> Mapping[str, Any]:
    """Follow ``$ref`` inside the file; what leads elsewhere has no text of its own."""
    found = _map(entry)
    for _ in range(10):  # a chain of references may have no end
        ref = found.get("$ref")
        if not isinstance(ref, str):
            return found
        value: object = spec
        for name in ref.removeprefix("#/").split("/"):
            value = _map(value).get(name)
        found = _map(value)
    return {}


def _schema(entry: object) -> Mapping[str, Any]:
    return _map(_map(entry).get("schema"))


def _type(schema: Mapping[str, Any]) -> str:
    """Return the name of a type, such as ``array of Pet``."""
    if isinstance(ref := schema.get("$ref"), str):
        return ref.rpartition("/")[2]
    kind = _text(schema, "type")
    if kind == "array":
        inner = _map(schema.get("items"))
        return f"array of {_type(inner)}" if inner is not schema and inner else kind
    form = _text(schema, "format")
    return f"{kind} ({form})" if kind and form else kind


def _map(value: object) -> Mapping[str, Any]:
    return value if isinstance(value, Mapping) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []


def _text(entry: Mapping[str, Any], key: str) -> str:
    value = entry.get(key)
    return str(value).strip() if isinstance(value, str | int | float) else ""


def _said(text: str) -> Cell:
    return text_cell([nodes.Text(text)]) if text else []


def _code(text: str) -> Cell:
    return text_cell([nodes.literal(text, text)]) if text else []
