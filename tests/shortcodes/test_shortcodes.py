"""Fixture files: a call, and the doctree and warnings it gives.

Each folder is one site with the theme of that name, and each case a page of it. A case is a title,
``.``, the body of the page, ``.``, the expected pseudo-XML, ``.``; lines ``LINE: message`` behind
the pseudo-XML are the expected warnings. ``REGENERATE=1 pytest tests/shortcodes`` writes the
files anew: read the difference as code.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from shortcodes.site import Rendered, pseudo_xml, render

from sphinx_hugo.shortcodes import PACKS

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path(__file__).parent

TABLES = {
    "privacy": "[privacy.youtube]\nprivacyEnhanced = true\n[privacy.vimeo]\nenableDNT = true\n",
}
"""Further configuration of a folder's site."""

THEMELESS = {"hugo", "layout", "privacy", "common"}
"""Folders whose site has no theme; of the others, the name is the theme."""


@dataclass(frozen=True)
class Case:
    folder: str
    file: str
    number: int
    title: str
    body: str
    expected: str

    @property
    def name(self) -> str:
        return f"{self.file}-{self.number}"

    def __str__(self) -> str:
        return f"{self.folder}/{self.file}: {self.title}"


def read(filename: Path) -> list[Case]:
    parts = re.split(r"^\.\n", filename.read_text(encoding="utf-8"), flags=re.MULTILINE)
    assert len(parts) % 3 == 1, f"{filename}: a case is title, body and result, each ended by '.'"
    return [
        Case(
            filename.parent.name,
            filename.stem,
            index // 3 + 1,
            parts[index].strip(),
            parts[index + 1],
            parts[index + 2],
        )
        for index in range(0, len(parts) - 1, 3)
    ]


FILES = sorted(HERE.glob("*/*.md"))
CASES = [case for filename in FILES for case in read(filename)]


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Rendered]:
    done: dict[str, Rendered] = {}

    def of_folder(folder: str) -> Rendered:
        if folder not in done:
            bodies = {case.name: case.body for case in CASES if case.folder == folder}
            done[folder] = render(
                bodies,
                tmp_path_factory.mktemp(folder),
                root_keys="" if folder in THEMELESS else f'theme = "{folder}"\n',
                tables=TABLES.get(folder, ""),
            )
        return done[folder]

    return of_folder


def shown(case: Case, of_folder: Callable[[str], Rendered]) -> str:
    found = of_folder(case.folder)
    lines = [pseudo_xml(found.doctrees[case.name]), *found.warnings[case.name]]
    return "\n".join(line.rstrip("\n") for line in lines if line.strip()) + "\n"


@pytest.mark.skipif("REGENERATE" in os.environ, reason="the expected results are being written")
@pytest.mark.parametrize("case", CASES, ids=str)
def test_fixture(case: Case, rendered: Callable[[str], Rendered]) -> None:
    assert shown(case, rendered) == (case.expected or "\n")


@pytest.mark.skipif("REGENERATE" not in os.environ, reason="writes the fixtures; set REGENERATE=1")
@pytest.mark.parametrize("filename", FILES, ids=lambda filename: filename.stem)
def test_regenerate(filename: Path, rendered: Callable[[str], Rendered]) -> None:
    text = "".join(
        f"{case.title}\n.\n{case.body}.\n{shown(case, rendered)}.\n\n" for case in read(filename)
    )
    filename.write_text(text.rstrip("\n") + "\n", encoding="utf-8")


def test_every_shortcode_has_a_fixture() -> None:
    text = "".join(case.body for case in CASES)
    called = {name.lower() for name in re.findall(r"\{\{[<%]\s*([\w/-]+)", text)}
    missing = [
        f"{pack}: {cls.names[0]}"
        for pack, classes in PACKS.items()
        for cls in classes
        if not called & set(cls.names)
    ]
    assert missing == []


def test_nothing_else_warns(rendered: Callable[[str], Rendered]) -> None:
    for folder in sorted({case.folder for case in CASES}):
        names = {case.name for case in CASES if case.folder == folder}
        others = {
            name: lines for name, lines in rendered(folder).warnings.items() if name not in names
        }
        assert others == {}
