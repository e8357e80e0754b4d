"""What the functions of ``images`` give."""

from __future__ import annotations

from ..exposed import Exposed, exposed


class ImageFilter(Exposed):
    """A filter that Hugo would run over a picture; here the picture stays as it is."""

    GO_TYPE = "gift.Filter"

    def __init__(self, spec: str = "") -> None:
        self.spec = spec
        """What ``images.Process`` was given, for the size it leads to; else empty."""


class ImageConfig(Exposed):
    """``images.Config``: the size of a picture."""

    GO_TYPE = "image.Config"

    def __init__(self, size: tuple[int, int]) -> None:
        self._size = size

    @exposed("Width")
    def width(self) -> int:
        """Give the width in pixels."""
        return self._size[0]

    @exposed("Height")
    def height(self) -> int:
        """Give the height in pixels."""
        return self._size[1]
