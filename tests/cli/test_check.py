"""``sphinx-hugo check``: findings as lines and as data, no pages."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cli.conftest import snapshot, write_tree

if TYPE_CHECKING:
    from collections.abc import Callable

    from cli.conftest import Done

    Run = Callable[..., Done]

GUIDE = Path(__file__).resolve().parents[2] / "docs/guide"

FAULTY = """
    -- hugo.toml --
    title = "Faulty"
    languageCode = "en-us"
    disableKinds = ["taxonomy", "term"]
    -- content/a.md --
    ---
    title: A
    ---
    [gone](/gone/) and [part](/b/#nowhere).

    {{< ref "none.md" >}}

    {{< unheard-of >}}text{{< /unheard-of >}}

    ![no picture](missing.png)
    -- content/b.md --
    ---
    title: [unclosed
    ---
    # B
"""


@pytest.fixture
def faulty(tmp_path: Path) -> Path:
    return write_tree(tmp_path / "faulty", FAULTY)


def test_site_without_a_fault_has_no_findings(site: Path, run: Run) -> None:
    done = run("check", site)
    assert (done.code, done.out) == (0, "")
    assert done.err == "4 pages, 0 findings\n"


def test_findings_are_lines_by_file_and_line(faulty: Path, run: Run) -> None:
    done = run("check", faulty)
    assert done.code == 1
    lines = done.out.splitlines()
    places = [line.split(": ")[0] for line in lines]
    assert places == [
        "content/a.md:4",
        "content/a.md:4",
        "content/a.md:6",
        "content/a.md:8",
        "content/a.md:10",
        "content/b.md:2",
        "hugo.toml:2",
    ]
    kinds = [line.rpartition(" ")[2] for line in lines]
    assert kinds == [
        "[hugo.fragment]",
        "[hugo.link]",
        "[hugo.ref]",
        "[hugo.shortcode_unknown]",
        "[hugo.resource]",
        "[hugo.front_matter]",
        "[hugo.config]",
    ]
    assert done.err.startswith("3 pages, 7 findings: hugo.config 1, hugo.fragment 1, ")


def test_check_finds_what_build_warns_about_and_writes_nothing(
    faulty: Path, run: Run, tmp_path: Path
) -> None:
    before = snapshot(tmp_path)
    found = {line.partition(": ")[2] for line in run("check", faulty, "-j", "2").out.splitlines()}
    assert snapshot(tmp_path) == before
    warned = run("build", faulty, "out", "-q").err.splitlines()
    assert found == {line.partition(": WARNING: ")[2] for line in warned}


def test_what_only_copying_would_find_is_found(tmp_path: Path, run: Run) -> None:
    site = write_tree(
        tmp_path / "site",
        """
        -- content/a.md --
        ---
        title: A
        aliases: [/b/]
        ---
        -- content/b/index.md --
        ---
        title: B
        ---
        -- content/b/locked.txt --
        -- static/locked.css --
        """,
    )
    locked = [site / "content/b/locked.txt", site / "static/locked.css"]
    for file in locked:
        file.chmod(0)
    if os.access(locked[0], os.R_OK):
        pytest.skip("whoever runs this may read everything")
    found = run("check", site).out.splitlines()
    assert [line.split(": ")[0] for line in found] == [
        "content/a.md:3",
        "content/b/locked.txt:1",
        "static/locked.css:1",
    ]
    warned = run("build", site, "out", "-q").err.splitlines()
    assert sorted(line.replace("WARNING: ", "").replace(f"{site}/", "") for line in warned) == found


def test_json_is_the_only_thing_on_standard_output(faulty: Path, run: Run) -> None:
    done = run("check", faulty, "--json")
    assert (done.code, done.err) == (1, "")
    data = json.loads(done.out)
    assert list(data) == ["schema", "site", "language", "findings", "summary"]
    assert (data["schema"], data["site"], data["language"]) == (1, str(faulty), "en")
    assert all(list(item) == ["file", "line", "kind", "message"] for item in data["findings"])
    link = data["findings"][1]
    assert (link["file"], link["line"], link["kind"]) == ("content/a.md", 4, "hugo.link")
    assert "[hugo" not in link["message"]
    assert data["summary"]["pages"] == 3
    assert data["summary"]["findings"] == len(data["findings"]) == 7
    assert data["summary"]["kinds"]["hugo.ref"] == 1


def test_the_guide_names_every_field_of_the_data(faulty: Path, run: Run) -> None:
    """A field that comes or goes is a change for those who read it, and the guide says so."""
    data = json.loads(run("check", faulty, "--json").out)
    fields = {key for key in data if key != "summary"}
    fields |= {f"findings[].{key}" for item in data["findings"] for key in item}
    fields |= {f"summary.{key}" for key in data["summary"]}
    text = (GUIDE / "warnings.md").read_text(encoding="utf-8")
    section = text.partition("## For other tools")[2].partition("\n## ")[0]
    assert set(re.findall(r"^\| `([^`]+)` \|", section, re.MULTILINE)) == fields
    types = {"file": str, "line": int, "kind": str, "message": str}
    for item in data["findings"]:
        assert all(item[key] is None or type(item[key]) is kind for key, kind in types.items())


def test_suppressed_warnings_are_no_findings(faulty: Path, run: Run) -> None:
    done = run("check", faulty, "-D", "suppress_warnings=hugo")
    assert (done.code, done.out) == (0, "")


def test_finding_without_a_place_has_none_in_json(site: Path, run: Run) -> None:
    done = run("check", site, "--json", "-D", "no_such_value=1")
    (finding,) = json.loads(done.out)["findings"]
    assert (finding["file"], finding["line"]) == (None, None)


def test_verbose_shows_progress_beside_the_answer(site: Path, run: Run) -> None:
    done = run("check", site, "-v", "--json")
    assert json.loads(done.out)["summary"]["findings"] == 0
    assert "reading sources" in done.err


def test_file_name_that_no_encoding_has_is_printed(tmp_path: Path, run: Run) -> None:
    site = write_tree(tmp_path / "odd", "-- hugo.toml --\ntitle = 'x'\n")
    name = os.fsdecode(b"content/caf\xe9.md")
    (site / "content").mkdir()
    (site / name).write_text("---\ntitle: x\n---\n[gone](/gone/)\n", encoding="utf-8")
    done = run("check", site)
    assert done.code == 1
    assert "content/caf\\udce9.md:4: " in done.out
