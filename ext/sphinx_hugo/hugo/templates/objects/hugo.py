"""``hugo``: the program, as far as pages may ask about it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..exposed import Exposed, exposed
from ..values import SafeHTML, VersionString

if TYPE_CHECKING:
    from ..runtime import Engine
    from .scratch import Scratch
    from .siteview import Sites

VERSION = VersionString("0.168.0")
"""The version of Hugo that we follow."""


class HugoInfo(Exposed):
    """Version and environment."""

    GO_TYPE = "hugo.HugoInfo"

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    @exposed("Version")
    def version(self) -> str:
        """Give the version that we follow."""
        return VERSION

    @exposed("Environment")
    def environment(self) -> str:
        """Give the environment."""
        return self._engine.host.site.config.environment

    @exposed("Data")
    def data(self) -> object:
        """Give the tree of ``data/``."""
        return self._engine.site.data()

    @exposed("Sites")
    def sites(self) -> Sites:
        """Give the sites of all languages that are built: this one."""
        return self._engine.site.sites()

    @exposed("Deps")
    def dependencies(self) -> list[object]:
        """Give nothing: modules are read from disk, not resolved."""
        return []

    @exposed("IsProduction")
    def is_production(self) -> bool:
        """Say whether the environment is ``production``."""
        return self.environment() == "production"

    @exposed("IsDevelopment")
    def is_development(self) -> bool:
        """Say whether the environment is ``development``."""
        return self.environment() == "development"

    @exposed("IsServer")
    def is_server(self) -> bool:
        """Say whether Hugo's server is running: it is not."""
        return False

    @exposed("IsExtended")
    def is_extended(self) -> bool:
        """Say whether it is the extended edition."""
        return True

    @exposed("IsMultilingual")
    def is_multilingual(self) -> bool:
        """Say whether there are several languages."""
        return len(self._engine.host.site.config.languages) > 1

    @exposed("IsMultihost")
    def is_multihost(self) -> bool:
        """Say whether languages have hosts of their own."""
        return False

    @exposed("Generator")
    def generator(self) -> SafeHTML:
        """Give the element that names the generator."""
        return SafeHTML(f'<meta name="generator" content="Hugo {VERSION}">')

    @exposed("WorkingDir")
    def working_dir(self) -> str:
        """Give the project's directory, which pages need not know."""
        return ""

    @exposed("Store")
    def store(self) -> Scratch:
        """Give the memory of the build, which lasts as long as one page is rendered."""
        return self._engine.memory("hugo")

    @exposed("CommitHash")
    def commit_hash(self) -> str:
        """Give nothing: we are not built from Hugo's source."""
        return ""

    @exposed("BuildDate")
    def build_date(self) -> str:
        """Give nothing: we are not built from Hugo's source."""
        return ""

    @exposed("GoVersion")
    def go_version(self) -> str:
        """Give nothing: we are not built with Go."""
        return ""
