"""A diagram where an extension for its language is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from docutils.parsers.rst import Directive, directives

from shortcodes.site import pseudo_xml, render

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


class Drawing(Directive):
    """Stands for the directive of ``sphinxcontrib.mermaid``."""

    has_content = True

    def run(self) -> list[nodes.Node]:
        return [nodes.comment("", "\n".join(self.content))]


@pytest.fixture
def mermaid() -> Iterator[None]:
    directives.register_directive("mermaid", Drawing)
    yield
    # A build puts a copy of the table in place, so that only the name is sure.
    directives._directives.pop("mermaid", None)


@pytest.mark.usefixtures("mermaid")
def test_the_directive_gets_the_text_as_it_stands(tmp_path: Path) -> None:
    body = (
        '{{< mermaid >}}\ngraph LR\n  A["*x*"] --> B["{{< param version >}}"]\n{{< /mermaid >}}\n'
    )
    found = render({"one": body}, tmp_path)
    assert found.warnings == {"one": []}
    assert pseudo_xml(found.doctrees["one"]) == (
        '<comment>\n    graph LR\n      A["*x*"] --> B["1.2"]\n'
    )
