"""What is wrong with a shortcode tag, in words."""

from __future__ import annotations

from sys import intern

from sphinx_hugo.hugo.calls.items import LexError

_APOSTROPHES = 'Apostrophes do not quote a shortcode parameter; write "…".'


class TagError(Exception):
    """Leaves the states of the lexer in a broken tag; never leaves the lexer."""

    def __init__(self, message: str, offset: int, reach: int | None = None) -> None:
        super().__init__(message)
        # One text for all tags that are broken in the same way, of which a page may have many.
        self.error = LexError(intern(message), offset)
        """What to report."""
        self.reach = offset if reach is None else reach
        """How far the source was read before this was found."""


def never_closed(right: str, at: int, reach: int) -> TagError:
    """Return the error of a tag that runs to the end of the page."""
    return TagError(
        f"A shortcode tag is never closed; end it with {right}, with a space before it if the last "
        "value has no quotes.",
        at,
        reach,
    )


def nameless(left: str, right: str, start: int, at: int) -> TagError:
    """Return the error of ``{{< >}}``."""
    return TagError(f"A shortcode tag has no name; write {left} name {right}.", start, at)


def unexpected(char: str, at: int) -> TagError:
    """Return the error of a character that is no part of a tag."""
    if char == "'":
        return TagError(_APOSTROPHES, at)
    return TagError(
        f"{char!r} cannot stand in a shortcode tag outside of quotes; put the parameter into "
        '"…", or mend the tag.',
        at,
    )


def period_in_name(at: int) -> TagError:
    """Return the error of ``{{< folder.name >}}``."""
    return TagError(
        "A shortcode name cannot have a period in it; one in a folder is called with a slash, as "
        "in folder/name.",
        at,
    )


def slash_in_param(name: str, at: int) -> TagError:
    """Return the error of a bare ``a/b``."""
    return TagError(
        "A shortcode parameter with a slash in it must stand in quotes; without them Hugo takes "
        f"{shorten(name)!r} for the name of a closing tag.",
        at,
    )


def closing_with_more(right: str, at: int) -> TagError:
    """Return the error of ``{{< /name x >}}``."""
    return TagError(
        f"A closing shortcode tag takes nothing but its name; write {right} behind it.", at
    )


def mixed(what: str, at: int, *, named: bool, reach: int | None = None) -> TagError:
    """Return the error of a tag with parameters of both kinds."""
    this, before = ("named", "not") if named else ("not named", "named")
    return TagError(
        f"The shortcode parameter {what} is {this}, those before it are {before}; write "
        'name="value" throughout, or values only.',
        at,
        reach,
    )


def bad_escape(at: int) -> TagError:
    """Return the error of a backslash before a backtick."""
    return TagError("\\` is no escape in a shortcode parameter; leave the backslash out.", at)


def unterminated(at: int, reach: int) -> TagError:
    """Return the error of a ``"`` without another one on its line."""
    return TagError(
        'A quoted shortcode parameter does not end on its line; close it with ", or put a text of '
        "several lines between `…`.",
        at,
        reach,
    )


def unterminated_raw(at: int, reach: int) -> TagError:
    """Return the error of a backtick without another one."""
    return TagError(
        "A shortcode parameter that begins with ` is never closed; end it with another `.",
        at,
        reach,
    )


def swallowed_delimiter(value: str, right: str, at: int) -> LexError:
    """Return the error of a bare value that runs into the closing delimiter."""
    return LexError(
        f"The value {shorten(value)!r} has no quotes, so Hugo takes {right} for a part of it; write "
        f"a space before {right}.",
        at,
    )


def apostrophes(at: int) -> LexError:
    """Return the error of ``a='x y'``."""
    return LexError(_APOSTROPHES, at)


def unclosed_escape(left: str, ending: str, at: int) -> LexError:
    """Return the error of ``{{</*`` without ``*/>}}``."""
    return LexError(
        f"The escaped shortcode that begins with {left} is never closed; end it with {ending}, "
        "without a space inside.",
        at,
    )


def shorten(text: str) -> str:
    """Return a text that fits into a message."""
    return text if len(text) <= 40 else text[:39] + "…"
