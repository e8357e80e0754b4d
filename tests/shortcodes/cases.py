"""The fixture files: reading them, and writing their expected part anew.

A case is a title, ``.``, the body of a page, ``.``, the expected pseudo-XML, ``.``; lines
``LINE: message`` behind the pseudo-XML are the expected warnings. Each folder is one site, with the
theme of that name, and each case a page of it.

``PYTHONPATH=ext:tests python -m shortcodes.cases`` writes all expected parts; read the difference
as code.
"""

from __future__ import annotations

import re
import tempfile
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from shortcodes.site import Rendered, pseudo_xml, render

HERE = Path(__file__).parent
FILES = tuple(sorted(HERE.glob("*/*.md")))

TABLES = {
    "relearn": (
        '[[params.boxStyle]]\nidentifier = "magic"\ntitle = "Some *magic*"\nstyle = "warning"\n'
    ),
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
        """Name of the page."""
        return f"{self.file}-{self.number}"

    def __str__(self) -> str:
        return f"{self.folder}/{self.file}: {self.title}"


def read(filename: Path) -> list[Case]:
    """Return the cases of a fixture file."""
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


@cache
def all_cases() -> tuple[Case, ...]:
    """Return the cases of every file."""
    return tuple(case for filename in FILES for case in read(filename))


def render_folder(folder: str, where: Path, builder: str = "dummy") -> Rendered:
    """Render the cases of a folder in one build below *where*."""
    return render(
        {case.name: case.body for case in all_cases() if case.folder == folder},
        where,
        root_keys="" if folder in THEMELESS else f'theme = "{folder}"\n',
        tables=TABLES.get(folder, ""),
        builder=builder,
    )


def shown(case: Case, rendered: Rendered) -> str:
    """Return what a fixture file says of a case: pseudo-XML, then warnings."""
    lines = [pseudo_xml(rendered.doctrees[case.name]), *rendered.warnings[case.name]]
    return "\n".join(line.rstrip("\n") for line in lines if line.strip()) + "\n"


def main() -> None:
    """Write the expected part of every fixture file."""
    for folder in sorted({filename.parent.name for filename in FILES}):
        with tempfile.TemporaryDirectory() as where:
            rendered = render_folder(folder, Path(where))
        for filename in FILES:
            if filename.parent.name == folder:
                text = "\n".join(
                    f"{case.title}\n.\n{case.body}.\n{shown(case, rendered)}.\n"
                    for case in read(filename)
                )
                filename.write_text(text, encoding="utf-8")


if __name__ == "__main__":
    main()
