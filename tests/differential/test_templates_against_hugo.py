"""Templates rendered by the real Hugo and by us give the same text, or both fail."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from differential.hugo import run_hugo
from differential.template_site import CASE_PAGE, FILES, write_files
from sphinx_hugo.hugo.calls import ShortcodeCall as Parsed
from sphinx_hugo.hugo.calls import parse_calls
from sphinx_hugo.hugo.templates import Position, ShortcodeCall, Template, TemplateError, render_shortcode
from sphinx_hugo.hugo.templates.runtime import Runtime
from templates.world import World

if TYPE_CHECKING:
    from sphinx_hugo.hugo.templates.objects.page import PageView

CASES = Path(__file__).parent / "template_cases.yaml"
BEGIN, END = "BEGIN|", "|END"
DELIBERATE: dict[str, str] = {}
"""Cases in which we differ on purpose, with the reason."""

pytestmark = pytest.mark.hugo


@dataclass(frozen=True)
class Case:
    """One question to Hugo."""

    name: str
    """Area and number; also the name of the shortcode."""
    template: str
    call: str = ""
    inner: str | None = None

    @property
    def text(self) -> str:
        """The call in a page; line 13 of its file."""
        opening = f"{{{{< {self.name} {self.call} >}}}}"
        closing = f"{{{{< /{self.name} >}}}}" if ".Inner" in self.template else ""
        return f"{BEGIN}{opening}{self.inner or ''}{closing}{END}\n"


def load_cases() -> tuple[list[Case], list[Case]]:
    """Give the cases that work and those that fail."""
    good: list[Case] = []
    bad: list[Case] = []
    for area, entries in yaml.safe_load(CASES.read_text(encoding="utf-8")).items():
        for number, entry in enumerate(entries):
            fields: dict[str, Any] = entry if isinstance(entry, dict) else {"template": entry}
            (bad if area == "errors" else good).append(Case(f"{area}{number}", **fields))
    return good, bad


GOOD, BAD = load_cases()


def hugo_files(good: list[Case], bad: list[Case]) -> dict[str, str]:
    """Give a site in which each good case is a shortcode and a page, each bad one a partial.

    A bad one is parsed while the site is built, as a resource, and it runs inside of ``try``:
    so one bad template does not end the run.
    """
    files = dict(FILES)
    for case in good:
        files[f"layouts/_shortcodes/{case.name}.html"] = case.template
        # No page of a case may be seen by another case: they are leaves of a hidden folder.
        files[f"content/cases/{case.name}.md"] = CASE_PAGE + case.text
    for case in bad:
        files[f"content/cases/{case.name}.md"] = CASE_PAGE
    return files


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run Hugo once over all good cases."""
    root = tmp_path_factory.mktemp("hugo")
    write_files(root, hugo_files(GOOD, []))
    return run_hugo(root, "--clock", "2025-06-01T12:30:00Z")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Make the same site for us."""
    root = tmp_path_factory.mktemp("ours")
    write_files(root, hugo_files(GOOD, BAD))
    return World(root)


def ours(world: World, case: Case) -> str:
    """Render a case with our templates."""
    page = world.host.site.page(f"/cases/{case.name}")
    assert page is not None
    parsed = parse_calls(case.text, takes_inner=lambda _: ".Inner" in case.template)
    (node,) = [node for node in parsed.nodes if isinstance(node, Parsed)]
    position = Position(str(page.filename), CASE_PAGE.count("\n") + node.line, node.column)
    view = world.engine.page(page)
    call = ShortcodeCall(world.engine, case.name, node.params, view, position=position)
    call.set_inner(case.inner or "")
    template = world.templates.shortcode(case.name)
    assert template is not None
    return render_shortcode(template, call)


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_same_output_as_hugo(case: Case, public: Path, world: World) -> None:
    html = (public / "cases" / case.name / "index.html").read_text(encoding="utf-8")
    found = re.search(re.escape(BEGIN) + "(.*)" + re.escape(END), html, re.DOTALL)
    assert found is not None
    assert ours(world, case) == found.group(1), case.template


def fails_in_ours(world: World, case: Case) -> bool:
    view: PageView = world.engine.site.home()
    try:
        template = Template("_partials/x.html", "x.html", case.template)
        Runtime(world.engine, view).execute(template, view)
    except TemplateError:
        return True
    return False


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_fails_where_hugo_fails(case: Case, world: World) -> None:
    assert fails_in_ours(world, case), case.template
