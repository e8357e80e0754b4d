"""What templates can ask about the run they are in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exposed import Exposed, exposed

if TYPE_CHECKING:
    from collections.abc import Sequence

    from ..compiling import Template


class CurrentTemplate(Exposed):
    """``templates.Current``: a template that is running."""

    GO_TYPE = "*tpl.CurrentTemplateInfo"

    def __init__(self, running: Sequence[Template], place: int) -> None:
        self._running = tuple(running)
        self._place = place

    @exposed("Name")
    def name(self) -> str:
        """Give the path below ``layouts``."""
        return self._running[self._place].name

    @exposed("Filename")
    def filename(self) -> str:
        """Give the path below ``layouts``: where the project lies is no business of a page."""
        return self.name()

    @exposed("Parent")
    def parent(self) -> CurrentTemplate | None:
        """Give the template that called this one."""
        return CurrentTemplate(self._running, self._place - 1) if self._place else None

    @exposed("Ancestors")
    def ancestors(self) -> list[object]:
        """Give the templates that called this one, nearest first."""
        return [CurrentTemplate(self._running, at) for at in range(self._place - 1, -1, -1)]


class Deferred(Exposed):
    """``templates.Defer``: ``with`` runs its block with the data."""

    GO_TYPE = "*tpl.DeferredExecution"

    def __init__(self, data: object) -> None:
        self.data = data
        """What the block gets as its dot."""
