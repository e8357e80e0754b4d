"""A site's own shortcode templates, rendered: Go's template language with Hugo's functions.

The way through: `loader.Templates` finds and compiles files (`lexer` → `parser` → `nodes`,
escaping put in by `escape`); `runtime.Engine` joins them with a `host.Host`, which is all that a
run can see of the world; `objects.shortcode.ShortcodeCall` is one call; `api.render_shortcode`
runs it in `executor` and gives text, or raises `TemplateError`, and nothing else.
"""

from .api import render_shortcode
from .errors import Budget, TemplateError
from .host import FileEntry, HeadingEntry, Host, Rendered
from .loader import LayoutFile, Template, Templates, compile_template, find_layouts
from .objects.codeblock import CodeBlock, Fence
from .objects.shortcode import Position, ShortcodeCall
from .runtime import Engine

__all__ = [
    "Budget",
    "CodeBlock",
    "Engine",
    "Fence",
    "FileEntry",
    "HeadingEntry",
    "Host",
    "LayoutFile",
    "Position",
    "Rendered",
    "ShortcodeCall",
    "Template",
    "TemplateError",
    "Templates",
    "compile_template",
    "find_layouts",
    "render_shortcode",
]
