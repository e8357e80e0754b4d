"""Templates and symbolic links do not reach outside the site either."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from build.conftest import Built, build_site
from security.attempts import JINJA, LINKS, TEMPLATES
from security.test_containment import HOME, PLAIN, SECRET, assert_held_in, make_outside

if TYPE_CHECKING:
    from pathlib import Path

SHORTCODES = [*TEMPLATES, *JINJA]


@pytest.fixture(scope="module")
def tried(tmp_path_factory: pytest.TempPathFactory) -> Built:
    """Build one site with a template, and a page that calls it, for each attempt."""
    folder = tmp_path_factory.mktemp("tried")
    outside = make_outside(folder)
    (outside / "link.yaml").write_text(f"word: {SECRET}\nsecret: {SECRET}\n", encoding="utf-8")
    site = folder / "site"
    for name in ("content/docs", "static", "assets", "data", "i18n", "layouts/_partials", "jinja"):
        (site / name).mkdir(parents=True)
    (site / "layouts/_shortcodes").mkdir()
    targets = {"md": "secret.md", "txt": "secret.txt", "yaml": "link.yaml", "html": "secret.html"}
    for name in LINKS:
        suffix = name.rpartition(".")[2]
        (site / name).symlink_to(outside / targets[suffix] if "." in name else outside)
    (site / "jinja/link.md").symlink_to(outside / "secret.md")
    (site / "hugo.toml").write_text(PLAIN, encoding="utf-8")
    (site / "content/_index.md").write_text(HOME, encoding="utf-8")
    for number, name in enumerate(SHORTCODES):
        source = JINJA[name] if name in JINJA else TEMPLATES[name][0]
        kind = "jinja/t{}.md" if name in JINJA else "layouts/_shortcodes/t{}.html"
        (site / kind.format(number)).write_text(
            source.replace("ABS", str(outside)), encoding="utf-8"
        )
        text = f"---\ntitle: Attempt {number}\n---\nBefore.\n\n{{{{< t{number} >}}}}\n\nAfter.\n"
        (site / f"content/docs/p{number:03}.md").write_text(text, encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SECRET_OF_THE_MACHINE", SECRET)
        return assert_held_in(
            folder,
            site,
            lambda: build_site(folder, warnings_ok=True, hugo_shortcode_templates="jinja"),
        )


@pytest.mark.parametrize(("number", "name"), list(enumerate(SHORTCODES)), ids=SHORTCODES)
def test_a_template_stays_inside(tried: Built, number: int, name: str) -> None:
    """Nothing leaks, nothing is written (the fixture looks), and the page is whole."""
    text = tried.text(f"/docs/p{number:03}/")
    assert text.startswith("Attempt ")
    assert "Before." in text
    assert "After." in text
    kind = "template" if name in JINJA else TEMPLATES[name][1]
    place = re.compile(rf"(jinja|layouts/_shortcodes)/t{number}\.\w+:\d+")
    found = {one for one, where in tried.places() if place.fullmatch(where)}
    assert found == ({kind} if kind else set())


@pytest.mark.parametrize("name", LINKS)
def test_a_link_to_the_outside_is_named(tried: Built, name: str) -> None:
    assert ("content", f"{name}:1") in tried.places()


def test_a_link_to_a_place_of_the_site_is_none_of_our_business(tmp_path: Path) -> None:
    site = tmp_path / "site"
    (site / "content").mkdir(parents=True)
    (site / "content/a.md").write_text("---\ntitle: A\n---\nText.\n", encoding="utf-8")
    (site / "content/b.md").symlink_to(site / "content/a.md")
    (site / "content/gone.md").symlink_to(site / "content/nothing.md")
    out = build_site(tmp_path, "-- hugo.toml --\n")
    assert "/b/" not in out.addresses()
