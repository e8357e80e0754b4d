"""The configuration of a site: which files count, how they are merged, what is made of them."""

from __future__ import annotations

import datetime as dt
import json
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from model.vectors import Vector, claim, load, write_site
from sphinx_hugo.hugo.config.site_config import ConfigError, SiteConfig, load_config
from sphinx_hugo.hugo.problems import Kind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path


def lay_out(root: Path, files: Mapping[str, str]) -> Path:
    for name, text in files.items():
        filename = root / name
        filename.parent.mkdir(parents=True, exist_ok=True)
        filename.write_text(text, encoding="utf-8")
    return root


def configured(root: Path, toml: str, **options: Any) -> SiteConfig:
    return load_config(lay_out(root, {"hugo.toml": toml}), **options)


def messages(config: SiteConfig) -> list[str]:
    return [problem.message for problem in config.problems]


# -- the verified cases

DELIBERATE = {
    "cfg-env": "environment variables are not read, so that builds can be repeated",
    "cfg-config-flag": "there is no --config; conf.py's hugo_config is the way",
}


CLAIMS = claim(load("config"), "site", "page", "error", "warn")


@pytest.mark.parametrize("vector", load("config"), ids=str)
def test_vectors(vector: Vector, tmp_path: Path) -> None:
    root = write_site(vector, tmp_path)
    options: dict[str, Any] = {}
    match vector.args:
        case ("-e", name):
            options["environment"] = name
        case ("--baseURL", url):
            options["overrides"] = {"baseURL": url}
    config = load_config(root, **options)
    if "error" in vector.expect or "warn" in vector.expect:
        assert config.problems
    site = vector.expect.get("site")
    if site is not None:
        same = (config.title, dict(config.params)) == (site["title"], site["params"])
        assert same is (vector.id not in DELIBERATE)
    page = vector.expect.get("page", {}).get("/a", {})
    if "permalink" in page and vector.id not in DELIBERATE:
        assert config.base_url + "a/" == page["permalink"]


# -- defaults


def test_a_site_without_configuration(tmp_path: Path) -> None:
    config = load_config(tmp_path)
    assert config.files == ()
    assert config.problems == ()
    assert (config.base_url, config.base_path) == ("https://example.org/", "")
    assert [language.key for language in config.languages] == ["en"]
    assert not config.has_language_entry
    assert config.taxonomies == {"category": "categories", "tag": "tags"}
    assert config.outputs["page"] == ("html",)
    assert config.markup["goldmark"]["renderer"]["unsafe"] is False
    assert config.summary_length == 70
    assert config.time_zone is dt.UTC
    assert config.pluralize_list_titles
    assert config.next_prev_sort_order == "desc"
    (content,) = config.mounts_of("content")
    assert (content.source, content.target, content.language) == (
        tmp_path / "content",
        "content",
        "",
    )


# -- files

LAYERS: list[tuple[dict[str, str], dict[str, Any]]] = [
    # files, params; each was asked of the binary
    ({"config/_default/hugo.toml": "params = {a = 1}", "config/_default/params.toml": "a = 2"},
     {"a": 2}),
    ({"config/_default/params.toml": "a = 1", "config/_default/z/params.toml": "a = 2"}, {"a": 2}),
    ({"config/_default/Params.TOML": "a = 1"}, {"a": 1}),
    ({"config/_default/params.toml": "[params]\na = 1\n[params.m]\nb = 2"},
     {"a": 1, "m": {"b": 2}}),
    ({"hugo.toml": "[params.m]\na = 1", "config/_default/params.toml": "m = 5"}, {"m": 5}),
    ({"hugo.yaml": "params: {a: 1}", "config/_default/params.yaml": "a: null"}, {"a": None}),
    ({"hugo.yaml": "params:\ntitle: x"}, {}),
    ({"config/_default/params.txt": "a = 1"}, {}),
    ({"config/_default/params.json": '{"A": [{"B": 1}]}'}, {"a": [{"B": 1}]}),
    ({"config/_default/params.en.toml": "a = 1", "hugo.toml": "params = {a = 0, b = 2}"},
     {"a": 1, "b": 2}),
    ({"config/_default/languages.en.toml": "params = {a = 1}"}, {"a": 1}),
    ({"config/_default/hugo.en.toml": "params = {a = 1}"}, {"a": 1}),
    ({"config/_default/languages.toml": "[languages.en.params]\na = 1"}, {"a": 1}),
]  # fmt: skip


@pytest.mark.parametrize(("files", "params"), LAYERS)
def test_layers(files: dict[str, str], params: dict[str, Any], tmp_path: Path) -> None:
    config = load_config(lay_out(tmp_path, files))
    assert config.params == params
    assert config.problems == ()
    assert set(config.files) == {tmp_path / name for name in files if not name.endswith(".txt")}


def test_an_environment_cannot_lead_out_of_the_configuration(tmp_path: Path) -> None:
    lay_out(tmp_path, {"other/params.toml": "a = 1"})
    assert load_config(tmp_path, environment="../other").params == {}


BROKEN = [
    ("hugo.toml", 'title = "x"\nfoo = yes\n', 2),
    ("hugo.yaml", "title: x\ntitle: y\n", 2),
    ("hugo.json", '{"title": "x"\n "a": 1}', 2),
    ("hugo.yaml", "- a\n", 1),
    ("config/_default/params.toml", "a = \n", 1),
    ("themes/t/hugo.toml", "a = \n", 1),
]


@pytest.mark.parametrize(("name", "text", "line"), BROKEN)
def test_a_file_that_does_not_parse(name: str, text: str, line: int, tmp_path: Path) -> None:
    with pytest.raises(ConfigError) as caught:
        load_config(lay_out(tmp_path, {name: text}), overrides={"theme": "t"})
    assert (caught.value.filename, caught.value.line) == (tmp_path / name, line)
    assert f"{name}:{line}" in str(caught.value)


def test_a_file_that_is_not_utf8(tmp_path: Path) -> None:
    (tmp_path / "hugo.toml").write_bytes(b'title = "\xff"')
    with pytest.raises(ConfigError, match="cannot be read"):
        load_config(tmp_path)


def test_overrides_win_over_everything(tmp_path: Path) -> None:
    toml = 'title = "T"\n[languages.en]\ntitle = "L"\n[languages.en.params]\na = 1\nb = 1\n'
    overrides = {
        "Title": "O",
        "params": {"A": 2},
        "markup": {"goldmark": {"renderer": {"unsafe": 1}}},
    }
    config = configured(tmp_path, toml, overrides=overrides)
    assert (config.title, config.params) == ("O", {"a": 2, "b": 1})
    assert config.markup["goldmark"]["renderer"]["unsafe"] is True


# -- languages

ORDER = [
    ("[languages.fr]\n[languages.en]\n[languages.de]\nweight=1\n[languages.aa]\nweight=-1",
     ["aa", "de", "en", "fr"], "en"),
    ("[languages.fr]\n[languages.de]", ["de", "fr"], "de"),
    ("[languages.en]\ndisabled=true\n[languages.de]", ["de"], "de"),
    ('disableLanguages=["fr"]\n[languages.en]\n[languages.fr]', ["en"], "en"),
    ('defaultContentLanguage="FR"\n[languages.en]\n[languages.fr]', ["en", "fr"], "fr"),
    ('defaultContentLanguage="sv"', ["sv"], "sv"),
    ("[languages.EN]\n[languages.zh-CN]\nweight=2", ["zh-cn", "en"], "en"),
]  # fmt: skip


@pytest.mark.parametrize(("toml", "keys", "default"), ORDER)
def test_languages(toml: str, keys: list[str], default: str, tmp_path: Path) -> None:
    config = configured(tmp_path, toml)
    assert [language.key for language in config.languages] == keys
    assert config.default_language == config.language.key == default
    assert config.has_language_entry is ("[languages" in toml)
    assert config.problems == ()


def test_a_language_without_settings_is_one_all_the_same(tmp_path: Path) -> None:
    config = load_config(lay_out(tmp_path, {"hugo.yaml": "languages:\n  en:\n  fr: {weight: 2}\n"}))
    assert [language.key for language in config.languages] == ["fr", "en"]
    assert config.default_language == "en"
    assert ["languages.en" in message for message in messages(config)] == [True]


def test_no_taxonomies(tmp_path: Path) -> None:
    files = {"hugo.yaml": "taxonomies:\ntheme: t\n", "themes/t/hugo.toml": "title = 'x'"}
    assert load_config(lay_out(tmp_path, files)).taxonomies == {}


def test_what_a_language_may_say(tmp_path: Path) -> None:
    toml = """
    title = "T"
    locale = "en-us"
    disableKinds = ["rss"]
    [markup.goldmark.renderer]
    unsafe = true
    [params.m]
    a = 1
    [[menus.main]]
    name = "root"
    [[menus.foot]]
    name = "root"
    [languages.en]
    label = "English"
    [languages.ar]
    title = "A"
    direction = "rtl"
    locale = "ar-eg"
    disableKinds = ["taxonomy"]
    [languages.ar.params.m]
    b = 2
    [languages.ar.markup.goldmark.renderer]
    hardWraps = true
    [[languages.ar.menus.main]]
    name = "own"
    """
    english = configured(tmp_path, toml)
    assert (english.title, english.language.name, english.language.locale) == (
        "T",
        "English",
        "en-us",
    )
    assert set(english.menus) == {"main", "foot"}
    arabic = load_config(tmp_path, language="AR")
    assert (arabic.title, arabic.language.direction, arabic.language.locale) == (
        "A",
        "rtl",
        "ar-eg",
    )
    assert arabic.params == {"m": {"a": 1, "b": 2}}
    assert arabic.menus == {"main": ({"name": "own"},)}
    assert arabic.disable_kinds == {"taxonomy"}
    renderer = arabic.markup["goldmark"]["renderer"]
    assert (renderer["unsafe"], renderer["hardwraps"]) == (False, True)
    assert arabic.default_language == "en"


def test_a_language_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(ConfigError, match=r'no language "xx".*en, fr'):
        configured(tmp_path, "[languages.en]\n[languages.fr]", language="xx")


# -- mounts


def content_mounts(config: SiteConfig, component: str = "content") -> list[tuple[str, str, str]]:
    return [
        (str(mount.source.relative_to(config.root)), mount.target, mount.language)
        for mount in config.mounts_of(component)
    ]


MOUNTS: list[tuple[str, list[tuple[str, str, str]]]] = [
    # configuration, what the binary mounts
    ("", [("content", "content", "")]),
    ('contentDir = "docs"', [("docs", "content", "")]),
    ('[languages.en]\ncontentDir = "c/en"\n[languages.fr]\ncontentDir = "c/fr"',
     [("c/en", "content", "en"), ("c/fr", "content", "fr")]),
    ('[languages.en]\n[languages.fr]\ncontentDir = "c/fr"',
     [("content", "content", ""), ("c/fr", "content", "fr")]),
    ('[languages.en]\ncontentDir = "content"\n[languages.fr]\ncontentDir = "content/fr"',
     [("content", "content", ""), ("content/fr", "content", "fr")]),
    ('[[module.mounts]]\nsource = "docs"\ntarget = "content/guide"',
     [("docs", "content/guide", "")]),
    ('[[module.mounts]]\nsource = "docs/a.md"\ntarget = "content/guide.md"',
     [("docs/a.md", "content/guide.md", "")]),
    ('[[module.mounts]]\nsource = "nope"\ntarget = "content"', [("content", "content", "")]),
    ('[[module.mounts]]\nsource = "docs"\ntarget = "static"', [("content", "content", "")]),
    ('[[module.mounts]]\nsource = "docs"\ntarget = "content/../../x"',
     [("content", "content", "")]),
    ('[languages.en]\n[languages.fr]\n[[module.mounts]]\nsource = "docs"\ntarget = "content"\n'
     'sites = {matrix = {languages = ["f*"]}}', [("docs", "content", "fr")]),
    ('[languages.en]\n[languages.fr]\n[[module.mounts]]\nsource = "docs"\ntarget = "content"\n'
     'sites = {matrix = {languages = ["**"]}}', [("docs", "content", "en"), ("docs", "content", "fr")]),
    ('[[module.mounts]]\nsource = "docs"\ntarget = "content"\nlang = "en"',
     [("docs", "content", "en")]),
    ('theme = "t"', [("content", "content", ""), ("themes/t/content", "content", "")]),
    ('theme = ["t", "u"]', [("content", "content", ""), ("themes/t/content", "content", ""),
                            ("themes/u/c", "content/u", "")]),
    ('[[module.imports]]\npath = "t"\n[[module.imports.mounts]]\nsource = "d"\ntarget = "content/t"',
     [("content", "content", ""), ("themes/t/d", "content/t", "")]),
    ('[[module.imports]]\npath = "t"\nnoMounts = true', [("content", "content", "")]),
    ('[[module.imports]]\npath = "t"\ndisable = true', [("content", "content", "")]),
    ('[[module.imports]]\npath = "host.example/org/v"',
     [("content", "content", ""), ("_vendor/host.example/org/v/content", "content", "")]),
    ('[module]\nreplacements = "host.example/w -> ../local"\n[[module.imports]]\n'
     'path = "host.example/w"', [("content", "content", ""), ("local/content", "content", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("toml", "expected"), MOUNTS)
def test_mounts(toml: str, expected: list[tuple[str, str, str]], tmp_path: Path) -> None:
    files = {
        "docs/a.md": "",
        "themes/t/content/x.md": "",
        "themes/t/d/x.md": "",
        "themes/u/hugo.toml": '[[module.mounts]]\nsource = "c"\ntarget = "content/u"',
        "themes/u/c/x.md": "",
        "themes/u/content/x.md": "",
        "_vendor/host.example/org/v/content/x.md": "",
        "local/content/x.md": "",
    }
    assert content_mounts(configured(lay_out(tmp_path, files), toml)) == expected


def test_files_of_a_mount(tmp_path: Path) -> None:
    toml = '[[module.mounts]]\nsource = "docs"\ntarget = "content"\nfiles = ["! b.md", "**.md"]\n'
    config = configured(lay_out(tmp_path, {"docs/a.md": ""}), toml)
    assert config.mounts_of("content")[0].files == ("! b.md", "**.md")
    config = configured(tmp_path, toml.replace("files =", "excludeFiles ="))
    assert config.mounts_of("content")[0].files == ("! ! b.md", "! **.md")
    assert "excludefiles" in messages(config)[0]


def test_static_directories(tmp_path: Path) -> None:
    toml = 'staticDir = ["a", "b"]\nstaticDir2 = "c"\n[languages.en]\nstaticDir = "d"\n'
    found = content_mounts(configured(tmp_path, toml), "static")
    assert [source for source, _target, _language in found] == ["a", "b", "c", "d"]


def test_only_mounts_may_lead_out_of_the_site(tmp_path: Path) -> None:
    lay_out(tmp_path, {"outside/a.md": "", "outside/hugo.toml": "[params]\na = 1"})
    site = tmp_path / "site"
    config = configured(site, 'contentDir = "../outside"\ntheme = "../../outside"')
    assert content_mounts(config) == [("content", "content", "")]
    assert config.params == {}
    assert len(config.problems) == 2
    config = configured(site, '[[module.mounts]]\nsource = "../outside"\ntarget = "content"')
    assert config.mounts_of("content")[0].source == tmp_path / "outside"
    assert config.problems == ()


# -- themes


def test_themes_add_params_and_menus_only(tmp_path: Path) -> None:
    files = {
        "themes/t1/hugo.toml": 'title = "no"\n[params]\nb = 1\nl = [1]\n[[menus.main]]\nname = "no"\n'
        '[[menus.new]]\nname = "yes"\n[taxonomies]\nx = "xs"\n'
        "[languages.en.params]\nz = 2\ny = 2\n[languages.fr.params]\nq = 1\n",
        "themes/t2/config/_default/params.toml": "b = 2\nc = 2\nl = [2]",
        "themes/t2/config.toml": 'theme = "t3"\n[params]\nd = 2',
        "themes/t3/hugo.toml": 'theme = "t1"\n[params]\ne = 3',
    }
    toml = (
        'theme = ["t1", "t2", "missing"]\n[params]\na = 1\n[[menus.main]]\nname = "own"\n'
        "[languages.en.params]\nz = 1\n"
    )
    config = configured(lay_out(tmp_path, files), toml)
    assert config.params == {"a": 1, "b": 1, "c": 2, "d": 2, "e": 3, "l": [1], "y": 2, "z": 1}
    assert config.menus == {"main": ({"name": "own"},), "new": ({"name": "yes"},)}
    assert config.title == ""
    assert config.taxonomies == {"category": "categories", "tag": "tags"}
    assert [language.key for language in config.languages] == ["en"]
    assert [root.name for root in config.component_roots[1:]] == ["t1", "t2", "t3"]
    assert config.problems == ()


STRATEGIES = [
    ('_merge = "none"', "", {"a": 1, "m": {"x": 1}}),
    ('_merge = "shallow"', "", {"a": 1, "b": 2, "m": {"x": 1}}),
    ("", '_merge = "none"', {"a": 1, "b": 2, "m": {"x": 1}}),
    ("", "", {"a": 1, "b": 2, "m": {"x": 1, "y": 2}}),
]


@pytest.mark.parametrize(("outer", "inner", "params"), STRATEGIES)
def test_merge_strategies(outer: str, inner: str, params: dict[str, Any], tmp_path: Path) -> None:
    lay_out(tmp_path, {"themes/t/hugo.toml": "[params]\na = 2\nb = 2\nm = {x = 2, y = 2}"})
    toml = f'theme = "t"\n[params]\n{outer}\na = 1\n[params.m]\n{inner}\nx = 1\n'
    assert configured(tmp_path, toml).params == params


# -- single settings


def test_settings_are_read(tmp_path: Path) -> None:
    config = configured(
        tmp_path,
        """
        baseURL = "https://x.org/some/docs"
        buildDrafts = "true"
        summaryLength = "80"
        ignoreFiles = ['\\.bak$']
        titleCaseStyle = "Chicago"
        timeZone = "Europe/Oslo"
        refLinksErrorLevel = "WARNING"
        refLinksNotFoundURL = "/404"
        disableKinds = ["RSS", "robotsTXT"]
        sectionPagesMenu = "main"
        [uglyURLs]
        posts = true
        [taxonomies]
        Author = "Authors"
        [page]
        nextPrevSortOrder = "asc"
        [[cascade]]
        Layout = "x"
        [cascade.target]
        Kind = "page"
        [permalinks.page]
        posts = "/:slug/"
        [outputs]
        home = ["HTML"]
        [related]
        threshold = 5
        [markup.goldmark.extensions.passthrough.delimiters]
        inline = [["$", "$"]]
        [frontmatter]
        lastmod = ["changed"]
        """,
    )
    assert config.problems == ()
    assert (config.base_url, config.base_path) == ("https://x.org/some/docs/", "/some/docs")
    assert config.build_drafts is True
    assert config.summary_length == 80
    assert config.ignore_files == (r"\.bak$",)
    assert config.title_case_style == "chicago"
    assert config.time_zone == ZoneInfo("Europe/Oslo")
    assert config.ref_links_error_level == "warning"
    assert config.ref_links_not_found_url == "/404"
    assert config.disable_kinds == {"rss", "robotstxt"}
    assert config.section_pages_menu == "main"
    assert config.ugly_urls == {"posts": True}
    assert config.taxonomies == {"author": "authors"}
    assert (config.next_prev_sort_order, config.next_prev_in_section_sort_order) == ("asc", "desc")
    assert config.cascade == ({"layout": "x", "target": {"kind": "page"}},)
    assert config.permalinks == {"page": {"posts": "/:slug/"}}
    assert (config.outputs["home"], config.outputs["section"]) == (("html",), ("html", "rss"))
    assert (config.related["threshold"], config.related["indices"]) == (5, [])
    delimiters = config.markup["goldmark"]["extensions"]["passthrough"]["delimiters"]
    assert delimiters == {"inline": [["$", "$"]], "block": []}
    assert config.frontmatter.lastmod == ("changed",)


BASE_URLS = [
    ("", "https://example.org/", ""),
    ("/", "/", ""),
    ("/docs/", "/docs/", "/docs"),
    ("//host/x/", "//host/x/", "/x"),
    ("https://x.org", "https://x.org/", ""),
    ("https://x.org/a/b//", "https://x.org/a/b/", "/a/b"),
]


@pytest.mark.parametrize(("written", "url", "path"), BASE_URLS)
def test_base_url(written: str, url: str, path: str, tmp_path: Path) -> None:
    config = configured(tmp_path, f"baseURL = {json.dumps(written)}")
    assert (config.base_url, config.base_path) == (url, path)


WRONG = [
    ("title = ['a']", "title is a list, but Hugo wants text"),
    ("buildDrafts = 'yes'", 'buildDrafts is "yes", but Hugo wants true or false'),
    ("summaryLength = 'abc'", 'summaryLength is "abc", but Hugo wants a whole number'),
    ("params = 5", 'params is "5", but Hugo wants a map'),
    ("baseURL = 'http://['", "no URL"),
    ("timeZone = 'Nowhere/X'", "no known time zone"),
    ("timeZone = '../../etc/passwd'", "no known time zone"),
    ("disableKinds = ['bogus']", "no kind of page"),
    ("[markup.goldmark]\nrenderer = 5", 'markup.goldmark.renderer is "5"'),
    ("[markup.goldmark.renderer]\nhardWraps = 'no'", 'markup.goldmark.renderer.hardWraps is "no"'),
    ("[page]\nnextPrevSortOrder = 'up'", "one of desc, asc"),
    ("[menus.main.home]\nname = 'x'", "[[menus.main]]"),
    ("[languages]", "names no language"),
    ("[languages]\nen = 5", "languages.en is no map"),
    ("defaultContentLanguage = 'xx'\n[languages.en]", "no language of the site"),
    ("[[module.mounts]]\nsource = 'a'\ntarget = 'foo'", "target must begin with"),
]


@pytest.mark.parametrize(("toml", "words"), WRONG)
def test_values_that_cannot_be_used(toml: str, words: str, tmp_path: Path) -> None:
    config = configured(tmp_path, f"# first line\n{toml}\n")
    (problem,) = config.problems
    assert words in problem.message
    assert (problem.kind, problem.filename) == (Kind.CONFIG, tmp_path / "hugo.toml")
    assert problem.line in {2, 3}
    plain = load_config(lay_out(tmp_path / "plain", {}), overrides={"title": ""})
    assert config.params == plain.params
    assert config.markup == plain.markup
    assert (config.title, config.base_url) == (plain.title, plain.base_url)


OLD = [
    ("languageCode = 'en-us'", "languageCode"),
    ("[languages.en]\nlanguageName = 'English'", "languageName"),
    ("[markup.goldmark.renderHooks.link]\nenableDefault = true", "enableDefault"),
    ("[cascade]\n_build = {list = 'never'}", "_build"),
    ("[[cascade]]\n_target = {kind = 'page'}", "_target"),
    ("[[module.mounts]]\nsource = 'docs'\ntarget = 'content'\nlang = 'en'", "lang"),
    ("disableKinds = ['taxonomyTerm']", "taxonomyTerm"),
]


@pytest.mark.parametrize(("toml", "word"), OLD)
def test_old_spellings_are_reported_once(toml: str, word: str, tmp_path: Path) -> None:
    (problem,) = configured(lay_out(tmp_path, {"docs/a.md": ""}), toml).problems
    assert word in problem.message
    assert "old spelling" in problem.message
    assert (problem.kind, problem.filename) == (Kind.CONFIG, tmp_path / "hugo.toml")


def test_several_old_spellings_are_told_in_one_message(tmp_path: Path) -> None:
    text = "languageCode = 'en'\n[languages.en]\nlanguageName = 'E'\nweight = 1\n[cascade]\n_build = {}"
    (problem,) = configured(lay_out(tmp_path, {"docs/a.md": ""}), text).problems
    for word in ("languageCode", "locale", "languageName", "label", "_build"):
        assert word in problem.message


ACCEPTED = [
    "[[menu.main]]\nname = 'x'",
    "[indexes]\nx = 'xs'",
    "paginate = 5",
    "pygmentsStyle = 'x'",
    "[markup.goldmark.parser]\nautoHeadingIDType = 'blackfriday'",
    "[markup.goldmark.extensions]\ntypographer = false",
]


@pytest.mark.parametrize("toml", ACCEPTED)
def test_old_spellings_that_hugo_takes_silently_are_taken_silently(
    toml: str, tmp_path: Path
) -> None:
    assert configured(lay_out(tmp_path, {"docs/a.md": ""}), toml).problems == ()


@pytest.mark.parametrize("rest", ["", "\nautoIDType = 'github'"])
def test_the_old_name_of_the_id_style_wins(rest: str, tmp_path: Path) -> None:
    text = f"[markup.goldmark.parser]\nautoHeadingIDType = 'blackfriday'{rest}"
    markup = configured(tmp_path, text).markup
    assert markup["goldmark"]["parser"]["autoidtype"] == "blackfriday"


def test_settings_named_after_pygments_are_those_of_the_highlighter(tmp_path: Path) -> None:
    config = configured(
        tmp_path,
        """
        pygmentsStyle = "old"
        pygmentsCodeFencesGuessSyntax = true
        pygmentsOptions = "linenos=table, linenostart=5"
        [markup.highlight]
        style = "new"
        linenos = false
        """,
    )
    wanted = {"style": "new", "guesssyntax": True, "linenos": True, "linenostart": 5}
    assert wanted.items() <= config.markup["highlight"].items()


def test_old_spellings_are_read_as_meant(tmp_path: Path) -> None:
    config = configured(
        tmp_path,
        """
        languageCode = "en-us"
        paginate = 5
        disableKinds = ["taxonomyTerm"]
        [indexes]
        x = "xs"
        [[menu.main]]
        name = "old"
        [[menus.main]]
        name = "new"
        [languages.en]
        languageName = "English"
        [markup.goldmark.renderHooks]
        link = {enableDefault = true}
        image = {enableDefault = false}
        [markup.goldmark.extensions]
        typographer = false
        footnote = false
        [markup.goldmark.parser]
        attribute = false
        [cascade]
        _target = {kind = "page"}
        """,
    )
    assert (config.language.locale, config.language.name) == ("en-us", "English")
    assert config.values["pagination"] == {"pagersize": 5}
    assert config.disable_kinds == {"taxonomy"}
    assert config.taxonomies == {"x": "xs"}
    assert config.menus == {"main": ({"name": "old"},)}
    goldmark = config.markup["goldmark"]
    assert goldmark["renderhooks"]["link"]["useembedded"] == "fallback"
    assert goldmark["renderhooks"]["image"]["useembedded"] == "never"
    assert goldmark["extensions"]["typographer"]["disable"] is True
    assert goldmark["extensions"]["footnote"]["enable"] is False
    assert goldmark["parser"]["attribute"] == {"title": False, "block": False}
    assert config.cascade == ({"target": {"kind": "page"}},)


def test_the_old_menu_key_replaces_the_new_one_in_themes_and_languages(tmp_path: Path) -> None:
    lay_out(tmp_path, {"themes/t/hugo.toml": "[[menu.foot]]\nname = 'theme'"})
    toml = "theme = 't'\n[[menus.main]]\nname = 'x'\n[[languages.en.menu.main]]\nname = 'en'\n"
    assert configured(tmp_path, toml).menus == {"main": ({"name": "en"},)}


def test_problems_name_the_file_and_line(tmp_path: Path) -> None:
    files = {
        "hugo.toml": "title = 'x'\n",
        "config/_default/hugo.yaml": "params:\n  x: 1\nbuildDrafts: maybe\n",
    }
    (problem,) = load_config(lay_out(tmp_path, files)).problems
    assert (problem.filename, problem.line) == (tmp_path / "config/_default/hugo.yaml", 3)


_ANY = st.recursive(
    st.none() | st.booleans() | st.integers() | st.sampled_from(["", "x", "../x", "\0", "[", "-"]),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(["en", "main", "a", "source", "target"]), inner, max_size=3
        )
    ),
    max_leaves=8,
)
_ROOT_KEYS = st.sampled_from(
    [
        "title", "baseURL", "languages", "menus", "menu", "params", "markup", "module", "theme",
        "cascade", "outputs", "taxonomies", "permalinks", "uglyURLs", "disableKinds", "timeZone",
        "frontmatter", "contentDir", "staticDir", "themesDir", "related", "security", "sitemap",
        "page", "ignoreFiles", "summaryLength", "defaultContentLanguage", "disableLanguages",
        "languageCode", "paginate", "pagination", "indexes", "_merge", "locale",
    ]
)  # fmt: skip


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(values=st.dictionaries(_ROOT_KEYS, _ANY, max_size=6))
def test_any_values_give_a_configuration(tmp_path: Path, values: dict[str, Any]) -> None:
    config = load_config(tmp_path, overrides=values)
    assert config.languages
    assert config.language in config.languages
    assert config.base_url.endswith("/")
    assert all(isinstance(problem.message, str) for problem in config.problems)
