"""Random edits of a random site: each does one thing that an author might do between two builds."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from equivalence import sites

if TYPE_CHECKING:
    from collections.abc import Callable
    from random import Random

    from equivalence.sites import Content, Draft


def add_page(draft: Draft, rng: Random) -> None:
    draft.content[sites.page_path(rng)] = sites.page(rng)


def add_section(draft: Draft, rng: Random) -> None:
    draft.content[f"{rng.choice(sites.SECTIONS)}/_index.md"] = sites.page(rng, section=True)


def delete(draft: Draft, rng: Random) -> None:
    draft.content.pop(rng.choice(sorted(draft.content)))


def rename(draft: Draft, rng: Random) -> None:
    """Move a file; the resources of a bundle stay behind."""
    pages = draft.pages()
    if pages:
        draft.content[sites.page_path(rng)] = draft.content.pop(rng.choice(pages))


def move_bundle(draft: Draft, rng: Random) -> None:
    """Move a bundle with all that lies in it; make one where there is none."""
    bundles = _bundles(draft)
    if not bundles:
        bundles = ["docs/ant/index.md"]
        draft.content[bundles[0]] = sites.page(rng)
        draft.files["content/docs/ant/pic.png"] = sites.words(rng, 1)
    old = rng.choice(bundles)
    new = f"{rng.choice(sites.SECTIONS)}/{rng.choice(sites.NAMES)}/index.md"
    draft.content[new] = draft.content.pop(old)
    before, after = (f"content/{path.removesuffix('index.md')}" for path in (old, new))
    for path in [path for path in draft.files if path.startswith(before)]:
        draft.files[path.replace(before, after)] = draft.files.pop(path)


def _bundles(draft: Draft) -> list[str]:
    return [path for path in draft.pages() if path.endswith("/index.md")]


def swap(draft: Draft, rng: Random) -> None:
    """Let two pages change places, with the times of their files."""
    pages = draft.pages()
    if len(pages) > 1:
        one, two = rng.sample(pages, 2)
        draft.content[one], draft.content[two] = draft.content[two], draft.content[one]


def _set(key: str, value: Callable[[Random], Any], chance: float = 0.75) -> Any:
    def edit(draft: Draft, rng: Random) -> None:
        page = _any(draft, rng)
        if rng.random() < chance:
            page.front[key] = value(rng)
        else:
            page.front.pop(key, None)

    edit.__name__ = f"set {key}"
    return edit


def _any(draft: Draft, rng: Random) -> Content:
    draft.content.setdefault("_index.md", sites.Content())
    return draft.content[rng.choice(sorted(draft.content))]


def toggle_draft(draft: Draft, rng: Random) -> None:
    page = _any(draft, rng)
    page.front["draft"] = not page.front.get("draft")


def break_or_mend(draft: Draft, rng: Random) -> None:
    page = _any(draft, rng)
    page.broken = not page.broken


def cascade(draft: Draft, rng: Random) -> None:
    draft.content.setdefault("docs/_index.md", sites.Content()).front["cascade"] = {
        rng.choice(["description", "type", "draft", "colour"]): rng.choice(["blog", "true"])
    }


def change_body(draft: Draft, rng: Random) -> None:
    page = _any(draft, rng)
    page.body.insert(rng.randint(0, len(page.body)), sites.piece(rng))


def cut_body(draft: Draft, rng: Random) -> None:
    page = _any(draft, rng)
    if page.body:
        page.body.pop(rng.randrange(len(page.body)))


def _file(files: dict[str, tuple[str, str]], kind: str) -> Any:
    def edit(draft: Draft, rng: Random) -> None:
        name = rng.choice(sorted(files))
        now, (one, other) = draft.files.get(name), files[name]
        if now is not None and rng.random() < 0.25:
            del draft.files[name]
        else:
            draft.files[name] = other if now == one else one

    edit.__name__ = f"change {kind}"
    return edit


def change_resource(draft: Draft, rng: Random) -> None:
    bundles = _bundles(draft)
    if bundles:
        name = f"content/{rng.choice(bundles).removesuffix('index.md')}pic.png"
        if name in draft.files and rng.random() < 0.3:
            del draft.files[name]
        else:
            draft.files[name] = sites.words(rng, 2)


def change_config(draft: Draft, rng: Random) -> None:
    config = draft.config
    key, value = rng.choice(
        [
            ("title", sites.title(rng)),
            ("params", {"motto": sites.words(rng, 2)}),
            ("baseURL", rng.choice(["https://example.org/", "https://example.net/sub/"])),
            ("disableKinds", rng.choice([[], ["taxonomy", "term"], ["rss", "sitemap"]])),
            ("summaryLength", rng.choice([3, 70])),
            ("permalinks", rng.choice([{}, {"guide": "/g/:slug/"}])),
            ("uglyURLs", rng.random() < 0.3),
            ("markup", {"goldmark": {"renderer": {"unsafe": rng.random() < 0.5}}}),
            ("taxonomies", rng.choice([{"tag": "tags"}, {"colour": "colour"}])),
            ("enableRobotsTXT", rng.random() < 0.5),
        ]
    )
    config[key] = value


def change_menu(draft: Draft, rng: Random) -> None:
    entries = draft.config["menus"]["docs"]
    rng.choice(
        [
            lambda: rng.choice(entries).update(name=sites.words(rng, 1)),
            lambda: rng.choice(entries).update(weight=rng.randint(1, 3)),
            lambda: entries.append(
                {"name": "Out", "url": "https://example.com/", "parent": "first"}
            ),
            lambda: entries.append(
                {"pageRef": f"/docs/{rng.choice(sites.NAMES)}", "parent": "second"}
            ),
        ]
    )()


def change_parent(draft: Draft, rng: Random) -> None:
    """Hang a page's menu entry below another one."""
    entry = _any(draft, rng).front.setdefault("menus", {}).setdefault("docs", {"weight": 1})
    others = {"first", "second", ""} - {entry.pop("parent", "")}
    parent = rng.choice(sorted(others))
    entry |= {"parent": parent} if parent else {}


def change_conf(draft: Draft, rng: Random) -> None:
    draft.conf = sites.conf(rng)


def toggle_languages(draft: Draft, rng: Random) -> None:
    if draft.config.pop("languages", None) is None:
        draft.config["languages"] = {"en": {"weight": 1}, "fr": {"weight": 2, "title": "Fr"}}


def translate(draft: Draft, rng: Random) -> None:
    pages = draft.pages()
    if pages:
        path = rng.choice(pages).removesuffix(".md")
        if not path.endswith(".fr"):
            draft.config.setdefault("languages", {"en": {"weight": 1}, "fr": {"weight": 2}})
            draft.content[f"{path}.fr.md"] = sites.page(rng)


def nothing(draft: Draft, rng: Random) -> None:
    """Leave all as it is."""


EDITS: tuple[Callable[[Draft, Random], None], ...] = (
    add_page, add_page, add_section, delete, delete, rename, rename, move_bundle, swap,
    toggle_draft, break_or_mend, cascade, change_body, change_body, change_body, cut_body,
    _set("title", lambda rng: sites.title(rng).title(), 0.9),
    _set("weight", lambda rng: rng.randint(1, 4)),
    _set("menus", sites.menu),
    _set("aliases", lambda rng: [sites.alias(rng)]),
    _set("description", lambda rng: sites.words(rng, 3)),
    _set("linkTitle", lambda rng: sites.words(rng, 1)),
    _set("tags", lambda rng: [rng.choice(sites.TAGS)]),
    _set("date", lambda rng: f"2023-0{rng.randint(1, 9)}-10"),
    _set("slug", lambda rng: rng.choice(sites.NAMES)),
    _set("url", lambda rng: rng.choice(["/u/", "/docs/ant/", "/f.html"]), 0.5),
    _set("build", lambda rng: rng.choice([{"list": "never"}, {"render": "never"}]), 0.5),
    _set("colour", lambda rng: rng.choice(sites.TAGS)),
    _set("keywords", lambda rng: [rng.choice(sites.WORDS)]),
    _file(sites.TEMPLATES, "template"), _file(sites.TEMPLATES, "template"),
    _file(sites.FILES, "file"), _file(sites.FILES, "file"),
    change_resource, change_config, change_config, change_menu, change_parent,
    change_conf, toggle_languages, translate, nothing,
)  # fmt: skip
