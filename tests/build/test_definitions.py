"""Definitions of links, ``[label]: address``, on the page and between the tags of shortcodes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from sphinx.util.docutils import docutils_namespace, patch_docutils

from fuzz.pages import Reader, start

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("definitions")
    with patch_docutils(folder), docutils_namespace():
        yield start(folder, '[params]\nversion = "2.1"\n')


def links(reader: Reader, body: str) -> dict[str, str]:
    """Return the words of the links of a page, and where they lead."""
    doctree = reader.read(f"---\ntitle: Page\n---\n{body}\n")
    return {node.astext(): node["refuri"] for node in doctree.findall(nodes.reference)}


TABS = """\
{{< tabs >}}
{{% tab "One" %}}
[first][1] [common][p]

[1]: https://first.example/
{{% /tab %}}
{{% tab "Two" %}}
[second][1]

[1]: https://second.example/
{{% /tab %}}
{{< /tabs >}}

[page][1]

[p]: https://common.example/
"""


def test_the_nearest_definition_counts(reader: Reader) -> None:
    found = links(reader, f"{TABS}\n[1]: https://page.example/")
    assert found == {
        "first": "https://first.example/",
        "common": "https://common.example/",  # for which Hugo has no link there
        "second": "https://second.example/",
        "page": "https://page.example/",
    }


def test_a_definition_in_another_text_is_none(reader: Reader) -> None:
    assert links(reader, TABS) == {
        "first": "https://first.example/",
        "common": "https://common.example/",
        "second": "https://second.example/",
    }
    note = "{{< alert >}}\n[1]: https://note.example/\n{{< /alert >}}"
    assert (
        links(reader, f"{note}\n\n[page][1]\n\n{{{{< alert >}}}}[other][1]{{{{< /alert >}}}}") == {}
    )


def test_what_a_markdown_shortcode_defines_is_defined_for_the_page(reader: Reader) -> None:
    body = (
        "[before][1] [own][2]\n\n{{% alert %}}\nInside.\n\n[1]: https://note.example/\n"
        "[2]: https://note.example/2\n{{% /alert %}}\n\n{{% alert %}}[other][1]{{% /alert %}}\n\n"
        "[2]: https://page.example/"
    )
    assert links(reader, body) == {
        "before": "https://note.example/",
        "own": "https://page.example/",
        "other": "https://note.example/",
    }


def test_a_text_within_a_text_takes_the_nearest(reader: Reader) -> None:
    body = (
        "{{< details A >}}\n{{< details B >}}\n[inner][1]\n{{< /details >}}\n\n"
        "[1]: https://outer.example/\n{{< /details >}}\n\n[1]: https://page.example/"
    )
    assert links(reader, body) == {"inner": "https://outer.example/"}


def test_a_directive_has_its_own(reader: Reader) -> None:
    body = (
        "```{note}\n[inner][1] [page][2]\n\n[1]: https://note.example/\n```\n\n[after][1]\n\n"
        "[1]: https://page.example/\n[2]: https://page.example/2"
    )
    assert links(reader, body) == {
        "inner": "https://note.example/",
        "page": "https://page.example/2",
        "after": "https://page.example/",
    }


def test_a_shortcode_in_a_definition_is_answered_where_it_stands(reader: Reader) -> None:
    body = (
        "{{< details A >}}\n{{< br >}}[inner][1]\n{{< /details >}}\n\n"
        "[1]: https://x.example/{{< param version >}}"
    )
    assert links(reader, body) == {"inner": "https://x.example/2.1"}
