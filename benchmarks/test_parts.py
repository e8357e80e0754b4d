"""Single parts under pytest-benchmark: ``python -m pytest benchmarks``, not part of the tests.

The times are CPU time, as those of whole builds are.

With ``--benchmark-autosave`` and ``--benchmark-compare`` two versions are held against each other.
"""

from __future__ import annotations

import time
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from benchmarks.flavours import write_hugo
from benchmarks.pages import make_pages
from sphinx_hugo.hugo.calls.lexer import lex
from sphinx_hugo.hugo.calls.reading import parse_calls
from sphinx_hugo.hugo.content.frontmatter import read_front_matter
from sphinx_hugo.hugo.content.reader import ContentReader
from sphinx_hugo.hugo.references.links import resolve_link
from sphinx_hugo.hugo.references.refs import resolve_ref
from sphinx_hugo.hugo.site import Site, load_site
from sphinx_hugo.speed.composing import compose
from sphinx_hugo.speed.fragments import take_apart
from sphinx_hugo.speed.marks import mark

if TYPE_CHECKING:
    from collections.abc import Callable

    Benchmark = Callable[..., Any]

pytestmark = pytest.mark.benchmark(timer=time.process_time)

PAGE = "/docs/area-00/topic-00/page-03"
MATTER = {
    "yaml": "---\ntitle: A page\ndate: 2024-02-01\ntags: [a, b]\nparams: {x: 1}\n---\ntext\n",
    "toml": "+++\ntitle = 'A page'\ndate = 2024-02-01\ntags = ['a']\n[params]\nx = 1\n+++\ntext\n",
    "json": '{"title": "A page", "date": "2024-02-01", "tags": ["a"], "params": {"x": 1}}\ntext\n',
}


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("site")
    write_hugo(root, make_pages(500), "")
    return root


@pytest.fixture(scope="module")
def site(root: Path) -> Site:
    return load_site(root)


@pytest.fixture(scope="module")
def body(root: Path) -> str:
    return (root / f"content{PAGE}.md").read_text(encoding="utf-8")


def test_lexer(benchmark: Benchmark, body: str) -> None:
    assert benchmark(lex, body).errors == ()


def test_call_parser(benchmark: Benchmark, body: str) -> None:
    assert benchmark(parse_calls, body, takes_inner=lambda _name: None).nodes


@pytest.mark.parametrize("kind", MATTER)
def test_front_matter(benchmark: Benchmark, kind: str) -> None:
    found, problems = benchmark(read_front_matter, MATTER[kind], Path("page.md"))
    assert found.data["title"] == "A page"
    assert problems == ()


def test_scan_of_500_pages(benchmark: Benchmark, root: Path) -> None:
    assert len(benchmark(load_site, root).pages) == 500


def test_scan_of_500_pages_that_are_known(benchmark: Benchmark, root: Path) -> None:
    first = ContentReader()
    load_site(root, read=first)

    def again() -> Site:
        return load_site(root, read=ContentReader(first._found))

    assert len(benchmark(again).pages) == 500


@pytest.mark.parametrize("ref", [PAGE, "page-04.md", "page-05", "no-such-page"])
def test_ref_lookup(benchmark: Benchmark, site: Site, ref: str) -> None:
    found = benchmark(resolve_ref, site, ref, site.page(PAGE))
    assert (found.page is None) == (ref == "no-such-page")


def test_link_lookup(benchmark: Benchmark, site: Site) -> None:
    assert benchmark(resolve_link, site, "../page-04/", site.page(PAGE)).page is not None


def _tree(count: int) -> tuple[str, list[str]]:
    """Return a navigation tree of two levels with marks for links, and its addresses."""
    uris: list[str] = []

    def item(level: int, uri: str, below: str) -> str:
        uris.append(uri)
        link = f'href="{mark(len(uris) - 1, uri)}">Page</a>'
        return f'<li class="toctree-l{level}"><a class="reference internal" {link}{below}</li>\n'

    parts = []
    for section in range(count // 20):
        below = "".join(item(2, f"docs/s{section}/p{page}/", "") for page in range(19))
        parts.append(item(1, f"docs/s{section}/", f"<ul>\n{below}</ul>\n"))
    return f"<ul>\n{''.join(parts)}</ul>\n", uris


@pytest.mark.parametrize("count", [500, 2000])
def test_navigation_taken_apart(benchmark: Benchmark, count: int) -> None:
    assert benchmark(take_apart, *_tree(count)).parts


@pytest.mark.parametrize("focused", [False, True], ids=["full", "focused"])
@pytest.mark.parametrize("count", [500, 2000])
def test_navigation_of_a_page(benchmark: Benchmark, count: int, focused: bool) -> None:
    html, uris = _tree(count)
    tree = take_apart(html, uris)
    found = benchmark(compose, tree, uris[5], own=(5,), same=(5,), focused=focused)
    assert 'href="#"' in found
