"""``sphinx-hugo build``: a whole site without a conf.py."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from cli.conftest import Done, snapshot, write_tree

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Run = Callable[..., Done]


def pages(root: Path) -> set[str]:
    """Return the built pages, without those of Sphinx."""
    found = {path.relative_to(root).as_posix() for path in root.rglob("*.html")}
    return {name for name in found if not name.startswith(("genindex", "search"))}


def test_every_page_stands_at_its_address_and_the_site_is_untouched(
    site: Path, run: Run, tmp_path: Path
) -> None:
    before = snapshot(site)
    done = run("build", site, tmp_path / "out")
    assert (done.code, done.err) == (0, "")
    assert pages(tmp_path / "out") == {
        "index.html",
        "begin/index.html",
        "docs/index.html",
        "docs/next/index.html",
        "docs/old/index.html",
        "docs/start/index.html",
    }
    assert snapshot(site) == before
    assert not list((tmp_path / "out").rglob("*.doctree"))


def test_build_shows_progress_and_sums_up(site: Path, run: Run) -> None:
    out = run("build", site, "out").out
    assert "reading sources" in out
    assert "build succeeded." in out
    summary = out.splitlines()[-5:]
    assert summary[:4] == [
        "Acme Docs, language en:",
        "  4 pages, 4 of them read in this build",
        "  2 redirects",
        "  0 warnings",
    ]
    phases = ("site", "reading", "writing", "finishing", "other")
    shape = ", ".join(rf"{phase} \d+\.\d" for phase in phases)
    assert re.fullmatch(rf"  \d+\.\d s: {shape}", summary[4])


def test_second_build_reads_nothing_and_one_changed_page_is_one_page_read(
    site: Path, run: Run
) -> None:
    run("build", site, "out")
    assert "4 pages, 0 of them read in this build" in run("build", site, "out").out
    page = site / "content" / "docs" / "next.md"
    page.write_text(page.read_text(encoding="utf-8") + "\nWord.\n", encoding="utf-8")
    assert "4 pages, 1 of them read in this build" in run("build", site, "out").out


def test_conf_py_of_the_site_is_not_read(site: Path, run: Run, tmp_path: Path) -> None:
    (site / "conf.py").write_text('raise RuntimeError("read after all")\n', encoding="utf-8")
    assert run("build", site, tmp_path / "out", "-q").code == 0


def test_quiet_build_of_a_site_without_a_fault_prints_nothing(site: Path, run: Run) -> None:
    done = run("build", site, "out", "--quiet")
    assert (done.code, done.out, done.err) == (0, "", "")


def test_warnings_are_shown_and_counted_by_kind(site: Path, run: Run) -> None:
    (site / "content" / "docs" / "bad.md").write_text(
        '---\ntitle: Bad\n---\n[a](/nowhere/)\n[b](/nothing/)\n{{< relref "none.md" >}}\n',
        encoding="utf-8",
    )
    done = run("build", site, "out")
    assert done.code == 0
    assert done.err.count("WARNING") == 3
    assert f"{site}/content/docs/bad.md:4: WARNING: " in done.err
    assert "  3 warnings (hugo.link 2, hugo.ref 1)" in done.out
    strict = run("build", site, "out", "-W", "--keep-going")
    assert strict.code == 1
    assert strict.err.count("WARNING") == 3, "also on pages that an earlier build has read"
    assert (
        "warning" not in run("build", site, "out", "-q", "-D", "suppress_warnings=hugo").err.lower()
    )


def test_base_url_of_the_command_line_wins(site: Path, run: Run, tmp_path: Path) -> None:
    run("build", site, "out", "-q")
    page = (tmp_path / "out" / "docs" / "next" / "index.html").read_text(encoding="utf-8")
    assert "https://acme.example/base/docs/next/" in page
    run("build", site, "other", "-q", "--baseURL", "https://preview.example/7/")
    page = (tmp_path / "other" / "docs" / "next" / "index.html").read_text(encoding="utf-8")
    assert "https://preview.example/7/docs/next/" in page
    assert "acme.example" not in page


def test_drafts_come_in_on_demand(site: Path, run: Run, tmp_path: Path) -> None:
    run("build", site, tmp_path / "out", "-q")
    run("build", site, tmp_path / "all", "-q", "--build-drafts")
    assert pages(tmp_path / "all") - pages(tmp_path / "out") == {"docs/secret/index.html"}


def test_definitions_reach_sphinx(site: Path, run: Run, tmp_path: Path) -> None:
    done = run(
        "build", site, "out", "-q", "-D", "html_title=Handbook", "-D", "extensions=sphinx.ext.todo"
    )
    assert (done.code, done.err) == (0, "")
    assert "Handbook" in (tmp_path / "out" / "index.html").read_text(encoding="utf-8")


def test_other_builders_and_a_doctree_folder(site: Path, run: Run, tmp_path: Path) -> None:
    done = run("build", site, "text", "-q", "-b", "text", "--doctrees", "trees", "-j", "2")
    assert (done.code, done.err) == (0, "")
    assert "First step" in (tmp_path / "text" / "docs" / "start.txt").read_text(encoding="utf-8")
    assert (tmp_path / "trees" / "environment.pickle").is_file()
    assert not (tmp_path / "cache").exists()


def test_without_a_cache_folder_the_doctrees_lie_in_the_output(
    site: Path, run: Run, tmp_path: Path
) -> None:
    (tmp_path / "cache").write_text("no folder", encoding="utf-8")
    assert run("build", site, "out", "-q").code == 0
    assert (tmp_path / "out" / ".doctrees" / "environment.pickle").is_file()


LANGUAGES = """
    -- hugo.toml --
    title = "Zwei"
    baseURL = "https://zwei.example/"
    defaultContentLanguage = "de"
    disableKinds = ["taxonomy", "term"]
    [languages.de]
    weight = 1
    [languages.pt-br]
    weight = 2
    -- content/eins.md --
    ---
    title: Eins
    ---
    -- content/eins.pt-br.md --
    ---
    title: Um
    aliases: [/velho/]
    ---
    [casa](/pt-br/)
"""


def test_languages_go_where_hugo_has_them(run: Run, tmp_path: Path) -> None:
    site = write_tree(tmp_path / "zwei", LANGUAGES)
    assert run("build", site, "out", "-q").err == ""
    assert run("build", site, "out", "-q", "--language", "PT-br").err == ""
    out = tmp_path / "out"
    assert 'lang="de"' in (out / "eins" / "index.html").read_text(encoding="utf-8")
    page = (out / "pt-br" / "eins" / "index.html").read_text(encoding="utf-8")
    assert 'lang="pt-BR"' in page
    assert (out / "pt-br" / "velho" / "index.html").is_file()


def test_default_language_in_a_folder_has_a_doorstep(run: Run, tmp_path: Path) -> None:
    text = LANGUAGES.replace(
        "[languages.de]", "defaultContentLanguageInSubdir = true\n    [languages.de]"
    )
    site = write_tree(tmp_path / "zwei", text)
    assert run("build", site, "out", "-q").err == ""
    assert (tmp_path / "out" / "de" / "eins" / "index.html").is_file()
    doorstep = (tmp_path / "out" / "index.html").read_text(encoding="utf-8")
    assert "url=de/" in doorstep
    assert 'rel="canonical" href="https://zwei.example/de/"' in doorstep


def test_absolute_url_leads_into_the_folder_of_its_language(run: Run, tmp_path: Path) -> None:
    text = (
        LANGUAGES
        + """
    -- content/zwei.pt-br.md --
    ---
    title: Dois
    url: /fora/dois/
    ---
    -- content/drei.md --
    ---
    title: Drei
    url: /drei/
    ---
    -- content/drei.pt-br.md --
    ---
    title: Três
    url: /drei/
    ---
"""
    )
    site = write_tree(tmp_path / "zwei", text)
    out = tmp_path / "out"
    assert run("build", site, "out", "-q").err == ""
    assert run("build", site, "out", "-q", "--language", "pt-br").err == ""
    assert (out / "pt-br" / "fora" / "dois" / "index.html").is_file()
    doorstep = (out / "fora" / "dois" / "index.html").read_text(encoding="utf-8")
    assert "url=../../pt-br/fora/dois/" in doorstep
    assert "Drei" in (out / "drei" / "index.html").read_text(encoding="utf-8")


def test_site_without_configuration_is_built(run: Run, tmp_path: Path) -> None:
    site = write_tree(tmp_path / "bare", "-- content/a.md --\n# A\n")
    assert run("build", site, "out", "-q").code == 0
    assert (tmp_path / "out" / "a" / "index.html").is_file()


@pytest.mark.parametrize("name", ["build", "check", "compare", "init"])
def test_help_has_examples(name: str, run: Run) -> None:
    done = run(name, "--help")
    assert done.code == 0
    assert f"examples:\n  sphinx-hugo {name} " in done.out
    assert max(map(len, done.out.splitlines())) <= 100


def test_theme_that_is_not_there_is_told_once_and_is_no_warning(tmp_path: Path, run: Run) -> None:
    site = write_tree(tmp_path / "themed", '-- hugo.toml --\ntheme = ["one", "two"]\n')
    (site / "content").mkdir()
    done = run("build", site, "out", "-W")
    assert done.code == 0
    assert done.out.count("theme not found, and not needed: one, two") == 1
