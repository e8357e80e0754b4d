"""Small namespaces: cast, safe, inflect, reflect, lang, encoding, hash, crypto."""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import unicodedata

from sphinx_hugo.hugo.content.plurals import pluralize, singularize

from ..casts import to_float, to_int, to_string
from ..errors import FunctionError
from ..jsontext import encode_json
from ..objects.page import PageView
from ..objects.pages import Pages
from ..objects.resource import ResourceView
from ..objects.siteview import SiteView
from ..options import lower_keys
from ..values import (
    SafeCSS,
    SafeHTML,
    SafeHTMLAttr,
    SafeJS,
    SafeJSStr,
    SafeText,
    SafeURL,
    is_truthful,
)
from ..xxhash import xxh64
from .registry import Namespace
from .translating import translate

CAST = Namespace("cast")
SAFE = Namespace("safe")
INFLECT = Namespace("inflect")
REFLECT = Namespace("reflect")
LANG = Namespace("lang")
ENCODING = Namespace("encoding")
CRYPTO = Namespace("crypto")
HASH = Namespace("hash")

CAST.add("ToInt", "int")(to_int)
CAST.add("ToFloat", "float")(to_float)
CAST.add("ToString", "string")(to_string)


def _safe(name: str, kind: type[SafeText]) -> None:
    SAFE.add(name, "safe" + name)(lambda text: kind(to_string(text)))


for _name, _kind in (
    ("HTML", SafeHTML), ("HTMLAttr", SafeHTMLAttr), ("CSS", SafeCSS), ("JS", SafeJS),
    ("JSStr", SafeJSStr), ("URL", SafeURL),
):  # fmt: skip
    _safe(_name, _kind)


# Words


_HUMP = re.compile(r"([a-z])([A-Z])")
_ACRONYMS = frozenset(
    [
        "ACL",
        "API",
        "ASCII",
        "CPU",
        "CSS",
        "CSV",
        "DB",
        "DNS",
        "EOF",
        "GUID",
        "HTML",
        "HTTP",
        "HTTPS",
        "ID",
        "IP",
        "JSON",
        "JWT",
        "LHS",
        "OS",
        "PDF",
        "QPS",
        "RAM",
        "RHS",
        "RPC",
        "SLA",
        "SMTP",
        "SQL",
        "SSH",
        "SSL",
        "TCP",
        "TLS",
        "TTL",
        "UDP",
        "UI",
        "UID",
        "UUID",
        "URI",
        "URL",
        "UTF8",
        "VM",
        "XML",
        "XSRF",
        "XSS",
    ]
)


@INFLECT.add("Humanize", "humanize")
def _humanize(value: object) -> str:
    word = to_string(value)
    if not word:
        return ""
    digits = word.removeprefix("-")
    if digits.isascii() and digits.isdigit():
        return word + ordinal_suffix(int(digits[:30]))
    text = _HUMP.sub(r"\1 \2", "".join(map(_part, word)))
    words = [part.upper() if part.upper() in _ACRONYMS else part.lower() for part in text.split()]
    joined = " ".join(words)
    return joined[:1].upper() + joined[1:]


def _part(char: str) -> str:
    """Give a character that belongs to a word, or the space that stands for any other."""
    if char in "_:-/":
        return " "
    kind = unicodedata.category(char)
    return char if kind[0] in "LP" or kind == "Nd" or char == "`" else " "


def ordinal_suffix(figure: int) -> str:
    """Give what follows a number that counts: 1st, 2nd, 3rd, 4th."""
    if figure % 100 in {11, 12, 13}:
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(figure % 10, "th")


@INFLECT.add("Pluralize", "pluralize")
def _pluralize(text: object) -> str:
    word = to_string(text)
    return pluralize(word) if word else ""


@INFLECT.add("Singularize", "singularize")
def _singularize(text: object) -> str:
    return singularize(to_string(text))


# Types

REFLECT.add("IsMap")(lambda value: isinstance(value, dict))
REFLECT.add("IsSlice")(lambda value: isinstance(value, list))
REFLECT.add("IsPage")(lambda value: isinstance(value, PageView))
REFLECT.add("IsSite")(lambda value: isinstance(value, SiteView))
REFLECT.add("IsResource")(lambda value: isinstance(value, (ResourceView, PageView)))
REFLECT.add("IsImageResource")(
    lambda value: isinstance(value, ResourceView) and value.resource_type() == "image"
)
for _name in ("IsImageResourceProcessable", "IsImageResourceWithMeta"):
    REFLECT.add(_name)(lambda value: isinstance(value, ResourceView) and value.is_raster())


# Languages


LANG.add("Translate", "i18n", "T")(translate)


@LANG.add("Merge")
def _merge(others: object, base: object) -> object:
    """Add the pages that are not there in this language."""
    if not isinstance(base, Pages) or not isinstance(others, Pages):
        msg = "lang.Merge takes two lists of pages"
        raise FunctionError(msg)
    keys = {page.translation_key() for page in base}
    return Pages([*base, *(page for page in others if page.translation_key() not in keys)])


def _grouped(value: float, precision: int, decimal: str, group: str, minus: str = "-") -> str:
    text = f"{abs(value):,.{max(0, min(precision, 30))}f}"
    whole, _, rest = text.partition(".")
    sign = minus if value < 0 and text.strip("0.,") else ""
    return sign + whole.replace(",", group) + (decimal + rest if rest else "")


@LANG.add("FormatNumber")
def _format_number(precision: object, value: object) -> str:
    return _grouped(to_float(value), to_int(precision), ".", ",")


@LANG.add("FormatNumberCustom")
def _format_number_custom(precision: object, value: object, options: object = "") -> str:
    parts = to_string(options).split(" ") if to_string(options) else []
    minus, decimal, group = (*parts[:3], *("-", ".", ",")[len(parts[:3]) :])
    return _grouped(to_float(value), to_int(precision), decimal, group, minus)


@LANG.add("FormatPercent")
def _format_percent(precision: object, value: object) -> str:
    return _grouped(to_float(value), to_int(precision), ".", ",") + "%"


@LANG.add("FormatAccounting")
def _format_accounting(precision: object, currency: object, value: object) -> str:
    amount = to_float(value)
    text = _format_currency(precision, currency, abs(amount))
    sign = text.rstrip("0123456789.,")
    return f"{sign}-{text.removeprefix(sign)}" if amount < 0 else text


@LANG.add("FormatCurrency")
def _format_currency(precision: object, currency: object, value: object) -> str:
    sign = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥"}.get(
        to_string(currency), to_string(currency)
    )
    text = _grouped(to_float(value), to_int(precision), ".", ",")
    return f"-{sign}{text[1:]}" if text.startswith("-") else sign + text


# Encodings and digests


@ENCODING.add("Jsonify", "jsonify")
def _jsonify(*args: object) -> SafeHTML:
    if not 1 <= len(args) <= 2:
        msg = "jsonify takes a value, or options and a value"
        raise FunctionError(msg)
    options = lower_keys(args[0]) if len(args) == 2 and isinstance(args[0], dict) else {}
    return SafeHTML(
        encode_json(
            args[-1],
            prefix=to_string(options.get("prefix")),
            indent=to_string(options.get("indent")),
            escape_html=not is_truthful(options.get("nohtmlescape")),
        )
    )


@ENCODING.add("Base64Encode", "base64Encode")
def _base64_encode(value: object) -> str:
    return base64.b64encode(_bytes(value)).decode()


@ENCODING.add("Base64Decode", "base64Decode")
def _base64_decode(value: object) -> str:
    try:
        data = base64.b64decode(to_string(value).encode(), validate=True)
    except ValueError as error:
        msg = "illegal base64 data"
        raise FunctionError(msg) from error
    return data.decode("utf-8", "replace")


def _bytes(value: object) -> bytes:
    return to_string(value).encode("utf-8", "replace")


def _digest(name: str) -> None:
    def call(value: object) -> str:
        return hashlib.new(name, _bytes(value), usedforsecurity=False).hexdigest()

    CRYPTO.add(name.upper(), name)(call)


for _name in ("md5", "sha1", "sha256"):
    _digest(_name)


@CRYPTO.add("HMAC", "hmac")
def _hmac(name: object, key: object, text: object, encoding: object = "hex") -> str:
    algorithm = to_string(name).lower()
    if algorithm not in {"md5", "sha1", "sha256", "sha512"}:
        msg = f"hmac: {algorithm} is not a supported encoding function"
        raise FunctionError(msg)
    digest = hmac.new(_bytes(key), _bytes(text), algorithm)
    if to_string(encoding) == "binary":
        return digest.digest().decode("latin-1")
    return digest.hexdigest()


@HASH.add("FNV32a")
def _fnv32a(value: object) -> int:
    result = 0x811C9DC5
    for byte in _bytes(value):
        result = ((result ^ byte) * 0x01000193) & 0xFFFFFFFF
    return result


@HASH.add("XxHash", "xxhash")
def _xxhash(value: object) -> str:
    return f"{xxh64(_bytes(value)):016x}"


@CRYPTO.add("Hash")
def _hash(name: object, value: object) -> str:
    algorithm = to_string(name).lower()
    if algorithm not in {"md5", "sha1", "sha256", "sha384", "sha512"}:
        msg = f"crypto.Hash: unknown algorithm {algorithm!r}"
        raise FunctionError(msg)
    return hashlib.new(algorithm, _bytes(value), usedforsecurity=False).hexdigest()
