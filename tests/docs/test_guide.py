"""What the guide says of the repository is true; what the pages themselves hold, their build checks."""

from __future__ import annotations

import re
import shlex
import tomllib
from pathlib import Path

from sphinx_hugo.cli.main import parser
from sphinx_hugo.reference import differences

ROOT = Path(__file__).parents[2]
GUIDE = ROOT / "docs/guide"
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def text_of(name: str) -> str:
    return (GUIDE / name).read_text(encoding="utf-8")


def test_every_place_that_how_it_works_names_is_there() -> None:
    _start, _head, table = text_of("how-it-works.md").partition(
        "| You want to change | Look at |\n"
    )
    rows = table.partition("\n\n")[0].splitlines()[1:]
    names = [re.findall(r"`([^`]+)`", row.rpartition(" | ")[2]) for row in rows]
    assert len(rows) > 20
    assert all(names)
    lost = [name for row in names for name in row if not (ROOT / "ext/sphinx_hugo" / name).exists()]
    assert lost == []


def test_every_folder_of_the_extension_is_named_there() -> None:
    text = text_of("how-it-works.md")
    folders = {path.parent.name for path in (ROOT / "ext/sphinx_hugo").glob("*/__init__.py")}
    assert {folder for folder in folders if f"`{folder}/" not in text} == set()


def test_every_page_of_the_guide_is_named_in_its_overview() -> None:
    pages = {path.name for path in GUIDE.glob("*.md")} - {"_index.md"}
    named = set(re.findall(r'relref "docs/guide/([\w-]+\.md)', text_of("_index.md")))
    assert named == pages


def test_every_command_of_make_is_listed() -> None:
    targets = re.findall(r"(?m)^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"))
    listed = re.findall(r"(?m)^\| `make ([a-z]+)` \|", text_of("_index.md"))
    assert sorted(targets) == sorted(listed)


def test_extras_bring_what_the_guide_says() -> None:
    packages = {
        "sphinxext.opengraph": "sphinxext-opengraph",
        "notfound.extension": "sphinx-notfound-page",
        "sphinxcontrib.mermaid": "sphinxcontrib-mermaid",
        "sphinx_copybutton": "sphinx-copybutton",
    }
    rows = re.findall(r"(?m)^\| `(\w+)` \| (?:`([\w.]+)`)? ?\|", text_of("use-it-for-your-site.md"))
    extras = {
        name: {re.split(r"[\[>=]", requirement)[0] for requirement in requirements}
        for name, requirements in PYPROJECT["project"]["optional-dependencies"].items()
    }
    assert {extra for extra, _extension in rows} == set(extras)
    for extra, extension in rows:
        if extension:
            assert packages[extension] in extras[extra]


def test_the_list_of_differences_is_that_of_the_developers() -> None:
    readme = (ROOT / "ext/sphinx_hugo/hugo/README.md").read_text(encoding="utf-8")
    rows = [line for line in readme.splitlines() if line.startswith("| ")]
    # The guide shows calls of shortcodes with the marks that keep them from being run.
    text = re.sub(r"(\{\{[<%])/\*|\*/([>%]\}\})", r"\1\2", "\n".join(differences()))
    assert len(rows) > 15
    assert [row for row in rows if row not in text] == []
    assert readme.rpartition("## Known to be near only\n")[2].strip() in text


def test_one_place_has_the_version() -> None:
    assert "version" not in PYPROJECT["project"]
    assert PYPROJECT["tool"]["hatch"]["version"]["path"] == "ext/sphinx_hugo/__init__.py"


def shell_lines() -> list[tuple[str, str]]:
    """Return (file, command) for each line that readers are told to type into a terminal."""
    files = [
        *sorted(GUIDE.glob("*.md")),
        *(ROOT / f"{name}.md" for name in ("README", "CONTRIBUTING")),
    ]
    blocks = [
        (path.name, block)
        for path in files
        for block in re.findall(r"(?ms)^```sh\n(.*?)^```", path.read_text(encoding="utf-8"))
    ]
    without_files = [(name, re.sub(r"(?ms)^cat > .*?^END$", "", block)) for name, block in blocks]
    return [
        (name, line)
        for name, block in without_files
        for line in re.sub(r"\\\n\s*", "", block).splitlines()
        if line.strip()
    ]


def test_commands_in_the_guide_are_commands() -> None:
    """Each line in a shell block is one that our programs take, or a well-known one."""
    targets = re.findall(r"(?m)^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"))
    seen = set()
    for name, line in shell_lines():
        first, *words = shlex.split(re.sub(r"^(\w+=\S* )+", "", line), comments=True)
        program = first.rpartition("/")[2]
        seen.add(program)
        if program == "sphinx-hugo":
            command = words[: words.index(">")] if ">" in words else words
            assert parser().parse_args(command).command == command[0], (name, line)
        elif program == "make":
            assert set(words) & set(targets), (name, line)
        elif program.startswith("python"):
            assert words[0] == "-m", (name, line)
            assert words[1] in KNOWN_MODULES or (ROOT / words[1]).is_dir(), (name, line)
            assert all((ROOT / word).exists() for word in words if word.startswith("tests/"))
        else:
            assert program in {".", "mkdir", "sphinx-intl", "sphinx-autobuild", "pre-commit"}, line
    assert {"sphinx-hugo", "make", "python"} <= seen


KNOWN_MODULES = {
    "venv", "pip", "http.server", "sphinx", "sphinx.ext.intersphinx", "pytest", "shortcodes.cases",
}  # fmt: skip


def test_workflows_call_what_is_there() -> None:
    """Targets of make, sessions of nox and scripts that the workflows start exist."""
    text = "".join(
        path.read_text(encoding="utf-8") for path in (ROOT / ".github/workflows").glob("*.yml")
    )
    targets = re.findall(r"(?m)^([a-z]+):.*## ", (ROOT / "Makefile").read_text(encoding="utf-8"))
    builders = re.findall(r"builder: \[(.*)\]", text)[0].split(", ")
    sessions = re.findall(
        r"(?m)^@nox\.session.*\n(?:@.*\n)?def (\w+)", (ROOT / "noxfile.py").read_text("utf-8")
    )
    made = re.findall(r"run: make (\w+)$", text, re.MULTILINE)
    assert {*made, *builders} <= set(targets)
    wanted = re.findall(r"run: nox (?:--\S+ )*-s (.*)", text)
    assert [line for line in wanted if not set(re.findall(r"\w+", line)) & set(sessions)] == []
    rows = re.findall(r'python: "([\d.]+)", sphinx: "([\d.]+)"', text)
    assert len(rows) >= 5
    matrix = (ROOT / "noxfile.py").read_text(encoding="utf-8")
    for python, sphinx in rows:
        (versions,) = re.findall(rf'"{re.escape(python)}": \[(.*)\]', matrix)
        assert f'"{sphinx}"' in versions
    assert all((ROOT / name).is_file() for name in re.findall(r"run: (\.ci/\w+)", text))


def test_actions_are_named_by_their_hash() -> None:
    for path in (ROOT / ".github/workflows").glob("*.yml"):
        used = re.findall(r"uses: (.*)", path.read_text(encoding="utf-8"))
        assert used
        assert [
            name for name in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", name)
        ] == []
