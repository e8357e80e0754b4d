"""Whatever stands for a shortcode while a page is read is nowhere in what comes out of it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from docutils import nodes
from hypothesis import given, settings
from hypothesis import strategies as st
from sphinx.util.docutils import docutils_namespace, patch_docutils

from fuzz.pages import Reader, start

if TYPE_CHECKING:
    from collections.abc import Iterator

CALL = "{{< param version >}}"
SETTINGS = """
enableEmoji = true
[params]
version = "2.1"
[markup.goldmark.renderer]
unsafe = true
[markup.goldmark.parser]
wrapStandAloneImageWithinParagraph = false
autoDefinitionTermID = true
[markup.goldmark.parser.attribute]
block = true
[markup.goldmark.extensions.passthrough]
enable = true
[markup.goldmark.extensions.passthrough.delimiters]
block = [["$$", "$$"]]
inline = [["\\\\(", "\\\\)"]]
[markup.goldmark.extensions.extras]
insert = {enable = true}
mark = {enable = true}
superscript = {enable = true}
"""

# ``@`` is the call.
CONTEXTS = {
    "text": "a @ b *@* **@** ~~@~~ ==@== ++@++ ^@^",
    "a bare address": "See https://x.example/@/y and www.x.example/@ and a@\\@x.example",
    "an address in angles": "<https://x.example/@/y> <a@\\@x.example>",
    "a link": "[a @](https://x.example/@ \"t @\") [b](</@ c> '@') [@](@)",
    "a definition": '[a @][r] [r] ![r]\n\n[r]: https://x.example/@ "t @"',
    "a label": "[a][r@] [r@]: [^n@]\n\n[r@]: /b\n\n[^n@]: note",
    "a picture": '![a @ `c @` *e @* ![i @](/i@.png)](/pic@.png "t @") ![@](https://x.example/@)',
    "a picture alone": '![a @](https://x.example/@ "t @")\n{#i .@}',
    "a link to another project": "[a @](inv:x#@) <inv:x#@>",
    "behind a backslash": '\\@ a\\@ \\\\@ [x](/a\\@ "\\@")',
    "a heading": "## @ a @\n\n## `v@` b\n\nA @\n===\n\n## ![a @](https://x.example/b)\n\n## \\@",
    "attributes": '## H {title="@" class="a @" id="x@"}\n\npara\n{class="@" id="y@" title="@"}',
    "attributes that are none": "## H {#x@}\n\npara\n{.a@}\n\n> q\n{@}",
    "a list": '- @\n- [ ] @\n- a @\n{class="@" id="l@"}\n\n1. @\n   @\n{start="@"}',
    "a quote": '> @ a\n{class="@" id="q@"}\n\n> [!NOTE] T @\n> @\n{class="@" id="a@"}\n\n> [!@]- @\n> a',
    "a rule": '---\n{class="@" id="r@"}',
    "a table": '| @ | `@` |\n|---|:-:|\n| a @ | ![@](https://x.example/@) |\n{class="@" id="t@"}',
    "terms": '@ a\n: @\n\n`b @`\n: c @\n{class="@"}',
    "code": "`@` ``a @``\n\n    @\n\n```\n@\n```",
    "a fence": '```@\na\n```\n\n```py {class="@" id="f@" hl_lines="@" title="@" linenos="@"}\n@\n```',
    "a fence that cannot be read": "```py {@}\na\n```\n\n~~~ {@=@}\na\n~~~",
    "a diagram": "```mermaid\ngraph @\n```",
    "mathematics": "\\(a @\\)\n\n$$\nb @\n$$\n\n```math\n@\n```",
    "a footnote": "a[^n]\n\n[^n]: b @ https://x.example/@",
    "raw HTML": '<b title="@">@</b> <!-- @ --> <@> <a href="/@">b</a>',
    "blocks of HTML": '<div id="@">\n@\n</div>\n\n<!-- @ -->\n\n<script>\nlet a = "@";\n</script>',
    "signs": "\"@\" '@' @-- ...@ &@; &amp@; :@: :tada@: @:tada:",
    "roles": "{abbr}`a @ (b @)` {ref}`c @ <d@>` {code}`@` {math}`@` {kbd}`@` {doc}`@` {nope}`@`",
    "directives": (
        "```{note} @\n:name: n@\n:class: c@\na @ https://x.example/@\n```\n\n"
        "```{admonition} T @\n:class: @\n`@`\n```\n\n```{code-block} py\n:caption: c @\n\n@\n```\n\n"
        "```{figure} https://x.example/@\n:alt: a @\n:name: f@\n\nc @\n```\n\n"
        "```{math}\n:label: m@\n\n@\n```\n\n```{literalinclude} @\n```\n\n"
        "```{list-table} T @\n* - @\n```\n\n```{image} https://x.example/@\n:alt: @\n```\n\n"
        "```{raw} html\n@\n```\n\n```{container} a@\n@\n```\n\n```{code-block} @\na\n```\n\n"
        "```{glossary}\nterm @\n  meaning @\n```\n\n```{index} a @\n```\n\n```{nope} @\n@\n```"
    ),
    "a directive with YAML": "```{note}\n---\nname: n@\nclass: c@\n---\na @\n```",
    "comments": "% @\n\n+++ @\n\n(a@)=\n\n@ <!--more--> @",
}
AROUND = {
    "the page": "@",
    "a shortcode": "{{< details T >}}\n@\n{{< /details >}}",
    "a Markdown shortcode": "{{% details T %}}\n@\n{{% /details %}}",
    "two shortcodes": "{{< tabs >}}{{< tab N >}}\n@\n{{< /tab >}}{{< /tabs >}}",
    "an unknown shortcode": "{{< nobody >}}\n@\n{{< /nobody >}}",
    "code of a shortcode": "{{< highlight md >}}\n@\n{{< /highlight >}}",
}
MARKER = re.compile(r"=?hs[cl][a-z0]*[0-9]", re.IGNORECASE)


@pytest.fixture(scope="module")
def reader(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Reader]:
    folder = tmp_path_factory.mktemp("placeholders")
    with patch_docutils(folder), docutils_namespace():
        yield start(folder, SETTINGS)


def left(reader: Reader, body: str) -> list[str]:
    """Return what is left of placeholders in the tree of a page, its HTML, titles and targets."""
    doctree = reader.read(f"---\ntitle: Page\n---\n{body}\n")
    env = reader.app.env
    texts = [doctree.pformat(), str(env.titles["docs/page"]), env.tocs["docs/page"].pformat()]
    for node in doctree.findall(nodes.Element):
        texts += [node.rawsource, repr(node.attributes)]
    texts += [repr(env.get_domain("hugo").data), repr(env.metadata["docs/page"])]
    texts.append(reader.app.builder.render_partial(doctree)["fragment"])  # type: ignore[attr-defined]
    return [
        text[max(found.start() - 60, 0) : found.end() + 60]
        for text in texts
        for found in MARKER.finditer(text)
    ]


@pytest.mark.parametrize("around", AROUND)
@pytest.mark.parametrize("context", CONTEXTS)
def test_no_placeholder_is_left(reader: Reader, context: str, around: str) -> None:
    text = AROUND[around].replace("@", CONTEXTS[context])
    text = re.sub(r"(?<!\\)@", CALL, text).replace("\\@", "@")
    before = len(reader.warnings.getvalue())
    assert left(reader, text) == []
    assert not MARKER.search(reader.warnings.getvalue()[before:])


ANSWERED = {
    "See https://x.example/@/y": ">https://x.example/2.1/y</a>",
    "<https://x.example/@>": ">https://x.example/2.1</a>",
    "www.x.example/@": 'href="https://www.x.example/2.1">www.x.example/2.1</a>',
    "a@\\@x.example": ">a2.1&#64;x.example</a>",
    '[a](https://x.example/ "v@")': 'title="v2.1"',
    "[a]\n\n[a]: https://x.example/ 'v@'": 'title="v2.1"',
    f"a \\{CALL} b": "a \\2.1 b",
    "![v @ `c`](https://x.example/p.png 't @')": 'title="t 2.1" alt="v 2.1 c"',
    "## `v@` notes": '<section id="v-notes">',
    "```v@\na\n```": "hugo-language-v2-1 ",
    "```@\na\n```": '<div class="highlight-none ',
    "```{note}\nb @ `@`\n```": "b 2.1 <code",
    "```{code-block} text\n:caption: c @\n\nb @\n```": "b 2.1\n",
    "{abbr}`a (v @)`": 'title="v 2.1"',
}


@pytest.mark.parametrize("source", ANSWERED)
def test_the_answer_stands_there(reader: Reader, source: str) -> None:
    text = re.sub(r"(?<!\\)@", CALL, source).replace("\\@", "@")
    assert ANSWERED[source] in reader.html(f"---\ntitle: Page\n---\n{text}\n")


PIECES = [
    CALL, CALL, "a ", " ", "\n", "\n\n", "    ", "- ", "1. ", "> ", "## ", "| ", "|\n|---|\n|", "*", "**",
    "`", "```", "```\n", "[", "](", ")", "![", "]: ", "[^a]", "<", ">", "<b>", "</b>", "<div>\n", "<!--",
    "-->", "{", "}", "{#a}", "{.b", '{title="', '"', "'", "=", "\\", "$$", "\\(", "\\)", ": ",
    "> [!NOTE] ", "- [ ] ", "www.x.example/", "https://x.example/", "a@b.example", "{abbr}`", "~~", "==",
    "```{note} ", "{{< details >}}", "{{< /details >}}", "{{% details %}}", "{{% /details %}}", "++", "^",
    ":tada:", "--",
]  # fmt: skip


@settings(max_examples=100, deadline=None)
@given(st.lists(st.sampled_from(PIECES), max_size=30).map("".join))
def test_no_placeholder_is_left_in_any_text(reader: Reader, text: str) -> None:
    assert left(reader, text) == []
