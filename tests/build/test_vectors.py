"""The verified cases that take a whole build: what shortcodes print, and where references lead."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest
from lxml import html as lxml_html

from build.conftest import Built, build_site
from model.vectors import Vector, claim, load

if TYPE_CHECKING:
    from collections.abc import Iterator

DELIBERATE = {
    "so-inline-off": "inline shortcodes are reported, and their text is kept",
    "so-inline-on": "inline shortcodes are reported, and their text is kept",
    "so-inline-reuse": "inline shortcodes are reported, and their text is kept",
    "so-md-template-angle": "a template for Markdown answers a call in angle brackets, too",
    "emb-details-percent": "what Hugo drops as raw HTML is shown",
    "emb-figure-all": "a picture that is not there is its alternative text, and reported",
    "emb-figure-caption-alt": "a picture that is not there is its alternative text, and reported",
    "emb-figure-positional": "a position that can only be the file is taken for it, and reported",
    "emb-figure-closed": "a closing tag too many is passed over",
    "emb-x-args": "a post without its author is linked all the same",
    "emb-tweet": "shortcodes that were removed from Hugo work, as links",
    "emb-gist": "shortcodes that were removed from Hugo work, as links",
    "ref-shortcode-closed": "a closing tag too many is passed over",
    "ref-shortcode-paired": "a closing tag too many is passed over",
    "ref-shortcode-in-image": "an image that is a page is its alternative text, and reported",
}
"""Cases in which we differ, and why."""

_AREAS = ("shortcode output", "embedded shortcodes", "refs")
_LIKE = [
    vector
    for area in _AREAS
    for vector in load(area)
    if {"html", "page", "error"} & vector.expect.keys()
    and {"a.md", "a/index.md"} & vector.files.keys()
]
PRINTED = [v for v in _LIKE if {"html", "page"} & v.expect.keys() and v.id not in DELIBERATE]
REFUSED = [v for v in _LIKE if "error" in v.expect and v.id not in DELIBERATE]
CLAIMS = claim(_LIKE, "html", "rendered", "warn", "error")

_HEADINGS = "|".join(f".//h{level}/@id" for level in range(1, 7))


def _files(vector: Vector) -> Iterator[tuple[str, str]]:
    """Yield the files of a case, its page and its shortcodes named after the case."""
    texts = dict(vector.files)
    for name, template in vector.site.items():
        shortcode = re.fullmatch(r"layouts/_shortcodes/(\w+)(\.\w+)", name)
        if shortcode is None:
            yield name, template
            continue
        own = f"{vector.id}-{shortcode[1]}"
        yield f"layouts/_shortcodes/{own}{shortcode[2]}", template
        call = re.compile(rf"(\{{\{{[<%]\s*/?\s*){shortcode[1]}\b")
        texts = {page: call.sub(rf"\g<1>{own}", text) for page, text in texts.items()}
    for name, text in texts.items():
        yield f"content/{re.sub(r'^a(?=[./])', vector.id, name)}", text


@pytest.fixture(scope="module")
def builds(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Built]:
    """One site for all cases with the same configuration, by that."""
    built: dict[str, Built] = {}
    for config in dict.fromkeys(vector.config or "" for vector in PRINTED + REFUSED):
        files = {"hugo.toml": config}
        for vector in _LIKE:
            if vector.config == config:
                files |= dict(_files(vector))
        text = "".join(f"-- {name} --\n{content}\n" for name, content in files.items())
        built[config] = build_site(tmp_path_factory.mktemp("site"), text, warnings_ok=True)
    return built


@pytest.mark.parametrize("vector", PRINTED, ids=str)
def test_pages_say_what_they_say_in_hugo(vector: Vector, builds: dict[str, Built]) -> None:
    out = builds[vector.config or ""]
    page = vector.expect.get("page", {}).get("/a", {})
    hugo = lxml_html.fragment_fromstring(
        vector.expect.get("html", {}).get("/a") or page["content"], create_parent="div"
    )
    article = out.article(f"/{vector.id}/")
    title, *words = re.findall(r"\w+", article.text_content())
    assert title == "A"
    assert words == re.findall(r"\w+", hugo.text_content())
    assert set(hugo.xpath(_HEADINGS)) <= set(article.xpath(".//@id"))
    for tag in ("em", "strong", "pre", "li", "details", "figure", "iframe"):
        assert len(article.findall(f".//{tag}")) == len(hugo.findall(f".//{tag}")), tag


@pytest.mark.parametrize("vector", REFUSED, ids=str)
def test_what_stops_hugo_is_a_warning_with_its_line(
    vector: Vector, builds: dict[str, Built]
) -> None:
    out = builds[vector.config or ""]
    found = [re.search(rf"/{vector.id}(?:/index)?\.md:(\d+): .*\[hugo\.\w+\]", line)
             for line in out.warnings]  # fmt: skip
    lines = {match[1] for match in found if match}
    named = re.search(r"\.md:(\d+)", str(vector.expect["error"]))
    assert named is None or named[1] in lines
    assert lines
