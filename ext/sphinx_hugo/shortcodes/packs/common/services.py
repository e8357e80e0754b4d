"""Things at other services by the names that sites give them: links, nothing is loaded."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from urllib.parse import quote

from docutils import nodes

from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.links import join_inline

if TYPE_CHECKING:
    from collections.abc import Mapping

SERVICES: Mapping[str, tuple[str, str]] = {
    "codepen": ("https://codepen.io/{}/pen/{}", "Pen on CodePen"),
    "bilibili": ("https://www.bilibili.com/video/{}", "Video on Bilibili"),
    "codesandbox": ("https://codesandbox.io/s/{}", "Sandbox on CodeSandbox"),
    "dailymotion": ("https://www.dailymotion.com/video/{}", "Video on Dailymotion"),
    "jsfiddle": ("https://jsfiddle.net/{}/{}/", "Fiddle on JSFiddle"),
    "loom": ("https://www.loom.com/share/{}", "Video on Loom"),
    "replit": ("https://replit.com/{}", "Project on Replit"),
    "soundcloud": ("https://soundcloud.com/{}", "Sound on SoundCloud"),
    "spotify": ("https://open.spotify.com/{}/{}", "Sound on Spotify"),
    "stackblitz": ("https://stackblitz.com/edit/{}", "Project on StackBlitz"),
    "twitch": ("https://www.twitch.tv/videos/{}", "Video on Twitch"),
    "wistia": ("https://fast.wistia.net/embed/iframe/{}", "Video on Wistia"),
}
"""Name to the address, with a place for what a call gives, and the words for the link."""

FORGES: Mapping[str, str] = {
    "github": "https://github.com",
    "codeberg": "https://codeberg.org",
    "gitlab": "https://gitlab.com",
    "gh": "https://github.com",
    "github-repo": "https://github.com",
    "huggingface": "https://huggingface.co",
}
"""Name to the address that paths of repositories are below."""

_ID_KEYS = ("id", "slug", "link", "url", "src", "path", "track", "uuid")


class Service(Shortcode):
    """A video, a sound or a project at another service, as a link to it."""

    names = tuple(SERVICES)
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("id", "Its identifier there, or its whole address.", 0),
        Parameter("user", "Whose it is, where the service asks for it."),
        Parameter("title", "Words for the link."),
    )
    example = '{{< codepen user="acme" id="abcde" >}}'
    gives_way = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return a link; the words alone if the call does not say where it is."""
        pattern, words = SERVICES[self.call.name.lower()]
        text = self.params.text("title", "caption", "label", default=words)
        given = [str(value) for value in self.params.positional]
        if not given:
            user = self.params.text("user", "author", "account", "type", "kind")
            given = [one for one in (user, self.params.text(*_ID_KEYS)) if one]
        target = self._target(pattern, given)
        if not target:
            return self.body() or self.flow([nodes.Text(" ".join([text, *given]))])
        return [*self.flow([self.context.reference(target, [nodes.Text(text)])]), *self.body()]

    def _target(self, pattern: str, given: list[str]) -> str:
        if given and given[-1].startswith(("https://", "http://")):
            return given[-1]
        wanted = pattern.count("{}")
        if len(given) < wanted or not given:
            return ""
        return pattern.format(*(quote(one.strip("/"), safe="/") for one in given[-wanted:]))


class Repository(Shortcode):
    """A repository at a forge, as a link to it, or to a file in it."""

    names = tuple(FORGES)
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("repo", "Owner and name, with a slash between.", 0),
        Parameter("file", "A file of the repository."),
        Parameter("text", "Words for the link.", 1),
    )
    example = '{{< github repo="gohugoio/hugo" >}}'
    gives_way = True

    def to_nodes(self) -> list[nodes.Node]:
        """Return a link; what stands inside the call are its words."""
        repo = self.params.text("repo", "name", "project", "projectid", "model", "user", "path", 0)
        words = join_inline(self.body())
        if not repo:
            return self.flow(words)
        if not words:
            text = self.params.text("text", "title", "label", 1)
            words = [nodes.Text(text or repo)]
        address = f"{FORGES[self.call.name.lower()]}/{quote(repo.strip('/'), safe='/')}"
        if file := self.params.text("file"):
            branch = self.params.text("branch", "ref", default="HEAD")
            address += f"/blob/{quote(branch)}/{quote(file.strip('/'), safe='/')}"
        return self.flow([self.context.reference(address, words)])


SHORTCODES: tuple[type[Shortcode], ...] = (Repository, Service)
