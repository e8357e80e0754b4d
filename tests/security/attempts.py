"""Attempts to get out of the site, by page; ``ABS`` stands for the absolute path of the outside."""

from __future__ import annotations

LONG = "x" * 300

FRONT_MATTER: dict[str, tuple[str, str]] = {
    # name: (front matter, kind of the warning)
    "alias climbs": ("aliases: ['/../../outside/a.html']", "address"),
    "alias climbs from the page": ("aliases: ['../../../../../outside/b.html']", "address"),
    "alias climbs inside": ("aliases: ['/docs/../../../outside/c.html']", "address"),
    "alias is the parent": ("aliases: ['/..']", "address"),
    "alias is the root": ("aliases: ['/']", "address"),
    "alias has a NUL": ('aliases: ["/a\\0b/"]', "address"),
    "alias has a line end": ('aliases: ["/a\\nb/"]', "address"),
    "alias has a lone surrogate": ('aliases: ["/a\\ud800/"]', "address"),
    "alias is long": (f"aliases: ['/{LONG}/']", "address"),
    "alias is deep": (f"aliases: ['/{'deep/' * 900}']", "address"),
    "alias is a path of Windows": ("aliases: ['C:\\outside\\d.html']", "address"),
    "alias is a drive": ("aliases: ['/C:/outside/d2.html']", "address"),
    "alias climbs as in Windows": ("aliases: ['/..\\..\\outside\\e.html']", "address"),
    "alias is a share": ("aliases: ['\\\\host\\share\\f.html']", "address"),
    "alias climbs in code": ("aliases: ['/%2e%2e/%2e%2e/outside/g.html']", "address"),
    "alias climbs half in code": ("aliases: ['/.%2E/outside/h.html']", "address"),
    "alias has a slash in code": ("aliases: ['/..%2foutside%2fi.html']", "address"),
    "url climbs": ("url: /../../outside/a.html", "address"),
    "url climbs without a slash": ("url: ../../../outside/b.html", "address"),
    "url climbs inside": ("url: /docs/../../../outside/c/", "address"),
    "url climbs and ends so": ("url: /docs/../../..//top", "address"),
    "url has a NUL": ('url: "/u\\0b/"', "address"),
    "url has a tab": ('url: "/u\\tb/"', "address"),
    "url has a lone surrogate": ('url: "/u\\udfff/"', "address"),
    "url is long": (f"url: /{LONG}y/", "address"),
    "url is deep": (f"url: /{'deeper/' * 900}", "address"),
    "url is a path of Windows": ("url: 'C:\\outside\\j.html'", "address"),
    "url is a drive": ("url: 'C:/outside/j.html'", "address"),
    "url climbs as in Windows": ("url: '..\\..\\outside\\k.html'", "address"),
    "url climbs in code": ("url: '/%2e%2e/%2E%2e/outside/l.html'", "address"),
    "url has a backslash in code": ("url: '/..%5c..%5coutside/m.html'", "address"),
    "url has a NUL in code": ("url: '/m%00.html'", "address"),
    "slug climbs": ("slug: ../../../outside/n", "address"),
    "slug climbs in code": ("slug: '%2e%2e%2f%2e%2e%2foutside'", "address"),
    "slug climbs as in Windows": ("slug: '..\\..\\outside'", "address"),
    "slug is long": (f"slug: {LONG}z", "address"),
}

BODIES: dict[str, tuple[str, str]] = {
    # name: (text, kind of the warning). Two of other themes name a file that ours never look for.
    "readfile climbs": ('{{% readfile "../../outside/secret.txt" %}}', "resource"),
    "readfile is absolute": ('{{% readfile "ABS/secret.txt" %}}', "resource"),
    "readfile as code": ('{{< readfile file="../../outside/secret.py" code="true" >}}', "resource"),
    "readfile climbs in the middle": ('{{% readfile "a/../../../outside/secret.md" %}}', "resource"),
    "readfile as in Windows": (r'{{% readfile `..\..\outside\secret.txt` %}}', "resource"),
    "readfile in code": ('{{% readfile "%2e%2e/%2e%2e/outside/secret.txt" %}}', "resource"),
    "readfile has a long name": (f'{{{{% readfile "{LONG}" %}}}}', "resource"),
    "readfile of a link": ('{{% readfile "link.txt" %}}', "resource"),
    "readfile through a folder that is a link": ('{{% readfile "linked/secret.txt" %}}', "resource"),
    "readfile of a device": ('{{% readfile "/dev/zero" %}}', "resource"),
    "readfile of a file of the system": ('{{% readfile "/etc/passwd" %}}', "resource"),
    "include climbs": ('{{% include "../../outside/secret.md" %}}', "resource"),
    "include is absolute": ('{{% include "ABS/secret.md" %}}', "resource"),
    "include of a link": ('{{< include file="link.md" >}}', "resource"),
    "code-file climbs": ('{{< code-file file="../../outside/secret.py" >}}', "resource"),
    "notebook climbs": ('{{< jupyter "../../outside/secret.ipynb" >}}', "resource"),
    "table climbs": ('{{< table file="../../outside/secret.csv" >}}{{< /table >}}', ""),
    "inline-svg climbs": ('{{< inline-svg "../../outside/secret" >}}', ""),
    "figure climbs": ('{{< figure src="../../outside/secret.png" >}}', "resource"),
    "figure of a link": ('{{< figure src="link.png" >}}', "resource"),
    "figure is absolute": ('{{< figure src="ABS/secret.png" >}}', "resource"),
    "imgproc climbs": ("{{< imgproc ../../outside/secret.png Fit 1x1 >}}c{{< /imgproc >}}", "resource"),
    "card with a picture that climbs": (
        '{{< card title="T" image="../../outside/secret.png" >}}c{{< /card >}}', "resource"
    ),
    "picture climbs": ("![alt](../../outside/secret.png)", "resource"),
    "picture climbs from the root": ("![alt](/../outside/secret.png)", "resource"),
    "picture is absolute": ("![alt](ABS/secret.png)", "resource"),
    "picture climbs in code": ("![alt](%2e%2e/%2e%2e/outside/secret.png)", "resource"),
    "picture as in Windows": (r"![alt](..\\..\\outside\\secret.png)", "resource"),
    "picture is a link": ("![alt](link.png)", "resource"),
    "picture with a NUL": ("![alt](a%00.png)", "resource"),
    "link climbs": ("[x](../../../outside/secret.md)", "link"),
    "link climbs in code": ("[x](%2e%2e/%2e%2e/outside/secret.md)", "link"),
    "link is absolute": ("[x](ABS/secret.md)", "link"),
    "ref climbs": ('[x]({{< ref "../../outside/secret.md" >}})', "ref"),
    "ref is absolute": ('[x]({{< relref "ABS/secret.md" >}})', "ref"),
    "directive include climbs": ("```{include} ../../outside/secret.md\n```", "markdown"),
    "directive include is absolute": ("```{include} ABS/secret.md\n```", "markdown"),
    "directive include climbs from the root": ("```{include} /../outside/secret.md\n```", "markdown"),
    "directive include of a link": ("```{include} link.md\n```", "markdown"),
    "directive include in capitals": ("```{INCLUDE} ../../outside/secret.md\n```", "markdown"),
    "directive include dressed as docutils'": (
        "```{include} <../../../../../../../../../../../../ABS/secret.txt>\n```", "markdown"
    ),
    "directive include in a note": (
        "````{note}\n```{include} ../../outside/secret.md\n```\n````", "markdown"
    ),
    "directive include in a shortcode": (
        "{{% details T %}}\n```{include} ../../outside/secret.md\n```\n{{% /details %}}", "markdown"
    ),
    "directive include in an included file": ("```{include} part.txt\n```", "markdown"),
    "directive literalinclude climbs": (
        "```{literalinclude} ../../outside/secret.py\n```", "markdown"
    ),
    "directive literalinclude differs": (
        "```{literalinclude} good.py\n:diff: ../../outside/secret.py\n```", "markdown"
    ),
    "directive csv-table climbs": (
        "```{csv-table} T\n:file: ../../outside/secret.csv\n```", "markdown"
    ),
    "directive csv-table in other dress": (
        "```{csv-table} T\n---\nfile: ../../outside/secret.csv\n---\n```", "markdown"
    ),
    "directive csv-table fetches": (
        "```{csv-table} T\n:url: file://ABS/secret.csv\n```", "markdown"
    ),
    "directive raw climbs": (
        "```{raw} html\n:file: ../../outside/secret.html\n```", "markdown"
    ),
    "directive raw fetches": ("```{raw} html\n:url: file://ABS/secret.html\n```", "markdown"),
    "directive image climbs": ("```{image} ../../outside/secret.png\n:alt: alt\n```", "resource"),
    "directive image is a link": ("```{image} link.png\n:alt: alt\n```", "resource"),
    "directive image of any format": ("```{image} ../../outside/secret.*\n:alt: alt\n```", "resource"),
    "directive figure is absolute": ("```{figure} /../outside/secret.png\nC\n```", "resource"),
    "role download climbs": ("{download}`x <../../outside/secret.txt>`", "resource"),
    "role download is a link": ("{download}`x <link.txt>`", "resource"),
    "role download is absolute": ("{download}`x </../outside/secret.txt>`", "resource"),
}  # fmt: skip

CONFIG: dict[str, tuple[str, str]] = {
    # name: (lines of the configuration, part of the warning)
    "contentDir climbs": ('contentDir = "../outside"', '"../outside" lies outside the site'),
    "staticDir climbs": ('staticDir = ["../outside"]', '"../outside" lies outside the site'),
    "staticDir is absolute": ('staticDir = ["ABS"]', "lies outside the site"),
    "layoutDir climbs": ('layoutDir = "a/../../outside"', '"a/../../outside" lies outside'),
    "assetDir climbs": ('assetDir = "../outside"', '"../outside" lies outside the site'),
    "dataDir climbs": ('dataDir = "../outside"', '"../outside" lies outside the site'),
    "theme climbs": ('theme = "../../outside"', '"../../outside" lies outside the site'),
    "theme is a link": ('theme = "linked"', '"linked" is a symbolic link'),
    "module is absolute": ('[[module.imports]]\npath = "ABS"', "lies outside the site"),
    "mount to above": (
        '[[module.mounts]]\nsource = "static"\ntarget = "content/../../outside"',
        "target must begin with one of",
    ),
    "permalinks climb": ('[permalinks]\ndocs = "/../../outside/:title/"', "above the root"),
    "permalinks as in Windows": ('[permalinks]\ndocs = "..\\\\..\\\\outside/:title"', "backslash"),
    "permalinks climb in code": ('[permalinks]\ndocs = "/%2e%2e/:title/"', "%2e"),
    "content is a link": ("", '"content" is a symbolic link'),
    "static is a link": ("", '"static" is a symbolic link'),
    "assets is a link": ("", '"assets" is a symbolic link'),
}

TEMPLATES: dict[str, tuple[str, str]] = {
    # name: (a template of the site, kind of the warning). Without one are: absolute paths, which both
    # Hugo and we count from the project or from assets/, so that nothing is there; symbolic links, which
    # are warned about where they lie (LINKS); and page resources, which are names, not paths.
    "readFile climbs": ('{{ readFile "../outside/secret.txt" }}', "template"),
    "readFile climbs inside": ('{{ readFile "content/../../outside/secret.txt" }}', "template"),
    "readFile is absolute": ('{{ readFile "ABS/secret.txt" }}', "template"),
    "readFile of the system": ('{{ os.ReadFile "/etc/passwd" }}', "template"),
    "readFile of a device": ('{{ readFile "/dev/zero" }}', "template"),
    "readFile of a link": ('{{ readFile "static/link.txt" }}', "template"),
    "readFile through a link": ('{{ readFile "content/linked/secret.txt" }}', "template"),
    "readFile as in Windows": (r"{{ readFile `..\outside\secret.txt` }}", "template"),
    "readFile in code": ('{{ readFile "%2e%2e/outside/secret.txt" }}', "template"),
    "readFile has a NUL": (
        r'{{ readFile "static/good.txt\x00../outside/secret.txt" }}',
        "template",
    ),
    "readFile of a file address": ('{{ readFile "file://ABS/secret.txt" }}', "template"),
    "readDir climbs": ('{{ range readDir "../outside" }}{{ .Name }}{{ end }}', "template"),
    "readDir is absolute": ('{{ range readDir "ABS" }}{{ .Name }}{{ end }}', "template"),
    "readDir of a link": ('{{ range readDir "content/linked" }}{{ .Name }}{{ end }}', "template"),
    "fileExists climbs": (
        '{{ if fileExists "../outside/secret.txt" }}c0ffee-must-not-leak{{ end }}',
        "template",
    ),
    "fileExists is absolute": ('{{ if fileExists "ABS" }}c0ffee-must-not-leak{{ end }}', ""),
    "stat climbs": ('{{ (os.Stat "../outside/secret.txt").Size }}', "template"),
    "resources.Get climbs": (
        '{{ with resources.Get "../../outside/secret.txt" }}{{ .Content }}{{ end }}',
        "template",
    ),
    "resources.Get is absolute": (
        '{{ with resources.Get "ABS/secret.txt" }}{{ .Content }}{{ end }}',
        "",
    ),
    "resources.Get of a link": ('{{ with resources.Get "link.txt" }}{{ .Content }}{{ end }}', ""),
    "resources.Match climbs": (
        '{{ range resources.Match "../../outside/**" }}{{ .Content }}{{ end }}',
        "template",
    ),
    "resources.GetMatch climbs": (
        '{{ with resources.GetMatch "a/../../outside/*.txt" }}{{ .Content }}{{ end }}',
        "template",
    ),
    "resources.Match of a link": ('{{ range resources.Match "**" }}{{ .Content }}{{ end }}', ""),
    "resources.GetRemote": (
        '{{ (resources.GetRemote "file://ABS/secret.txt").Content }}',
        "template",
    ),
    "page resource climbs": (
        '{{ with .Page.Resources.Get "../../outside/secret.txt" }}{{ .Content }}{{ end }}',
        "",
    ),
    "page resource of a link": ("{{ range .Page.Resources }}{{ .Content }}{{ end }}", ""),
    "data of a link": ("{{ jsonify site.Data }}", ""),
    "i18n of a link": ('{{ i18n "word" }}{{ T "secret" }}', ""),
    "partial climbs": ('{{ partial "../../../outside/secret.html" . }}', "template"),
    "partial of a link": ('{{ partial "link.html" . }}', "template"),
    "environment": ('{{ os.Getenv "SECRET_OF_THE_MACHINE" }}', "template"),
    "resource published": (
        '{{ (resources.FromString "../../outside/new.txt" "x").RelPermalink }}',
        "template",
    ),
    "resource copied": (
        '{{ (resources.Copy "a/../../outside/n.txt" (resources.FromString "a" "x")).Publish }}',
        "template",
    ),
    "resources joined": (
        '{{ (resources.FromString "a" "x" | slice | resources.Concat "../outside/n.txt").Permalink }}',
        "template",
    ),
}

JINJA: dict[str, str] = {
    # name: a template of the project; each fails with a warning of kind "template"
    "include climbs": "{% include '../../outside/secret.md' %}",
    "include is absolute": "{% include 'ABS/secret.md' %}",
    "include of a link": "{% include 'link.md' %}",
    "extends climbs": "{% extends '../../outside/secret.md' %}",
    "import climbs": "{% import '../../outside/secret.md' as x %}{{ x }}",
    "include with a NUL": "{% include 'a\\0b' %}",
    "reaches Python": "{{ ''.__class__.__mro__[1].__subclasses__() }}",
    "reaches the loader": "{{ self.__init__.__globals__ }}",
}

LINKS = (
    *("content/link.md", "content/docs/link.txt", "content/linked", "static/link.txt"),
    *("static/linked", "assets/link.txt", "data/link.yaml", "data/linked", "i18n/link.yaml"),
    "layouts/_partials/link.html",
)
"""Symbolic links to the outside, each of which is warned about at its own place."""
