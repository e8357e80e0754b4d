"""The shortcodes that Hugo itself brings, and those it has removed but old pages still call."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sphinx_hugo.shortcodes.builtin.comment import Comment
from sphinx_hugo.shortcodes.builtin.details import Details
from sphinx_hugo.shortcodes.builtin.figure import Figure
from sphinx_hugo.shortcodes.builtin.highlight import Highlight
from sphinx_hugo.shortcodes.builtin.param import Param
from sphinx_hugo.shortcodes.builtin.posts import Gist, Instagram, Post, Speakerdeck
from sphinx_hugo.shortcodes.builtin.qr import Qr
from sphinx_hugo.shortcodes.builtin.refs import Ref, RelRef
from sphinx_hugo.shortcodes.builtin.videos import Vimeo, Youtube

if TYPE_CHECKING:
    from sphinx_hugo.shortcodes.base import Shortcode

SHORTCODES: tuple[type[Shortcode], ...] = (
    Comment,
    Details,
    Figure,
    Gist,
    Highlight,
    Instagram,
    Param,
    Post,
    Qr,
    Ref,
    RelRef,
    Speakerdeck,
    Vimeo,
    Youtube,
)
