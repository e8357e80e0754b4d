"""What texts for parsers are made of: for each language the signs that mean something in it."""

ANYWHERE = (
    "", " ", "\t", "\n", "\r", "\r\n", "\n\n", "\x00", "\x0b", "\x0c", "\x1b", "\x1f", "\x7f",
    "\x85", "\ufeff", "\u2028", "\u2029", "\xa0", "\u1680", "\u2003", "\u200b", "\u202e",
    "\u3000", "\ufffe", "\ud800", "\udfff", "\udc80", "é", "é", "ß", "İ", "漢", "²", "٣", "😀",
    "\U0010ffff", "a", "A", "1", "0", "-1", "999999999999999999999", "word ",
    "xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx",
    "((((((((((((((((((((((((((((((((((((((((", "[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[[",
)  # fmt: skip
"""Characters that have surprised somebody before."""
DATA = (
    "---\n", "+++\n", "...\n", "{", "}", "[", "]", ": ", "= ", ",", '"', "'", "\\", "- ", "? ",
    "#", "&a ", "*a", "<<: ", "!!", "!!binary ", "| \n", "> \n", "|2-\n", "%YAML 1.2\n", "null",
    "true", '"""', "'''", "[[a]]\n", "[a.b]\n", "a.b = 1\n", "a: 1\n", "a: {b: [", '{"a": ',
    "\\u00e9", "\\ud800", "1e999", "0x1F", "0o17", "2024-01-02", "2024-01-02T03:04:05Z", "12:34",
    "  ", "inf", "#+title: x\n", "#+tags[]: a b\n", "#+", "title: x\n", "date: ", "draft: ",
    "nan", "~", "@", "`",
)  # fmt: skip
FIELD = (
    "---\n", "title: ", "date: ", "weight: ", "aliases: ", "url: ", "slug: ", "menu: ",
    "menus: ", "cascade: ", "target: ", "params: ", "build: ", "list: ", "render: ",
    "resources: ", "src: ", "name: ", "tags: ", "outputs: ", "images: ", "keywords: ",
    "expiryDate: ", "linkTitle: ", "translationKey: ", "type: ", "sitemap: ", "never\n", "[",
    "]", "{", "}", "- ", "  ", '"', ",", "/a/../b/\n", "..\n", "'\\x'\n", "true\n",
    "2024-13-99\n", "docs\n", "parent: ", "identifier: ", "pageRef: ", "/docs/b\n", "~\n", "&x ",
    "*x\n", "%2e%2e\n", "_merge: deep\n", ":title\n", "null\n",
)  # fmt: skip
CONFIG = (
    "baseURL = ", "title = ", "theme = ", "[params]\n", "[menus]\n", "[[menus.docs]]\n",
    "name = ", "[module]\n", "[[module.mounts]]\n", "source = ", "target = ", "[languages.de]\n",
    "[markup]\n", "[permalinks]\n", "docs = ", "[taxonomies]\n", "[outputs]\n", "home = ",
    "disableKinds = ", "[markup.goldmark.renderer]\n", "unsafe = ", "timeZone = ",
    "[frontmatter]\n", "date = ", "[[cascade]]\n", "[cascade.target]\n", "path = ", "weight = ",
    '"', "'", "[", "]", "true\n", "1\n", "baseURL: ", "params:\n", "menus:\n", "  docs:\n",
    "  - ", "languages:\n", "  en: ", '{"', '": ', '"x"\n', '"/../x"\n', "{}\n", "[]\n",
    "uglyURLs = ", "defaultContentLanguage = ", "[[a]]\n", "=", '"Europe/Berlin"\n',
    '"../../etc/passwd"\n', '"\\u0000"\n', "[related]\n", "[sitemap]\n", ": ",
)  # fmt: skip
TEMPLATE = (
    "{{", "}}", "{{- ", " -}}", "{{ if . }}", "{{ else }}", "{{ end }}", "{{ range slice 1 2 }}",
    "{{ with 1 }}", "{{ . }}", '{{ define "x" }}', '{{ template "x" . }}', "{{ break }}", "$x",
    "{{ $x := 1 }}", "{{ $x }}", '<a href="', '"', "'", "`", ">", "<script>", "</script>", "${",
    "<!--", "-->", "<style>", "</style>", "url(", "|", "(", ")", ":=", "=", "/*", "*/", "\\",
    ".", ".Get 0", ".Inner", ".Page", "site", "printf ", '"%s" ', "dict ", "slice ", "index ",
    "len ", 'partial "twice.html" .', "try ", "safeHTML ", "markdownify ", "1.5", "0x1p-2",
    "'a'", "nil", "{{ return }}", "{{ else with . }}", "{{ else if . }}", '{{ block "b" . }}',
    "{{/* ", " */}}", "newScratch", "now.Format ", "where ", "sort ", "seq 3", "replaceRE ",
    "findRE ", "jsonify ",
)  # fmt: skip
ADDRESS = (
    "/", "//", ".", "..", "../", "./", "\\", "%2e%2e", "%2F", "%00", "%", "?", "#", "#x", "?y=",
    ":", "docs", "/docs/a", "/docs/b/", "a.md", "index.md", "_index", "x.txt", "s.txt",
    "/base/docs/a/", "https://", "//host/", "javascript:", "mailto:", "data:", "file:///",
    "C:\\", "@", "[::1]", "en/", ".html", "index.html", "&", "=", "+", "~", "*", "|", '"', "<",
    ">", "a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/a/", "COM1", "é",
)  # fmt: skip
MARKDOWN = (
    "# ", "## ", "- ", "1. ", "> ", "* ", "**", "_", "`", "```", "```py\n", "~~~\n", "~", "~~",
    ": ", "[", "](", ")", "![", "[^a]", "[^a]: ", "[a]: ", "|", "|---|\n", "---\n", "===\n", "{",
    "}", "{#a}", "{.b c=d}", "$", "$$", "\\", "\\(", "'", '"', "--", "...", "<", ">", "<b>",
    "</b>", "<!--", "-->", "<div>\n", "</div>\n", "&amp;", "&#0;", ":tada:", "www.a.org",
    "a@b.org", "http://x.org", "==", "++", "^", "=hsc0x", "<!--more-->", "> [!NOTE] ", "- [ ] ",
    "    ", "<a ", "<?", "]]>", "<![CDATA[",
)  # fmt: skip
HTML = (
    "<", ">", "</", "/>", "<!--", "-->", "<!", "<?", "<p>", "</p>", "<b>", "</b>", "<table>",
    "<tr>", "<td colspan=9999 rowspan=9999>", "</td>", "<th>", "</table>", "<ul>", "<li>",
    "</ul>", "<ol start=x>", "<pre>", "<code class=language-py>", "</pre>", "<details>",
    "<summary>", "<script>", "</script>", "<style>", '<a href="', '<img src="', '"', "'", "=",
    "id=", ' name="x"', "&amp;", "&#", "&#x110000;", "<div class=alert>", "</div>", "<dl><dt>",
    "<dd>", "<h2 id=x>", "<svg>", "<iframe src=", "<br>", "<select>", "<option>", "<video>",
    "<caption>", "<colgroup><col span=9>", "</tr>", "<a ", "a=", "\\",
)  # fmt: skip
SIDEBAR = (
    "<ul>", '<ul class="current">', "</ul>", '<li class="toctree-l1">', "</li>", "\n",
    "<p>x</p>", '<a class="reference internal" href="', '">A</a>',
    '<input aria-label="x" class="y" id="', "toctree-checkbox-1", '"/><label>', "</label>",
    "\x02", "\x03", "0", "<", ">", '"',
)  # fmt: skip
DATES = (
    "2024", "-", "01", "T", ":", "Z", "+02:00", " ", "Jan", "PM", ".",
)  # fmt: skip
DURATIONS = (
    "1", "h", "m", "s", "ms", ".", "-", "µs",
)  # fmt: skip
LAYOUTS = (
    "2006", "01", "Jan", "Monday", "MST", "-0700", ".000", "PM", "_2", "\n",
)  # fmt: skip
VERBS = (
    "%", "s", "d", "v", "q", "x", "X", "t", "T", "e", "E", "f", "g", "G", "b", "c", "o", "O",
    "U", "p", "+", "-", "#", " ", "0", "*", ".", "[1]", "[9]", "%v", "%[2]*.[1]*f", "99999",
    "100001",
)  # fmt: skip
EXPRESSION = (
    "a", "b", "(", "[", "{", "^", "$", "*", "+", "?", ".", "|", "\\", ")", "]", "}", "-", ":",
    "1", "d", "D", "w", "s", "S", "b", "B", "p", "P", "Q", "E", "i", "<", ">", "=", "!", ",",
)  # fmt: skip
JINJA = (
    "{{", "}}", "{%", "%}", "for x in ", "range(9)", "if ", "endif", "endfor", "macro m()",
    "inner", "|", "upper", "x", ".", "__class__", "[", "]", "'", '"', "set y = ", "~", "**",
    "99",
)  # fmt: skip
DECLARATION = (
    "{", "}", "{{", "}}", "{0}", "{inner}", "{x|0}", "|", "markdown", "card",
)  # fmt: skip
PERMALINK = (
    ":title", ":slug", ":year", ":sections[1:]", ":sections[last]", ":2006", ":", "[", "]",
    "\\:", "/", "..",
)  # fmt: skip
ATTRIBUTES = (
    "{", "}", ".", "#", "=", ",", '"', "'", "[", "]", "\\", " ", "1", "-", "{#a}", "hl_lines=",
    "linenos=", "onclick=", "true", "python ", "a=b", "[1,[2",
)  # fmt: skip
ESCAPED = (
    "javascript:", ", ", " 2x", "100w", "expression(", "-moz-binding", "\\3c",
)  # fmt: skip
GLOB = (
    "*", "?", "[", "]", "{", "}", ",", "!", "\\", "/", "-", "^", "&", "|", "~", "**", "{a,b}",
    "[a-z]", "docs/",
)  # fmt: skip
PICTURE = (
    "\x00\x00\x00\rIHDR", "ÿÀ", "VP8L", "VP8X", "<svg width='1'", "\x00\x10",
)  # fmt: skip
