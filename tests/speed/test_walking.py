"""Trees walked by a loop: the same nodes in the same order, even while the tree changes."""

from __future__ import annotations

import pickle
from typing import TYPE_CHECKING, Any

import pytest
from docutils import nodes
from docutils.frontend import get_default_settings
from docutils.utils import new_document
from hypothesis import given
from hypothesis import strategies as st

from sphinx_hugo.speed.walking import Walk, begin, end

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

Shape = list[Any]
"""The children of a node: 0 for a text, a list for an element."""
Edit = tuple[int, str]
"""At which of the nodes that are met, and what happens to it."""
EDITS = ("remove", "replace", "empty", "wrap", "add below", "add after", "remove first")
CONDITIONS: dict[str, Any] = {
    "all": None,
    "texts": nodes.Text,
    "inlines": nodes.inline,
    "elements": nodes.Element,
    "even": lambda node: len(node.children) % 2 == 0,
}


def grow(parent: nodes.Element, shape: Shape) -> None:
    for number, below in enumerate(shape):
        if below == 0:
            parent += nodes.Text(f"text {number}")
        else:
            child = nodes.inline() if number % 2 else nodes.paragraph()
            parent += child
            grow(child, below)


def tree(shape: Shape) -> nodes.document:
    document = new_document("page.md", get_default_settings())
    grow(document, shape)
    for number, node in enumerate(list(document.findall())):
        if isinstance(node, nodes.Element):
            node["number"] = number
    return document


def change(node: nodes.Node, edit: str) -> None:
    parent = node.parent
    place = next((i for i, n in enumerate(parent or ()) if n is node), -1)
    fresh = nodes.inline("", "", nodes.Text("fresh"), number=-1)
    if isinstance(node, nodes.Element) and edit == "empty":
        node.clear()  # gives it another list
    elif isinstance(node, nodes.Element) and edit == "add below":
        node += fresh
    elif parent is None or place < 0:
        return
    elif edit == "remove":
        parent.pop(place)
    elif edit == "replace":
        parent[place] = fresh
    elif edit == "wrap":
        parent[place] = fresh
        fresh += node
    elif edit == "add after":
        parent.insert(place + 1, fresh)
    elif edit == "remove first":
        parent.pop(0)


def met(walk: Iterator[nodes.Node], edits: list[Edit]) -> list[str]:
    """Return what a walk meets while every so many nodes something is changed."""
    found = []
    for count, node in enumerate(walk):
        number = node["number"] if isinstance(node, nodes.Element) else node.astext()
        found.append(f"{type(node).__name__} {number}")
        for when, edit in edits:
            if when == count:
                change(node, edit)
        if count > 200:
            break  # what is added is met, and may be added to
    return found


SHAPES = st.recursive(
    st.just([]), lambda below: st.lists(st.one_of(st.just(0), below), max_size=4), max_leaves=25
)


@given(
    shape=SHAPES,
    edits=st.lists(st.tuples(st.integers(0, 12), st.sampled_from(EDITS)), max_size=4),
    condition=st.sampled_from(sorted(CONDITIONS)),
)
def test_a_walk_meets_what_docutils_meets(shape: Shape, edits: list[Edit], condition: str) -> None:
    theirs, ours = tree(shape), tree(shape)
    begin(ours)
    wanted = met(theirs.findall(CONDITIONS[condition]), edits)
    assert met(ours.findall(CONDITIONS[condition]), edits) == wanted
    end(ours)
    assert ours.pformat() == theirs.pformat()


@pytest.mark.parametrize(
    "way",
    [{"include_self": False}, {"descend": False}, {"siblings": True}, {"ascend": True}],
    ids=str,
)
def test_other_ways_are_left_to_docutils(way: dict[str, bool]) -> None:
    document = tree([[0, [0]], 0])
    wanted = list(document.findall(nodes.Text, **way))
    assert list(Walk(document).findall(nodes.Text, **way)) == wanted


def test_a_tree_without_an_end_is_an_error() -> None:
    document = tree([[0]])
    document[0].append(document)
    for condition in (nodes.Text, lambda node: False):
        with pytest.raises(RecursionError):
            list(Walk(document).findall(condition))


def test_a_class_with_a_walk_of_its_own_keeps_it() -> None:
    class Own(nodes.document):
        def findall(self, *_arguments: Any, **_named: Any) -> Iterator[Any]:
            return iter(())

    document = Own(get_default_settings(), None)  # type: ignore[arg-type]
    begin(document)
    assert list(document.findall()) == []


@pytest.mark.parametrize("fast", [True, False])
def test_a_document_is_kept_as_it_always_was(
    output: Callable[..., Any], monkeypatch: pytest.MonkeyPatch, *, fast: bool
) -> None:
    begun: list[nodes.document] = []
    kept = []
    dump = pickle.dump

    def beginning(document: nodes.document) -> None:
        begun.append(document)
        begin(document)

    def noting(thing: Any, *options: Any) -> None:
        if isinstance(thing, nodes.document):
            kept.append("findall" in vars(thing))
        dump(thing, *options)

    monkeypatch.setattr("sphinx_hugo.speed.walking.begin", beginning)
    monkeypatch.setattr(pickle, "dump", noting)
    output("-- hugo.toml --\n-- content/_index.md --\nText\n", hugo_speed=fast)
    assert kept
    assert not any(kept)
    assert bool(begun) is fast
    assert not any("findall" in vars(document) for document in begun)
