"""Whatever a value is, it stays a value: it cannot leave the place it is printed in."""

from __future__ import annotations

import json
import re
from html import unescape
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from sphinx_hugo.hugo.templates import TemplateError, compile_template

if TYPE_CHECKING:
    from templates.world import World

NASTY = st.text("<>\"'`=&/\\ \n;:(){}$+-#?%ajx\u2028é\0", max_size=20)


class Reader(HTMLParser):
    """Collects what a browser would see."""

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, list[tuple[str, str | None]]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, attrs))

    def handle_data(self, data: str) -> None:
        self.text += data


def read(html: str) -> Reader:
    reader = Reader()
    reader.feed(html)
    reader.close()
    return reader


@given(NASTY)
def test_text_comes_out_as_it_went_in(world: World, value: str) -> None:
    reader = read(world.render("<p>{{ .Get 0 }}</p>", [value]))
    assert [tag for tag, _ in reader.tags] == ["p"]
    assert reader.text == value.replace("\0", "\ufffd")


# Python's reader, unlike browsers, takes U+2028 for white space between attributes.
@given(NASTY.filter(lambda value: "\u2028" not in value))
def test_attributes_come_out_as_they_went_in(world: World, value: str) -> None:
    source = "<p title=\"{{ .Get 0 }}\" alt='{{ .Get 0 }}' id={{ .Get 0 }}>"
    ((_, attrs),) = read(world.render(source, [value])).tags
    assert [name for name, _ in attrs] == ["title", "alt", "id"]
    assert attrs[0][1] == attrs[1][1] == value.replace("\0", "\ufffd")


@given(NASTY)
def test_an_address_never_runs_anything(world: World, value: str) -> None:
    html = world.render('<a href="{{ .Get 0 }}">', [value])
    ((_, ((_, address),)),) = read(html).tags
    scheme = re.match(r"[^/?#]*?:", address or "")
    assert scheme is None or scheme.group().lower() in {"http:", "https:", "mailto:"}


@given(NASTY)
def test_script_values_are_json(world: World, value: str) -> None:
    html = world.render("<script>x={{ .Get 0 }};</script>", [value])
    body = html.removeprefix("<script>x=").removesuffix(";</script>")
    assert "<" not in body
    assert json.loads(body) == value


@given(NASTY)
def test_script_strings_stay_strings(world: World, value: str) -> None:
    html = world.render("<script>x='{{ .Get 0 }}';</script>", [value])
    body = html.removeprefix("<script>x='").removesuffix("';</script>")
    assert not re.search(r"[<>'\"\n\u2028]", body)


@given(NASTY)
def test_event_handlers_hold_one_string(world: World, value: str) -> None:
    ((_, attrs),) = read(world.render('<p onclick="f({{ .Get 0 }})">', [value])).tags
    code = attrs[0][1] or ""
    assert json.loads(unescape(code.removeprefix("f(").removesuffix(")"))) == value


@given(NASTY)
def test_style_values_are_words_or_refused(world: World, value: str) -> None:
    ((_, attrs),) = read(world.render('<p style="color: {{ .Get 0 }}">', [value])).tags
    shown = (attrs[0][1] or "").removeprefix("color: ")
    assert shown == "ZgotmplZ" or not re.search(r"[;:(){}\\\"'/<>]", shown.replace(":", ""))


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("<a", "non-text context"),
        ('<a href="', "non-text context"),
        ("<script>", "non-text context"),
        ("{{ if 1 }}<a {{ else }}b{{ end }}>", "different contexts"),
        ("{{ range slice 1 }}<script>{{ end }}", "different contexts|non-text"),
        ("<p a=b'c>", "unquoted"),
        ("<p 'x'>", "attribute name"),
        ("<script>{{ if 1 }}a{{ else }}+{{ end }} /x/ </script>", "division or regexp"),
        ('<a href="{{ if 1 }}{{ 1 }}?{{ end }}{{ 2 }}">', "ambiguous"),
    ],
)
def test_html_that_cannot_be_followed_is_refused(source: str, words: str) -> None:
    with pytest.raises(TemplateError, match=words) as caught:
        _ = compile_template("\n" + source).variant
    assert caught.value.line in {1, 2}
