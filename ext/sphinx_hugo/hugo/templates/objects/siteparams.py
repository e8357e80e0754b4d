"""``site.Params``."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exposed import Exposed, exposed
from ..values import Params

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


class SiteParams(Params, Exposed):
    """The site's parameters, which old templates ask for ``mainSections`` too."""

    GO_TYPE = "hmaps.Params"

    def __init__(self, values: Mapping[str, object], sections: Callable[[], list[object]]) -> None:
        super().__init__(values)
        self._sections = sections

    @exposed("mainSections", "MainSections", "mainsections")
    def main_sections(self) -> list[object]:
        """Give ``site.MainSections``: as a member only, for ``index`` it is not there."""
        return self._sections()
