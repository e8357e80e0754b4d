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


LINKED = """\
-- content/a.md --
Text

{{< figure src="/mark.png" link="/b/" width="100" >}}

{{< figure src="/mark.png" link="/large.png" height="20" >}}

{{< figure src="/mark.png" link="https://x.example/" width="100" >}}

[![alt](/mark.png)](/b/) and {{< figure src="/mark.png" link="/b/" width="10" >}}
"""


def test_the_link_of_a_figure_is_the_only_one(build: Callable[..., Built]) -> None:
    out = build(FILES + LINKED)
    links = out.article("/a/").xpath(".//a")
    assert [link.get("href") for link in links] == [
        "../b/", "../large.png", "https://x.example/", "../b/", "../b/",
    ]  # fmt: skip
    assert all([child.tag for child in link] == ["img"] for link in links)
