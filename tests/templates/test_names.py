"""Every function of Hugo has its place, under its full name and its short one."""

from __future__ import annotations

import pytest

from sphinx_hugo.hugo.templates.functions import FUNCTIONS
from sphinx_hugo.hugo.templates.functions.registry import Function, Namespace

NAMESPACES = {
    "cast": "ToFloat ToInt ToString",
    "collections": (
        "After Append Apply Complement D Delimit Dictionary First Group In Index Intersect "
        "IsSet KeyVals Last Merge NewScratch Querify Reverse Seq Shuffle Slice Sort SymDiff "
        "Union Uniq Where"
    ),
    "compare": "Conditional Default Eq Ge Gt Le Lt Ne",
    "crypto": "HMAC Hash MD5 SHA1 SHA256",
    "css": "Build PostCSS Quoted Sass TailwindCSS Unquoted",
    "debug": "Dump Timer VisualizeSpaces",
    "diagrams": "Goat",
    "encoding": "Base64Decode Base64Encode Jsonify",
    "fmt": "Errorf Erroridf Print Printf Println Warnf Warnidf",
    "hash": "FNV32a XxHash",
    "images": (
        "AutoOrient Brightness ColorBalance Colorize Config Contrast Dither Filter Gamma "
        "GaussianBlur Grayscale Hue Invert Mask Opacity Overlay Padding Pixelate Process QR "
        "Saturation Sepia Sigmoid Text UnsharpMask"
    ),
    "inflect": "Humanize Pluralize Singularize",
    "js": "Babel Batch Build",
    "lang": (
        "FormatAccounting FormatCurrency FormatNumber FormatNumberCustom FormatPercent Merge "
        "Translate"
    ),
    "math": (
        "Abs Acos Add Asin Atan Atan2 Ceil Cos Counter Div Floor Log Max MaxInt64 Min Mod "
        "ModBool Mul Pi Pow Product Rand Round Sin Sqrt Sub Sum Tan ToDegrees ToRadians"
    ),
    "openapi3": "Unmarshal",
    "os": "FileExists Getenv ReadDir ReadFile Stat",
    "partials": "Include IncludeCached",
    "path": "Base BaseName Clean Dir Ext Join Split",
    "reflect": (
        "IsImageResource IsImageResourceProcessable IsImageResourceWithMeta IsMap IsPage "
        "IsResource IsSite IsSlice"
    ),
    "resources": (
        "ByType Concat Copy ExecuteAsTemplate Fingerprint FromString Get GetMatch GetRemote "
        "Match Minify PostProcess"
    ),
    "safe": "CSS HTML HTMLAttr JS JSStr URL",
    "strings": (
        "Chomp Contains ContainsAny ContainsNonSpace Count CountRunes CountWords Diff FindRE "
        "FindRESubmatch FirstUpper HasPrefix HasSuffix Repeat Replace ReplacePairs ReplaceRE "
        "RuneCount SliceString Split Substr Title ToLower ToUpper Trim TrimLeft TrimPrefix "
        "TrimRight TrimSpace TrimSuffix Truncate"
    ),
    "templates": "Current Defer Exists Inner",
    "time": "AsTime Duration Format In Now ParseDuration",
    "transform": (
        "CanHighlight Emojify HTMLEscape HTMLToMarkdown HTMLUnescape Highlight "
        "HighlightCodeBlock Markdownify Plainify PortableText Remarshal ToMath Unmarshal "
        "XMLEscape"
    ),
    "urls": (
        "AbsLangURL AbsURL Anchorize JoinPath Parse PathEscape PathUnescape Ref RelLangURL "
        "RelRef RelURL URLize"
    ),
}
SHORT = (
    "absLangURL absURL add after anchorize and append apply babel base64Decode base64Encode "
    "chomp complement cond countrunes countwords dateFormat default delimit dict div duration "
    "emojify eq errorf erroridf fileExists findRE findRESubmatch fingerprint first float ge "
    "getenv group gt hasPrefix hasSuffix highlight hmac htmlEscape htmlUnescape hugo humanize "
    "i18n imageConfig in index int intersect isSet isset jsonify keyVals last le len lower lt "
    "markdownify md5 merge minify mod modBool mul ne newScratch not now or page partial "
    "partialCached plainify pluralize postCSS pow print printf println querify readDir "
    "readFile ref relLangURL relURL relref replace replaceRE return safeCSS safeHTML "
    "safeHTMLAttr safeJS safeJSStr safeURL seq sha1 sha256 shuffle singularize site slice "
    "slicestr sort split string sub substr symdiff title toCSS trim truncate try union uniq "
    "unmarshal upper urlize urlquery warnf warnidf where xxhash T html time"
)


@pytest.mark.parametrize(("space", "names"), NAMESPACES.items(), ids=NAMESPACES)
def test_functions_by_full_name(space: str, names: str) -> None:
    found = FUNCTIONS[space]
    assert isinstance(found, Namespace)
    assert sorted(set(names.split()) - set(found.functions)) == []


def test_functions_by_short_name() -> None:
    known = {
        name for name, found in FUNCTIONS.items() if isinstance(found, Function) or found.called
    }
    assert sorted(set(SHORT.split()) - known) == []
