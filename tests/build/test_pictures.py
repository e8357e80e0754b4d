"""Pictures: their titles, and links around them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built

FILES = """\
-- static/mark.png --
picture
-- static/large.png --
picture
-- content/b.md --
B
"""
TITLED = """\
-- content/a.md --
![one](/mark.png "The <mark> \\"A\\" & more") ![two](https://x.example/p.png 'Two') ![three][m]

![four](/mark.png)

[m]: /mark.png "Three"
"""


def test_a_picture_has_its_title(build: Callable[..., Built]) -> None:
    out = build(FILES + TITLED)
    found = {image.get("alt"): image.get("title") for image in out.article("/a/").iter("img")}
    assert found == {"one": 'The <mark> "A" & more', "two": "Two", "three": "Three", "four": None}


@pytest.mark.parametrize("builder", ["latex", "text", "man", "texinfo", "epub", "xml"])
def test_other_builders_take_it_for_any_picture(build: Callable[..., Built], builder: str) -> None:
    build(
        FILES + TITLED.replace("![two](https://x.example/p.png 'Two')", ""),
        builder=builder,
        copyright="Us",
        version="1",
    )
