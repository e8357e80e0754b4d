"""``sphinx-hugo eject``: what it writes builds with plain Sphinx, to the same pages."""

from __future__ import annotations

import subprocess
import sys
from importlib.util import find_spec
from typing import TYPE_CHECKING

import pytest
import yaml

from cli.conftest import snapshot, write_tree
from sphinx_hugo.cli.htmlpages import BuiltSite

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.conftest import Done

    Run = Callable[..., Done]

EVERYTHING = """
    -- hugo.toml --
    title = "Acme \\"Docs\\""
    baseURL = "https://acme.example/"
    enableEmoji = true
    disableKinds = ["taxonomy"]
    [markup.goldmark.renderer]
    unsafe = true
    [security]
    allowContent = [".*"]
    [markup.goldmark.parser.attribute]
    block = true
    -- content/_index.md --
    ---
    title: Home
    description: All of it
    ---
    Welcome to [the start](/docs/start/) :rocket:.
    -- content/docs/_index.md --
    ---
    title: Docs
    ---
    -- content/docs/start.md --
    ---
    title: "Start: here"
    description: How to begin
    weight: 10
    toc: false
    keywords: [first]
    lead: The *lead*.
    author: {name: Ann}
    ---
    ## First step {#step-one}

    Words that
    wrap, "quoted" -- and more. See [more][m], [the plan](/files/plan.txt),
    [here](#step-one), [there](/docs/next/#twice-1) and https://example.org/.

    [m]: {{< relref "next.md#more" >}} "M"

    > [!WARNING]
    > Do _not_.

    {{< details summary="More" open=true >}}
    Folded **text**.

    * one
    * two
    {{< /details >}}

    #### Skipped level

    ```go {linenos=true,hl_lines=[2]}
    a := 1
    b := 2
    ```

    {{< figure src="/img/dot.svg" alt="A dot" caption="The *dot*" >}}

    ![pic](pic.svg)

    - [x] done
    - [ ] to do

    Term
    : What it is

    | A | B |
    |---|--:|
    | `x` | {{< param weight >}} |

    % not a comment, {note}`no role`, cost $5

    Struck ~~out~~, noted[^n].

    Read README.md, then www.example.org. The address is {{< relref "next.md#more" >}}.

    [^n]: The *note*.

    <div class="box">

    In a [box](/docs/next/), <kbd>K</kbd>.

    </div>

    ---

    The end, `{{</* ref "x" */>}}`.

    {{< nobody >}}kept words{{< /nobody >}}
    -- content/docs/plain.html --
    ---
    title: Plain
    weight: 30
    ---
    <p>One *star* and `tick` &amp; 1 &lt; 2, named {{< param title >}},
    # and no heading</p>

        <p>No code</p>

    <script>if (1 < 2) {

      x = "*a*";
    }</script>

    <ul id="list">
    <li>[no](link)</li>

    <li><a href="/docs/next/#more">More</a></li>
    </ul>

    {{< details summary="Fold" >}}
    in **it**
    {{< /details >}}
    -- content/docs/next.md --
    ---
    title: Next
    weight: 20
    aliases: [/begin/, /old/page.html, /docs/index/]
    ---
    # More

    Go [back](../start/#step-one), or stay on [this page](/docs/next/).

    ## Twice

    one

    ## Twice

    two

    ## 3.1 Über `x_y`
    -- content/blog/_index.md --
    ---
    title: Blog
    ---
    -- content/blog/one/index.md --
    ---
    title: One
    date: 2024-05-06
    tags: [red]
    ---
    {{< qr text="x" />}}A post with ![p](p.svg).
    -- content/blog/one/p.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
    -- content/docs/pic.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
    -- static/img/dot.svg --
    <svg xmlns="http://www.w3.org/2000/svg" width="1" height="1"/>
    -- static/files/plan.txt --
    plan
"""


def stock_build(project: Path, out: Path) -> str:
    """Build a project with Sphinx, without this package; returns the warnings."""
    command = [sys.executable, "-I", "-m", "sphinx", "-q", "-b", "dirhtml", str(project), str(out)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stderr


def without_redirects(project: Path) -> None:
    """Leave out the extension for redirects where it is not installed."""
    if find_spec("sphinx_reredirects") is None:
        path = project / "conf.py"
        text = path.read_text(encoding="utf-8").replace('    "sphinx_reredirects",\n', "")
        path.write_text(text, encoding="utf-8")


def test_project_builds_without_us_to_the_same_pages(run: Run, tmp_path: Path) -> None:
    site = write_tree(tmp_path / "site", EVERYTHING)
    assert run("eject", site, "new").code == 0
    assert run("build", site, "ours", "-q").code == 0
    without_redirects(tmp_path / "new")
    assert stock_build(tmp_path / "new", tmp_path / "out") == ""
    ours, theirs = BuiltSite(tmp_path / "ours", ""), BuiltSite(tmp_path / "out", "")
    pages = (
        "/",
        "/docs/",
        "/docs/start/",
        "/docs/next/",
        "/docs/plain/",
        "/blog/",
        "/blog/one/",
        "/tags/red/",
    )
    for address in pages:
        files = [each.file(address) for each in (ours, theirs)]
        assert None not in files, address
        before, after = (
            each.article(file) for each, file in zip((ours, theirs), files, strict=True)
        )
        assert (address, after.heading) == (address, before.heading)
        assert after.description == before.description
        assert after.words == before.words
        assert after.words.total() > 0
        assert {link.relative_to(theirs.root) for link in after.links} >= {
            link.relative_to(ours.root) for link in before.links if link.suffix == ".html"
        }
        assert not after.leaks
    start, following = (
        theirs.article(file)
        for address in ("/docs/start/", "/docs/next/")
        if (file := theirs.file(address))
    )
    assert {"step-one", "skipped-level"} <= start.ids
    page = (tmp_path / "out" / "docs" / "start" / "index.html").read_text(encoding="utf-8")
    assert 'href="https://www.example.org"' in page
    assert "//README.md" not in page
    page = (tmp_path / "out" / "docs" / "plain" / "index.html").read_text(encoding="utf-8")
    assert '<script>if (1 < 2) {\n\n  x = "*a*";\n}</script>' in page
    assert '<ul id="list">' in page
    assert "\n    <p>No code</p>\n" in page
    assert {"more", "twice", "twice-1", "31-über-x_y"} <= following.ids
    for name in ("img/dot.svg", "blog/one/p.svg", "files/plan.txt"):
        assert (tmp_path / "out" / name).is_file()
    home = tmp_path / "out" / "index.html"
    assert [path.parent.name for path in theirs.sidebar(home)] == [
        path.parent.name for path in ours.sidebar(tmp_path / "ours" / "index.html")
    ]


def test_page_reads_like_its_author_wrote_it(run: Run, tmp_path: Path) -> None:
    site = write_tree(tmp_path / "site", EVERYTHING)
    done = run("eject", site, "new")
    text = (tmp_path / "new" / "docs" / "start.md").read_text(encoding="utf-8")
    _, front_matter, body = text.split("---\n", 2)
    matter = yaml.safe_load(front_matter)
    assert matter["myst"]["html_meta"] == {"description": "How to begin", "keywords": "first"}
    assert matter["hide-toc"] is True
    assert matter["hugo"] == {"weight": 10, "lead": "The *lead*.", "author": {"name": "Ann"}}
    for piece in (
        "# Start: here\n",
        "(step-one)=\n## First step\n",
        '[m]: next.md#more "M"',
        ":::{warning}\nDo _not_.\n:::",
        ":open:\n\nFolded **text**.\n\n* one\n* two\n:::",
        "### Skipped level",
        "```{code-block} go\n:linenos:\n:emphasize-lines: 2\n",
        ":::{figure} /_extra/img/dot.svg",
        "- [x] done\n- [ ] to do",
        'Words that\nwrap, "quoted" -- and more. See [more][m], ',
        "Struck ~~out~~, noted[^n].",
        "\\% not a comment, \\{note}",
        "kept words",
    ):
        assert piece in body
    lines = (site / "content" / "docs" / "start.md").read_text(encoding="utf-8").splitlines()
    number = next(n for n, line in enumerate(lines, 1) if "{{< nobody" in line)
    assert "1 thing to look at (hugo.shortcode_unknown 1)" in done.out
    assert f"content/docs/start.md:{number}: nobody renders the shortcode 'nobody'" in done.out


def test_redirects_are_in_the_configuration(run: Run, tmp_path: Path) -> None:
    site = write_tree(tmp_path / "site", EVERYTHING)
    run("eject", site, "new")
    values: dict[str, object] = {}
    exec((tmp_path / "new" / "conf.py").read_text(encoding="utf-8"), values)
    assert values["project"] == 'Acme "Docs"'
    assert values["redirects"] == {"begin": "../docs/next/", "old/page.html": "../docs/next/"}
    page = tmp_path / "new" / "_extra" / "docs" / "index" / "index.html"
    assert 'href="../next/"' in page.read_text(encoding="utf-8")
    requirements = (tmp_path / "new" / "requirements.txt").read_text(encoding="utf-8")
    assert "sphinx-reredirects" in requirements
    assert "sphinx-hugo" not in requirements


def test_redirects_lead_to_their_pages(run: Run, tmp_path: Path) -> None:
    pytest.importorskip("sphinx_reredirects")
    site = write_tree(tmp_path / "site", EVERYTHING)
    run("eject", site, "new")
    stock_build(tmp_path / "new", tmp_path / "out")
    for name in ("begin/index.html", "old/page.html"):
        assert "../docs/next/" in (tmp_path / "out" / name).read_text(encoding="utf-8")


def test_nothing_is_written_into_the_site_or_over_a_file(
    run: Run, site: Path, tmp_path: Path
) -> None:
    before = snapshot(site)
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "mine.txt").write_text("mine", encoding="utf-8")
    done = run("eject", site, "full")
    assert done.code == 2
    assert "OUT 'full' is not empty, and nothing is overwritten. Name a new folder" in done.err
    assert run("eject", site, site / "new").code == 2
    assert snapshot(site) == before
    assert [path.name for path in (tmp_path / "full").iterdir()] == ["mine.txt"]


def test_page_whose_address_is_no_folder_is_named(run: Run, tmp_path: Path) -> None:
    site = write_tree(
        tmp_path / "site",
        """
        -- hugo.toml --
        disableKinds = ["taxonomy", "term"]
        -- content/a.md --
        ---
        title: A
        url: /a/b.html
        ---
        text
        """,
    )
    done = run("eject", site, "new")
    assert done.out.startswith("site:\n")  # the name of its folder, for it has no title
    assert "content/a.md: The page was at /a/b.html" in done.out
    assert '"a/b.html": "b/"' in (tmp_path / "new" / "conf.py").read_text(encoding="utf-8")
    assert (tmp_path / "new" / "a" / "b.md").is_file()
