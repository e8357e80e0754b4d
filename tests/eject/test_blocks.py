"""Doctree to MyST, block by block: what is written where the author's own lines do not do."""

from __future__ import annotations

from pathlib import Path

import pytest
from docutils import nodes

from sphinx_hugo.eject.blocks import Blocks
from sphinx_hugo.eject.marks import joined
from sphinx_hugo.eject.places import PAGE, Links, Places
from sphinx_hugo.eject.reading import EXTENSIONS, StockReader
from sphinx_hugo.eject.spans import Spans
from sphinx_hugo.nodes.code import code_block
from sphinx_hugo.nodes.components import Tab, card, columns_for, dropdown, grid, tab_set
from sphinx_hugo.nodes.media import hugo_frame
from sphinx_hugo.nodes.pagenodes import rule

READER = StockReader(EXTENSIONS, smartquotes=False)


def written(*children: nodes.Node) -> str:
    """Return what a page at ``docs/here`` says for these nodes."""
    places = Places(
        files={"files/plan.pdf": Path("/site/static/files/plan.pdf")},
        anchors={"docs/here": frozenset({"own"}), "docs/sub/there": frozenset({"part"})},
    )
    spans = Spans(Links(places, "docs/here"), Path("/site"), {"id1": "why"})
    return joined(Blocks(spans, READER, None).blocks(children, 0))


def paragraph(*children: nodes.Node | str) -> nodes.paragraph:
    return nodes.paragraph("", "", *map(as_node, children))


def as_node(child: nodes.Node | str) -> nodes.Node:
    return nodes.Text(child) if isinstance(child, str) else child


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", "plain words"),
        ("2 * 3 * 4", r"2 \* 3 \* 4"),
        ("snake_case, _edges_", r"snake_case, \_edges\_"),
        ("[x] <b> `c`", r"\[x\] \<b> \`c\`"),
        ("{note} and ${x}", r"\{note} and \$\{x}"),
        ("AT&T, &amp;", r"AT&T, \&amp;"),
        ("~~kept~~", r"\~\~kept\~\~"),
        ("% no comment", r"\% no comment"),
        ("+++", r"\+++"),
        ("(name)=", r"\(name)="),
        ("# no heading", r"\# no heading"),
        ("1. no item", r"1\. no item"),
        ("- no item", r"\- no item"),
        (": no definition", r"\: no definition"),
        ("::: no fence", r"\::: no fence"),
        ("> no quotation", r"\> no quotation"),
        ("| no table", r"\| no table"),
    ],
)
def test_text_that_looks_like_marks_stays_text(text: str, expected: str) -> None:
    assert written(paragraph(text)) == expected
    shown = [item for item in READER.read(expected) if item[0] == "text"]
    assert shown == [("text", text), ("text", "sentinel")]


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("https://example.org/a", "[go](https://example.org/a)"),
        ("tel:+4912", "[go](tel:+4912){.external}"),
        (f"{PAGE}docs/sub/there", "[go](sub/there.md)"),
        (f"{PAGE}docs/sub/there#part", "[go](sub/there.md#part)"),
        (f"{PAGE}docs/sub/there#nowhere", "[go](../sub/there/#nowhere){.external}"),
        (f"{PAGE}docs/sub/index", "[go](sub/index.md)"),
        (f"{PAGE}index", "[go](../index.md)"),
        (f"{PAGE}docs/here#own", "[go](./#own){.external}"),
        ("#own", "[go](#own)"),
        ("#other", "[go](#other){.external}"),
        ("../../files/plan.pdf", "[go](/_extra/files/plan.pdf)"),
        ("../../files/none.pdf", "[go](../../files/none.pdf){.external}"),
    ],
)
def test_link_leads_to_the_file_of_the_page(address: str, expected: str) -> None:
    assert written(paragraph(nodes.reference("", "go", refuri=address))) == expected


def test_address_that_is_its_own_text_needs_no_more() -> None:
    link = nodes.reference("", "https://example.org/", refuri="https://example.org/")
    assert written(paragraph("See ", link)) == "See <https://example.org/>"


def test_spans() -> None:
    tags = [nodes.raw("", f"<{tag}>", format="html") for tag in ("del", "/del")]
    struck = nodes.inline("", "", tags[0], nodes.Text("old"), tags[1], classes=["hugo-del"])
    spans = {
        "**bold**": nodes.strong("", "bold"),
        "*thin*": nodes.emphasis("", "thin"),
        "``a`b``": nodes.literal("", "a`b"),
        "{sub}`2`": nodes.subscript("", "2"),
        "~~old~~": struck,
        "[new]{.sd-badge}": nodes.inline("", "new", classes=["sd-badge"]),
        "{math}`x^2`": nodes.math("", "x^2"),
        "[^why]": nodes.footnote_reference("", "1", refid="id1"),
    }
    for expected, node in spans.items():
        assert written(paragraph("a ", node)) == f"a {expected}"


def test_emphasis_that_marks_cannot_end_is_written_as_html() -> None:
    assert written(paragraph("a", nodes.strong("", "(b)"), "c")) == "a<strong>(b)</strong>c"


def test_code_needs_a_directive_only_for_options() -> None:
    assert written(code_block("a = 1", "python")) == "```python\na = 1\n```"
    assert written(code_block("x", "no-such-language")) == "```\nx\n```"
    assert written(code_block("```", "")) == "````\n```\n````"
    block = code_block("a\nb", "python", {"linenos": "true", "hl_lines": "2 9"})
    assert written(block) == ("```{code-block} python\n:linenos:\n:emphasize-lines: 2\n\na\nb\n```")


def test_notes_and_what_folds() -> None:
    assert written(nodes.tip("", paragraph("Do."))) == ":::{tip}\nDo.\n:::"
    titled = nodes.admonition("", nodes.title("", "Mind"), paragraph("It."), classes=["warning"])
    assert written(titled) == ":::{admonition} Mind\n:class: warning\n\nIt.\n:::"
    folded = dropdown([nodes.Text("More")], [nodes.note("", paragraph("In."))], is_open=True)
    assert written(folded) == ("::::{dropdown} More\n:open:\n\n:::{note}\nIn.\n:::\n::::")


def test_tabs_and_cards() -> None:
    tabs = tab_set(
        [Tab([nodes.Text("One")], [paragraph("1")], sync="k"), Tab([nodes.Text("Two")], [])]
    )
    assert written(tabs) == (
        "::::{tab-set}\n\n:::{tab-item} One\n:sync: k\n\n1\n:::\n\n"
        ":::{tab-item} Two\n% empty\n:::\n::::"
    )
    cards = grid([card(title=[nodes.Text("T")], body=[paragraph("B")])], columns_for(2))
    assert written(cards) == (
        ":::::{grid} 1 2 2 2\n:gutter: 3\n\n::::{grid-item}\n\n:::{card} T\nB\n:::\n::::\n:::::"
    )


def test_lists() -> None:
    item = nodes.list_item(
        "", paragraph("a"), nodes.bullet_list("", nodes.list_item("", paragraph("b")))
    )
    box = nodes.raw("", '<input type="checkbox" checked disabled>', format="html")
    task = nodes.list_item("", nodes.paragraph("", "", box, nodes.Text(" done")))
    ordered = nodes.enumerated_list("", nodes.list_item("", paragraph("c")), start=7)
    assert written(nodes.bullet_list("", item)) == "- a\n  - b"
    assert written(nodes.bullet_list("", task)) == "- [x] done"
    assert written(ordered) == "7. c"


def test_lists_that_follow_each_other_stay_two() -> None:
    one, two = (nodes.bullet_list("", nodes.list_item("", paragraph(text))) for text in "ab")
    assert written(one, two) == "- a\n\n<!-- -->\n\n- b"


def test_definitions_and_footnotes() -> None:
    entry = nodes.definition_list_item(
        "", nodes.term("", "T"), nodes.definition("", paragraph("D"))
    )
    note = nodes.footnote("", nodes.label("", "1"), paragraph("N"), names=["footnote-why"])
    assert written(nodes.definition_list("", entry)) == "T\n: D"
    assert written(note) == "[^why]: N"


def test_numbered_footnote_has_the_number_that_hugo_counts() -> None:
    note = nodes.footnote("", nodes.label("", "1"), paragraph("N"), names=["footnote-7"])
    assert written(note) == "[^1]: N"


def test_raw_html_is_a_block_where_markdown_sees_one() -> None:
    def raw(text: str) -> str:
        return written(nodes.raw("", text, format="html"))

    assert raw('<div class="a">\n<b>x</b>\n</div>') == '<div class="a">\n<b>x</b>\n</div>'
    assert raw("<!-- a\n\nb -->") == "<!-- a\n\nb -->"
    assert raw("<div>\n\n# no heading</div>") == "```{raw} html\n<div>\n\n# no heading</div>\n```"
    assert raw(f'<p><a href="{PAGE}docs/sub/there#part">x</a></p>') == (
        '<p><a href="../sub/there/#part">x</a></p>'
    )


def test_frame_and_rule() -> None:
    frame = hugo_frame(uri="https://v.example/1", title="V", kind="video")
    assert 'src="https://v.example/1"' in written(frame)
    assert written(rule()) == '<hr class="docutils">'


def test_table_with_blocks_is_a_list_of_rows() -> None:
    def row(*cells: nodes.Node) -> nodes.row:
        return nodes.row("", *(nodes.entry("", cell) for cell in cells))

    def table(head: nodes.row, body: nodes.row) -> nodes.table:
        group = nodes.tgroup("", nodes.thead("", head), nodes.tbody("", body), cols=2)
        return nodes.table("", group)

    simple = table(row(paragraph("A"), paragraph("B")), row(paragraph("1|2"), paragraph("3")))
    assert written(simple) == "| A | B |\n| --- | --- |\n| 1\\|2 | 3 |"
    code = code_block("x\ny", "")
    rows = table(row(paragraph("A"), paragraph("B")), row(paragraph("1"), code))
    assert written(rows) == (
        ":::{list-table}\n:header-rows: 1\n\n* - A\n  - B\n* - 1\n  - ```\n    x\n    y\n    ```\n:::"
    )
