"""What readers without a mouse, or with a screen reader, rely on."""

from __future__ import annotations

from typing import TYPE_CHECKING

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
