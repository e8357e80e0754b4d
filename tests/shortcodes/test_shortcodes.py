"""Fixture files: a call, and the doctree and warnings it gives."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from shortcodes.cases import Case, all_cases, render_folder, shown
from sphinx_hugo.shortcodes import PACKS

if TYPE_CHECKING:
    from collections.abc import Callable

    from shortcodes.site import Rendered

CASES = all_cases()
FOLDERS = sorted({case.folder for case in CASES})


@pytest.fixture(scope="session")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Rendered]:
    done: dict[str, Rendered] = {}

    def of_folder(folder: str) -> Rendered:
        if folder not in done:
            done[folder] = render_folder(folder, tmp_path_factory.mktemp(folder))
        return done[folder]

    return of_folder


@pytest.mark.parametrize("case", CASES, ids=str)
def test_fixture(case: Case, rendered: Callable[[str], Rendered]) -> None:
    assert shown(case, rendered(case.folder)) == (case.expected or "\n")


@pytest.mark.parametrize("folder", FOLDERS)
def test_nothing_else_warns(folder: str, rendered: Callable[[str], Rendered]) -> None:
    names = {case.name for case in CASES if case.folder == folder}
    found = rendered(folder).warnings
    assert {name: lines for name, lines in found.items() if name not in names} == {}


def test_every_shortcode_has_a_fixture() -> None:
    called = {
        (case.folder, name.lower())
        for case in CASES
        for name in re.findall(r"\{\{[<%]\s*([\w/-]+)", case.body)
    }
    missing = [
        f"{pack}: {cls.names[0]}"
        for pack, classes in PACKS.items()
        for cls in classes
        if not any((pack, name) in called for name in cls.names)
    ]
    assert missing == []


@pytest.mark.parametrize(
    "cls", [cls for classes in PACKS.values() for cls in classes], ids=lambda cls: cls.__name__
)
def test_every_shortcode_documents_itself(cls: type) -> None:
    assert cls.__doc__ and cls.__doc__.splitlines()[0].endswith((".", ":"))
    assert cls.example, "an example for the reference"
    assert any(name in cls.example for name in cls.names)
    assert all(parameter.doc.endswith(".") for parameter in cls.parameters)
