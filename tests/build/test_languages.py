"""Which language of a site is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from sphinx.errors import ConfigError

if TYPE_CHECKING:
    from collections.abc import Callable

GERMAN = """
-- hugo.toml --
title = "Handbuch"
defaultContentLanguage = "de"
[languages.de]
weight = 1
[languages.pt-br]
weight = 2
-- content/a.md --
---
title: Anfang
---
-- content/a.pt-br.md --
---
title: Início
---
"""


def test_a_site_without_english_is_built_in_its_own_default_language(
    build: Callable[..., Any],
) -> None:
    built = build(GERMAN)
    assert built.text("/a/") == "Anfang"
    assert built.page("/a/").get("lang") == "de"


@pytest.mark.parametrize("language", ["pt_BR", "pt-br"])
def test_sphinx_names_a_language_in_its_own_way(build: Callable[..., Any], language: str) -> None:
    assert build(GERMAN, language=language).text("/a/") == "Início"


def test_a_missing_language_is_an_error_that_names_those_there_are(
    build: Callable[..., Any],
) -> None:
    with pytest.raises(ConfigError, match="pt-br"):
        build(GERMAN, language="fr")


def test_links_to_a_translation_stay_as_hugo_has_them(build: Callable[..., Any]) -> None:
    built = build(
        GERMAN
        + """
-- hugo.toml --
baseURL = "https://example.org/doc/"
defaultContentLanguage = "de"
[languages.de]
[languages.pt-br]
[markup.goldmark.renderer]
unsafe = true
-- content/b.md --
---
title: B
---
[one](/pt-br/a/) [two](/doc/pt-br/a?x=1#y) <a href="/pt-br/a/">three</a> [four](/pt-br/b/)
""",
        warnings_ok=True,
    )
    assert built.links("/b/") == {
        "one": "/doc/pt-br/a/",
        "two": "/doc/pt-br/a/?x=1#y",
        "three": "/doc/pt-br/a/",
        "four": "/pt-br/b/",
    }
    assert built.places() == [("link", "content/b.md:4")]


def test_translations_are_named_in_the_head(build: Callable[..., Any]) -> None:
    head = build(GERMAN).page("/a/").xpath('//link[@rel="alternate"][@hreflang]')
    assert [(link.get("hreflang"), link.get("href")) for link in head] == [
        ("de", "https://example.org/a/"),
        ("pt-br", "https://example.org/pt-br/a/"),
    ]
