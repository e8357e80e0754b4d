"""Random tables of contents: documents below documents, with all that a toctree may name."""

from __future__ import annotations

from dataclasses import dataclass, field

from docutils import nodes
from hypothesis import strategies as st
from sphinx import addnodes

SEGMENTS = st.sampled_from(["a", "b", "ab", "index", "a&b", "é x", "q@r", "it's", "a-index"])
TITLES = st.sampled_from(
    ["Plain", "R & D", 'He said "so"', "it's <b>", "", "`code`", "  spaced  out ", "a@b", "</a>"]
)
OUTSIDE = st.sampled_from(["https://example.org/", "https://example.org/x?a=1&b=2#c"])


@dataclass
class Doc:
    """A document with its toctrees."""

    name: str
    title: str
    markup: bool
    headings: int
    children: list[Doc | str] = field(default_factory=list)
    hidden: bool = True
    tocdepth: int = 0

    def walk(self) -> list[Doc]:
        """Return the document and all below it."""
        below = [d for child in self.children if isinstance(child, Doc) for d in child.walk()]
        return [self, *below]


DOCS = st.recursive(
    st.builds(
        Doc,
        st.lists(SEGMENTS, min_size=1, max_size=4).map("/".join),
        TITLES,
        st.booleans(),
        st.integers(0, 2),
    ),
    lambda inner: st.builds(
        Doc,
        st.lists(SEGMENTS, min_size=1, max_size=3).map("/".join),
        TITLES,
        st.booleans(),
        st.integers(0, 2),
        st.lists(inner | OUTSIDE | st.sampled_from(["self", "genindex"]), max_size=4),
        hidden=st.just(value=True),
        tocdepth=st.sampled_from([0, 0, 0, 0, 1, 2]),
    ),
    max_leaves=14,
)


@dataclass
class Site:
    """What Sphinx knows of a site's toctrees, in the shape of its environment."""

    tocs: dict[str, nodes.bullet_list]
    titles: dict[str, nodes.title]
    metadata: dict[str, dict[str, int]]
    toctree_includes: dict[str, list[str]]
    master_doctree: nodes.document
    docnames: list[str]


@st.composite
def sites(draw: st.DrawFn) -> Site:
    """Draw a root document with captions and trees below; some names occur more than once."""
    groups = draw(st.lists(st.tuples(TITLES, st.lists(DOCS | OUTSIDE, max_size=4)), max_size=3))
    titles_only = draw(st.booleans())
    tocs: dict[str, nodes.bullet_list] = {}
    metadata: dict[str, dict[str, int]] = {"index": {}}
    includes: dict[str, list[str]] = {}
    titles = {"index": nodes.title("", "Home")}
    master = nodes.document(None, None)  # type: ignore[arg-type]
    for caption, entries in groups:
        master += _toctree("index", entries, caption, titles_only=titles_only)
        includes.setdefault("index", []).extend(_names(entries))
        for entry in entries:
            for doc in entry.walk() if isinstance(entry, Doc) else ():
                if doc.name in tocs or doc.name == "index":
                    continue
                titles[doc.name] = nodes.title("", doc.title or "?")
                metadata[doc.name] = {"tocdepth": doc.tocdepth} if doc.tocdepth else {}
                tocs[doc.name] = _toc(doc, titles_only=titles_only)
                if names := _names(doc.children):
                    includes[doc.name] = names
    tocs.setdefault("index", nodes.bullet_list("", _item("index", "", nodes.Text("Home"))))
    return Site(tocs, titles, metadata, includes, master, [*tocs, "genindex", "search", "no/such"])


def _names(entries: list[Doc | str]) -> list[str]:
    return [entry.name for entry in entries if isinstance(entry, Doc)]


def _toctree(
    parent: str, entries: list[Doc | str], caption: str, *, titles_only: bool
) -> addnodes.toctree:
    node = addnodes.toctree("")
    node["parent"] = parent
    node["entries"] = [
        (None, entry.name) if isinstance(entry, Doc) else (f"To {entry} & on", entry)
        for entry in entries
    ]
    node["includefiles"] = _names(entries)
    node["maxdepth"] = -1
    node["caption"] = node["rawcaption"] = caption or None
    node["hidden"] = True
    node["titlesonly"] = titles_only
    return node


def _item(docname: str, anchor: str, *content: nodes.Node) -> nodes.list_item:
    reference = nodes.reference("", "", *content, internal=True, refuri=docname, anchorname=anchor)
    return nodes.list_item("", addnodes.compact_paragraph("", "", reference))


def _toc(doc: Doc, *, titles_only: bool) -> nodes.bullet_list:
    text: nodes.Node = nodes.Text(doc.title or "?")
    item = _item(doc.name, "", nodes.literal("", "", text) if doc.markup else text)
    below = nodes.bullet_list()
    below += [_item(doc.name, f"#h{n}", nodes.Text(f"Heading {n}")) for n in range(doc.headings)]
    if doc.children:
        below += _toctree(doc.name, doc.children, "", titles_only=titles_only)
    if len(below):
        item += below
    return nodes.bullet_list("", item)
