"""A Sphinx extension that does something to the files of a site while it is built."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable

    from sphinx.application import Sphinx

actions: dict[str, Callable[[], None]] = {}
"""Event of Sphinx to what happens then; each once."""


def setup(app: Sphinx) -> None:
    """Connect the events that something is planned for."""

    def handler(event: str) -> Callable[..., list[str]]:
        def act(*_arguments: Any) -> list[str]:
            action = actions.pop(event, None)
            if action is not None:
                action()
            return []

        return act

    for event in list(actions):
        app.connect(event, handler(event), priority=0)
