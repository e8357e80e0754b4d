"""The site as a whole: relatives, languages, mounts, resources, what is dropped."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from sphinx_hugo.hugo.site import DropReason, load_site

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from model.conftest import SiteMaker
    from sphinx_hugo.hugo.pages import Page
    from sphinx_hugo.hugo.site import Site


def page_of(site: Site, path: str) -> Page:
    page = site.page(path)
    assert page is not None, path
    return page


def paths(pages: Iterable[Page]) -> list[str]:
    return [page.path for page in pages]


def test_an_empty_project_is_a_home_page(tmp_path: Path) -> None:
    s = load_site(tmp_path)
    assert s.home.rel_permalink == "/"
    assert set(s.pages) == {"/", "/tags", "/categories"}
    assert s.problems == ()


def test_relatives(site: SiteMaker) -> None:
    s = site("""
    -- content/a/_index.md --
    -- content/a/b/c/page.md --
    -- content/a/d/_index.md --
    -- content/a/d/leaf/index.md --
    """)
    page, leaf = "/a/b/c/page", "/a/d/leaf"
    assert paths(s.ancestors(leaf)) == ["/a/d", "/a", "/"]
    assert paths(s.ancestors(page)) == ["/a", "/"]
    assert s.parent("/") is None
    assert s.current_section(leaf).path == "/a/d"
    assert s.current_section("/a").path == "/a"
    assert paths(s.regular_pages_recursive("/")) == [page, leaf]
    assert paths(s.sections("/a")) == ["/a/d"]


def test_dropped_pages_are_known_with_their_reason(site: SiteMaker) -> None:
    text = """
    -- content/a.md --
    ---
    draft: true
    ---
    -- content/b.md --
    ---
    publishDate: 2030-01-01
    ---
    -- content/c.md --
    ---
    expiryDate: 2020-01-01
    ---
    -- content/s/_index.md --
    ---
    draft: true
    ---
    """
    s = site(text)
    assert {path: dropped.reason for path, dropped in s.dropped.items()} == {
        "/a": DropReason.DRAFT,
        "/b": DropReason.FUTURE,
        "/c": DropReason.EXPIRED,
        "/s": DropReason.DRAFT,
    }
    # A section stays for its children's sake, without an address.
    assert "/a" not in s.pages
    assert s.pages[s.home.path].rendered
    section = page_of(s, "/s")
    assert (section.rendered, section.rel_permalink) == (False, "")
    s = site(text, build_drafts=True, build_future=True, build_expired=True)
    assert s.dropped == {}
    assert all(page.rendered for page in s.pages.values())


def test_term_lists(site: SiteMaker) -> None:
    s = site("""
    -- content/a.md --
    ---
    title: A
    tags: [x]
    build: {list: never}
    ---
    -- content/b.md --
    ---
    title: B
    tags: [X, x]
    build: {list: local}
    ---
    -- content/s/_index.md --
    ---
    title: S
    tags: [x]
    ---
    -- content/tags/unused/_index.md --
    ---
    title: Unused
    ---
    """)
    assert paths(s.terms("tags")) == ["/tags/unused", "/tags/x"]
    assert paths(s.children("/tags/x")) == ["/b", "/s"]
    assert paths(s.children("/")) == ["/b", "/s"]
    assert s.children("/tags/unused") == ()


def test_dates_of_sections_come_from_below(site: SiteMaker) -> None:
    s = site("""
    -- content/s/a/_index.md --
    ---
    date: 2020-01-01
    ---
    -- content/s/b.md --
    ---
    date: 2019-01-01
    lastmod: 2021-01-01
    tags: [x]
    ---
    -- content/s/gone.md --
    ---
    date: 2024-01-01
    draft: true
    ---
    """)
    dates = {
        str(path): (page.date.year, page.lastmod.year, page.publish_date.year)
        for path, page in s.pages.items()
        if page.date and page.lastmod and page.publish_date
    }
    assert dates["/s"] == (2020, 2021, 2020)
    assert dates["/s/a"] == (2020, 2020, 2020)
    assert dates["/tags/x"] == dates["/tags"] == (2019, 2021, 2019)
    assert "/categories" not in dates


LANGUAGES = """
-- hugo.toml --
[languages.en]
weight = 1
[languages.fr]
weight = 2
"""


def test_a_bundle_in_one_language_owns_the_files_of_all(site: SiteMaker) -> None:
    text = f"""{LANGUAGES}
-- content/b/index.fr.md --
-- content/b/part.md --
-- content/b/r.txt --
-- content/b/r.fr.txt --
-- content/c/index.md --
-- content/c/q.fr.txt --
"""
    english, french = site(text), site(text, language="fr")
    assert "/b/part" not in english.pages
    assert "/b" not in english.pages
    assert [r.name for r in page_of(french, "/b").resources] == ["r.fr.txt"]
    assert page_of(english, "/c").resources == ()


def test_translations_by_path_and_by_key(site: SiteMaker) -> None:
    s = site(f"""{LANGUAGES}
-- content/a.md --
---
translationKey: k
---
-- content/a.fr.md --
-- content/z.fr.md --
---
translationKey: k
---
-- content/b.md --
-- content/b.fr.md --
---
translationKey: other
---
""")
    assert s.translations("/a") == (("fr", "/fr/z/"),)
    assert s.translations("/b") == (("fr", "/fr/b/"),)
    assert s.translations("/") == (("fr", "/fr/"),)


def test_one_language_may_live_below_its_key(site: SiteMaker) -> None:
    s = site("""
    -- hugo.toml --
    defaultContentLanguageInSubdir = true
    -- content/a.md --
    """)
    assert page_of(s, "/a").rel_permalink == "/en/a/"


def test_the_first_mount_wins_and_a_file_may_be_mounted(site: SiteMaker) -> None:
    s = site("""
    -- hugo.toml --
    [[module.mounts]]
    source = "one"
    target = "content/docs"
    [[module.mounts]]
    source = "two"
    target = "content/docs"
    files = ["! hidden/**"]
    [[module.mounts]]
    source = "README.md"
    target = "content/readme.md"
    -- one/a.md --
    ---
    title: First
    ---
    -- two/a.md --
    ---
    title: Second
    ---
    -- two/b.md --
    -- two/hidden/c.md --
    -- README.md --
    """)
    assert page_of(s, "/docs/a").title == "First"
    assert s.page("/docs/b") is not None
    assert s.page("/docs/hidden/c") is None
    assert page_of(s, "/readme").filename == s.config.root / "README.md"


def test_symbolic_links_are_not_followed(tmp_path: Path) -> None:
    content = tmp_path / "content"
    (content / "real").mkdir(parents=True)
    (content / "real/a.md").write_text("text")
    (content / "loop").symlink_to(content, target_is_directory=True)
    (content / "link.md").symlink_to(content / "real/a.md")
    (content / "passwd.md").symlink_to(os.devnull)
    assert set(load_site(tmp_path).pages) == {"/", "/real", "/real/a", "/tags", "/categories"}


@pytest.mark.parametrize(
    ("url", "folder"),
    [
        ("", "docs/leaf/"),
        ("/abs/file.html", "abs/file/"),
        ("/abs/noext", "abs/noext/"),
    ],
)
def test_resources_lie_beside_their_page(site: SiteMaker, url: str, folder: str) -> None:
    s = site(f"""
    -- content/docs/leaf/index.md --
    ---
    url: "{url}"
    resources:
    - src: "img/*.png"
      title: "Figure :counter"
      params: {{Credit: me}}
    - {{src: "**", title: Other}}
    ---
    -- content/docs/leaf/img/a.png --
    -- content/docs/leaf/img/b.png --
    -- content/docs/leaf/part.md --
    """)
    resources = page_of(s, "/docs/leaf").resources
    assert [(r.name, r.target, r.title) for r in resources] == [
        ("img/a.png", f"{folder}img/a.png", "Figure 1"),
        ("img/b.png", f"{folder}img/b.png", "Figure 2"),
        ("part.md", "", "part.md"),
    ]
    assert resources[0].params == {"credit": "me"}


def test_front_matter_names_resources_and_counts_them_by_type(site: SiteMaker) -> None:
    s = site("""
    -- content/leaf/index.md --
    ---
    resources:
    - {src: "**.png", name: "pic-:counter", params: {a: 1, b: 1}}
    - {src: "**", name: "file-:counter", title: "No. :counter", params: {a: 2}}
    ---
    -- content/leaf/a.txt --
    -- content/leaf/b.png --
    -- content/leaf/c.pdf --
    -- content/leaf/d.md --
    """)
    resources = page_of(s, "/leaf").resources
    assert [(it.name, it.given_name, it.title, it.target) for it in resources] == [
        ("a.txt", "file-2", "No. 3", "leaf/a.txt"),
        ("b.png", "pic-1", "No. 2", "leaf/b.png"),
        ("c.pdf", "file-1", "No. 1", "leaf/c.pdf"),
        ("d.md", "", "d.md", ""),
    ]
    assert [it.params for it in resources] == [{"a": 2}, {"a": 2, "b": 1}, {"a": 2}, {}]


def test_resources_may_stay_unpublished(site: SiteMaker) -> None:
    s = site("""
    -- content/leaf/index.md --
    ---
    build: {publishResources: false}
    ---
    -- content/leaf/a.png --
    """)
    assert [r.target for r in page_of(s, "/leaf").resources] == [""]


def test_static_files_of_all_mounts(site: SiteMaker) -> None:
    s = site("""
    -- hugo.toml --
    [[module.mounts]]
    source = "static"
    target = "static"
    [[module.mounts]]
    source = "more"
    target = "static/img"
    -- static/a.txt --
    -- more/b.png --
    """)
    root = s.config.root
    assert s.static_files() == {"a.txt": root / "static/a.txt", "img/b.png": root / "more/b.png"}


def test_params_as_hugo_has_them(site: SiteMaker) -> None:
    s = site("""
    -- content/a.md --
    ---
    title: 5
    Weight: "3"
    Lead: text
    params: {lead: other, Deep: {Key: 1}}
    ---
    """)
    page = page_of(s, "/a")
    assert page.params == {"lead": "other", "deep": {"key": 1}}
    assert page.all_params == {
        **page.params,
        "title": "5",
        "weight": 3,
        "draft": False,
        "iscjklanguage": False,
    }


def test_ten_thousand_segments_are_no_problem(site: SiteMaker) -> None:
    term = "/".join("a" * 5000)
    s = site(f"""
    -- content/a.md --
    ---
    tags: ["{term}"]
    ---
    """)
    (page,) = s.terms("tags")
    assert page.path == f"/tags/{term}"


def test_a_disabled_section_cascades_and_lends_its_slug(site: SiteMaker) -> None:
    s = site("""
    -- hugo.toml --
    disableKinds = ["section", "taxonomy", "term"]
    -- content/s/_index.md --
    ---
    slug: ess
    cascade: {params: {z: 1}}
    ---
    -- content/s/a.md --
    -- content/b.md --
    """)
    assert set(s.pages) == {"/", "/b", "/s/a"}
    page = page_of(s, "/s/a")
    assert (page.rel_permalink, page.params) == ("/ess/a/", {"z": 1})
    assert paths(s.children("/")) == ["/b"]


def test_terms_of_pages_inside_a_bundle_count(site: SiteMaker) -> None:
    s = site("""
    -- content/leaf/index.md --
    -- content/leaf/part.md --
    ---
    tags: [x]
    ---
    """)
    assert paths(s.terms("tags")) == ["/tags/x"]
    assert s.children("/tags/x") == ()


def test_a_cascaded_title_is_for_automatic_pages_too(site: SiteMaker) -> None:
    s = site("""
    -- content/_index.md --
    ---
    title: Home
    cascade: {title: From above, target: {kind: section}}
    ---
    -- content/s/a.md --
    """)
    assert page_of(s, "/s").title == "From above"
    assert page_of(s, "/s/a").title == ""


def test_the_home_page_stays_where_it_is(site: SiteMaker) -> None:
    s = site("""
    -- content/_index.md --
    ---
    url: /start/
    ---
    """)
    assert (s.home.rel_permalink, s.home.target) == ("/", "index.html")


def test_files_belong_to_the_nearest_page(site: SiteMaker) -> None:
    s = site("""
    -- content/b.md --
    ---
    slug: moved
    ---
    -- content/b/r.txt --
    -- content/s/_index.md --
    -- content/s/deep/q.txt --
    -- content/top.txt --
    """)
    targets = {str(page.path): [r.target for r in page.resources] for page in s.pages.values()}
    assert targets["/b"] == ["moved/r.txt"]
    assert targets["/s"] == ["s/deep/q.txt"]
    assert targets["/"] == ["top.txt"]


def test_tokens_keep_capitals_where_paths_do(site: SiteMaker) -> None:
    text = """
    -- hugo.toml --
    disablePathToLower = {}
    -- content/a.md --
    ---
    title: My Title
    url: /UP/:title/
    ---
    """
    assert page_of(site(text.format("false")), "/a").rel_permalink == "/UP/my-title/"
    assert page_of(site(text.format("true")), "/a").rel_permalink == "/UP/My-Title/"


def test_dates_still_to_come_are_no_section_s_publication(site: SiteMaker) -> None:
    s = site("""
    -- content/s/_index.md --
    ---
    publishDate: 2030-01-01
    ---
    -- content/s/a.md --
    ---
    date: 2020-01-01
    ---
    """)
    assert s.home.date is not None
    assert s.home.publish_date is not None
    assert (s.home.date.year, s.home.publish_date.year) == (2030, 2020)


def test_sections_token_has_directories_without_a_page(site: SiteMaker) -> None:
    s = site("""
    -- content/s/t/u/_index.md --
    -- content/s/t/u/a.md --
    ---
    title: A
    url: /:sections/:sections[last]/:title/
    ---
    """)
    assert page_of(s, "/s/t/u/a").rel_permalink == "/s/t/u/u/a/"


@pytest.mark.parametrize(
    ("allowed", "is_read"),
    [
        ('["! ^text/html$", "! ^text/org$"]', False),  # as Hugo has it by default
        ('["! ^text/org$"]', True),
        ('".*"', True),
        ('["^text/org$"]', False),
        ('["TEXT/HTML"]', False),
        ('[".*", "! text/html"]', False),
        ('["!^text/html$"]', False),
        ('["none"]', False),
        ("[]", False),
        ('[""]', False),
        ('["("]', False),
    ],
)
def test_pages_are_html_where_the_site_allows_it(
    site: SiteMaker, allowed: str, is_read: bool
) -> None:
    s = site(f"""
        -- hugo.toml --
        [security]
        allowContent = {allowed}
        -- content/a.html --
        ---
        title: A
        ---
        <p>a</p>
        -- content/b/index.html --
        <p>b</p>
        -- content/b/picture.png --
        """)
    assert [s.page("/a") is not None, s.page("/b") is not None] == [is_read, is_read]
    refused = [problem for problem in s.problems if "allowContent" in problem.message]
    assert len(refused) == (0 if is_read else 2)
