"""Posts and files of other services, as links: nothing of them is loaded into the page."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar
from urllib.parse import quote

from docutils import nodes

from sphinx_hugo.shortcodes.base import Parameter, Shortcode

if TYPE_CHECKING:
    from collections.abc import Iterable


class _ServiceLink(Shortcode):
    """A link to something at another service."""

    def link(self, url: str, words: str) -> list[nodes.Node]:
        """Return the link."""
        return self.flow([nodes.reference("", "", nodes.Text(words), refuri=url)])

    def words_given(self) -> str:
        """Return the arguments, for a call from which no address can be made."""
        values: Iterable[object] = self.params.positional or self.params.named.values()
        return " ".join(str(value) for value in values)


class Post(_ServiceLink):
    """A post on X, as a link to it.

    Hugo fetches the post when it builds; here nothing is fetched. The names of old Hugo versions
    do the same.
    """

    names = ("x", "x_simple", "tweet", "twitter", "twitter_simple", "tweet_simple")
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("user", "Name of the account."),
        Parameter("id", "Number of the post.", 0, required=True),
    )
    example = '{{< x user="GoHugoIO" id="917359331535966209" >}}'

    def to_nodes(self) -> list[nodes.Node]:
        """Return a link to the post."""
        number = self.params.text("id", 0)
        user = self.params.text("user").lstrip("@")
        if not number:
            return self.flow([nodes.Text(self.words_given())])
        # The service finds a post by its number alone.
        address = f"https://x.com/{quote(user or 'i')}/status/{quote(number)}"
        return self.link(address, f"Post by @{user} on X" if user else f"Post {number} on X")


class Instagram(_ServiceLink):
    """A post on Instagram, as a link to it."""

    names = ("instagram", "instagram_simple")
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("id", "Identifier of the post.", 0, required=True),
    )
    example = "{{< instagram CxOWiQNP2MO >}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return a link to the post."""
        post = self.params.text("id", 0)
        if not post:
            return self.flow([nodes.Text(self.words_given())])
        return self.link(
            f"https://www.instagram.com/p/{quote(post)}/", "View this post on Instagram"
        )


class Gist(_ServiceLink):
    """A gist on GitHub, as a link to it."""

    names = ("gist",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("user", "Name of the account.", 0, required=True),
        Parameter("id", "Identifier of the gist.", 1, required=True),
        Parameter("file", "One file of it.", 2),
    )
    example = "{{< gist octocat 6cad326836d38bd3a7ae >}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return a link to the gist."""
        user, number = self.params.text("user", 0), self.params.text("id", 1)
        file = self.params.text("file", 2)
        if not (user and number):
            return self.flow([nodes.Text(self.words_given())])
        address = f"https://gist.github.com/{quote(user)}/{quote(number)}"
        words = f"Gist {user}/{number}"
        if file:
            # The anchors of files on a gist's page.
            address += f"#file-{nodes.make_id(file.replace('.', '-').replace('_', '-'))}"
            words += f": {file}"
        return self.link(address, words)


class Speakerdeck(_ServiceLink):
    """Slides on Speaker Deck, as a link to them."""

    names = ("speakerdeck",)
    parameters: ClassVar[tuple[Parameter, ...]] = (
        Parameter("id", "Identifier of the slides.", 0, required=True),
    )
    example = "{{< speakerdeck 4e8126e72d853c0060001f97 >}}"

    def to_nodes(self) -> list[nodes.Node]:
        """Return a link to the slides."""
        number = self.params.text("id", 0)
        if not number:
            return self.flow([nodes.Text(self.words_given())])
        return self.link(f"https://speakerdeck.com/player/{quote(number)}", "Slides")
