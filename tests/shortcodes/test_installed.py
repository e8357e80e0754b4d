"""Packs of shortcodes that other Python packages bring; the packages are made up here."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import pytest
from sphinx.errors import ConfigError

from build.conftest import build_site, write_tree
from sphinx_hugo.shortcodes import PACKS
from sphinx_hugo.shortcodes.installed import PackError, installed_packs

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    Install = Callable[..., Path]

MODULE = """
from docutils import nodes
from sphinx_hugo.shortcodes.base import InnerUse, Shortcode

class Anvil(Shortcode):
    '''Says what falls.'''
    names = ("anvil", "notice")
    inner_use = InnerUse.OPTIONAL
    def to_nodes(self):
        return [nodes.paragraph("", f"An anvil of {self.params.text('weight', 0)} falls.")]

SHORTCODES = (Anvil,)
"""


@pytest.fixture
def install(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Install:
    """Return what puts a distribution with an entry point onto the path of Python."""

    def run(
        pack: str = "acme",
        value: str = "acme_pack:SHORTCODES",
        module: str = MODULE,
        distribution: str = "acme-pack",
        version: str = "1.2",
    ) -> Path:
        folder = tmp_path / distribution
        name = distribution.replace("-", "_")
        write_tree(
            folder,
            f"-- {name}.py --\n{module}\n"
            f"-- {name}-1.dist-info/METADATA --\n"
            f"Metadata-Version: 2.1\nName: {distribution}\nVersion: {version}\n"
            f"-- {name}-1.dist-info/entry_points.txt --\n"
            f"[sphinx_hugo.shortcodes]\n{pack} = {value}\n",
        )
        monkeypatch.syspath_prepend(str(folder))
        monkeypatch.delitem(sys.modules, name, raising=False)
        return folder

    return run


PAGE = "-- content/_index.md --\n---\ntitle: A\n---\n{{< anvil 3t >}}\n"


def test_a_pack_of_another_package_answers(install: Install, tmp_path: Path) -> None:
    install()
    assert build_site(tmp_path, PAGE).text("/") == "A An anvil of 3t falls."


def test_the_pack_of_the_theme_goes_first(install: Install, tmp_path: Path) -> None:
    install()
    page = "-- content/_index.md --\n---\ntitle: A\n---\n{{< notice tip >}}x{{< /notice >}}\n"
    theme = '-- hugo.toml --\ntheme = "github.com/acme/{}/v2"\n'
    for name, text in (("acme", "A An anvil of tip falls."), ("hugo-theme-learn", "A Tip x")):
        folder = tmp_path / name
        folder.mkdir()
        assert build_site(folder, theme.format(name) + page).text("/") == text


def test_a_pack_is_not_imported_before_a_site_is_loaded(install: Install, tmp_path: Path) -> None:
    install(module="raise RuntimeError('no anvils today')")
    build_site(tmp_path, "-- index.rst --\nTitle\n=====\n", hugo_root="")
    assert "acme_pack" not in sys.modules
    with pytest.raises(ConfigError, match="no anvils today"):
        build_site(tmp_path, PAGE)


def test_pages_are_read_again_with_another_version(install: Install, tmp_path: Path) -> None:
    folder = install()
    assert build_site(tmp_path, PAGE).read
    assert build_site(tmp_path).read == []
    metadata = folder / "acme_pack-1.dist-info/METADATA"
    metadata.write_text(metadata.read_text().replace("1.2", "1.3"))
    assert "index" in build_site(tmp_path).read


START = "the shortcode pack '{}' of acme-pack 1.2 ({}) cannot be used: "


@pytest.mark.parametrize(
    ("pack", "value", "module", "message"),
    [
        (
            "acme",
            "acme_pack:SHORTCODES",
            "import acme_lost",
            "importing it fails with ModuleNotFoundError: No module named 'acme_lost'",
        ),
        (
            "acme",
            "acme_pack:NONE",
            MODULE,
            "importing it fails with AttributeError: module 'acme_pack' has no attribute 'NONE'",
        ),
        (
            "acme",
            "acme_pack",
            MODULE,
            "it is a module; make it a tuple of shortcode classes",
        ),
        (
            "acme",
            "acme_pack:Anvil",
            MODULE,
            "it is class Anvil; make it a tuple of shortcode classes",
        ),
        (
            "acme",
            "acme_pack:S",
            "S = (int,)",
            "class int in it does not derive from Shortcode",
        ),
        (
            "acme",
            "acme_pack:SHORTCODES",
            MODULE.replace('"anvil"', '"Anvil"'),
            "Anvil.names must be names in lower case",
        ),
        (
            "docsy",
            "acme_pack:SHORTCODES",
            MODULE,
            "a pack that comes with sphinx-hugo has this name; choose another",
        ),
        (
            "The Acme",
            "acme_pack:SHORTCODES",
            MODULE,
            "write its name in lower case letters, digits, '-' and '_'",
        ),
    ],
)
def test_a_pack_that_cannot_be_used_is_named(
    install: Install, pack: str, value: str, module: str, message: str
) -> None:
    install(pack, value, module)
    with pytest.raises(PackError) as caught:
        installed_packs(PACKS)
    expected = f"{START.format(pack, value)}{message}. Mend the package or uninstall it."
    assert str(caught.value) == expected


def test_two_packs_of_one_name_are_both_named(install: Install) -> None:
    install()
    install(value="other_pack:SHORTCODES", distribution="other-pack")
    with pytest.raises(PackError, match=r"of other-pack 1\.2 .* acme-pack 1\.2 has a pack of this"):
        installed_packs(PACKS)
