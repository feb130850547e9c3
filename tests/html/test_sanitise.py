"""The sanitiser: whatever an editor's Markdown becomes, nothing outside the list of what is allowed is published."""

from __future__ import annotations

import markdown

from campaign_outputs import EXTENSIONS, visible
from emptychair.html.sanitise import absolute, directed, sanitise
from emptychair.text.html_elements import ATTRIBUTES, CLASSES, TAGS
from for_each import for_each
from safe_html import ALLOWED_ATTRIBUTES, ALLOWED_TAGS, BASE, assert_safe

PAYLOADS = """
<script>alert(1)</script>
<SCRIPT SRC=https://evil.example/x.js></SCRIPT>
<scr<script>ipt>alert(1)</scr</script>ipt>
<script/x>alert(1)</script>
<img src=x onerror=alert(1)>
<img src="x" ONERROR="alert(1)">
<img src=x onerror&#61;alert(1)>
<img src="x`onerror=alert(1)">
<img/src/onerror=alert(1)>
<img src=x srcset="https://evil.example/x 1x">
<img src="https://evil.example/x.png">
<img src="//evil.example/x.png">
<img src="data:image/svg+xml;base64,PHN2Zz4=">
<img src="javascript:alert(1)">
<img src="/x.png">
<img src="\\\\evil.example\\x.png">
<img src="x.png" style="position:fixed" loading="eager" usemap="#m">
<svg onload=alert(1)></svg>
<svg><script>alert(1)</script></svg>
<svg><style><img src=x onerror=alert(1)></style></svg>
<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>
<svg><use href="data:image/svg+xml,x#y"/></svg>
<math><mi xlink:href="javascript:alert(1)">x</mi></math>
<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(1)&gt;">
<iframe src="https://evil.example/"></iframe>
<iframe srcdoc="<script>alert(1)</script>"></iframe>
<object data="https://evil.example/"></object>
<embed src="https://evil.example/">
<applet code=x></applet>
<frameset><frame src="https://evil.example/"></frameset>
<style>*{display:none}</style>
<style>@import "https://evil.example/x.css";</style>
<link rel="stylesheet" href="https://evil.example/x.css">
<link rel="alternate" href="https://evil.example/">
<base href="https://evil.example/">
<meta http-equiv="refresh" content="0;url=https://evil.example/">
<p style="background:url(https://evil.example/x)">x</p>
<p onclick="alert(1)" onmouseover=alert(1)>x</p>
<p hidden contenteditable tabindex=1 accesskey=x draggable=true>x</p>
<p data-md-component="dialog" data-md-state="open" aria-hidden="true" role="alert" slot="x" is="x-y">x</p>
<a href="javascript:alert(1)">x</a>
<a href="JaVaScRiPt:alert(1)">x</a>
<a href="java&#115;cript:alert(1)">x</a>
<a href="java&#x09;script:alert(1)">x</a>
<a href="java&NewLine;script:alert(1)">x</a>
<a href=" &#14; javascript:alert(1)">x</a>
<a href="javascript&colon;alert(1)">x</a>
<a href="vbscript:msgbox(1)">x</a>
<a href="data:text/html,<script>alert(1)</script>">x</a>
<a href="file:///etc/passwd">x</a>
<a href="//evil.example/">x</a>
<a href="/\\evil.example/">x</a>
<a href="\\\\evil.example/">x</a>
<a href="https:\\\\evil.example/">x</a>
<a href="https:evil.example">x</a>
<a href="https:///evil.example">x</a>
<a href="https://mfa.gov.example@evil.example/">x</a>
<a href="https://user:pass@evil.example/">x</a>
<a href="https://mfa.gov.example&#64;evil.example/">x</a>
<a href="https://еvil.example/">x</a>
<a href="https://evil。example/">x</a>
<a href="https://localhost/">x</a>
<a href="mailto:spy@evil.example?bcc=x@evil.example">x</a>
<a href="tel:+000000">x</a>
<a href="?q=1">x</a>
<a href="https://good.example/" target="_blank" ping="https://evil.example/" download>x</a>
<a href="https://good.example/" rel="opener" referrerpolicy="unsafe-url">x</a>
<div class="md-overlay">x</div>
<div class="md-header md-search ec-banner ec-buttons">x</div>
<div class="tabbed-set mermaid">x</div>
<div id="__config">{"base": "https://evil.example/"}</div>
<p id="__search">x</p>
<p id="location">x</p><p id="getElementById" name="body">x</p>
<label for="__drawer">Menu</label>
<input type="checkbox" id="__drawer" checked>
<input value="Your name">
<form action="https://evil.example/"><button>Send</button><textarea>x</textarea><select><option>x</select></form>
<details open ontoggle=alert(1)><summary>x</summary></details>
<dialog open>x</dialog>
<marquee onstart=alert(1)>x</marquee>
<video src="https://evil.example/x.mp4" autoplay></video><audio src=x onerror=alert(1)></audio>
<template><script>alert(1)</script></template>
<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>
<textarea><img title="</textarea><img src=x onerror=alert(1)>"></textarea>
<title><img title="</title><img src=x onerror=alert(1)>"></title>
<xmp><img title="</xmp><img src=x onerror=alert(1)>"></xmp>
<!-- <img src=x onerror=alert(1)> --><!--><img src=x onerror=alert(1)>-->
<![CDATA[<img src=x onerror=alert(1)>]]>
<?php echo 1 ?><?xml-stylesheet href="https://evil.example/"?>
<h1 id="title">A second title</h1>
<body onload=alert(1)><html manifest=x>
<plaintext>x
<font color=white>x</font><center>x</center><blink>x</blink>
<ruby><rt>x</rt></ruby><portal src="https://evil.example/">
<a href="x" "onclick=alert(1)>x</a>
<p lang='"><img src=x onerror=alert(1)>'>x</p>
<p title="x" class='footnote" onclick="alert(1)'>x</p>
<td background="https://evil.example/x">x</td><table background="https://evil.example/x"><tr><td>x</table>
""".strip().split("\n")


def test_the_list_of_what_is_allowed_is_the_one_that_was_reviewed() -> None:
    """No tag and no attribute is allowed that is not written down in this test as well."""
    assert TAGS == ALLOWED_TAGS
    # rel is what the sanitiser itself writes.
    assert {name for names in ATTRIBUTES.values() for name in names} == ALLOWED_ATTRIBUTES - {"rel"}
    for theme in ("md-overlay", "md-header", "ec-banner", "tabbed-set", "mermaid", "footnotes", "x-note"):
        assert not CLASSES.fullmatch(theme)


def test_the_corpus_is_large_enough() -> None:
    """At least sixty payloads, none twice."""
    assert len(set(PAYLOADS)) == len(PAYLOADS) >= 60


@for_each("payload", PAYLOADS)
def test_a_payload_as_html(payload: str) -> None:
    """Nothing of it that runs, loads, leads astray or plays the page is left, on the page and in the feeds."""
    assert_safe(sanitise(payload))
    assert_safe(absolute(sanitise(payload), BASE))


@for_each("payload", PAYLOADS)
def test_a_payload_through_markdown(payload: str) -> None:
    """The same, where an editor puts it into a page, into a line, into a link, into an attribute list."""
    escaped = payload.replace('"', "'")
    for text in (payload, f"Words {payload} words", f"[x]({escaped})", f'# x {{ title="{escaped}" }}', f"> {payload}"):
        html = markdown.markdown(text, extensions=EXTENSIONS)
        assert_safe(sanitise(html))
        assert_safe(absolute(sanitise(html), BASE))


@for_each(
    "text",
    [
        "Words { onclick=alert(1) }",
        "## Words { #words onclick=alert(1) style=color:red .md-overlay }",
        "[x](https://good.example/){ onclick=alert(1) target=_blank }",
        "![x](x.png){ onerror=alert(1) }",
        "[x](javascript:alert(1))",
        "<javascript:alert(1)>",
        "<spy@evil.example>",
        "[x]: javascript:alert(1)\n\n[x]",
        "- [ ] a box",
        "!!! note md-overlay\n    words",
    ],
)
def test_markdown_of_its_own_makes_nothing_unsafe(text: str) -> None:
    """Attribute lists, autolinks and boxes end in allowed elements too."""
    assert_safe(sanitise(markdown.markdown(text, extensions=EXTENSIONS)))


# What is bound to stay: the words.
@for_each(
    "html, words",
    [
        ("<p>a <b>b</b></p>", "a b"),
        ("<label for=x>Menu</label>", "Menu"),
        ("<p>1 &lt; 2 &amp; 3</p>", "1 < 2 & 3"),
        ("<h1>Title</h1>", "Title"),
        ("", ""),
    ],
)
def test_the_words_stay(html: str, words: str) -> None:
    """An element that is not allowed loses its tags, not what it says."""
    assert visible(sanitise(html)) == words
    assert visible(absolute(html, BASE)) == words


@for_each("html", ["<script>words</script>", "<style>words</style>", "<!-- words -->"])
def test_what_was_never_for_readers_goes_with_its_words(html: str) -> None:
    """Scripts, styles and comments leave no text behind."""
    assert sanitise(html) == ""


@for_each(
    "html",
    [
        '<p class="admonition note">x</p>',
        '<p class="admonition-title">x</p>',
        '<h2 id="background">x</h2>',
        '<sup id="fnref:1"><a class="footnote-ref" href="#fn:1" rel="noopener noreferrer">1</a></sup>',
        '<a href="../actions/write.html#letter" rel="noopener noreferrer">x</a>',
        '<a href="https://example.net/a?b=c&amp;d=e#f" rel="noopener noreferrer">x</a>',
        '<img src="../assets/chair.png" alt="A chair">',
        '<td colspan="2">x</td>',
        '<p lang="ug" dir="rtl">x</p>',
    ],
)
def test_what_an_honest_page_needs_is_kept(html: str) -> None:
    """Notes, footnotes, headings with ids, links, pictures, languages pass as they are."""
    if html.startswith("<td"):
        html = f"<table><tbody><tr>{html}</tr></tbody></table>"
    assert sanitise(html) == html


def test_a_run_of_the_other_direction_says_it() -> None:
    """What an editor marked with a language gets its direction; what says one keeps it."""
    html = '<p>A <span class="x" lang="ug">b</span> <em lang="zh">c</em> <b lang="ar" dir="ltr">d</b></p>'
    assert directed(html, "en") == html.replace('"ug"', '"ug" dir="rtl"')
    assert directed(html, "ug") == html.replace('"zh"', '"zh" dir="ltr"')
