"""``hugo_shortcodes`` without code: what an entry says, and what is said of one that is wrong."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from sphinx.errors import ConfigError

from shortcodes.site import pseudo_xml, render
from sphinx_hugo.shortcodes.base import InnerUse
from sphinx_hugo.shortcodes.declared import declare
from sphinx_hugo.shortcodes.fields import FieldError, read_fields
from sphinx_hugo.wing import load_shortcodes

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

DECLARED: dict[str, Any] = {
    "aside": {"directive": "note"},
    "fold": {
        "directive": "dropdown",
        "argument": "{title}",
        "options": {"color": "{color}", "open": ""},
        "params": ["title"],
        "defaults": {"title": "More"},
    },
    "nowhere": {"directive": "not-there"},
    "key": {"role": "kbd", "content": "{0}"},
    "norole": {"role": "not-there"},
    "say": {"admonition": "{kind|0}", "title": "{title}", "defaults": {"kind": "tip"}},
    "yes": {"text": "✔"},
    "braces": {"text": "{{{0}}}"},
    "external-link": {"markdown": "[{inner}]({0})"},
    "pair": {"markdown": "- {a|0}\n- {b|1}"},
    "tag": {"component": "badge", "color": "{0}"},
    "go": {"component": "button", "link": "{0}", "color": "info"},
    "tiles": {"component": "cards", "columns": "{cols}", "defaults": {"cols": 2}},
    "tile": {"component": "card", "title": "**{title}**", "link": "{link}"},
    "hide": {"component": "dropdown", "title": "{0}", "open": True},
}

CASES = {
    "directive": (
        "{{< aside >}}a *b*\n\n{{< yes >}}{{< /aside >}}",
        "<note><paragraph>a <emphasis>b<paragraph>✔",
    ),
    "directive-argument": ("{{< fold >}}a{{< /fold >}}", "rubric> More"),
    "directive-unknown": ("{{< nowhere >}}kept{{< /nowhere >}}", "<paragraph>kept"),
    "role": ('a {{< key "`x`" >}} b', '<paragraph>a <literal classes="kbd">`x` b'),
    "role-unknown": ("a {{< norole >}}kept{{< /norole >}} b", "<paragraph>a kept"),
    "admonition": ("{{< say >}}a{{< /say >}}", "<tip><paragraph>a"),
    "admonition-kind": (
        '{{< say kind="danger" title="*T*" >}}a{{< /say >}}',
        '<admonition classes="danger"><title><emphasis>T<paragraph>a',
    ),
    "text": ("a{{< yes >}}b `{{< yes >}}`", "<paragraph>a✔b <literal>✔"),
    "text-braces": ("{{< braces x >}}", "<paragraph>{x}"),
    "markdown": (
        'see {{< external-link "https://x.example/" >}}the *site*{{< /external-link >}}.',
        '<paragraph>see <reference refuri="https://x.example/">the <emphasis>site.',
    ),
    "markdown-percent": (
        '{{% pair "x" "y" %}}\n- z',
        '<bullet_list bullet="-"><list_item><paragraph>x<list_item><paragraph>y'
        "<list_item><paragraph>z",
    ),
    "badge": (
        "{{< tag info >}}new{{< /tag >}}",
        '<paragraph><inline classes="sd-sphinx-override sd-badge sd-bg-info sd-bg-text-info">new',
    ),
    "button": ('{{< go "https://x.example/" >}}Go{{< /go >}}', 'refuri="https://x.example/">Go'),
    "cards": (
        '{{< tiles >}}{{< tile title="A" link="https://x.example/" >}}a{{< /tile >}}{{< /tiles >}}',
        '<strong><reference classes="sd-stretched-link" refuri="https://x.example/"><strong>A',
    ),
    "dropdown": ('{{< hide "H" >}}a{{< /hide >}}', "rubric>H<paragraph>a"),
}

WARNINGS = {
    "directive-unknown": [
        "1: the shortcode 'nowhere' becomes the directive 'not-there', which nobody has registered; "
        "add the extension that brings it to conf.py, or write another name in "
        "hugo_shortcodes['nowhere']. [hugo.shortcode_param]"
    ],
    "role-unknown": [
        "1: the shortcode 'norole' becomes the role 'not-there', which nobody has registered; "
        "write another name in hugo_shortcodes['norole']. [hugo.shortcode_param]"
    ],
}


@pytest.fixture(scope="module")
def rendered(tmp_path_factory: pytest.TempPathFactory) -> Any:
    bodies = {name: body for name, (body, _expected) in CASES.items()}
    return render(bodies, tmp_path_factory.mktemp("declared"), conf={"hugo_shortcodes": DECLARED})


@pytest.mark.parametrize("name", CASES)
def test_entry(name: str, rendered: Any) -> None:
    lines = pseudo_xml(rendered.doctrees[name]).splitlines()
    flat = "".join(line.strip() if line.strip()[:1] == "<" else line.lstrip() for line in lines)
    assert CASES[name][1].replace("> ", ">") in flat.replace("> ", ">")
    assert rendered.warnings[name] == WARNINGS.get(name, [])


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ({"text": "x"}, InnerUse.NONE),
        ({"text": "{inner}"}, InnerUse.OPTIONAL),
        ({"markdown": "{0}"}, InnerUse.NONE),
        ({"directive": "note"}, InnerUse.OPTIONAL),
        ({"directive": "note", "content": "{0}"}, InnerUse.NONE),
        ({"directive": "note", "inner": "required"}, InnerUse.REQUIRED),
    ],
)
def test_inner_use(entry: dict[object, object], expected: InnerUse) -> None:
    assert declare("x", entry).inner_use is expected


WRONG = {
    "nothing said": ({}, "exactly one of the keys 'directive', 'role', .*there is none of them"),
    "two kinds": ({"text": "a", "role": "b"}, "there is 'role' and 'text'"),
    "misspelt key": (
        {"directive": "note", "argumnt": "a"},
        "no key 'argumnt' beside 'directive': .*did you mean 'argument'",
    ),
    "key of another kind": ({"text": "a", "title": "b"}, "no key 'title' beside 'text'"),
    "component": ({"component": "crad"}, "'crad' is none that can be used.*did you mean 'card'"),
    "component by field": ({"component": "{0}"}, "is none that can be used"),
    "admonition": ({"admonition": "wrning"}, "no kind of admonition.*did you mean 'warning'"),
    "lone brace": ({"text": "a { b"}, r"'\{' is no field"),
    "field": ({"text": "{a b}"}, r"'\{a b\}' is no field"),
    "text that is none": ({"text": ["a"]}, r"'text': \['a'\] is no text"),
    "options": ({"directive": "note", "options": "a"}, "'options': 'a' is no dictionary"),
    "option": (
        {"directive": "note", "options": {"class": None}},
        "'options.class': None is no text",
    ),
    "params": ({"text": "{a}", "params": "a"}, r"'params': 'a' is no list; .*\['title', 'link'\]"),
    "params that hold inner": ({"text": "a", "params": ["inner"]}, "'inner' is taken"),
    "inner": ({"text": "a", "inner": "maybe"}, "'inner': 'maybe': write one of 'none', 'optional'"),
}


@pytest.mark.parametrize(("entry", "message"), WRONG.values(), ids=WRONG)
def test_wrong_entry_says_what_to_write(entry: Mapping[object, object], message: str) -> None:
    with pytest.raises(ConfigError, match=rf"^hugo_shortcodes\['x'\]: .*{message}"):
        load_shortcodes({"x": entry})


def test_value_that_is_neither_class_nor_entry() -> None:
    with pytest.raises(ConfigError, match=r"write an import string.*or a dictionary"):
        load_shortcodes({"x": 5})


@given(st.text(alphabet="{}ab|0- ", max_size=20))
def test_fields_are_read_or_refused(text: str) -> None:
    try:
        fields = read_fields(text)
    except FieldError:
        return
    empty = fields.fill(lambda _name: "")
    assert fields.fill(lambda _name: "v").count("v") == sum(
        isinstance(part, tuple) for part in fields.parts
    )
    assert len(empty) <= len(text)


def test_first_value_that_is_given_counts() -> None:
    values = {"b": "two", "c": "three"}
    assert read_fields("{a|b|c}!").fill(lambda name: values.get(name, "")) == "two!"


def test_declared_name_hides_the_one_we_bring(tmp_path: Path) -> None:
    conf = {"hugo_shortcodes": {"YouTube": {"text": "no film"}}}
    found = render({"a": "{{< youtube x >}}"}, tmp_path, conf=conf)
    assert pseudo_xml(found.doctrees["a"]) == "<paragraph>\n    no film\n"
