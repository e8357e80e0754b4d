"""Images that stand alone, in a site that takes the paragraph around them away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from .context import hugo_options

if TYPE_CHECKING:
    from markdown_it.rules_core import StateCore
    from markdown_it.token import Token


def lone_images(state: StateCore) -> None:
    """Hide the paragraph around a lone image and give its attributes to the image."""
    if hugo_options(state).wrap_standalone_image:
        return
    tokens = state.tokens
    for index, token in enumerate(tokens[:-2]):
        if token.type != "paragraph_open":
            continue
        children: list[Token] = tokens[index + 1].children or []
        if len(children) == 1 and children[0].type == "image":
            children[0].attrs = {**children[0].attrs, **token.attrs}
            token.attrs = {}
            token.hidden = tokens[index + 2].hidden = True
            token.meta = {**token.meta, "lone_image": True}
            tokens[index + 2].meta = {**tokens[index + 2].meta, "lone_image": True}
