"""Pictures and films by the names that sites give them."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from sphinx_hugo.shortcodes.base import InnerUse, Parameter, Shortcode
from sphinx_hugo.shortcodes.families.media import Picture
from sphinx_hugo.shortcodes.packs.doks import Audio as AnyAudio
from sphinx_hugo.shortcodes.packs.doks import Video as AnyVideo

if TYPE_CHECKING:
    from docutils import nodes


class Image(Picture):
    """A picture, with a caption if one is given."""

    names = (
        "image", "img", "screenshot", "picture", "pic", "fig", "responsive-image", "imgfig", "photo",
        "imgresize", "lightbox", "thumbnail", "image-caption", "zoom-img", "diagram", "imgproc",
        "inline_image", "lazy-img", "intextimg", "docs-imagebox", "docs/docs-imagebox", "imagebox",
        "gallery-item", "carousel-item", "image-card", "figure-image", "img-fluid", "center-img",
        "img-hd", "thumb",
    )  # fmt: skip
    inner_use = InnerUse.OPTIONAL
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("src", "The picture: beside the page, a file of the site, or a URL.", 0),
        Parameter("alt", "Text for those who cannot see it.", 1),
        Parameter("caption", "Words below it, Markdown."),
        Parameter("width", "Width."),
        Parameter("height", "Height."),
    )
    example = '{{< image src="/images/logo.svg" alt="A mark" caption="The *mark*" width="120" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return the picture, and what stands inside the call."""
        found = super().to_nodes() if self.source() else []
        return [*found, *self.body()]


class Gallery(Shortcode):
    """Pictures below each other."""

    names = (
        "gallery", "carousel", "slider", "images", "slideshow", "img-gallery", "image-gallery",
        "image-grid", "photo-gallery", "img-grid", "picture-grid",
    )  # fmt: skip
    inner_use = InnerUse.OPTIONAL
    any_parameter = True
    example = (
        "{{< gallery >}}\n"
        '{{< image src="/images/logo.svg" alt="A mark" width="80" >}}\n'
        '{{< image src="/images/logo-dark.svg" alt="The same" width="80" >}}\n'
        "{{< /gallery >}}"
    )

    def to_nodes(self) -> list[nodes.Node]:
        """Return what stands inside, or the pictures beside the page."""
        found = self.parts()
        if found or self.context.inner() is not None:
            return found
        if given := self.params.text("images").strip("{} "):
            sources = [one.strip() for one in given.split(",") if one.strip()]
            return self.flow([self.context.image(source, alt="") for source in sources])
        names = [
            resource.name
            for resource in self.context.page.resources
            if resource.name.lower().endswith((".png", ".jpg", ".jpeg", ".gif", ".webp", ".svg"))
        ]
        return self.flow([self.context.image(name, alt="") for name in names])


class Video(AnyVideo):
    """A video file of the site: a player in HTML, a link everywhere else."""

    names = ("video", "mp4", "html5video", "local-video", "video-player", "video-embed")
    inner_use = InnerUse.OPTIONAL
    example = '{{< video src="/videos/tour.mp4" title="A tour" >}}'


class Audio(AnyAudio):
    """A sound file of the site: a player in HTML, a link everywhere else."""

    names = ("audio", "mp3", "sound")
    inner_use = InnerUse.OPTIONAL
    example = '{{< audio src="/videos/tour.mp4" title="A talk" >}}'


SHORTCODES: tuple[type[Shortcode], ...] = (Audio, Gallery, Image, Video)
