"""Broken input: each a warning with file and line, while the build goes on and loses nothing else."""

from __future__ import annotations

import re
import subprocess
import sys
import textwrap
from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ConfigError

from build.conftest import write_tree
from sphinx_hugo.diagnostics import MOST
from sphinx_hugo.hugo.problems import Kind
from sphinx_hugo.speed import navigation
from sphinx_hugo.speed.fragments import UnknownShapeError

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from build.conftest import Built

GOOD = """
-- hugo.toml --
disableKinds = ["taxonomy", "term"]
-- content/_index.md --
---
title: Home
---
-- content/good.md --
---
title: Good
---
Good text with [a link](/bad/).
"""

CASES: dict[str, tuple[str, list[tuple[str, int]], str, str]] = {
    # name: (the file content/bad.md, subtypes and lines, part of the message, words of the page)
    "front matter is not closed": (
        "---\ntitle: Bad\n\nSome *words* here.\n",
        [("front_matter", 2)],
        "---",
        "Some words here.",
    ),
    "TOML front matter is not closed": (
        '+++\ntitle = "Bad"\n\nSome words here.\n',
        [("front_matter", 2)],
        "+++",
        "Some words here.",
    ),
    "front matter is not a map": (
        "---\n- one\n- two\n---\nSome words.\n",
        [("front_matter", 2)],
        "a list",
        "Some words.",
    ),
    "front matter has a duplicate key": (
        "---\ntitle: Bad\nweight: 1\ntitle: Worse\n---\nSome words.\n",
        [("front_matter", 4)],
        "title",
        "Some words.",
    ),
    "front matter is not YAML": (
        "---\ntitle: Bad\nlead: [one\n---\nSome words.\n",
        [("front_matter", 3)],
        "a bracket is not closed",
        "Some words.",
    ),
    "front matter is not TOML": (
        '+++\ntitle = "Bad"\nlead = one\n+++\nSome words.\n',
        [("front_matter", 3)],
        "",
        "Some words.",
    ),
    "front matter is not JSON": (
        '{\n"title": "Bad",\n"lead" 1\n}\nSome words.\n',
        [("front_matter", 3)],
        "",
        "Some words.",
    ),
    "a date is none": (
        "---\ntitle: Bad\ndate: yesterday\n---\nSome words.\n",
        [("front_matter", 3)],
        "yesterday",
        "Bad Some words.",
    ),
    "a weight is none": (
        "---\ntitle: Bad\n\nweight: [1, 2]\n---\nSome words.\n",
        [("front_matter", 4)],
        "weight",
        "Bad Some words.",
    ),
    "a shortcode is not closed": (
        "---\ntitle: Bad\n---\nOne\n\n{{< details Title >}}\ntwo\n\nthree\n",
        [("shortcode", 6)],
        "details",
        "three",
    ),
    "a shortcode is closed by another name": (
        "---\ntitle: Bad\n---\nOne\n\n{{< details Title >}}\ntwo\n{{< /tabs >}}\n\nthree\n",
        [("shortcode", 6), ("shortcode", 8)],
        "tabs",
        "three",
    ),
    "a closing tag stands alone": (
        "---\ntitle: Bad\n---\nOne\n{{< /details >}}\ntwo\n",
        [("shortcode", 5)],
        "details",
        "two",
    ),
    "a tag never ends": (
        '---\ntitle: Bad\n---\nOne\n{{< details "Title"\ntwo\n',
        [("shortcode", 5)],
        "",
        "two",
    ),
    "a shortcode has a parameter it does not know": (
        '---\ntitle: Bad\n---\nOne\n\n{{< figure src="/pic.png" captoin="C" >}}\n\nthree\n',
        [("shortcode_param", 6)],
        "caption",
        "three",
    ),
    "a shortcode is unknown": (
        "---\ntitle: Bad\n---\nOne\n\n{{< detials >}}two *words*{{< /detials >}}\n\nthree\n",
        [("shortcode_unknown", 6)],
        "details",
        "two words three",
    ),
    "raw HTML is not allowed": (
        "---\ntitle: Bad\n---\nOne\n\n<div>two</div>\n\nthree\n",
        [("markdown", 6)],
        "<div>",
        "three",
    ),
    "an image is lost": (
        "---\ntitle: Bad\n---\nOne\n\n![Its words](lost.png)\n\nthree\n",
        [("resource", 6)],
        "lost.png",
        "Its words three",
    ),
}


def picture(root: Path) -> None:
    """Put a picture into the site."""
    path = root / "static/pic.png"
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"picture")


@pytest.mark.parametrize("name", CASES)
def test_a_broken_page_warns_at_its_line_and_is_built(
    build: Callable[..., Built], tmp_path: Path, name: str
) -> None:
    source, places, part, text = CASES[name]
    write_tree(tmp_path / "site", GOOD)
    picture(tmp_path / "site")
    (tmp_path / "site/content/bad.md").write_text(source, encoding="utf-8")
    out = build(warnings_ok=True)
    assert out.places() == [(kind, f"content/bad.md:{line}") for kind, line in places]
    assert any(part in line for line in out.warnings)
    assert text in out.text("/bad/")
    assert out.text("/good/") == "Good Good text with a link."
    assert sorted(out.addresses()) == ["", "bad/", "good/"]


@pytest.mark.parametrize("jobs", [1, 2])
def test_what_a_page_has_wrong_on_each_line_is_told_so_often_and_counted(
    build: Callable[..., Built], jobs: int
) -> None:
    lines = "{{< [a](/none/)\n\n" * (MOST + 20)
    bad = f"---\ntitle: Bad\n---\n{lines}"
    few = "---\ntitle: Few\n---\n{{< one\n"
    more = "".join(f"-- content/few{number}.md --\n{few}" for number in range(9))
    out = build(f"{GOOD}-- content/bad.md --\n{bad}{more}", warnings_ok=True, jobs=jobs)
    first, unseen, last = 4, 4 + 2 * MOST, 4 + 2 * (MOST + 19)
    for kind in ("shortcode", "link"):
        found = [place for name, place in out.places() if name == kind and "bad" in place]
        assert found == [f"content/bad.md:{line}" for line in range(first, unseen + 1, 2)]
        told = [line for line in out.warnings if "20 more of this kind" in line and kind in line]
        assert [f"down to line {last};" in line for line in told] == [True]
    assert sum("few" in place for _, place in out.places()) == 9


def test_two_pages_with_one_address(build: Callable[..., Built]) -> None:
    out = build(
        GOOD + "-- content/bad.md --\n---\ntitle: Bad\nurl: /good/\n---\nwords\n",
        warnings_ok=True,
    )
    assert [place for kind, place in out.places() if kind == "address"] == ["content/good.md:1"]
    assert "/good and /bad are both written to good/index.html" in out.message("address")
    assert out.text("/good/") == "Bad words"


def test_two_files_with_one_path(build: Callable[..., Built]) -> None:
    out = build(
        GOOD
        + "-- content/bad.md --\n---\ntitle: File\n---\nwords\n"
        + "-- content/bad/index.md --\n---\ntitle: Bundle\n---\nwords\n",
        warnings_ok=True,
    )
    assert out.places() == [("content", "content/bad.md:1")]
    assert out.text("/bad/") == "Bundle words"


def test_a_menu_parent_cycle_keeps_the_pages(build: Callable[..., Built]) -> None:
    out = build(
        GOOD
        + "-- content/bad.md --\n---\ntitle: Bad\nmenus: {main: {identifier: a, parent: b}}\n---\n"
        + "-- content/too.md --\n---\ntitle: Too\n\nmenus: {main: {identifier: b, parent: a}}\n---\n"
        + "-- content/fine.md --\n---\ntitle: Fine\nmenus: {main: {identifier: c}}\n---\n",
        warnings_ok=True,
        hugo_navigation="menu:main",
    )
    assert out.places() == [("menu", "content/bad.md:3")]
    assert "'a', 'b'" in out.message("menu")
    assert sorted(line.strip() for line in out.sidebar()) == ["Bad", "Fine", "Good", "Too"]


def test_a_menu_key_that_is_taken(build: Callable[..., Built]) -> None:
    out = build(
        GOOD
        + "-- content/bad.md --\n---\ntitle: Bad\nmenus: {main: {identifier: a}}\n---\n"
        + "-- content/too.md --\n---\ntitle: Too\n\nmenus: {main: {identifier: a}}\n---\n",
        warnings_ok=True,
        hugo_navigation="menu:main",
    )
    assert out.places() == [("menu", "content/too.md:4")]
    assert sorted(line.strip() for line in out.sidebar()) == ["Bad", "Good", "Too"]


def test_a_file_that_is_not_utf8_keeps_what_can_be_read(
    build: Callable[..., Built], tmp_path: Path
) -> None:
    write_tree(tmp_path / "site", GOOD)
    (tmp_path / "site/content/bad.md").write_bytes(
        b"---\ntitle: Bad\n---\nOne\n\ncaf\xe9 [x](/lost/)\n"
    )
    out = build(warnings_ok=True)
    assert ("content", "content/bad.md:6") in out.places()
    assert "café".encode("latin-1") not in out.file("bad/index.html").encode()
    assert "One caf\N{REPLACEMENT CHARACTER} x" in out.text("/bad/")
    assert ("link", "content/bad.md:6") in out.places()


def test_empty_files_are_pages(build: Callable[..., Built], tmp_path: Path) -> None:
    write_tree(tmp_path / "site", GOOD)
    (tmp_path / "site/content/bad.md").write_bytes(b"")
    (tmp_path / "site/content/blank.md").write_bytes(b"\n \n")
    (tmp_path / "site/content/bom.md").write_bytes(b"\xef\xbb\xbf---\ntitle: Bom\n---\nx\n")
    (tmp_path / "site/content/only.md").write_bytes(b"---\n---\n")
    out = build()
    assert out.addresses() == {"", "good/", "bad/", "blank/", "bom/", "only/"}
    assert out.text("/bom/") == "Bom x"


CONFIGS = {
    "hugo.toml": ('title = "T"\n\nbaseURL = x\n', 3),
    "hugo.yaml": ("title: T\nmenus: [a\n", 2),
    "hugo.json": ('{\n"title": "T"\n"baseURL": "x"}\n', 3),
    "config/_default/hugo.toml": ("a = 1\nb = \n", 2),
    "config/_default/params.yaml": ("a: 1\nb: [\n", 3),
    "config/_default/menus.en.toml": ("[[main]]\nname = 'a\n", 2),
}


@pytest.mark.parametrize("name", CONFIGS)
def test_a_broken_configuration_stops_the_build_and_says_where(
    build: Callable[..., Built], tmp_path: Path, name: str
) -> None:
    source, line = CONFIGS[name]
    with pytest.raises(ConfigError) as error:
        build(f"-- {name} --\n{source}-- content/a.md --\n---\ntitle: A\n---\n")
    assert str(error.value).startswith(f"{tmp_path}/site/{name}:{line}: ")


def test_a_setting_that_cannot_be_used(build: Callable[..., Built]) -> None:
    out = build(
        GOOD + '-- hugo.toml --\ntitle = "T"\ndisableKinds = ["taxonomy", "term", "pagge"]\n',
        warnings_ok=True,
    )
    assert [kind for kind, _place in out.places()] == ["link", "config"]
    assert "pagge" in out.message("config")


@pytest.mark.parametrize("option", ["hugo_navigation", "hugo_section_list", "hugo_markdown"])
def test_an_option_that_cannot_be_used_stops_the_build(
    build: Callable[..., Built], option: str
) -> None:
    with pytest.raises(ConfigError, match=f"{option} = 'nonsense': write"):
        build(GOOD, **{option: "nonsense"})


@pytest.mark.parametrize(
    "value", [3, "Name", "no.such.module:Name", "json:no_such_name", "json:JSONDecoder"]
)
def test_a_shortcode_that_cannot_be_imported_stops_the_build(
    build: Callable[..., Built], value: object
) -> None:
    with pytest.raises(ConfigError, match="hugo_shortcodes"):
        build(GOOD, hugo_shortcodes={"mine": value})


def test_loops_of_links_end(build: Callable[..., Built], tmp_path: Path) -> None:
    write_tree(tmp_path / "site", GOOD + "-- content/bad.md --\n---\ntitle: Bad\n---\n")
    content = tmp_path / "site/content"
    (content / "loop").symlink_to(content, target_is_directory=True)
    (content / "self").symlink_to(content / "self")
    (content / "gone.md").symlink_to(tmp_path / "nowhere.md")
    (tmp_path / "site/static").mkdir()
    (tmp_path / "site/static/up").symlink_to(tmp_path / "site", target_is_directory=True)
    out = build(warnings_ok=True)
    assert out.addresses() == {"", "good/", "bad/"}
    assert sorted(out.places()) == [("content", "content/gone.md:1"), ("content", "content/self:1")]


def test_files_outside_of_the_site_are_neither_read_nor_written(
    build: Callable[..., Built], tmp_path: Path
) -> None:
    (tmp_path / "secret.md").write_text("---\ntitle: Secret\n---\nhidden words\n")
    (tmp_path / "secret.png").write_bytes(b"secret")
    out = build(
        GOOD
        + textwrap.dedent("""\
        -- content/bad.md --
        ---
        title: Bad
        url: /../../escaped/
        aliases: [../../../../alias, /../other]
        ---
        ![x](../../secret.png) [y](../../secret.md) {{< relref "../../secret.md" >}}
        """),
        warnings_ok=True,
    )
    assert (out.outdir / "escaped/index.html").is_file()
    assert (out.outdir / "alias/index.html").is_file()
    assert (out.outdir / "other/index.html").is_file()
    assert {path.name for path in tmp_path.iterdir()} == {
        *("site", "secret.md", "secret.png", out.outdir.name, f"doctrees-{out.outdir.name}")
    }
    assert not [path for path in out.outdir.rglob("*") if "secret" in path.name]
    assert "hidden words" not in "".join(
        path.read_text(encoding="utf-8") for path in out.outdir.rglob("*.html")
    )
    assert [kind for kind, _place in out.places() if kind in {"resource", "link", "ref"}]


EVERY_KIND: dict[Kind, tuple[str, str]] = {
    # kind: (files beside the good ones, where the warning is said to be)
    Kind.CONFIG: ("-- hugo.toml --\n\ndisableKinds = ['nothing']\n", "hugo.toml:2"),
    Kind.FRONT_MATTER: (
        "-- content/bad.md --\n---\ntitle: Bad\ndate: never\n---\n",
        "content/bad.md:3",
    ),
    Kind.CONTENT: (
        "-- content/good/index.md --\n---\ntitle: Good too\n---\n",
        "content/good.md:1",
    ),
    Kind.ADDRESS: (
        "-- content/bad.md --\n---\ntitle: Bad\nurl: /a/../../b/\n---\n",
        "content/bad.md:3",
    ),
    Kind.NAVIGATION: ("", ""),
    Kind.MENU: (
        "-- content/bad.md --\n---\ntitle: Bad\nmenus: {main: 5}\n---\n",
        "content/bad.md:3",
    ),
    Kind.REF: ('-- content/bad.md --\nOne\n\n{{< relref "lost" >}}\n', "content/bad.md:3"),
    Kind.LINK: ("-- content/bad.md --\nOne\n[a](/lost/)\n", "content/bad.md:2"),
    Kind.FRAGMENT: ("-- content/bad.md --\nOne\n\n[a](/good/#lost)\n", "content/bad.md:3"),
    Kind.SHORTCODE: ("-- content/bad.md --\nOne\n\n{{< /details >}}\n", "content/bad.md:3"),
    Kind.SHORTCODE_UNKNOWN: ("-- content/bad.md --\n\n{{< lost >}}\n", "content/bad.md:2"),
    Kind.SHORTCODE_PARAM: (
        '-- content/bad.md --\n\n\n{{< figure scr="x" >}}\n',
        "content/bad.md:3",
    ),
    Kind.TEMPLATE: (
        "-- content/bad.md --\n{{< own >}}\n-- layouts/shortcodes/own.html --\n\n{{ lost }}\n",
        "layouts/shortcodes/own.html:2",
    ),
    Kind.RESOURCE: ("-- content/bad.md --\nOne\n\n![a](lost.png)\n", "content/bad.md:3"),
    Kind.MARKDOWN: ("-- content/bad.md --\nOne <b>a</b>\n", "content/bad.md:1"),
}


def no_known_theme(monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the HTML of every theme such that no navigation can be put together from it."""

    def refuse(_html: str, _uris: object) -> None:
        raise UnknownShapeError("no theme is like this")

    monkeypatch.setattr(navigation, "take_apart", refuse)


def test_every_kind_of_warning_has_a_case() -> None:
    assert list(EVERY_KIND) == list(Kind)


@pytest.mark.parametrize("kind", EVERY_KIND)
def test_every_kind_of_warning_has_a_place_and_can_be_suppressed(
    build: Callable[..., Built], kind: Kind, monkeypatch: pytest.MonkeyPatch
) -> None:
    files, place = EVERY_KIND[kind]
    if kind is Kind.NAVIGATION:
        no_known_theme(monkeypatch)
    found = build(GOOD + files, warnings_ok=True).places()
    assert (kind.value, place) in found
    left = build(warnings_ok=True, fresh=True, suppress_warnings=[f"hugo.{kind}"]).places()
    assert left == [(other, where) for other, where in found if other != kind.value]


def test_a_strict_build_names_every_kind_and_fails(tmp_path: Path) -> None:
    """As ``make html`` runs it: to the end, whatever it meets."""
    site = tmp_path / "site"
    left_out = {Kind.NAVIGATION, Kind.CONTENT}  # which need a site of their own
    numbered = [
        files.replace("content/bad.md", f"content/bad{number}.md")
        for number, (kind, (files, _place)) in enumerate(EVERY_KIND.items())
        if kind not in left_out
    ]
    write_tree(site, "".join([GOOD, *numbered]))
    command = [sys.executable, "-m", "sphinx_hugo", "build", site, tmp_path / "out", "-W", "-q"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == 1
    named = set(re.findall(r"\[hugo\.(\w+)\]$", done.stderr, re.MULTILINE))
    assert named == {kind.value for kind in Kind if kind not in left_out}
    assert (tmp_path / "out/bad14/index.html").is_file()


def test_warnings_can_be_suppressed_kind_by_kind(build: Callable[..., Built]) -> None:
    bad = (
        "-- content/bad.md --\n---\ntitle: Bad\n---\n"
        '{{< nothing >}} [a](/lost/) [b](#lost) {{< relref "lost" >}}\n'
    )
    all_of_them = {"shortcode_unknown", "link", "fragment", "ref"}
    out = build(GOOD + bad, warnings_ok=True)
    assert {kind for kind, _place in out.places()} == all_of_them
    for kind in all_of_them:
        out = build("", warnings_ok=True, suppress_warnings=[f"hugo.{kind}"], fresh=True)
        assert {found for found, _place in out.places()} == all_of_them - {kind}
    build("", suppress_warnings=["hugo"], fresh=True)


def test_broken_data_and_strings_are_reported(
    build: Callable[..., Built],
) -> None:
    text = (
        GOOD
        + """
-- data/fine.yaml --
a: 1
-- data/sub/bad.yaml --
a: 1
b: [1
-- i18n/en.toml --
good = "x"
bad =
-- data/notes.txt --
{
-- content/bad.md --
---
title: Bad
---
"""
    )
    built = build(text, warnings_ok=True)
    assert sorted(built.places()) == [
        ("config", "data/sub/bad.yaml:2"),
        ("config", "i18n/en.toml:2"),
    ]
