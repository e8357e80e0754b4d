"""``youtube`` and ``vimeo``: videos of other sites."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, ClassVar
from urllib.parse import quote, urlencode

from docutils import nodes

from sphinx_hugo.shortcodes.base import Parameter, Shortcode
from sphinx_hugo.shortcodes.families.media import framed

if TYPE_CHECKING:
    from sphinx_hugo.hugo.site import Site


def privacy(site: Site, service: str) -> Mapping[str, Any]:
    """Return ``[privacy.SERVICE]`` of the configuration, keys in lower case."""
    values: Any = site.config.values
    for key in ("privacy", service):
        values = values.get(key) if isinstance(values, Mapping) else None
    return values if isinstance(values, Mapping) else {}


class Youtube(Shortcode):
    """A video on YouTube: a frame in HTML, a link everywhere else.

    The frame is loaded when the reader comes to it, and does not play by itself. With
    ``privacy.youtube.privacyEnhanced`` it comes from the host that sets no cookies before playing;
    with ``privacy.youtube.disable`` there is only the link.
    """

    names = (
        "youtube", "yt", "youtube-lite", "youtubelite", "lite-youtube", "liteyoutube",
        "youtube-nocookie", "youtube_lazy", "youtube-embed",
    )  # fmt: skip
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("id", "Identifier of the video.", 0, required=True),
        Parameter(
            "title", "Title, for screen readers and for the link.", 1, default="YouTube video"
        ),
        Parameter("start", "Second to start at.", default=0),
        Parameter("end", "Second to end at.", default=0),
        Parameter("controls", "Whether to show the controls.", default=True),
        Parameter("loop", "Whether to start again at the end.", default=False),
        Parameter("mute", "Whether to start without sound.", default=False),
        Parameter("class", "Class of the frame; passed over."),
        Parameter("loading", "Passed over: the frame is always loaded late."),
        Parameter("autoplay", "Passed over: nothing plays by itself."),
        Parameter("allowFullScreen", "Passed over: it always may.", default=True),
    )
    example = "{{< youtube 0RKpf3rK57I >}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return the frame."""
        params = self.params
        video = params.text("id", 0)
        if not video:
            return []
        title = params.text("title", "label", default="YouTube video")
        start, end = params.number("start"), params.number("end")
        query: dict[str, str | int] = {}
        if not params.flag("controls", default=True):
            query["controls"] = 0
        if end:
            query["end"] = end
        if params.flag("loop"):
            # A single video is repeated only as a playlist of its own.
            query |= {"loop": 1, "playlist": video}
        if params.flag("mute"):
            query["mute"] = 1
        if start:
            query["start"] = start
        link = f"https://www.youtube.com/watch?v={quote(video)}" + (f"&t={start}s" if start else "")
        settings = privacy(self.context.site, "youtube")
        if settings.get("disable") is True:
            return self.flow([nodes.reference("", "", nodes.Text(title), refuri=link)])
        enhanced = settings.get("privacyenhanced") is True
        host = "www.youtube-nocookie.com" if enhanced else "www.youtube.com"
        address = f"https://{host}/embed/{quote(video)}" + (f"?{urlencode(query)}" if query else "")
        return framed("video", address, link, title)


class Vimeo(Shortcode):
    """A video on Vimeo: a frame in HTML, a link everywhere else.

    ``privacy.vimeo.enableDNT`` asks the player not to track; with ``simple`` or ``disable`` there
    is only the link.
    """

    names = ("vimeo", "vimeo_simple")
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("id", "Number of the video.", 0, required=True),
        Parameter("title", "Title, for screen readers and for the link.", default="Vimeo video"),
        Parameter("class", "Class of the frame; passed over."),
        Parameter("loading", "Passed over: the frame is always loaded late."),
        Parameter("allowFullScreen", "Passed over: it always may.", default=True),
    )
    example = "{{< vimeo 55073825 >}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return the frame."""
        video = self.params.text("id", 0)
        if not video:
            return []
        title = self.params.text("title", default="Vimeo video")
        link = f"https://vimeo.com/{quote(video)}"
        settings = privacy(self.context.site, "vimeo")
        simple = self.call.name.lower() == "vimeo_simple" or settings.get("simple") is True
        if simple or settings.get("disable") is True:
            return self.flow([nodes.reference("", "", nodes.Text(title), refuri=link)])
        track = 1 if settings.get("enablednt") is True else 0
        address = f"https://player.vimeo.com/video/{quote(video)}?dnt={track}"
        return framed("video", address, link, title)
