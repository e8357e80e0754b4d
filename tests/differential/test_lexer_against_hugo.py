"""Shortcode calls as the real Hugo reads them: hundreds of snippets in one run."""

from __future__ import annotations

import json
import random
from typing import TYPE_CHECKING, Any

import pytest

from differential.hugo import hugo_binary, run_hugo
from model.shortcode_texts import PIECES
from model.test_inner_use import USES, USES_NOT
from sphinx_hugo.hugo.calls.inner_use import uses_inner
from sphinx_hugo.hugo.calls.reading import EscapedCall, ShortcodeCall, parse_calls

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from pathlib import Path

    from sphinx_hugo.hugo.calls.reading import Node

pytestmark = pytest.mark.hugo

TAKES_INNER = {"c": False, "d": False, "ns/c": False, "ci": True, "cj": True}
RANDOM_SNIPPETS = 600

KEEP = (
    "{{ .Page.Store.Add `calls` (slice (dict `name` .Name `params` .Params `named` .IsNamedParams"
    " `ordinal` .Ordinal%s)) }}⟨{{ .Name }}⟩"
)
"""A template that keeps its call and prints its name."""
PAGE = "{{ $run := .Content }}{{ (dict `calls` (.Store.Get `calls`)) | jsonify | safeHTML }}"
CONFIG = 'disableKinds = ["home", "section", "taxonomy", "term", "rss", "sitemap"]\n'

WRITTEN = [
    "{{< c >}}",
    "{{<c>}}",
    "{{%c%}}",
    "{{< ns/c >}}",
    "{{<\n\tc\r\n>}}",
    '{{< c a "b c" `d e` >}}',
    "{{< c 1 -1 1.5 -1.5 1. 007 1e3 true True >}}",
    "{{< c a=+1 b=.5 c=-.5 d=5. e=1.50 f=- g=99999999999999999999 >}}",
    "{{< c 9223372036854775807 9223372036854775808 -9223372036854775808 >}}",
    "{{< c xfalse truex false >}}",
    "{{< c a=x/y.z b=http://x.org/?a=b c='q' d==e >}}",
    '{{< c "a"=1 "b"=2 >}}',
    "{{< c `a`=1 >}}",
    '{{< c a="x"b=1 >}}',
    '{{< c a=""b="" >}}',
    '{{< c "a""b" >}}',
    '{{< c "a"b"c" >}}',
    '{{< c a"b" >}}',
    "{{< c a=1 a=2 A=3 >}}",
    '{{< c a = "x" >}}',
    '{{< c a="x" = y >}}',
    "{{< c =x >}}",
    "{{< c a=\n\tb >}}",
    "{{< c a\\ b >}}",
    "{{< c\\ a >}}",
    "{{< \\c >}}",
    "{{< c \\x >}}",
    "{{< c a\\=b >}}",
    '{{< c a\\"b\\" >}}',
    '{{< c \\"b c\\" d >}}',
    '{{< c a=\\"x y\\" b=1 >}}',
    '{{< c a=\\"x y" b=1 >}}',
    '{{< c a=\\b"x\\" >}}',
    '{{< c "a\\"b" "a\\\\b" "a\\\\\\"b" "a\\nb" >}}',
    '{{< c ">}}" "{{x}}" `%}}` "{{< d >}}" >}}',
    '{{< c `a"b\\n` `a\nb` >}}',
    '{{< c "a\r" >}}',
    "{{< c a\vb\fc >}}",
    "{{< c a=1\xa0b=2 >}}",
    "{{< c é 日本 ١ >}}",
    "{{< c -x _y a.b- a. >}}",
    "{{< c a-b=1 a_b=2 é=3 >}}",
    "{{< c >}}{{% d %}}{{< c >}}",
    "{{< ci />}}",
    "{{< ci / >}}",
    "{{< ci //>}}",
    "{{< ci /ci >}}",
    "{{< ci /\nci >}}",
    '{{< ci a="b"/>}}',
    "{{< ci a/>}}",
    "{{< ci x/ci >}}",
    "{{< ci >}}{{< /ci >}}",
    "{{< ci >}}a{{</ci>}}",
    "{{< ci >}}a{{< / ci\n>}}",
    "{{< ci >}}a{{% /ci %}}",
    "{{< ci >}}\r\n*x*\r\n{{< /ci >}}",
    "{{< ci >}}a{{< c 1 >}}b{{< cj x >}}q{{< /cj >}}{{< c >}}{{< /ci >}}",
    "{{< ci >}}a{{< ci >}}b{{< /ci >}}c{{< /ci >}}",
    "{{< ci >}}a{{< cj >}}b{{< /ci >}}c{{< /cj >}}",
    "{{< ci >}}a{{< /ci >}}{{< cj >}}b{{< /ci >}}",
    "{{< c >}}{{< ci >}}x{{< /c >}}",
    "{{< ci >}}{{< c >}}x{{< /c >}}",
    "{{< ci >}}{{< cj >}}x{{< /ci >}}y{{< c >}}{{< /c >}}",
    "{{< ci >}}a{{</* /ci */>}}b{{</**/>}}{{< /ci >}}",
    "{{< ci >}}a\n  {{%/* c\n */%}}{{< /ci >}}",
    "{{</* {{< nope >}} */>}}{{< c >}}",
    "`{{< c >}}` [x]({{< c 1 >}})\n\n    {{< c 2 >}}\n\n\\{{< c 3 >}}",
]


def parse(source: str) -> tuple[Sequence[Node], bool]:
    calls = parse_calls(source, takes_inner=TAKES_INNER.get)
    return calls.nodes, not calls.problems


def all_calls(nodes: Sequence[Node]) -> Iterator[ShortcodeCall]:
    for node in nodes:
        if isinstance(node, ShortcodeCall):
            yield node
            yield from all_calls(node.inner or ())


def ours(nodes: Sequence[Node]) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = []
    for call in all_calls(nodes):
        named = not isinstance(call.params, tuple)
        params = call.params if named else list(call.params)
        shown = {
            "name": call.name,
            "params": params or None,
            "named": named,
            "ordinal": call.ordinal,
        }
        if call.inner is not None:
            shown["inner"] = "".join(as_printed(node, call.source) for node in call.inner)
        found.append(shown)
    return found


def as_set(calls: list[dict[str, Any]]) -> list[str]:
    """Calls without their order: Hugo runs the % ones before the others."""
    return sorted(json.dumps(call, sort_keys=True) for call in calls)


def as_printed(node: Node, source: str) -> str:
    if isinstance(node, ShortcodeCall):
        return f"⟨{node.name}⟩"
    if isinstance(node, EscapedCall):
        return (
            source[node.start :][:3]
            + source[node.start + 5 : node.end - 5]
            + (source[node.end - 3 : node.end])
        )
    return source[node.start : node.end]


def random_snippets() -> list[str]:
    """Snippets of odd pieces that we take for well-formed; Hugo stops if one is not."""
    chance = random.Random(20)
    usable = [piece for piece in PIECES if piece.isprintable() or piece in "\t\n\r\n"]
    usable = [piece for piece in usable if piece not in {"u", "x.inline "}]
    frames = ["{{< c %s >}}", "{{< ci %s />}}", "{{< ci >}}%s{{< /ci >}}", "{{%% c %s %%}}", "%s"]
    found: list[str] = []
    while len(found) < RANDOM_SNIPPETS:
        inside = "".join(chance.choices(usable, k=chance.randint(1, 12)))
        snippet = chance.choice(frames).replace("%%", "%").replace("%s", inside)
        nodes, well_formed = parse(snippet)
        calls = list(all_calls(nodes))
        if well_formed and calls and all(comparable(call) for call in calls):
            found.append(snippet)
    return found


def comparable(call: ShortcodeCall) -> bool:
    # The inner content of a nested % call comes to its template as HTML.
    nested_percent = any(
        isinstance(node, ShortcodeCall) and node.delimiter == "%" and node.inner is not None
        for node in call.inner or ()
    )
    return call.name in TAKES_INNER and not nested_percent


def write(site: Path, name: str, text: str) -> None:
    filename = site / name
    filename.parent.mkdir(parents=True, exist_ok=True)
    filename.write_bytes(text.encode())


@pytest.fixture(scope="module")
def snippets() -> list[str]:
    return WRITTEN + random_snippets()


@pytest.fixture(scope="module")
def theirs(snippets: list[str], tmp_path_factory: pytest.TempPathFactory) -> list[Any]:
    hugo_binary()
    site = tmp_path_factory.mktemp("site")
    write(site, "hugo.toml", CONFIG)
    write(site, "layouts/page.html", PAGE)
    for name, takes_inner in TAKES_INNER.items():
        inner = " `inner` (string .Inner)" if takes_inner else ""
        write(site, f"layouts/_shortcodes/{name}.html", KEEP % inner)
    for number, snippet in enumerate(snippets):
        write(site, f"content/p{number}.md", f"---\ntitle: P\n---\n{snippet}")
    public = run_hugo(site)
    return [
        json.loads((public / f"p{number}" / "index.html").read_bytes())["calls"]
        for number in range(len(snippets))
    ]


def test_well_formed_snippets_have_no_problems(snippets: list[str]) -> None:
    assert [snippet for snippet in snippets if not parse(snippet)[1]] == []


def test_calls_are_those_hugo_finds(snippets: list[str], theirs: list[Any]) -> None:
    different = []
    for snippet, expected in zip(snippets, theirs, strict=True):
        found = ours(parse(snippet)[0])
        if as_set(found) != as_set(expected):
            different.append((snippet, found, expected))
    assert different == []


def test_templates_that_use_their_inner_content(tmp_path: Path) -> None:
    """A template that reads it must be closed, so the build ends only if we are right."""
    write(tmp_path, "hugo.toml", CONFIG)
    write(tmp_path, "layouts/page.html", "{{ .Title }}")
    templates = [text for text in USES + USES_NOT if "partial " not in text]
    for number, template in enumerate(templates):
        # The template is parsed with the page, but need not run.
        text = "{{ if false }}" + template + "{{ end }}" if "define" not in template else template
        write(tmp_path, f"layouts/_shortcodes/s{number}.html", text)
        tag = f"{{{{< s{number} {'/' if uses_inner(template) else ''}>}}}}"
        write(tmp_path, f"content/p{number}.md", f"---\ntitle: P\n---\n{tag}")
    assert run_hugo(tmp_path).is_dir()
