"""What render hooks print for code in a site's own languages: ours against Hugo's, in one run."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from differential.hugo import run_hugo
from sphinx_hugo.hugo.templates import CodeBlock, Fence, Position, render_shortcode
from sphinx_hugo.markdown.rules.fences import OPTIONS, split_info
from templates.world import small_world

if TYPE_CHECKING:
    from pathlib import Path

pytestmark = pytest.mark.hugo

FENCES = [
    (
        'box {title="The *lid*" .wide #crate}',
        "Some **words** <i>and</i> [a link](/docs/other/)\n\n- one",
    ),
    ("box", "a\n\n\n"),
    ("ports {linenos=true}", "- {port: 80, for: web}\n- {port: 22, for: '*shell*'}"),
    ("ports {hl_lines=[2]}", "[]"),
    ("Ports", "not in lower case"),
    ("where", "nothing & more"),
]
FILES = {
    "hugo.toml": 'baseURL = "https://example.org/"\ntitle = "T"\n',
    "layouts/all.html": "{{ .Content }}",
    "layouts/_markup/render-codeblock-box.html": (
        '<div class="box {{ .Attributes.class }}"{{ with .Attributes.id }} id="{{ . }}"{{ end }}>'
        "<b>{{ .Ordinal }} {{ .Attributes.title | markdownify }}</b>"
        '{{ .Inner | .Page.RenderString (dict "display" "block") }}|{{ .Inner }}|</div>'
    ),
    "layouts/_default/_markup/render-codeblock-ports.html": (
        '<dl>{{ range .Inner | transform.Unmarshal (dict "format" "yaml") }}'
        "<dt>{{ .port }}</dt><dd>{{ .for | $.Page.RenderString }}</dd>{{ end }}</dl>"
        "{{ .Type }} {{ .Options.linenos }} {{ len .Attributes }} {{ .PageInner.Title }}"
    ),
    "layouts/_markup/render-codeblock-where.html": "<p>anywhere</p>",
    "layouts/docs/_markup/render-codeblock-where.html": "<p>{{ .Page.Path }} {{ .Inner }}</p>",
    "content/docs/other.md": "---\ntitle: Other\n---\n```where\nx\n```\n",
    "content/page.md": "---\ntitle: Page\n---\n"
    + "".join(f"```{info}\n{code}\n```\n\n" for info, code in FENCES),
}


def test_hooks_print_what_hugo_prints(tmp_path: Path) -> None:
    world = small_world(tmp_path, FILES)
    pages = {"page": FENCES, "docs/other": [("where", "x")]}
    hugo = run_hugo(tmp_path)
    for name, fences in pages.items():
        record = world.host.site.page(f"/{name}")
        assert record is not None
        found = []
        for number, (info, code) in enumerate(fences):
            language, attributes = split_info(info)
            template = world.templates.code_hook(language, record.type)
            if template is None:
                continue
            braces = (attributes or {}).items()
            fence = Fence(
                language,
                code.rstrip("\n"),
                attributes={key: value for key, value in braces if key not in OPTIONS},
                options={key: value for key, value in braces if key in OPTIONS},
                ordinal=number,
            )
            view = world.engine.page(record)
            block = CodeBlock(world.engine, view, fence, Position("", 1, 1))
            found.append(render_shortcode(template, block))
        written = (hugo / name / "index.html").read_text("utf-8")
        assert "".join(found) == re.sub(r"(?s)<pre.*?</pre>", "", written)
