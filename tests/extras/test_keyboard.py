"""What readers without a mouse, or with a screen reader, rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Callable

    from build.conftest import Built


def test_listings_can_be_scrolled_with_keys_and_name_no_human_language(
    build: Callable[..., Built],
) -> None:
    out = build("""
        -- content/_index.md --
        ---
        title: Home
        ---
        ```python
        print()
        ```

        | a | b |
        | - | - |
        | 1 | 2 |

        ```nolang
        <div class="highlight"><pre>
        ```
        """)
    listings = out.article("/").xpath('.//div[@class="highlight"]/pre')
    assert [listing.get("tabindex") for listing in listings] == ["0", "0"]
    (table,) = out.article("/").find_class("table-wrapper")
    assert table.get("tabindex") == "0"
    assert not out.article("/").xpath(".//*[@lang]")
    assert '<div class="highlight"><pre>' in out.text("/")


@pytest.mark.parametrize("hashes", ["#", "##", "####"])
def test_a_heading_in_a_quote_has_the_rank_of_the_one_beside_it(
    build: Callable[..., Built], hashes: str
) -> None:
    """Whatever level a page begins with, no rank is left out."""
    out = build(f"""
        -- content/_index.md --
        ---
        title: Home
        ---
        {hashes} Part

        > {hashes}# In a quote

        {hashes}# Chapter
        """)
    headings = [(one.tag, one.text) for one in out.article("/").xpath(".//h2 | .//h3 | .//h4")]
    assert headings == [("h2", "Part"), ("h3", "In a quote"), ("h3", "Chapter")]
