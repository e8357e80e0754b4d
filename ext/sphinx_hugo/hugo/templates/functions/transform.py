"""``transform``: Markdown, HTML, data formats."""

from __future__ import annotations

import html
import re
from functools import partial
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.entities import unescape
from sphinx_hugo.hugo.values.data import DataError, load_csv, load_json, load_toml, load_yaml
from sphinx_hugo.hugo.values.xmlreader import load_xml

from ..casts import to_string
from ..convert import to_value
from ..errors import FunctionError
from ..escape.escapers import escape_text
from ..jsontext import encode_json
from ..objects.codeblock import CodeBlock
from ..objects.resource import ResourceView
from ..options import lower_keys
from ..printing import sprint
from ..values import SafeHTML, is_truthful
from .registry import Namespace
from .writing import write_toml, write_yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from ..runtime import Runtime

TRANSFORM = Namespace("transform")


@TRANSFORM.add("Markdownify", "markdownify")
def _markdownify(runtime: Runtime, text: object) -> SafeHTML:
    page = runtime.page.record if runtime.page else None
    return SafeHTML(runtime.host.render_markdown(to_string(text), page, display="inline"))


@TRANSFORM.add("Emojify", "emojify")
def _emojify(runtime: Runtime, text: object) -> SafeHTML:
    return SafeHTML(runtime.host.emojify(to_string(text)))


@TRANSFORM.add("Plainify", "plainify")
def _plainify(text: object) -> SafeHTML:
    return SafeHTML(plain(to_string(text)))


def plain(text: str) -> str:
    """Take the tags out; the ends of paragraphs and lines stay line ends."""
    if "<" not in text and ">" not in text:
        return text
    out: list[str] = []
    source = text.replace("\n", " ")
    for old in ("</p>", "<br>", "<br />"):
        source = source.replace(old, "\n")
    inside = space = False
    for char in source:
        if char == "<":
            inside = True
        elif char == ">":
            inside = False
        elif not inside and not (char.isspace() and space):
            out.append(char)
            space = char.isspace()
    return "".join(out)


@TRANSFORM.add("HTMLEscape", "htmlEscape")
def _html_escape(text: object) -> str:
    source = to_string(text)
    return html.escape(source, quote=False).replace('"', "&#34;").replace("'", "&#39;")


@TRANSFORM.add("HTMLUnescape", "htmlUnescape")
def _html_unescape(text: object) -> str:
    return unescape(to_string(text))


@TRANSFORM.add("XMLEscape")
def _xml_escape(text: object) -> str:
    table: dict[str, str | int | None] = {
        "&": "&amp;",
        "<": "&lt;",
        ">": "&gt;",
        '"': "&#34;",
        "'": "&#39;",
        "\t": "&#x9;",
    }
    table |= {"\n": "&#xA;", "\r": "&#xD;"}
    return to_string(text).translate(str.maketrans(table))


@TRANSFORM.add("ToMath")
def _to_math(formula: object, options: object = None) -> SafeHTML:
    """Give the formula for MathJax to show, and for readers without it to read."""
    named = lower_keys(options) if isinstance(options, dict) else {}
    block = is_truthful(named.get("displaymode"))
    opening, closing, tag = ("\\[", "\\]", "div") if block else ("\\(", "\\)", "span")
    text = html.escape(to_string(formula), quote=False)
    return SafeHTML(f'<{tag} class="math notranslate nohighlight">{opening}{text}{closing}</{tag}>')


@TRANSFORM.add("PortableText")
@TRANSFORM.add("HTMLToMarkdown")
def _only_hugo(*args: object) -> object:
    del args
    msg = "this transformation is not available here: only Hugo itself can do it"
    raise FunctionError(msg)


@TRANSFORM.add("HTML", "html")
def _html(*values: object) -> SafeHTML:
    return SafeHTML(escape_text(sprint(values)).replace("&#43;", "+"))


@TRANSFORM.add("Highlight", "highlight")
def _highlight(
    runtime: Runtime, code: object, language: object = "", options: object = None
) -> SafeHTML:
    if isinstance(options, dict):
        chosen = lower_keys(options)
    else:
        pairs = [part.partition("=") for part in to_string(options).split(",") if "=" in part]
        chosen = {key.strip().lower(): value.strip() for key, _, value in pairs}
    text = to_string(code)
    return SafeHTML(runtime.host.render_highlight(text, to_string(language), chosen))


@TRANSFORM.add("HighlightCodeBlock")
def _highlight_code_block(
    runtime: Runtime, block: object, options: object = None
) -> dict[str, object]:
    if not isinstance(block, CodeBlock):
        msg = "HighlightCodeBlock takes the code block that a render hook is given"
        raise FunctionError(msg)
    wrapped = _highlight(runtime, block.inner(), block.language(), options or block.options())
    inner = re.sub(r"\A<div[^>]*><pre[^>]*><code[^>]*>|</code></pre></div>\Z", "", wrapped)
    return {"Wrapped": wrapped, "Inner": SafeHTML(inner)}


@TRANSFORM.add("CanHighlight")
def _can_highlight(language: object) -> bool:
    return bool(to_string(language))


_READERS: dict[str, Callable[[str], object]] = {
    "json": lambda text: load_json(text, keep_case=True, only_floats=True),
    "xml": load_xml,
    "toml": lambda text: load_toml(text, keep_case=True),
    "yaml": lambda text: load_yaml(text, keep_case=True),
}


@TRANSFORM.add("Unmarshal", "unmarshal")
def _unmarshal(*args: object) -> object:
    if not 1 <= len(args) <= 2:
        msg = "unmarshal takes 1 or 2 arguments"
        raise FunctionError(msg)
    options = lower_keys(args[0]) if len(args) == 2 and isinstance(args[0], dict) else {}
    source = args[-1]
    if isinstance(source, ResourceView):
        name, text = source.name(), source.content()
        kind = {"yml": "yaml"}.get(name.rpartition(".")[2], name.rpartition(".")[2])
    else:
        text, kind = to_string(source), ""
    kind = to_string(options.get("format")) or kind
    if not text.strip():
        return None
    return unmarshal(text, kind or guess_format(text, options), options)


def guess_format(text: str, options: Mapping[str, object]) -> str:
    """Guess a data format as Hugo does: by the sign that comes first."""
    places = {
        "json": text.find("{"),
        "yaml": text.find(":"),
        "toml": text.find("="),
        "csv": text.find(to_string(options.get("delimiter")) or ","),
    }
    found = {kind: place for kind, place in places.items() if place >= 0}
    if text.lstrip()[:1] == "<":
        return "xml"
    if text.lstrip()[:1] == "[" and "=" not in text:
        return "json"
    return min(found, key=lambda kind: found[kind]) if found else ""


def unmarshal(text: str, kind: str, options: dict[str, object]) -> object:
    """Read data in a format.

    :raises FunctionError: if the format is not known, or the text is not of it
    """
    reader: Callable[[str], object]
    if kind == "csv":
        reader = partial(_read_csv, options=options)
    elif kind in _READERS:
        reader = _READERS[kind]
    else:
        msg = f"unmarshal: cannot read the format {kind or 'of this text'!r}"
        raise FunctionError(msg)
    try:
        return to_value(reader(text))
    except DataError as error:
        msg = f"unmarshal: line {error.line}: {error.message}"
        raise FunctionError(msg) from error


def _read_csv(text: str, options: Mapping[str, object]) -> object:
    delimiter = to_string(options.get("delimiter")) or ","
    comment = to_string(options.get("comment"))
    if comment:
        lines = text.splitlines(keepends=True)
        text = "".join(line for line in lines if not line.startswith(comment))
    rows = load_csv(text, delimiter=delimiter[:1])
    if to_string(options.get("targettype")) != "map":
        return rows
    return [dict(zip(rows[0], row, strict=False)) for row in rows[1:]]


@TRANSFORM.add("Remarshal")
def _remarshal(kind: object, value: object) -> str:
    wanted = to_string(kind).lower()
    if isinstance(value, str):
        value = unmarshal(value, guess_format(value, {}), {})
    if wanted == "json":
        return encode_json(value, indent="   ", escape_html=False) + "\n"
    if wanted == "yaml":
        return write_yaml(value)
    if wanted == "toml":
        return write_toml(value)
    msg = f"unsupported format {wanted!r}: use json, toml or yaml"
    raise FunctionError(msg)
