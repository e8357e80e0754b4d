"""``sphinx-hugo check --shortcodes``: who answers the calls, how many warn, what is left."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from cli.conftest import write_tree
from sphinx_hugo.cli.check import check
from sphinx_hugo.cli.running import defaults
from sphinx_hugo.cli.sites import open_site

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from cli.conftest import Done

    Run = Callable[..., Done]

SITE = """
    -- hugo.toml --
    title = "Calls"
    theme = "docsy"
    disableKinds = ["taxonomy", "term"]
    -- content/a.md --
    ---
    title: A
    ---
    {{< param title >}} and {{< param nowhere >}} on one line

    {{% alert title="Careful" %}}Look at {{< kbd "Ctrl" >}} and [this](/gone/).{{% /alert %}}

    {{< drawn >}} {{< broken >}}

    {{< broken >}}

    {{< Unheard-Of >}}text{{< /Unheard-Of >}} {{< unheard-of >}}

    {{< ownbox >}}x{{< /ownbox >}}
    -- content/b.md --
    ---
    title: B
    ---
    [a page]({{< relref "a.md" >}}), [no page]({{< relref "c.md" >}})

    {{< btn href="/gone/" >}}Go{{< /btn >}}

    In code: `{{</* kbd "Alt" */>}}`
    -- shortcodes/ownbox.md --
    **{{ inner }}**
    -- layouts/_shortcodes/drawn.html --
    <b>drawn</b>
    -- layouts/_shortcodes/broken.html --
    {{ partial "none" . }}
"""


@pytest.fixture
def site(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "calls", SITE)


def test_table_of_a_site(site: Path, run: Run) -> None:
    done = run("check", site, "--shortcodes")
    assert (done.code, done.err) == (1, "")
    assert done.out == (
        "calls\n"
        "  answered by       names   calls   without a warning\n"
        "  project template      1       1        1 = 100.0 %\n"
        "  pack: hugo            2       4        2 =  50.0 %\n"
        "  pack: common          2       2        1 =  50.0 %\n"
        "  pack: docsy           1       1        1 = 100.0 %\n"
        "  site template         2       3        1 =  33.3 %\n"
        "  nobody                1       2        0 =   0.0 %\n"
        "  all                   9      13        6 =  46.2 %\n"
        "    left: broken (site template), 2 calls, first content/a.md:8\n"
        "    left: unheard-of (nobody), 2 calls, first content/a.md:12\n"
        "    left: btn (pack: common), 1 call, first content/b.md:6\n"
        "    left: param (pack: hugo), 1 call, first content/a.md:4\n"
        "    left: relref (pack: hugo), 1 call, first content/b.md:4\n\n"
    )


def test_data_of_all_sites_in_a_folder(site: Path, run: Run) -> None:
    write_tree(site.parent / "empty", "-- hugo.toml --\n-- content/a.md --\nno calls\n")
    write_tree(site.parent / "faulty", "-- hugo.toml --\ntitle =\n")
    done = run("check", site.parent, "--shortcodes", "--all", "--json")
    assert done.code == 2
    first, second, third = json.loads(done.out)["sites"]
    assert (first["calls"], first["without_warning"], first["percent"]) == (13, 6, 46.15)
    assert first["answers"][0] == {
        "answer": "project template",
        "calls": 1,
        "without_warning": 1,
        "names": ["ownbox"],
    }
    assert first["left"][0] == {
        "name": "broken",
        "answer": "site template",
        "calls": 2,
        "first": "content/a.md:8",
    }
    assert (second["calls"], second["percent"], second["answers"]) == (0, 100.0, [])
    assert "hugo.toml:1" in third["error"]


def test_sum_of_all_sites(site: Path, run: Run) -> None:
    write_tree(site.parent / "other", "-- hugo.toml --\n-- content/a.md --\n{{< kbd A >}}\n")
    done = run("check", site.parent, "--shortcodes", "--all")
    *_, total = done.out.split("all of them\n")
    assert "  pack: common          2       3        2 =  66.7 %\n" in total
    assert "  all                   9      14        7 =  50.0 %\n" in total
    assert "first calls/content/a.md:8\n" in total


def test_site_with_nothing_left_to_do(tmp_path: Path, run: Run) -> None:
    site = write_tree(tmp_path / "s", "-- hugo.toml --\n-- content/a.md --\n{{< kbd A >}}\n")
    assert run("check", site, "--shortcodes").code == 0


def test_what_conf_py_says_is_counted(site: Path) -> None:
    """The command reads no conf.py, but a project's own build may ask."""
    config = open_site(str(site))
    own = {
        "unheard-of": {"text": "heard"},
        "broken": "sphinx_hugo.shortcodes.builtin.comment:Comment",
    }
    answers = check(config, defaults(config) | {"hugo_shortcodes": own}).answers
    assert (answers.calls["declared in conf.py"], answers.calls["class in conf.py"]) == (2, 2)
    assert answers.clean["declared in conf.py"] == 2
    assert "nobody" not in answers.calls


def test_template_of_the_site_comes_before_names_that_are_too_general(tmp_path: Path) -> None:
    files = """
        -- hugo.toml --
        -- layouts/_shortcodes/version.html --
        9.9
        -- layouts/_shortcodes/note.html --
        <p>{{ .Inner }}</p>
        -- content/a.md --
        ---
        title: A
        ---
        {{< version >}} {{< note >}}a{{< /note >}}
    """
    config = open_site(str(write_tree(tmp_path / "s", files)))
    answers = check(config, defaults(config)).answers
    assert answers.names == {"site template": {"version"}, "pack: common": {"note"}}


def test_all_is_for_this_table(site: Path, run: Run) -> None:
    done = run("check", site.parent, "--all")
    assert done.code == 2
    assert "--all goes with --shortcodes" in done.err


def test_folder_without_sites(tmp_path: Path, run: Run) -> None:
    done = run("check", tmp_path, "--all", "--shortcodes")
    assert (done.code, done.out) == (2, "")
    assert "There is no Hugo site right below" in done.err
