"""What a site has in its ``data/`` and ``i18n/`` folders, read when a shortcode first asks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cached_property
from typing import TYPE_CHECKING

from sphinx_hugo.hugo.content.datafiles import load_data
from sphinx_hugo.hugo.content.walk import find_files
from sphinx_hugo.hugo.references.translations import Translations

if TYPE_CHECKING:
    from pathlib import Path

    from sphinx_hugo.hugo.config.site_config import SiteConfig


_ACTION = re.compile(r"\{\{.*?\}\}", re.DOTALL)


class SiteWords:
    """The data and the strings of one site."""

    def __init__(self, config: SiteConfig) -> None:
        self._config = config

    @cached_property
    def data_files(self) -> tuple[Path, ...]:
        """The files of ``data/``."""
        return tuple(find_files(self._config, "data").values())

    @cached_property
    def translation_files(self) -> tuple[Path, ...]:
        """The files of ``i18n/``."""
        return tuple(find_files(self._config, "i18n").values())

    @cached_property
    def _data(self) -> Mapping[str, object]:
        tree, _problems = load_data(self._config)
        return tree

    @cached_property
    def _translations(self) -> Translations:
        return Translations(self._config)

    def data(self, path: str) -> object:
        """Return a value, its names with dots between and in any case; None if there is none."""
        value: object = self._data
        for name in path.split("."):
            if not isinstance(value, Mapping):
                return None
            wanted = name.lower()
            value = next((value[key] for key in value if str(key).lower() == wanted), None)
        return value

    def translate(self, key: str) -> str:
        """Return a string without what templates fill in; empty if no language has it."""
        return _ACTION.sub("", self._translations.translate(key, None) or "")
