"""What twice the input costs each parser: about 2 where the time is linear in the input."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

from benchmarks.contestants import EXT
from benchmarks.tables import say, table

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from fuzz.targets import Target
    from sphinx_hugo.hugo.calls.reading import Calls

    Parser = Callable[[str], object]

SIZE = 10_000
"""Characters of the smallest input."""
ENOUGH = 0.02
"""CPU seconds below which a figure says nothing; the input grows until it takes as long."""
ROUNDS = 4


def report() -> None:
    """Print the table."""
    sys.path.insert(0, str(EXT))
    say("CPU milliseconds; the pieces are repeated until the text is long enough.\n")
    table(
        ("parser, and what is repeated", "characters", "once", "twice", "ratio"),
        [_row(name, piece, parse) for name, parse, piece in _cases()],
    )
    sys.path.insert(0, str(EXT.parent / "tests"))
    from fuzz.targets import TARGETS

    say(f"\nEvery parser of the fuzz tests, and the worst of its pieces, at {SIZE:,} characters.\n")
    table(("parser", "pieces", "worst", "once", "twice", "ratio"), map(_worst, TARGETS))


def _row(name: str, piece: str, parse: Parser) -> tuple[str, ...]:
    size = SIZE
    while _cost(parse, piece, size) < ENOUGH and size < 32 * SIZE:
        size *= 2
    # In turns, and the least of each: what else runs on the machine only adds to it.
    costs = [(_cost(parse, piece, size), _cost(parse, piece, 2 * size)) for _ in range(ROUNDS)]
    once, twice = (min(several) for several in zip(*costs, strict=True))
    shown = f"{name}: `{piece!r}`".replace("|", "\\|")
    return (shown, f"{size:,}", f"{1000 * once:.0f}", f"{1000 * twice:.0f}", f"{twice / once:.1f}")


def _worst(target: Target) -> tuple[str, ...]:
    """Return the row of a parser; what takes no time even twice counts as linear."""
    found = (2.0, 0.0, 0.0, "")
    for piece in filter(None, target.pieces):
        if _cost(target, piece, 2 * SIZE) < ENOUGH:
            continue
        costs = [
            (_cost(target, piece, SIZE), _cost(target, piece, 2 * SIZE)) for _ in range(ROUNDS)
        ]
        once, twice = (min(several) for several in zip(*costs, strict=True))
        found = max(found, (twice / once, once, twice, f"`{piece!r}`".replace("|", "\\|")))
    ratio, once, twice, piece = found
    times = (f"{1000 * once:.0f}", f"{1000 * twice:.0f}", f"{ratio:.1f}")
    return (target.name, str(len(target.pieces)), piece, *times)


def _cost(parse: Parser, piece: str, size: int) -> float:
    text = piece * (size // len(piece))
    began = time.process_time()
    parse(text)
    return time.process_time() - began


def _cases() -> Iterator[tuple[str, Parser, str]]:
    from sphinx_hugo.fromhtml.ids import html_ids
    from sphinx_hugo.fromhtml.tokens import tokenize
    from sphinx_hugo.hugo.calls.lexer import lex
    from sphinx_hugo.hugo.calls.reading import parse_calls
    from sphinx_hugo.hugo.calls.reduce import reduce_body
    from sphinx_hugo.hugo.content.frontmatter import read_front_matter
    from sphinx_hugo.hugo.templates.errors import TemplateError
    from sphinx_hugo.hugo.templates.parser import parse
    from sphinx_hugo.markdown.rules.fences import split_info
    from sphinx_hugo.markdown.summary import plain_text, summarize

    path = Path("page.md")

    def matter(opening: str, closing: str) -> Parser:
        return lambda text: read_front_matter(f"{opening}{text}{closing}\nbody", path)

    def template(text: str) -> object:
        try:
            return parse(text, frozenset({"printf", "len"}))
        except TemplateError:
            return None

    def calls(text: str) -> Calls:
        return parse_calls(text, takes_inner=lambda _name: None)

    def reduced(text: str) -> object:
        return reduce_body(calls(text))

    groups: list[tuple[str, Parser, tuple[str, ...]]] = [
        ("front matter, YAML", matter("---\n", "---\n"), ("- a: [1, 'x']\n", "? a\n", "{")),
        ("front matter, TOML", matter("+++\n", "+++\n"), ("[[a]]\nb = 1\n", "a = [\n", "#\n")),
        ("front matter, JSON", matter('{"a": [', "0]}\n"), ('{"b": "c"}, ', "[", '"')),
        ("front matter, none", matter("", ""), ("text\n", "---\n", "+++", "\ufeff")),
        ("shortcode lexer", lex, ("{{< a b=1 >}} text ", "{{<", "{{< a ", "{{</* ", '{{< a "')),
        ("call parser", calls, ("{{< a >}}x{{< /a >}} ", "{{< a >}}", "{{< /a >}}")),
        ("reducer", reduced, ("{{% a %}}x{{% /a %}}\n", "{{% a %}}\n", "hsc1 ")),
        ("template parser", template, ("{{ if .A }}b{{ end }}", "{{", "{{/* ", "{{ `", "{{ ((")),
        ("code fence attributes", split_info, ("{a=[1,2] ", "{", "x {b='", "{a=[")),
        (
            "HTML reader",
            lambda text: list(tokenize(text)),
            ("<a id='b'>c</a>", "<", "<!--", "<a '"),
        ),
        ("text of a page", plain_text, ("<p>a</p>\n", "<", "</", "<!")),
        ("summary", summarize, ("<p>a</p>\n", "<p></p><a ")),
        ("ids of raw HTML", lambda text: list(html_ids(text)), ("<a id='b'>", "<a ", "<a id=")),
    ]
    for name, parser, pieces in groups:
        for piece in pieces:
            yield name, parser, piece
