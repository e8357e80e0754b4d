"""Our HTML of a few hundred snippets against Hugo's, one Hugo run for each set of settings."""

from __future__ import annotations

import json
import random
import re
from typing import TYPE_CHECKING, Any

import pytest

from differential.hugo import run_hugo
from sphinx_hugo.markdown import HugoRenderer, MarkdownOptions, create_parser, render_html
from sphinx_hugo.markdown.summary import plain, summarize, word_count
from sphinx_hugo.markdown.toc import table_of_contents

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.hugo

HOME = """{{ $all := dict }}{{ range .Site.RegularPages }}{{ $all = merge $all (dict
.File.BaseFileName (dict "content" .Content "toc" .TableOfContents "summary" .Summary
"truncated" .Truncated "plain" .Plain "words" .WordCount)) }}{{ end }}{{ $all | jsonify }}"""
SUMMARY_LENGTH = 10

PASSTHROUGH = {
    "enable": True,
    "delimiters": {"block": [["$$", "$$"], ["\\[", "\\]"]], "inline": [["$", "$"], ["\\(", "\\)"]]},
}
SETTINGS: dict[str, dict[str, Any]] = {
    "defaults": {},
    "unsafe": {"renderer": {"unsafe": True}},
    "hard wraps": {"renderer": {"hardWraps": True}},
    "block attributes": {"parser": {"attribute": {"block": True}}},
    "lone images": {"parser": {"wrapStandAloneImageWithinParagraph": False}},
    "passthrough": {"extensions": {"passthrough": PASSTHROUGH}},
    "no typographer": {"extensions": {"typographer": {"disable": True}}},
    "extras": {
        "extensions": {
            "strikethrough": False,
            "extras": {
                name: {"enable": True}
                for name in ("subscript", "superscript", "mark", "insert", "delete")
            },
        }
    },
    "subscript": {
        "extensions": {"strikethrough": False, "extras": {"subscript": {"enable": True}}}
    },
    "cjk": {"extensions": {"cjk": {"enable": True, "eastAsianLineBreaks": True}}},
    "blackfriday ids": {"parser": {"autoIDType": "blackfriday"}},
}

# Pieces that are put together at random, by what they are about.
PIECES: dict[str, list[str]] = {
    "quotes": ["'", '"', "a", "s", "t", "ll", "90s", " ", ".", ",", "(", ")", "é", "--", "“", "_"],
    "dashes": ["-", "--", ".", "..", "<", "<<", ">", ">>", "a", " ", "`", "*", "\\"],
    "emphasis": ["*", "**", "_", "__", "~", "~~", "a", " ", ".", "`", "[", "](b)", "é", "$", "“"],
    "addresses": [
        "www.a.org",
        "http://x.org",
        "https://a.b/c?d=(e)",
        "a@b.org",
        "ftp://z.org",
        " ",
        "*",
        "_",
        "(",
        ")",
        "[",
        "]",
        ".",
        ",",
        "<",
        ">",
        ";",
        "&amp;",
        "~",
        "`",
        "\\",
        "!",
        '"',
    ],
    "links": [
        "[a]",
        "(/u",
        ' "t")',
        "[b][a]",
        "![a]",
        "(",
        ")",
        "<",
        ">",
        "\\",
        "%20",
        "é",
        "&copy;",
    ],
    "escapes": ["\\", "&", "amp;", "&#35;", "*", "<", ">", '"', "`", "``", " ", "a", "&x;", "%"],
    "blocks": ["- a", "  ", "\n", "\n\n", "> ", "1. ", "2) ", "a", "# ", "---\n", "===\n", "***\n"],
    "headings": [
        "# ",
        "## ",
        "a",
        "{#x}",
        "{.c}",
        "{#x .c k=v}",
        " #",
        "\\",
        "\n---\n",
        "`c`",
        "\n\n",
    ],
    "tables": [
        "| a | b |\n",
        "|---|---|\n",
        "| a |",
        "---|:-:\n",
        "a",
        "\n",
        "\\|",
        "`",
        "\n\n",
        "> ",
    ],
    "definitions": ["a", "b", "\n", "\n\n", "\n: x", "\n:   y", "\n\n: z", "T\n: d", "> ", "  c"],
    "html": [
        "<div>",
        "</div>",
        "<b>",
        "</b>",
        "<!-- c -->",
        "<br>",
        "\n\n",
        "a",
        "*b*",
        '<a href="x">',
    ],
    "tasks": ["- [ ] ", "- [x] ", "a", "\n", "\n\n", "[ ] ", "1. [X] "],
    "footnotes": ["[^1]", "[^2]", "\n\n[^1]: n\n", "\n\n[^2]: *m*\n", "a", " ", "\n", "- "],
    "mathematics": ["$", "$$", "\\(", "\\)", "a", "_b_", " ", "\n", "`", "5"],
    "attributes": [
        "a",
        "\n\n",
        "\n{.c}\n",
        "\n{#i .d}\n",
        "- l",
        "> q",
        "\n***\n",
        "\n# h",
        "{foo}",
    ],
    "extras": ["~", "^", "==", "++", "=", "+", "a", " ", "b", "*", "`"],
    "cjk": ["日本", "テスト", "a", "\n", "。", " ", "**", "한국"],
    "myst": ["% ", "+++", "{ref}`a`", "(a)=", ":::", "{{ b }}", "$c$", "\n", "^[d]", " ", ":f: g"],
}
HANDMADE = [
    "# A\n\n### B\n\n## C *d* `e` [f](g)\n\n#### H\n",
    "one two three\n\n<!--more-->\n\nfour\n",
    "- a <!--more--> b\n- c\n",
    "> a <!--more--> b\n",
    "![i](p)\n",
    "- ![i](p)\n",
    "a ![i](p)\n",
    # A paragraph goes on below a definition for links; the text of a description begins below it.
    "> [ref]: /u\ntext [ref]\n",
    "> > [ref]: /u\n> [b]: /v\n    more [b]\n",
    "> [ref]: /u\n- no [ref]\n",
    "- a\n\n  [ref]: /u\ntext\n",
    "T\n: \n  a\n\n  b\n: c\n",
    "T\n:   \n\n    - a\n",
    "T\n:    \n  text\n",
    "- [x] $$y$$\n",
    '|a|\n|-|\n{.c title="x" k=v data-z=1 #i}\n',
    "- [ ]\n- [x] $$y$$\n\n- [x] a\n",
    # Lines that are inside an item, but short of its text.
    "10.  Run:\n    ```sh\n    make\n    ```\n11.  Next\n",
    "1.   Run\n    - a\n    > b\n    # c\n    ---\n",
    "> -    a\n>     > b\n",
    "- a\n\n  10.  b\n      <div>c</div>\n  11.  d\n",
    "T\n:    a\n    > b\n",
    "1.    a|b\n    |-|-|\n      |-|-|\n      |c|d|\n",
]
SNIPPETS = HANDMADE + [
    "".join(rng.choice(pieces) for _ in range(rng.randint(2, 8))).strip("\n") + "\n"
    for seed, pieces in enumerate(PIECES.values())
    for rng in [random.Random(seed)]
    for _ in range(40)
]


def _toml(table: dict[str, Any], name: str) -> str:
    plain_values = {k: v for k, v in table.items() if not isinstance(v, dict)}
    own = f"[{name}]\n" + "".join(f"{k} = {json.dumps(v)}\n" for k, v in plain_values.items())
    return own + "".join(_toml(v, f"{name}.{k}") for k, v in table.items() if isinstance(v, dict))


def _lower(value: Any) -> Any:
    if isinstance(value, dict):
        return {key.lower(): _lower(item) for key, item in value.items()}
    return value


def _hugo(site: Path, goldmark: dict[str, Any]) -> list[dict[str, Any]]:
    config = (
        f'title = "T"\nsummaryLength = {SUMMARY_LENGTH}\n'
        'disableKinds = ["taxonomy", "term", "rss", "sitemap"]\n'
    )
    (site / "hugo.toml").write_text(config + _toml(goldmark, "markup.goldmark"))
    (site / "content").mkdir()
    (site / "layouts").mkdir()
    (site / "layouts/home.html").write_text(HOME)
    (site / "layouts/page.html").write_text("")
    for number, snippet in enumerate(SNIPPETS):
        text = f"---\ntitle: A\n---\n{snippet}"
        (site / f"content/p{number:04}.md").write_text(text, encoding="utf-8")
    pages = json.loads((run_hugo(site) / "index.html").read_text("utf-8"))
    return [pages[f"p{number:04}"] for number in range(len(SNIPPETS))]


def _normal(html: str) -> str:
    """Leave out what we do not copy: white space at the ends of lines."""
    return re.sub(r"[ \t]+(?=<br>|\n|$)|(?<=\n)[ \t]+", "", html)


def _loses_text(snippet: str) -> bool:
    """Whether Hugo, with block attributes on, drops text: all that follows ``{...}`` on a line.

    We keep that text, braces and all.
    """
    return re.search(r"^ *\{[#.][^}]*\}.*[^\s]", snippet, re.MULTILINE) is not None


@pytest.mark.parametrize("name", SETTINGS)
def test_snippets(name: str, tmp_path: Path) -> None:
    goldmark = SETTINGS[name]
    options = MarkdownOptions.from_markup({"goldmark": _lower(goldmark)}, alerts=False)
    pages = _hugo(tmp_path, goldmark)
    different = [
        (snippet, page["content"], ours)
        for snippet, page in zip(SNIPPETS, pages, strict=True)
        if not (options.attribute_block and _loses_text(snippet))
        and _normal(ours := render_html(snippet, options)) != _normal(page["content"])
    ]
    assert different == []


def test_table_of_contents_summary_and_words(tmp_path: Path) -> None:
    options = MarkdownOptions.from_markup({}, alerts=False)
    md = create_parser(options, HugoRenderer)
    for snippet, page in zip(SNIPPETS, _hugo(tmp_path, {}), strict=True):
        env: dict[str, Any] = {"keep_divider": True}
        tokens = md.parse(snippet, env)
        assert table_of_contents(tokens, md, env) == page["toc"]
        summary = summarize(md.renderer.render(tokens, md.options, env), SUMMARY_LENGTH)
        assert (summary.html, summary.truncated) == (page["summary"], page["truncated"]), snippet
        html = render_html(snippet, options)
        assert plain(html).split() == page["plain"].split()
        assert word_count(html) == page["words"]
