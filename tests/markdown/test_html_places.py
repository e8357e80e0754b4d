"""Where in HTML a shortcode call stands."""

from __future__ import annotations

import pytest

from sphinx_hugo.rendering.htmlplaces import Place, Places

CASES = [
    ("<div>", "</div>", Place.BLOCK),
    ("<div>\n", "\n</div>", Place.BLOCK),
    ("<div><p>Words</p>\n", "\n<p>", Place.BLOCK),
    ("<div>Some words\n\n", "\n", Place.BLOCK),
    ("<p>", "</p>", Place.LINE),
    ("<h2>On ", "</h2>", Place.LINE),
    ("<li>", " words</li>", Place.LINE),
    ("<li>words ", "</li>", Place.LINE),
    ("<p>one<br>", "</p>", Place.LINE),
    ("<p>one</p><div>", "</div>", Place.BLOCK),
    ('<a title="a > b">', "</a>", Place.LINE),
    ("<a><div>", "</div></a>", Place.BLOCK),
    ("<p><code>a ", "</code>", Place.CHARACTERS),
    ("<pre><code>\n", "\n</code>", Place.BLOCK),
    ("<p>never closed<div>", "", Place.BLOCK),
    ("</p></div>", "", Place.BLOCK),
    ("a < b\n", "", Place.BLOCK),
]


@pytest.mark.parametrize(("before", "after", "place"), CASES)
def test_place(before: str, after: str, place: Place) -> None:
    places = Places()
    places.read(before)
    assert places.place(before, after) is place
