"""Nonsense in parameters: every shortcode goes on, and what stands inside it is kept."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from docutils import nodes

from shortcodes.cases import THEMELESS
from shortcodes.site import render
from sphinx_hugo.shortcodes import PACKS

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_hugo.shortcodes.base import Shortcode

VALUES = (
    '""',
    '" "',
    "true",
    "-1",
    "99999999999999999999",
    "1.5",
    '"nan"',
    '"../../../etc/passwd"',
    '"javascript:alert(1)"',
    '"<b>&amp;{.x} **[a"',
    '"=hsc0x="',
    "`a\nb`",
    '"' + "x" * 3000 + '"',
    '"/docs/about/#nowhere"',
    '"::1[ http://["',
)
"""As written in a call."""

SILENT = {"comment", "toc", "conditional-text"}
"""Shortcodes whose inner content is not shown, or not without a condition."""


def calls(cls: type[Shortcode]) -> list[str]:
    """Return calls of a shortcode with each value for all of its parameters, and without any."""
    name = cls.names[0]
    known = [parameter.name for parameter in cls.parameters] or ["title"]
    count = 1 + max((parameter.position or 0 for parameter in cls.parameters), default=0)
    params = [" ".join(f"{key}={value}" for key in known) for value in VALUES]
    params += [" ".join([value] * count) for value in VALUES]
    return [f"{{{{< {name} {one} >}}}}KEEP{{{{< /{name} >}}}}" for one in ["", *params]]


@pytest.mark.parametrize("pack", PACKS)
def test_nonsense_is_survived_and_inner_text_kept(pack: str, tmp_path: Path) -> None:
    bodies = {
        cls.names[0].replace("/", "-"): "\n\n".join(calls(cls))
        + "\n\nIn text "
        + " and ".join(calls(cls))
        for cls in PACKS[pack]
    }
    theme = "" if pack in THEMELESS else f'theme = "{pack}"\n'
    found = render(bodies, tmp_path, root_keys=theme)
    lost = {}
    for cls in PACKS[pack]:
        if cls.names[0] in SILENT:
            continue
        name = cls.names[0].replace("/", "-")
        text = "".join(found.doctrees[name].findall(nodes.Text))
        expected = bodies[name].count("KEEP")
        if text.count("KEEP") != expected:
            lost[cls.names[0]] = (text.count("KEEP"), expected)
        assert "root:" not in text
    assert lost == {}
