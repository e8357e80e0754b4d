"""Which pack answers for a name."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from sphinx_hugo.hugo.config.site_config import load_config
from sphinx_hugo.shortcodes import BUNDLED, PACKS, pack_of_site
from sphinx_hugo.shortcodes.base import Params, ParamValue
from sphinx_hugo.shortcodes.choosing import pack_of_theme

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


@pytest.mark.parametrize(
    ("name", "pack"),
    [
        ("docsy", "docsy"),
        ("docsy/theme", "docsy"),
        ("github.com/imfing/hextra", "hextra"),
        ("github.com/alex-shpak/hugo-book/v11", "book"),
        ("hugo-theme-learn", "relearn"),
        ("@hyas/doks-core", "doks"),
        ("mytheme", ""),
        ("", ""),
    ],
)
def test_pack_of_theme(name: str, pack: str) -> None:
    assert pack_of_theme(name) == pack


@pytest.mark.parametrize(
    ("config", "pack"),
    [
        ('theme = "docsy"', "docsy"),
        ('theme = ["mine", "hugo-book"]', "book"),
        ('[[module.imports]]\npath = "github.com/imfing/hextra"', "hextra"),
        ('[params]\nalwaysopen = true\nthemeVariant = "auto"', "relearn"),
        ("[params]\nalwaysopen = true", ""),
        ('theme = "mine"\n[params]\nlqipWidth = "20x"\ntitleAddition = "x"', "doks"),
        ("theme = 7\nmodule = 3", ""),
        ("", ""),
    ],
)
def test_pack_of_site(config: str, pack: str, tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_text(config, encoding="utf-8")
    assert pack_of_site(load_config(tmp_path)) == pack


SEEN = {
    "module of go.mod": ({"go.mod": "module x\n\nrequire github.com/google/docsy v0.11.0\n"}, "docsy"),
    "block in go.mod": (
        {"go.mod": "module x\ngo 1.22\nrequire (\n\tgithub.com/imfing/hextra v0.9 // indirect\n)\n"},
        "hextra",
    ),
    "replacement in go.mod": ({"go.mod": "replace github.com/google/docsy => ../docsy\n"}, ""),
    "package": ({"package.json": '{"devDependencies": {"@thulite/doks-core": "^1"}}'}, "doks"),
    "malformed package": ({"package.json": "[1"}, ""),
    "package of another kind": ({"package.json": '["docsy"]'}, ""),
    "folder": ({"themes/hugo-theme-relearn/theme.toml": ""}, "relearn"),
    "folder of another name": (
        {"hugo.toml": 'themesDir = "t"', "t/hugo-book/theme.toml": ""}, "book"
    ),
    "mount": (
        {"hugo.toml": '[[module.mounts]]\nsource = "node_modules/@hyas/doks-core/layouts"\n'
                      'target = "layouts"'},
        "doks",
    ),
    "the configuration before files": (
        {"hugo.toml": 'theme = "docsy"', "go.mod": "require github.com/imfing/hextra v0.9\n"}, "docsy"
    ),
    "files before parameters": (
        {"hugo.toml": '[params]\nalwaysopen = true\nthemeVariant = "auto"',
         "go.mod": "require github.com/imfing/hextra v0.9\n"},
        "hextra",
    ),
    "not a module": ({"go.mod": "// we like docsy v1\n"}, ""),
}  # fmt: skip


@pytest.mark.parametrize(("files", "pack"), SEEN.values(), ids=SEEN)
def test_pack_by_the_files_of_the_site(files: Mapping[str, str], pack: str, tmp_path: Path) -> None:
    for name, text in {"hugo.toml": "", **files}.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    assert pack_of_site(load_config(tmp_path)) == pack


def chosen(
    name: str, params: tuple[ParamValue, ...] | Mapping[str, ParamValue], theme: str = ""
) -> str:
    found = BUNDLED.find(name, theme=theme, params=Params(params))
    return next(pack for pack, classes in PACKS.items() if found in classes)


@pytest.mark.parametrize("theme", ["docsy", "hextra", "book", "relearn", "doks"])
def test_the_theme_answers_first(theme: str) -> None:
    assert chosen("tab", {"name": "x"}, theme) == theme


def test_a_theme_may_be_named_in_any_way() -> None:
    assert chosen("tab", (), "github.com/imfing/hextra") == "hextra"


@pytest.mark.parametrize(
    ("name", "params", "pack"),
    [
        ("details", {"summary": "x"}, "hugo"),
        ("details", ("Title", "open"), "doks"),
        ("details", {"title": "x", "closed": True}, "hextra"),
        ("tab", {"header": "x", "lang": "go"}, "docsy"),
        ("alert", {"icon": "x", "text": "y"}, "doks"),
        ("alert", {"title": "x", "color": "info"}, "docsy"),
        ("card", {"title": "x", "link": "/"}, "layout"),
        ("card", {"header": "x", "footer": "y"}, "docsy"),
        ("highlight", ("go",), "hugo"),
        ("highlight", {"type": "go", "lineNos": True}, "relearn"),
        ("tabs", {"items": "A,B"}, "hextra"),
    ],
)
def test_parameters_decide_where_the_theme_is_not_known(
    name: str, params: tuple[ParamValue, ...] | Mapping[str, ParamValue], pack: str
) -> None:
    assert chosen(name, params) == pack


def test_names_are_compared_without_case() -> None:
    assert chosen("RelRef", ("x",)) == "hugo"


def test_unknown() -> None:
    assert BUNDLED.find("no-such-name", theme="", params=Params(())) is None


def test_names_are_lower_case_and_unique_in_their_pack() -> None:
    assert all(name == name.lower() for name in BUNDLED.names)
    for classes in PACKS.values():
        names = [name for cls in classes for name in cls.names]
        assert len(names) == len(set(names))
