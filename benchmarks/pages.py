"""What a benchmark site says: pages as lists of blocks, the same for every flavour."""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from typing import Any

PAGES_PER_TOPIC = 20
"""The topic's own page included."""
TOPICS_PER_AREA = 5

NOUNS = """
    account adapter agent alias archive backup batch broker bucket buffer cache channel
    checkpoint client cluster collection commit container context controller cursor dashboard
    database deployment descriptor device digest domain driver encoder endpoint engine event
    exporter feature filter firewall gateway generator graph handler header image index ingress
    instance interface journal kernel label layer lease ledger library listener loader lock
    manager manifest mapping matrix member message method metric mirror module monitor mount
    network node object observer offset operator option overlay owner package parser partition
    pattern payload peer permission pipeline platform plugin policy pool port prefix probe
    process producer profile property protocol provider proxy query queue quota range record
    region registry release replica report request resource response role router rule sample
    schedule schema scope script secret section segment selector server service session setting
    shard signal snapshot socket source stage state storage stream subnet subscription symbol
    syntax table tag target task template tenant thread threshold timeout token topology trace
    transaction transform trigger tunnel type update user validator value variable vector
    version volume warning watcher webhook window worker workflow workspace wrapper zone
""".split()  # noqa: SIM905 - easier to read
VERBS = """
    configure create deploy inspect list migrate monitor publish remove restart scale test
""".split()  # noqa: SIM905 - easier to read
SMALL = """
    the a each this one another and or but when while before after with from into of by as
""".split()  # noqa: SIM905 - easier to read
HEADINGS = (
    "Before you begin", "How it works", "Install the parts", "Set up access", "Write a policy",
    "Look at the result", "Known limits", "Troubleshooting", "Clean up", "Next steps",
)  # fmt: skip
CODE = {
    "bash": 'export {0}_NAME="{1}-{n}"\nfor f in *.{2}; do echo "$f" | grep {3}; done\n',
    "yaml": "kind: {0}\nmetadata:\n  name: {1}-{n}\nspec:\n  {2}: {n}\n  parts:\n    - {3}\n",
    "python": 'def {0}({1}, {2}={n}):\n    """Return the {3}."""\n    return {1} + {2}\n',
    "json": '{{\n  "{0}": {n},\n  "{1}": ["{2}", "{3}"]\n}}\n',
}

Text = list[str | tuple[str, str, "Page"]]
"""Running text: strings of plain Markdown, and links as ("link", label, page)."""
Block = tuple[str, Any]
"""A kind, and what that kind holds: a heading; one text (p); several (ul, table); language and code;
titles and texts (note, tabs)."""


@dataclass(eq=False)
class Page:
    """A page of the made-up site."""

    path: str
    """Empty for the home page, else such as ``docs/area-00/topic-01/page-02``."""
    title: str
    description: str
    weight: int
    is_section: bool
    children: list[Page] = field(default_factory=list)
    blocks: list[Block] = field(default_factory=list)


def make_pages(count: int) -> list[Page]:
    """Return exactly *count* pages, the home page first and each section before its pages."""
    pages: list[Page] = []

    def add(path: str, parent: Page | None, *, is_section: bool) -> Page:
        rng = random.Random(f"page/{path}")
        title = f"{rng.choice(VERBS).capitalize()} the {rng.choice(NOUNS)} {rng.choice(NOUNS)}"
        weight = 10 * (1 + len(parent.children)) if parent else 0
        page = Page(path, title, _words(rng, 11), weight, is_section)
        if parent is not None:
            parent.children.append(page)
        pages.append(page)
        return page

    home = add("", None, is_section=True)
    docs = add("docs", home, is_section=True)
    while len(pages) < count:
        area = add(f"docs/area-{len(docs.children):02d}", docs, is_section=True)
        for topic_number in range(TOPICS_PER_AREA):
            if len(pages) < count:
                topic = add(f"{area.path}/topic-{topic_number:02d}", area, is_section=True)
            for number in range(1, min(PAGES_PER_TOPIC, count - len(pages) + 1)):
                add(f"{topic.path}/page-{number:02d}", topic, is_section=False)
    for page in pages:
        page.blocks = _blocks(page, pages)
    return pages


def _words(rng: random.Random, count: int) -> str:
    words = [rng.choice(SMALL if i % 2 else NOUNS) for i in range(count)]
    return " ".join(words).capitalize() + "."


def _text(rng: random.Random, count: int, pages: list[Page], *, link: bool = False) -> Text:
    words = _words(rng, count)
    text: Text = [f"{words} The `{rng.choice(NOUNS)}` is **{rng.choice(NOUNS)}**, not odd. "]
    if link:
        text += ["See ", ("link", rng.choice(NOUNS), rng.choice(pages)), "; it's near. "]
    return [*text, _words(rng, count // 2)]


def _blocks(page: Page, pages: list[Page]) -> list[Block]:
    rng = random.Random(f"body/{page.path}")
    blocks: list[Block] = [("p", _text(rng, 20, pages))]
    if page.is_section:
        return blocks
    for number, heading in enumerate(rng.sample(HEADINGS, 6)):
        names = [rng.choice(NOUNS) for _ in range(4)]
        language = rng.choice(sorted(CODE))
        code = (language, CODE[language].format(*names, n=rng.randint(1, 9999)))
        blocks.append(("h", heading))
        blocks += [("p", _text(rng, 24, pages, link=True)) for _ in range(2)]
        if number in {0, 2, 3, 5}:
            blocks.append(("code", code))
        if number in {1, 4}:
            blocks.append(("ul", [_text(rng, 8, pages) for _ in range(4)]))
        if number == 2:
            blocks.append(("table", [_text(rng, 4, pages) for _ in range(5)]))
        if number == 3:
            blocks.append(("note", [("Note", _text(rng, 16, pages))]))
        if number == 4:
            blocks.append(("tabs", [(name, _text(rng, 12, pages)) for name in ("Linux", "macOS")]))
    return blocks
