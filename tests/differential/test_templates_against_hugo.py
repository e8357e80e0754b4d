"""Templates rendered by the real Hugo and by us give the same text, or both fail."""

from __future__ import annotations

import re
import subprocess
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from differential.hugo import hugo_binary, run_hugo
from differential.template_site import CASE_PAGE, FILES, write_files
from sphinx_hugo.hugo.calls.reading import ShortcodeCall as Parsed
from sphinx_hugo.hugo.calls.reading import Text, parse_calls
from sphinx_hugo.hugo.templates import (
    Position,
    ShortcodeCall,
    TemplateError,
    compile_template,
    render_shortcode,
)
from sphinx_hugo.hugo.templates.runtime import Runtime
from templates.world import World

if TYPE_CHECKING:
    from collections.abc import Sequence

CASES = Path(__file__).parent / "template_cases.yaml"
BEGIN, END = "BEGIN|", "|END"
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


@dataclass(frozen=True)
class Nest:
    """Shortcodes that work together, and a text that calls them."""

    name: str
    shortcodes: dict[str, str]
    text: str


def load_cases() -> tuple[list[Case], list[Nest], list[Case]]:
    """Give the cases that work, nested calls, and the cases that fail."""
    table: dict[str, list[Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))
    nests = [Nest(**entry) for entry in table.pop("nested")]
    good: list[Case] = []
    bad: list[Case] = []
    for area, entries in table.items():
        for number, entry in enumerate(entries):
            fields = entry if isinstance(entry, dict) else {"template": entry}
            (bad if area == "errors" else good).append(Case(f"{area}{number}", **fields))
    return good, nests, bad


GOOD, NESTS, BAD = load_cases()


def site_files() -> dict[str, str]:
    """Give a site in which each good case is a shortcode and a page."""
    files = dict(FILES)
    for case in GOOD:
        files[f"layouts/_shortcodes/{case.name}.html"] = case.template
        files[f"content/cases/{case.name}.md"] = CASE_PAGE + case.text
    for nest in NESTS:
        files[f"content/cases/{nest.name}.md"] = f"{CASE_PAGE}{BEGIN}{nest.text}{END}\n"
        files |= {f"layouts/_shortcodes/{name}.html": t for name, t in nest.shortcodes.items()}
    return files


@pytest.fixture(scope="module")
def public(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Run Hugo once over all cases that work."""
    root = tmp_path_factory.mktemp("hugo")
    write_files(root, site_files())
    return run_hugo(root, "--clock", "2025-06-01T12:30:00Z")


@pytest.fixture(scope="module")
def world(tmp_path_factory: pytest.TempPathFactory) -> World:
    """Make the same site for us."""
    root = tmp_path_factory.mktemp("ours")
    write_files(root, site_files())
    return World(root)


def between_marks(public: Path, name: str) -> str:
    """Give what Hugo made of the text between the marks of a page."""
    html = (public / "cases" / name / "index.html").read_text(encoding="utf-8")
    found = re.search(re.escape(BEGIN) + "(.*)" + re.escape(END), html, re.DOTALL)
    assert found is not None
    return found.group(1)


def render_calls(world: World, page: str, text: str) -> str:
    """Render the calls of a text with our templates, inner ones first, as Hugo does."""
    record = world.host.site.page(page)
    assert record is not None

    def takes_inner(name: str) -> bool | None:
        template = world.templates.shortcode(name)
        return template.takes_inner if template else None

    def render(nodes: Sequence[object], parent: ShortcodeCall | None) -> str:
        return "".join(one(node, parent) for node in nodes)

    def one(node: object, parent: ShortcodeCall | None) -> str:
        if not isinstance(node, Parsed):
            assert isinstance(node, Text)
            return text[node.start : node.end]
        position = Position("", CASE_PAGE.count("\n") + node.line, node.column)
        call = ShortcodeCall(
            world.engine,
            node.name,
            node.params,
            world.engine.page(record),
            parent=parent,
            ordinal=node.ordinal,
            position=position,
        )
        call.set_inner(render(node.inner or (), call))
        template = world.templates.shortcode(node.name)
        assert template is not None
        return render_shortcode(template, call)

    parsed = parse_calls(text, takes_inner=takes_inner)
    assert not parsed.problems
    return render(parsed.nodes, None)


@pytest.mark.parametrize("case", GOOD, ids=lambda case: case.name)
def test_same_output_as_hugo(case: Case, public: Path, world: World) -> None:
    rendered = render_calls(world, f"/cases/{case.name}", case.text)
    assert rendered == BEGIN + between_marks(public, case.name) + END + "\n"


@pytest.mark.parametrize("nest", NESTS, ids=lambda nest: nest.name)
def test_nested_calls_as_in_hugo(nest: Nest, public: Path, world: World) -> None:
    assert render_calls(world, f"/cases/{nest.name}", nest.text) == between_marks(public, nest.name)


@pytest.fixture(scope="module")
def hugo_fails(tmp_path_factory: pytest.TempPathFactory) -> dict[str, bool]:
    """Say of each bad template whether Hugo refuses it as the home page's, a run for each."""
    binary = hugo_binary()
    folder = tmp_path_factory.mktemp("bad")

    def run(case: Case) -> bool:
        root = folder / case.name
        write_files(root, {**FILES, "layouts/home.html": case.template})
        command = [str(binary), "--noBuildLock", "--quiet"]
        return subprocess.run(command, cwd=root, capture_output=True, check=False).returncode != 0

    with ThreadPoolExecutor(2) as pool:
        return dict(zip([case.name for case in BAD], pool.map(run, BAD), strict=True))


@pytest.mark.parametrize("case", BAD, ids=lambda case: case.name)
def test_fails_where_hugo_fails(case: Case, hugo_fails: dict[str, bool], world: World) -> None:
    assert hugo_fails[case.name], "Hugo accepts this: the case belongs to another area"
    view = world.engine.site.home()
    with pytest.raises(TemplateError):
        Runtime(world.engine, view).execute(compile_template(case.template), view)
