"""``sphinx-hugo compare``: the figures, and what they are made of."""

from __future__ import annotations

import json
import sys
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from cli.conftest import snapshot, write_tree
from differential.hugo import hugo_binary
from sphinx_hugo.cli.htmlpages import BuiltSite, count_words
from sphinx_hugo.cli.measure import FIGURES, measure
from sphinx_hugo.cli.oracle import HugoPage, Oracle, ask_hugo
from sphinx_hugo.cli.scratch import WITH_INNER, WITHOUT_INNER, stubs
from sphinx_hugo.cli.sites import open_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.conftest import Done

    Run = Callable[..., Done]

# -- the measure, without Hugo -----------------------------------------------------------------


def hugo_page(url: str, kind: str = "page", **fields: object) -> HugoPage:
    values = {
        "title": "T",
        "description": "",
        "aliases": (),
        "children": (),
        "content": "",
        "written": True,
        **fields,
    }
    return HugoPage(kind=kind, url=url, **values)  # type: ignore[arg-type]


def built_page(title: str, body: str = "", head: str = "", sidebar: str = "") -> str:
    return (
        f"<html><head><title>{title} - Site</title>{head}</head><body>"
        f'<nav class="sidebar-tree">{sidebar}</nav><article role="main">'
        f'<h1>{title}<a class="headerlink" href="#t">#</a></h1>{body}</article></body></html>'
    )


def figures(root: Path, *pages: HugoPage, base_path: str = "") -> dict[str, tuple[int, int]]:
    found = measure(root, Oracle(pages, base_path, ()))
    return {name: (found[name].same, found[name].of) for name in FIGURES}


def put(root: Path, **files: str) -> None:
    for name, text in files.items():
        path = root / name / "index.html" if name != "home" else root / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def test_page_that_is_the_same_counts_in_full(tmp_path: Path) -> None:
    content = '<h2 id="one">One <code>two</code></h2><p><a href="/b/">three</a></p>'
    put(
        tmp_path,
        a=built_page(
            "T",
            '<section id="one"><h2>One two<a class="headerlink" href="#one">#</a></h2>'
            '<p><a href="../b/#x">three</a></p></section>',
            '<meta name="description" content="All &amp; sundry">',
        ),
        b=built_page("T"),
        old=built_page("T"),
    )
    page = hugo_page("/a/", description="*All* & [sundry](/b/)", aliases=("/old",), content=content)
    assert figures(tmp_path, page, hugo_page("/b/")) == {
        "pages": (2, 2),
        "titles": (2, 2),
        "descriptions": (1, 1),
        "links": (1, 1),
        "anchors": (1, 1),
        "order": (0, 0),
        "aliases": (1, 1),
        "words": (3, 3),
        "leaks": (2, 2),
    }


def test_page_that_is_missing_counts_in_every_figure(tmp_path: Path) -> None:
    page = hugo_page(
        "/a/",
        description="D",
        aliases=("/old/",),
        content='<h2 id="one">One</h2><a href="/a/">self</a>',
    )
    found = measure(tmp_path, Oracle((page,), "", ()))
    expected = dict.fromkeys(FIGURES, (0, 1)) | {
        "words": (0, 2),
        "order": (0, 0),
        "leaks": (0, 0),
    }
    assert {name: (item.same, item.of) for name, item in found.items()} == expected
    assert found["links"].misses == ["/a/: /a/"]
    assert found["pages"].percent == 0.0
    assert found["order"].percent == 100.0


@pytest.mark.parametrize(
    ("name", "body", "miss"),
    [
        ("titles", "", "/a/: 'Other', here 'T'"),
        ("anchors", '<p id="two">x</p><a href="/b/">word</a>', "/a/: #one"),
        ("links", '<p id="one"><a href="https://else.example/b/">word</a></p>', "/a/: /b/"),
        ("words", '<p id="one"><a href="/b/">another</a></p>', "/a/: 0.0 %, without word"),
        ("leaks", '<p id="one">{{&lt; x &gt;}}<a href="/b/">word</a></p>', "/a/"),
    ],
)
def test_each_difference_is_named(name: str, body: str, miss: str, tmp_path: Path) -> None:
    put(tmp_path, a=built_page("T", body), b=built_page("T"))
    content = '<h2 id="one"></h2><a href="/b/">word</a>'
    title = "Other" if name == "titles" else "T"
    page = hugo_page("/a/", title=title, content=content)
    found = measure(tmp_path, Oracle((page, hugo_page("/b/")), "", ()))
    assert found[name].misses == [miss]


def test_marks_in_code_are_no_leak(tmp_path: Path) -> None:
    put(tmp_path, a=built_page("T", "<pre>{{&lt; x &gt;}}</pre><p><code>{{% y %}}</code></p>"))
    assert figures(tmp_path, hugo_page("/a/"))["leaks"] == (1, 1)


def test_marks_that_hugo_shows_too_are_no_leak(tmp_path: Path) -> None:
    marks = "<p><strong>{{&lt; x &gt;}}</strong></p>"
    put(tmp_path, a=built_page("T", marks), b=built_page("T", marks * 2))
    pages = (hugo_page(address, content=marks) for address in ("/a/", "/b/"))
    assert figures(tmp_path, *pages)["leaks"] == (1, 2)


def test_order_is_that_of_the_sidebar(tmp_path: Path) -> None:
    sidebar = '<a href="a/">a</a><a href="b/">b</a><a href="c/">c</a>'
    put(tmp_path, home=built_page("T", sidebar=sidebar), a="<p>", b="<p>", c="<p>")
    pages = [hugo_page(f"/{name}/") for name in "abc"]
    in_order = hugo_page("/", "home", children=("/a/", "/b/", "/c/"))
    assert figures(tmp_path, in_order, *pages)["order"] == (2, 2)
    turned = hugo_page("/", "home", children=("/b/", "/a/", "/c/"))
    assert figures(tmp_path, turned, *pages)["order"] == (1, 2)


def test_pages_without_a_file_and_lists_of_terms_are_not_measured(tmp_path: Path) -> None:
    unwritten, term = hugo_page("/x/", written=False), hugo_page("/tags/a/", "term")
    assert figures(tmp_path, unwritten, term)["pages"] == (0, 0)


def test_base_path_is_part_of_links_only(tmp_path: Path) -> None:
    put(tmp_path, a=built_page("T", '<a href="/base/b/">x</a>'), b=built_page("T"))
    page = hugo_page("/a/", content='<a href="/base/b/">x</a><a href="/b/">not ours</a>')
    assert figures(tmp_path, page, hugo_page("/b/"), base_path="/base")["links"] == (1, 1)


def test_addresses_find_their_files_in_either_layout(tmp_path: Path) -> None:
    write_tree(tmp_path, "-- a.html --\nx\n-- b c/index.html --\nx\n-- index.html --\nx\n")
    site = BuiltSite(tmp_path, "")
    assert site.file("/a/") == tmp_path / "a.html"
    assert site.file("/b%20c/") == site.file("/b%20c") == tmp_path / "b c" / "index.html"
    assert site.file("/") == tmp_path / "index.html"
    assert site.file("/nope/") is None
    assert site.file(f"/{'x' * 5000}/") is None


def test_words_are_compared_without_case_and_form() -> None:
    assert count_words("Straße, ﬁne Fine—x2") == Counter({"fine": 2, "straße": 1, "x2": 1})


def test_without_lxml_the_extra_is_named(
    site: Path, run: Run, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "lxml", None)
    monkeypatch.delitem(sys.modules, "sphinx_hugo.cli.htmlpages")
    monkeypatch.delitem(sys.modules, "sphinx_hugo.cli.measure")
    done = run("compare", site, "--hugo", sys.executable)
    assert done.code == 2
    assert "pip install 'sphinx-hugo[compare]'" in done.err


def test_program_that_is_no_hugo_is_told(site: Path, run: Run) -> None:
    done = run("compare", site, "--hugo", sys.executable)
    assert done.code == 2
    assert "Hugo cannot build the site: " in done.err


# -- stubs ---------------------------------------------------------------------------------------


def test_stub_shows_inner_text_of_what_is_closed_somewhere() -> None:
    text = (
        '{{< box a="1" >}}x{{< /box >}} {{% line %}} {{< own />}} {{< figure src="x" >}} '
        "{{</* no */>}}"
    )
    assert stubs([text, "{{< line >}}"]) == {
        "box": WITH_INNER,
        "line": WITHOUT_INNER,
        "own": WITH_INNER,
    }


# -- with Hugo -----------------------------------------------------------------------------------

SITES = """
    -- old/config.yaml --
    title: Old
    languageCode: en-us
    paginate: 10
    theme: gone
    uglyURLs: {flat: true}
    disableKinds: [taxonomy, term]
    module:
      imports: [{path: example.org/gone}]
      mounts:
        - {source: pages, target: content, lang: en}
        - {source: extra.md, target: content/more/extra.md}
    -- old/extra.md --
    ---
    title: Extra
    ---
    {{< box >}}inner *words*{{< /box >}}
    -- old/pages/a.md --
    ---
    title: A
    _build: {list: never}
    aliases: [first]
    ---
    ## Deep

    {{< box >}}{{% box %}}nested{{% /box %}}{{< /box >}} {{< line >}}
    -- old/pages/flat/b.md --
    ---
    title: B
    ---
    -- old/pages/broken.md --
    ---
    title: Broken
    date: never
    ---
"""


@pytest.mark.hugo
def test_site_without_a_fault_is_the_same_in_every_figure(site: Path, run: Run) -> None:
    before = snapshot(site)
    done = run("compare", site, "--hugo", hugo_binary(), "--fail-under", "100")
    assert done.code == 0
    assert snapshot(site) == before
    rows = {line.split()[0]: line.split()[1:] for line in done.out.splitlines()[3:]}
    assert list(rows) == list(FIGURES)
    assert rows["pages"] == ["4", "4", "100.0"]
    assert rows["links"] == ["2", "2", "100.0"]
    assert rows["anchors"] == ["2", "2", "100.0"]
    assert rows["aliases"] == ["2", "2", "100.0"]
    assert rows["order"] == ["1", "1", "100.0"]
    assert rows["leaks"] == ["0", "4"]


@pytest.mark.hugo
def test_what_falls_short_fails_and_is_listed(site: Path, run: Run) -> None:
    page = site / "content" / "docs" / "next.md"
    page.write_text(
        page.read_text(encoding="utf-8") + "\n{{< box >}}one two three four{{< /box >}}\n",
        encoding="utf-8",
    )
    args = ["compare", site, "--hugo", hugo_binary()]
    assert run(*args).code == 0, "without --fail-under the figures are for reading"
    (site / "content" / "_index.md").write_text(
        '---\ntitle: "Home \\uE000"\n---\n', encoding="utf-8"
    )
    done = run(*args, "--fail-under", "0.1", "--show", "1")
    assert done.code == 1
    assert "leaks, not the same:\n  /\n" in done.out
    data = json.loads(run(*args, "--json").out)
    assert data["schema"] == 1
    (result,) = data["sites"]
    assert list(result) == ["site", "language", "seconds", "set_aside", "figures"]
    assert result["figures"]["leaks"] == {"same": 3, "of": 4, "percent": 75.0, "misses": ["/"]}


@pytest.mark.hugo
def test_old_spellings_mounts_and_broken_pages_do_not_stop_hugo(run: Run, tmp_path: Path) -> None:
    write_tree(tmp_path, SITES)
    done = run("compare", "old", "--hugo", hugo_binary(), "--fail-under", "100")
    assert done.code == 0, done.out + done.err
    assert (
        "Not compared, as Hugo cannot build without the theme: 1 page\n  pages/broken.md"
        in done.out
    )
    rows = {line.split()[0]: line.split()[1:] for line in done.out.splitlines()[3:]}
    assert rows["pages"][1] == "5"
    assert rows["words"][0] == rows["words"][1] != "0"


@pytest.mark.hugo
def test_language_is_compared_in_its_folder(run: Run, tmp_path: Path) -> None:
    write_tree(
        tmp_path / "two",
        """
        -- hugo.toml --
        disableKinds = ["taxonomy", "term"]
        [languages.en]
        contentDir = "english"
        weight = 1
        [languages.fr]
        contentDir = "french"
        weight = 2
        [languages.nl]
        weight = 3
        -- english/only.md --
        ---
        title: Only here
        ---
        -- french/un.md --
        ---
        title: Un
        aliases: [/vieux/, ancien]
        ---
        ## Titre

        [deux](/fr/deux/)
        -- french/deux.md --
        ---
        title: Deux
        ---
        """,
    )
    done = run("compare", "two", "--language", "fr", "--hugo", hugo_binary(), "--json")
    (result,) = json.loads(done.out)["sites"]
    counts = {name: (item["same"], item["of"]) for name, item in result["figures"].items()}
    assert result["language"] == "fr"
    assert counts["pages"] == (3, 3)
    assert counts["links"] == (1, 1)
    assert counts["aliases"] == (2, 2)
    assert counts["order"] == (1, 1)


@pytest.mark.hugo
def test_all_sites_of_a_folder_make_one_table(site: Path, run: Run, tmp_path: Path) -> None:
    write_tree(
        tmp_path,
        """
        -- bad/hugo.toml --
        title =
        -- .hidden/hugo.toml --
        -- notes/readme.txt --
        """,
    )
    done = run("compare", "--all", tmp_path, "--hugo", hugo_binary())
    assert done.code == 2, "one of them could not be built"
    assert "bad: " in done.err
    header, row = done.out.splitlines()
    assert header.split() == [
        "site", "pages", "titles", "descr.", "links", "anchors", "order", "aliases", "words",
        "leaks", "seconds",
    ]  # fmt: skip
    assert row.startswith("acme  100 (4)  100 (4)  100 (1)  100 (2)  100 (2)")


@pytest.mark.hugo
def test_shortcode_names_cannot_lead_out_of_the_copy(tmp_path: Path) -> None:
    site = write_tree(
        tmp_path / "site",
        """
        -- hugo.toml --
        -- content/a.md --
        {{< ../../../escaped >}}
        """,
    )
    folder = tmp_path / "scratch" / "copy"
    folder.mkdir(parents=True)
    oracle = ask_hugo(open_site(str(site)), hugo_binary(), folder)
    assert oracle.set_aside == ("content/a.md",)
    assert not list(tmp_path.rglob("escaped*"))


@pytest.mark.hugo
def test_settings_that_ask_for_places_hold_in_the_copy(run: Run, tmp_path: Path) -> None:
    write_tree(
        tmp_path / "sites",
        """
        -- a/hugo.toml --
        defaultContentLanguage = "de"
        -- a/content/_index.md --
        > [!NOTE]
        > Hinweis
        -- b/hugo.toml --
        contentDir = "content/en"
        ignoreFiles = ["content/en/docs/tools"]
        disableKinds = ["section"]
        [permalinks.home]
        "/" = "/start/"
        -- b/content/en/_index.md --
        > [!NOTE]
        > Text.
        -- b/content/en/docs/tools/ignored.md --
        -- b/content/en/docs/page.md --
        ---
        title: Page
        ---
        """,
    )
    done = run("compare", "--all", "sites", "--hugo", hugo_binary(), "--fail-under", "50", "--json")
    first, second = json.loads(done.out)["sites"]
    assert first["figures"]["pages"]["same"] == 1
    counts = {name: (item["same"], item["of"]) for name, item in second["figures"].items()}
    assert counts["pages"] == counts["titles"] == (2, 2)
    # In English, whatever the site before it was in.
    assert counts["words"] == (2, 2)


OWN = """
    -- hugo.toml --
    title = "Own"
    disableKinds = ["taxonomy", "term"]
    -- data/sizes.yaml --
    small: 3 mm
    -- i18n/en.yaml --
    hello: Good day
    -- layouts/shortcodes/size.html --
    <b>{{ partial "bold.html" (index site.Data.sizes (.Get 0)) }}</b> {{ i18n "hello" }}
    -- layouts/partials/bold.html --
    {{ upper . }}
    -- layouts/partials/torn.html --
    {{ if }}
    -- layouts/_shortcodes/of-theme.html --
    {{ partial "theme/button" . }}{{ .Inner }}
    -- layouts/_shortcodes/torn.html --
    {{ .Nothing.
    -- layouts/_shortcodes/alone.html --
    {{ partial "torn.html" . }}
    -- content/a.md --
    ---
    title: A
    ---
    Bolts of {{< size small >}}. {{< of-theme >}}Inner words.{{< /of-theme >}}

    {{< torn >}} {{< alone >}} The end.
"""


@pytest.mark.hugo
def test_the_site_s_own_shortcodes_are_run_as_far_as_hugo_can(run: Run, tmp_path: Path) -> None:
    site = write_tree(tmp_path / "own", OWN)
    before = snapshot(site)
    done = run("compare", "own", "--hugo", hugo_binary(), "--json")
    (result,) = json.loads(done.out)["sites"]
    assert result["set_aside"] == []
    words = result["figures"]["words"]
    assert (words["same"], words["of"]) == (10, 10)  # Bolts of 3 MM Good day Inner words The end
    assert snapshot(site) == before


@pytest.mark.hugo
def test_what_stops_hugo_without_a_name_leaves_all_templates_out(run: Run, tmp_path: Path) -> None:
    write_tree(
        tmp_path / "own",
        """
        -- hugo.toml --
        disableKinds = ["taxonomy", "term"]
        -- layouts/_shortcodes/strict.html --
        {{ errorf "the theme is too old" }}Said.
        -- content/a.md --
        ---
        title: A
        ---
        Words. {{< strict >}}
        """,
    )
    done = run("compare", "own", "--hugo", hugo_binary(), "--json")
    (result,) = json.loads(done.out)["sites"]
    assert result["figures"]["words"]["of"] == 1
