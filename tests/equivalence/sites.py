"""Random small sites, and random edits to them."""

from __future__ import annotations

import json
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

import yaml

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path
    from random import Random

SECTIONS = ("", "a/", "b/", "a/deep/", "b/leaf/")
TITLES = ("One", "Two & <three>", "Zed", "`code`", "Ünï", "")
PARENTS = ("", "first", "second", "missing", "sub")
BODIES = (
    "Plain text.",
    "## Heading\n\nText.\n\n### Below\n\nMore words here.",
    "## Other heading\n\n[a](/a/) and [x](../) and [y](one.md).",
    'See {{< ref "/a" >}} and [z]({{< relref "/b" >}}).',
    "[to](/a/#heading) [gone](/nowhere/) [self](#heading)\n\n## Heading",
    '{{< details "More" >}}\nInside *text*.\n{{< /details >}}',
    "{{< note >}}{{< children >}}{{< /note >}}",
    '{{< children description="true" depth=3 >}}',
    "{{< greet you >}} and {{% greet them %}}",
    '{{< readfile "part.txt" >}}',
    "![picture](pic.png) [file](pic.png)",
    "![one](/a/pic.png) ![two](/b/pic.png) {download}`x </static/robots.txt>`",
    "```python {linenos=true}\nprint(1)\n```\n\nNote.[^1]\n\n[^1]: The note.",
    "{{< param colour >}} {{< unknown >}}kept{{< /unknown >}}",
    "{{< tabs >}}{{< tab One >}}1{{< /tab >}}{{< tab Two >}}2{{< /tab >}}{{< /tabs >}}",
    "",
)
BROKEN = (
    "---\ntitle: [broken\n---\n{{< details\n",
    "---\ntitle: Broken\n\nNo end.\n",
    "+++\ntitle = \n+++\nText.\n",
    "---\ntitle: Broken\n---\n{{< details >}}\nText\n\n```\nopen\n",
    "",
)


@dataclass(frozen=True)
class PageModel:
    """A page: its front matter and its text, or the text of a broken file."""

    front: Mapping[str, Any]
    body: str
    broken: str | None = None

    def source(self) -> str:
        """Return the text of the file."""
        if self.broken is not None:
            return self.broken
        return f"---\n{yaml.safe_dump(dict(self.front), allow_unicode=True)}---\n{self.body}\n"


@dataclass
class SiteModel:
    """All of a site's files, as values."""

    pages: dict[str, PageModel] = field(default_factory=dict)
    config: dict[str, Any] = field(default_factory=dict)
    files: dict[str, str] = field(default_factory=dict)

    def sources(self) -> dict[str, str]:
        """Return each file with its text."""
        pages = {f"content/{name}": page.source() for name, page in self.pages.items()}
        return {**pages, **self.files, "hugo.json": json.dumps(self.config, indent=1)}

    def write(self, root: Path) -> None:
        """Make the folder what the model says; files that are the same stay untouched."""
        wanted = self.sources()
        for path in [path for path in root.rglob("*") if path.is_file()]:
            if path.relative_to(root).as_posix() not in wanted:
                path.unlink()
        for name, text in wanted.items():
            path = root / name
            if not path.is_file() or path.read_text(encoding="utf-8") != text:
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        for path in sorted(root.rglob("*"), reverse=True):
            if path.is_dir() and not any(path.iterdir()):
                path.rmdir()


def front_matter(random: Random) -> dict[str, Any]:
    """Return front matter."""
    found: dict[str, Any] = {"title": random.choice(TITLES)}
    for chance, key, make in (
        (0.5, "weight", lambda: random.choice([0, 1, 2, 3, -1, 10])),
        (0.2, "linkTitle", lambda: random.choice(["Link", "Short & sweet"])),
        (0.3, "description", lambda: random.choice(["About it.", 'With "quotes" & more.'])),
        (0.15, "date", lambda: f"2024-0{random.randint(1, 9)}-02"),
        (0.1, "lastmod", lambda: "2024-10-01"),
        (0.1, "draft", lambda: True),
        (0.15, "slug", lambda: random.choice(["other", "my-slug", "x"])),
        (0.1, "url", lambda: random.choice(["/u/", "/a/own/", "/file.html"])),
        (0.25, "aliases", lambda: random.sample(["/old/", "/was/here/", "old.html", "/a/x/"], 2)),
        (0.2, "keywords", lambda: random.sample(["k1", "k2", "k3"], 2)),
        (0.2, "tags", lambda: random.sample(["t1", "t2", "t3"], 2)),
        (0.1, "build", lambda: {"list": random.choice(["never", "local"])}),
        (0.1, "toc", lambda: False),
        (0.1, "lead", lambda: "A *lead* line."),
        (0.1, "colour", lambda: random.choice(["red", "blue"])),
        (0.05, "outputs", lambda: ["rss"]),
        (
            0.08,
            "cascade",
            lambda: random.choice([{"draft": True}, {"colour": "green"}, {"type": "t"}]),
        ),
    ):
        if random.random() < chance:
            found[key] = make()
    if random.random() < 0.6:
        menu: dict[str, Any] = {}
        if parent := random.choice(PARENTS):
            menu["parent"] = parent
        if random.random() < 0.3:
            menu["weight"] = random.randint(1, 5)
        if random.random() < 0.15:
            menu["identifier"] = random.choice(["sub", "first", "loop"])
        found["menus"] = {"main": menu}
    return found


def new_page(random: Random) -> PageModel:
    """Return a page."""
    return PageModel(front_matter(random), random.choice(BODIES))


def page_name(random: Random) -> str:
    """Return the file of a page below the content folder."""
    section = random.choice(SECTIONS)
    names = ["_index.md", "one.md", "two.md", "three.md", "search.md", "bundle/index.md"]
    if section == "b/leaf/":
        names = ["index.md", "inner.md"]
    return section + random.choice(names)


def new_config(random: Random) -> dict[str, Any]:
    """Return a configuration."""
    found: dict[str, Any] = {
        "baseURL": "https://example.org/",
        "title": random.choice(["Site", "Other <site>"]),
        "menus": {
            "main": [
                {"identifier": "first", "name": "First", "weight": random.randint(0, 3)},
                {"identifier": "second", "name": "Second", "weight": random.randint(0, 3)},
                {
                    "identifier": "out",
                    "name": "Out",
                    "url": "https://example.com/",
                    "parent": "first",
                },
            ]
        },
        "params": {"colour": random.choice(["grey", "white"])},
    }
    if random.random() < 0.6:
        found["disableKinds"] = ["taxonomy", "term"]
    if random.random() < 0.15:
        found["uglyURLs"] = True
    if random.random() < 0.15:
        found["permalinks"] = {"a": random.choice(["/p/:slug/", "/:year/:title/"])}
    if random.random() < 0.1:
        found["sectionPagesMenu"] = "main"
    if random.random() < 0.1:
        found["buildDrafts"] = True
    if random.random() < 0.1:
        found["markup"] = {"goldmark": {"renderer": {"unsafe": True}}}
    return found


def files(random: Random) -> dict[str, str]:
    """Return the files that are no pages."""
    return {
        "part.txt": random.choice(["Part.", "Another *part*."]),
        "content/a/pic.png": random.choice(["p1", "p2"]),
        "content/b/pic.png": random.choice(["q1", "q2"]),
        "static/robots.txt": random.choice(["all", "none"]),
        "layouts/_shortcodes/greet.html": random.choice(
            ["<b>Hi {{ .Get 0 }}</b>", "Bye {{ .Get 0 }}"]
        ),
    }


def new_site(random: Random) -> SiteModel:
    """Return a site of a few pages."""
    count = random.randint(2, 8)
    pages = {page_name(random): new_page(random) for _ in range(count)}
    if random.random() < 0.8:
        pages["_index.md"] = replace(new_page(random), front={"title": "Home"})
    return SiteModel(pages, new_config(random), files(random))


def _some_page(site: SiteModel, random: Random) -> str:
    return random.choice(sorted(site.pages)) if site.pages else ""


def _with_front(site: SiteModel, random: Random, change: Callable[[dict[str, Any]], None]) -> None:
    name = _some_page(site, random)
    if name:
        front = dict(site.pages[name].front)
        change(front)
        site.pages[name] = replace(site.pages[name], front=front)


def add(site: SiteModel, random: Random) -> None:
    """Add a page, or write another in its place."""
    site.pages[page_name(random)] = new_page(random)


def delete(site: SiteModel, random: Random) -> None:
    """Delete a page."""
    site.pages.pop(_some_page(site, random), None)


def rename(site: SiteModel, random: Random) -> None:
    """Give a page another file."""
    name = _some_page(site, random)
    if name:
        site.pages[page_name(random)] = site.pages.pop(name)


def move_section(site: SiteModel, random: Random) -> None:
    """Move a folder with all that is in it."""
    old, new = random.choice(["a/", "b/", "a/deep/"]), random.choice(["c/", "a/moved/", "b/"])
    for table in (site.pages, site.files):
        prefix = "content/" if table is site.files else ""
        for name in [name for name in table if name.startswith(prefix + old)]:
            table[name.replace(prefix + old, prefix + new, 1)] = table.pop(name)  # type: ignore[index, assignment]


def retitle(site: SiteModel, random: Random) -> None:
    """Change a title."""
    _with_front(site, random, lambda front: front.update(title=random.choice(TITLES)))


def reweigh(site: SiteModel, random: Random) -> None:
    """Change a weight."""
    _with_front(site, random, lambda front: front.update(weight=random.randint(-2, 12)))


def toggle_draft(site: SiteModel, random: Random) -> None:
    """Make a page a draft, or publish it."""
    _with_front(site, random, lambda front: front.update(draft=not front.get("draft", False)))


def change_menu(site: SiteModel, random: Random) -> None:
    """Hang a page on another entry of the menu, or take it out."""

    def change(front: dict[str, Any]) -> None:
        parent = random.choice([*PARENTS, None])
        front.pop("menus", None)
        if parent is not None:
            front["menus"] = {"main": {"parent": parent} if parent else {}}

    _with_front(site, random, change)


def change_alias(site: SiteModel, random: Random) -> None:
    """Change the redirects of a page."""
    aliases = random.sample(["/old/", "/new/", "/a/one/", "up.html", "/file.html"], 2)
    _with_front(site, random, lambda front: front.update(aliases=aliases))


def change_front(site: SiteModel, random: Random) -> None:
    """Write other front matter."""
    _with_front(site, random, lambda front: (front.clear(), front.update(front_matter(random)))[0])


def change_body(site: SiteModel, random: Random) -> None:
    """Write another text."""
    name = _some_page(site, random)
    if name:
        site.pages[name] = replace(site.pages[name], body=random.choice(BODIES))


def break_or_mend(site: SiteModel, random: Random) -> None:
    """Break a page, or mend a broken one."""
    broken = [name for name, page in site.pages.items() if page.broken is not None]
    name = random.choice(broken) if broken else _some_page(site, random)
    if name:
        text = None if broken else random.choice(BROKEN)
        site.pages[name] = replace(site.pages[name], broken=text)


def change_config(site: SiteModel, random: Random) -> None:
    """Write another configuration."""
    other = new_config(random)
    key = random.choice([*other, *site.config])
    if key in other:
        site.config[key] = other[key]
    else:
        site.config.pop(key)


def change_file(site: SiteModel, random: Random) -> None:
    """Change what an include, a template or a picture holds."""
    other = files(random)
    key = random.choice(sorted(other))
    if random.random() < 0.3 and key in site.files:
        del site.files[key]
    else:
        site.files[key] = other[key]


def touch_nothing(site: SiteModel, random: Random) -> None:
    """Change nothing at all."""


EDITS: tuple[Callable[[SiteModel, Random], None], ...] = (
    *(add, delete, rename, move_section, retitle, reweigh, toggle_draft, change_menu, change_alias),
    *(change_front, change_body, break_or_mend, change_config, change_file, touch_nothing),
)
