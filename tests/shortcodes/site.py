"""One small site in which fixtures are rendered: a page each, all of them in one build."""

from __future__ import annotations

import io
import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx import addnodes
from sphinx.application import Sphinx
from sphinx.util.console import strip_colors
from sphinx.util.docutils import docutils_namespace, patch_docutils

from sphinx_hugo.nodes.pagenodes import section_list

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

CONFIG = """
baseURL = "https://example.org/"
title = "Fixtures"
disableKinds = ["taxonomy", "term"]
[params]
version = "1.2"
[params.release]
name = "Site *release*"
"""

PAGE = """\
---
title: Page
date: 2024-01-02
number: 7
list: [a, true, 1.5]
release:
  name: Page *release*
---
"""
"""Front matter of each fixture; its lines are not counted in expected warnings."""

SPEC = """\
openapi: 3.0.0
info: {title: Pets, version: "1.2", description: All about *pets*.}
paths:
  /pets/{id}:
    parameters:
      - {name: id, in: path, required: true, schema: {type: integer, format: int64}}
    get:
      summary: One pet
      responses:
        "200":
          description: The pet
          content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
        "404": {$ref: "#/components/responses/Gone"}
    delete: {deprecated: true, responses: {}}
  /pets:
    post:
      requestBody:
        content: {application/json: {schema: {type: array, items: {$ref: "#/x/Pet"}}}}
components:
  responses:
    Gone: {description: No such pet}
"""
PROPERTIES = """\
properties:
  - {name: url, type: string, required: true, description: Where it *is*.}
  - {name: ports, type: list, defaultValue: [80, 443], description: {en: Which ones.}}
"""
NOTEBOOK = """\
{"cells": [
 {"cell_type": "markdown", "source": ["## Title\\n", "Some *text*."]},
 {"cell_type": "code", "source": "1 + 1", "outputs": [
  {"output_type": "execute_result", "data": {"text/plain": ["2"]}},
  {"output_type": "display_data", "data": {"image/png": "aGk=", "text/plain": "A plot"}},
  {"output_type": "display_data", "data": {"image/png": "not base64", "text/plain": "None"}},
  {"output_type": "error", "ename": "KeyError", "evalue": "'x'"}]}],
 "metadata": {"kernelspec": {"language": "python"}}}
"""

FILES = {
    "content/docs/_index.md": "---\ntitle: Docs\n---\n",
    "content/docs/about/_index.md": "---\ntitle: About\n---\n",
    "content/docs/about/mission.md": "---\ntitle: Mission\n---\n## Our goals\n",
    "content/docs/about/ip.md": "---\ntitle: IP\n---\n",
    "content/cases/pic.png": "",
    "content/parts/part.md": "---\ntitle: Part\n---\n## A heading\n\nIncluded *text*.\n",
    "static/images/logo.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "static/images/logo-dark.svg": "<svg xmlns='http://www.w3.org/2000/svg'/>",
    "static/videos/tour.mp4": "",
    "static/code/hello.py": 'print("hello")\n',
    "static/code/spec.yaml": SPEC,
    "static/examples/pets.yaml": SPEC,
    "static/examples/note.md": "Some *text*.\n",
    "static/examples/hello.py": 'print("hello")\n',
    "static/examples/demo.ipynb": NOTEBOOK,
    "static/code/sizes.csv": "Name;Size\nsmall;1\nlarge;*7*;more\n",
    "content/docs/reference/glossary/index.md": "---\ntitle: Glossary\n---\n",
    "content/docs/reference/glossary/wrench.md": (
        "---\ntitle: Wrench\nfull_link: /docs/about/\n---\nTurns *nuts*.\n"
    ),
    "content/docs/reference/glossary/vise.md": "---\ntitle: Vise\n---\nHolds.\n",
    "content/docs/glossary/anvil.md": (
        "---\ntitle: Anvil\n---\nA block of *iron*.\n<!--more-->\nIt is heavy.\n"
    ),
    "content/docs/glossary/hammer.md": (
        "---\ntitle: Hammer\n---\nStrikes an {{< glossary_tooltip term_id=anvil >}}.\n\n"
        '{{< glossary_definition term_id="hammer" length="all" >}}\n'
    ),
    "static/examples/loop.md": 'Again {{< kbd A >}}\n\n{{< include "/examples/loop.md" >}}\n',
    "static/examples/twice.md": 'Here {{< include "/examples/twice.md" >}}\n' * 2,
    "assets/casts/demo.cast": "{}",
    "content/includes/hints.md": "A hint for *all*.\n",
    "content/cases/book.ipynb": NOTEBOOK,
    "data/en/termbase.yaml": "- {abbr: SEO, term: search engines, definition: To be *found*.}\n",
    "data/properties/demo.yaml": PROPERTIES,
    "i18n/en.yaml": "greeting: Good *day*\nwhatsnext_heading: And now\n",
}

_NOISE = ("refdoc", "refdomain", "refexplicit", "refwarn", "candidates", "source", "heading-level")
_SVG = re.compile(r"<svg[^>]*\bsd-octicon-([\w-]+).*?</svg>", re.DOTALL)
_WARNING = re.compile(r"^(?P<file>[^:\n]+):(?P<line>\d+): WARNING: (?P<text>.*)$", re.MULTILINE)


@dataclass
class Rendered:
    """What became of the pages, by the name of the case."""

    doctrees: dict[str, nodes.document] = field(default_factory=dict)
    warnings: dict[str, list[str]] = field(default_factory=dict)


def render(
    bodies: Mapping[str, str],
    folder: Path,
    *,
    root_keys: str = "",
    tables: str = "",
    files: Mapping[str, str] | None = None,
    builder: str = "dummy",
    conf: Mapping[str, Any] | None = None,
) -> Rendered:
    """Build a site with a page for each body; files are written below *folder*.

    *root_keys* and *tables* are TOML for the begin and the end of the configuration, *files* are
    added to the usual ones; *conf* is for ``conf.py``.
    """
    source = folder / "source"
    files = {**FILES, **(files or {}), "hugo.toml": root_keys + CONFIG + tables}
    files |= {f"content/cases/{name}.md": PAGE + body for name, body in bodies.items()}
    for name, text in files.items():
        (source / name).parent.mkdir(parents=True, exist_ok=True)
        (source / name).write_text(text, encoding="utf-8")
    stream = io.StringIO()
    with patch_docutils(), docutils_namespace():
        app = Sphinx(
            source,
            None,
            folder / "out",
            folder / "doctrees",
            builder,
            confoverrides={"extensions": ["sphinx_hugo"], "html_theme": "basic", **(conf or {})},
            status=None,
            warning=stream,
        )
        app.build()
        found = Rendered(warnings={name: [] for name in bodies})
        for docname in app.env.found_docs:
            found.doctrees[docname.removeprefix("cases/")] = app.env.get_doctree(docname)
    offset = PAGE.count("\n")
    for match in _WARNING.finditer(strip_colors(stream.getvalue())):
        name = match["file"].rpartition("/")[2].removesuffix(".md")
        found.warnings.setdefault(name, []).append(
            f"{int(match['line']) - offset}: {match['text']}"
        )
    return found


def pseudo_xml(document: nodes.document) -> str:
    """Return what a page shows, without its title, its toctrees and what every page has alike.

    docutils writes true as ``1`` since 0.22, as ``True`` before.
    """
    section = next(iter(document.findall(nodes.section)))
    shown = []
    for child in section.children[1:]:
        if isinstance(child, section_list) or list(child.findall(addnodes.toctree)):
            continue
        copy = child.deepcopy()
        for node in copy.findall(nodes.Element):
            _strip(node)
        shown.append(copy.pformat())
    text = "".join(shown)
    text = text.replace('="True"', '="1"').replace('="False"', '="0"')
    return text.replace(' xml:space="preserve"', "")


def _strip(node: nodes.Element) -> None:
    for name in _NOISE:
        node.attributes.pop(name, None)
    empty: Any
    for name, empty in list(node.attributes.items()):
        if empty is None:
            del node.attributes[name]
    if isinstance(node, nodes.raw):
        node.children = [nodes.Text(_SVG.sub(r"(octicon \1)", node.astext()))]
