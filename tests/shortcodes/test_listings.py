"""Shortcodes that list what a page has: pages below it, files beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from shortcodes.site import Rendered, pseudo_xml, render

if TYPE_CHECKING:
    from pathlib import Path

TREE = {
    "content/s/_index.md": "---\ntitle: S\n---\n{{% children depth=2 description=true %}}\n",
    "content/s/z.md": "---\ntitle: Z\nweight: 1\ndescription: The *last*.\n---\n",
    "content/s/t/_index.md": "---\ntitle: T\nlinkTitle: Short\nweight: 2\n---\n{{< children >}}\n",
    "content/s/t/u.md": "---\ntitle: U\n---\n{{< children >}}\n",
    "content/all/_index.md": "---\ntitle: All\n---\n{{% tree sort=title %}}\n",
    "content/all/b.md": "---\ntitle: B\nweight: 1\n---\n",
    "content/all/a.md": "---\ntitle: A\nweight: 2\n---\n",
    "content/b/index.md": (
        "---\ntitle: B\nresources: [{src: two.txt, title: Second}]\n---\n"
        '{{% attachments title="The *files*" pattern="\\.txt$" /%}}\n'
    ),
    "content/cards/_index.md": "---\ntitle: C\n---\n{{% children type=card sort=date description=1 %}}\n",
    "content/cards/old.md": "---\ntitle: Old\ndate: 2020-01-01\ndescription: The *first*.\n---\n",
    "content/cards/new.md": "---\ntitle: New\ndate: 2024-01-01\n---\n",
    "content/cards/away.md": "---\ntitle: Away\nhidden: true\n---\n",
    "content/all/more.md": (
        "---\ntitle: More\nweight: 3\n---\n"
        '{{% pages pageref="/cards" orderby=title hidden=true %}}\n'
    ),
    "content/f/index.md": (
        '---\ntitle: F\n---\n{{% resources sort=desc expanded=false pattern="txt$" /%}}\n'
    ),
    "content/f/a.txt": "1",
    "content/f/b.txt": "2",
    "content/b/one.txt": "1",
    "content/b/two.txt": "2",
    "content/b/three.csv": "3",
}


@pytest.fixture(scope="module")
def tree(tmp_path_factory: pytest.TempPathFactory) -> Rendered:
    where: Path = tmp_path_factory.mktemp("tree")
    return render({}, where, root_keys='theme = "relearn"\n', files=TREE)


def test_children_in_page_order_with_descriptions(tree: Rendered) -> None:
    text = pseudo_xml(tree.doctrees["s/index"])
    words = [line.strip() for line in text.splitlines() if not line.lstrip().startswith("<")]
    assert words == ["Z", "The", "last", ".", "Short", "U"]
    assert text.count('reftype="ref"') == 3
    assert text.count("<bullet_list") == 2


def test_children_of_one_level_by_default(tree: Rendered) -> None:
    assert pseudo_xml(tree.doctrees["s/t/index"]).count("<list_item>") == 1


def test_a_page_without_children_shows_nothing(tree: Rendered) -> None:
    assert pseudo_xml(tree.doctrees["s/t/u"]) == ""


def test_tree_sorted_by_title(tree: Rendered) -> None:
    text = pseudo_xml(tree.doctrees["all/index"])
    assert text.index("/all/a") < text.index("/all/b")


def test_cards_newest_first_without_hidden_pages(tree: Rendered) -> None:
    text = pseudo_xml(tree.doctrees["cards/index"])
    assert text.count('design_component="card"') == 2
    assert text.index('reftarget="/cards/new"') < text.index('reftarget="/cards/old"')
    assert "first" in text
    assert "Away" not in text


def test_pages_of_another_section_by_title_with_hidden_ones(tree: Rendered) -> None:
    text = pseudo_xml(tree.doctrees["all/more"])
    places = [text.index(f'reftarget="/cards/{name}"') for name in ("away", "new", "old")]
    assert places == sorted(places)


def test_resources_that_fold_in_the_opposite_order(tree: Rendered) -> None:
    text = pseudo_xml(tree.doctrees["f"])
    assert 'design_component="dropdown"' in text
    assert text.index('reftarget="b.txt"') < text.index('reftarget="a.txt"')


def test_resources_that_match(tree: Rendered) -> None:
    text = pseudo_xml(tree.doctrees["b"])
    assert "<rubric>" in text
    assert 'reftarget="one.txt"' in text
    assert "Second" in text
    assert "three.csv" not in text


def test_listings_warn_of_nothing(tree: Rendered) -> None:
    assert tree.warnings == {}
