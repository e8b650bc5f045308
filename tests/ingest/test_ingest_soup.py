"""Whatever is thrown at the readers: no crash, exact places, unique ids."""

import random
from collections.abc import Callable

import pytest

from kielipari import ingest
from kielipari.errors import EmptyInputError
from kielipari.model import Bitext, Document

Exact = Callable[[str, Document | Bitext], None]

TEXTS = "sana |Ääni|a\u0308|\u00ad|\U0001f600|.|&amp;|&auml|&#228;|&|\n|  |\t|\r\n|SANA|?|12 "
HTML = (
    "<p>|</p>|<div>|</div>|<b>|</b>|<i>|</i>|<a href=x>|</a>|<ul>|</ul>|<li>|</li>|<table>|</table>|"
    "<tr>|<td>|</td>|<h2>|</h2>|<br>|<img alt='kuva &amp; ääni'>|<button>|</button>|<select>|<option>|"
    "</select>|<svg>|</svg>|<path/>|<title>|</title>|<script>|</script>|<!-- x -->|<!--|-->|<|>|'|<a|"
    "<span lang=sv>|</span>|<p hidden>|<noscript>|</noscript>|<label>|</label>|<input placeholder='x'>|"
    "<template>|</template>|<main>|</main>|<nav>|</nav>|<head>|</head>|<body>|<html lang=fi>|"
    "<textarea>|</textarea>|<pre>|</pre>|<q>|</q>|<dl><dt>|<dd>|</dl>|<?xml ?>|<![CDATA[|]]>|</|<!"
)
MARKDOWN = (
    "# |## |\n\n|- |1. |> |    |**|*|_|`|``|[|](|x)|)|![|[a]|\\*|\\|  \n|\\\n|---\n|===\n|<!-- x -->|"
    "<div>|</div>|~~|<http://a.fi>|[^1]|[^1]: |```\n|{#id}|<b>|</b>|<br>|:-:"
)
PLAIN = "\n\n|- |1. |> |–  |•\t|---|pitkä rivi jossa on monta sanaa ja joka jatkuu |:|====\n|xxxxxxxxxxxxxxx"


@pytest.mark.parametrize(
    ("uri", "pieces"), [("a.html", HTML), ("a.md", MARKDOWN), ("a.txt", PLAIN)]
)
def test_soup(uri: str, pieces: str, assert_exact: Exact) -> None:
    chance = random.Random(20)  # noqa: S311 (the same soup on every run)
    choices = [*pieces.split("|"), *TEXTS.split("|")]
    if uri == "a.md":
        choices += ["|", "|-|-|\n", "|a|b|\n"]
    for _ in range(300):
        soup = "".join(chance.choices(choices, k=chance.randint(1, 60)))
        try:
            read = ingest.read(soup.encode(), uri)
        except EmptyInputError:
            continue
        assert isinstance(read, Document)
        assert_exact(soup, read)
        assert len({block.id for block in read.blocks}) == len(read.blocks), soup


def test_links_within_links() -> None:
    soup = '<p><a href="x"><dl><dt>a<a href="y">b</i></a><p><dd><a href="x">=<br>c<a href="z">d'
    assert ingest.read(soup.encode(), "a.html").meta.format == "html"
