"""A small site made of the contract in `site/scripts/README.md`: what the scripts need, no more.

Its labels are hostile: a script that reads one as markup sets `window.hacked`."""

import html
import json
from importlib import resources
from pathlib import Path

from onrecord.publish.site.assets.datascript import data_script
from onrecord.publish.site.assets.search import SearchEntry, search_script

BASE = "https://example.org/kg/"
NS = "https://example.org/ns#"
HOSTILE = '<img src=x onerror="window.hacked=1">&amp;"\'</script><script>window.hacked=1</script>'
POLICY = (
    "default-src 'none'; script-src 'self'{wasm}; style-src 'self'; img-src 'self' data:; "
    "connect-src 'self'; form-action 'self'; base-uri 'none'{worker}"
)
LABEL = "http://www.w3.org/2000/01/rdf-schema#label"
DATASET = f"""
@prefix x: <{NS}> . @prefix rdfs: <http://www.w3.org/2000/01/rdf-schema#> .
GRAPH <{BASE}graph/one> {{
  <{BASE}company/alfa> a x:Company ; rdfs:label "Alfa"@de , "Alfa"@en ; x:staff 12 .
  <{BASE}company/beta> a x:Company ; rdfs:label {json.dumps(HOSTILE)}@de , "Beta"@en .
}}
GRAPH <{BASE}graph/two> {{ <{BASE}deal/alfa-beta#amount> a x:Amount ; x:of <{BASE}company/alfa> . }}
"""
TERMS = {
    "prefixes": {"x": NS, "company": f"{BASE}company/", "deal": f"{BASE}deal/"},
    "terms": [
        {"name": "x:staff", "kind": "property", "label": HOSTILE, "definition": HOSTILE},
        {"name": "x:Company", "kind": "class", "label": "Firma", "definition": "Eine Firma."},
    ],
    "links": [
        {"prefix": f"{BASE}company/", "address": "company/{}.html"},
        {"prefix": f"{BASE}deal/", "address": "deal/{}.html"},
        {"prefix": NS, "address": "ontology.html#{}"},
    ],
}
ENTRIES = (
    SearchEntry("company/alfa.html", "Unternehmen", "Ölmühle Straßburg", "Presst Raps", ("Alfa",)),
    SearchEntry("company/beta.html", "Unternehmen", HOSTILE, HOSTILE, ("Beta",)),
    SearchEntry("page.html", "Seite", "Rapsfeld", "Ein Feld"),
    SearchEntry("list.html", "Aussage", "Kern: nein", "Kern sagt nein"),
    SearchEntry("list.html", "Aussage", "Kern: noch einmal nein", "Kern und wieder Kern"),
    SearchEntry("map.html", "Person", "Wilhelmina von und zu Kern", named=True),
)
ITEMS = (
    ("alfa", "Alfa", "planned on-hold", "anna"),
    ("beta", HOSTILE, "planned", "bert"),
    ("gamma", "Gamma, sagt Öztürk", "denied", "anna"),
)


def write_trial_site(folder: Path) -> None:
    """All pages, data scripts and packaged assets."""
    assets = folder / "assets"
    assets.mkdir(parents=True)
    for file in resources.files("onrecord_assets").iterdir():
        if file.name.endswith((".js", ".css")):
            (assets / file.name).write_bytes(file.read_bytes())
    scripts = {
        "search-index.de.js": search_script("de", ENTRIES),
        "graph-data.js": data_script(
            "onrecordDataset", {"type": "application/trig", "text": DATASET}
        ),
        "sparql-terms.de.js": data_script("onrecordTerms", TERMS),
    }
    for name, text in scripts.items():
        (assets / name).write_text(text, encoding="utf-8")
    pages = {
        "page.html": _page(_ORDINARY, ()),
        "en/page.html": _page("<p>English</p>", (), up="../"),
        "search.html": _page("<div data-search-results></div>", ()),
        "list.html": _page(_list(), ("facets.js",)),
        "map.html": _page(_map(), ("map.js",)),
        "sparql.html": _page(_SPARQL, ("sparql.js",), wasm=True),
        "company/alfa.html": _page("<p>Alfa</p>", (), up="../"),
    }
    for name, text in pages.items():
        target = folder / name
        target.parent.mkdir(exist_ok=True)
        target.write_text(text, encoding="utf-8")


def _page(main: str, scripts: tuple[str, ...], *, up: str = "", wasm: bool = False) -> str:
    policy = POLICY.format(
        wasm=" 'wasm-unsafe-eval'" if wasm else "", worker="; worker-src blob:" if wasm else ""
    )
    tags = "".join(
        f'<script defer src="{up}assets/{name}"></script>\n'
        for name in ("page.js", "search.js", *scripts)
    )
    return f"""<!doctype html>
<html lang="de"><head><meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="{policy}">
<meta name="viewport" content="width=device-width, initial-scale=1"><title>Probe</title>
<link rel="icon" href="data:,">
<script src="{up}assets/theme.js"></script>
<link rel="stylesheet" href="{up}assets/pico.css">
<link rel="stylesheet" href="{up}assets/scripts.css">
{tags}</head><body>
<header class="container"><form role="search" data-search action="{up}search.html" method="get">
<label for="search">Suche</label><input id="search" type="search" name="q"></form>
<a data-language-switch hreflang="en" href="{up}en/page.html">English</a>
<button type="button" data-theme-toggle hidden></button></header>
<main class="container"><h1>Probe</h1>
{main}
</main></body></html>
"""


_ORDINARY = """<pre id="citation">@misc{alfa}
</pre><button type="button" data-copy="citation" hidden>Kopieren</button>
<details data-open-for-print><summary>Tripel</summary><p id="inside">x</p></details>"""


def _list() -> str:
    items = "\n".join(
        f'<li data-item="{BASE}statement/{name}" data-class="{NS}Statement" '
        f'data-facet-modality="{modality}" data-facet-speaker="{speaker}">'
        f'<a href="page.html" data-item-label>{html.escape(label)}</a></li>'
        for name, label, modality, speaker in ITEMS
    )
    boxes = "\n".join(
        f'<label><input type="checkbox" name="modality" value="{value}"> {value} '
        "<span data-count></span></label>"
        for value in ("planned", "on-hold", "denied")
    )
    return f"""<section data-facets data-filename="aussagen">
<form data-facet-form hidden><fieldset><legend>Modalität</legend>{boxes}</fieldset>
<label>Wer <select name="speaker"><option value="">alle</option><option value="anna">Anna</option>
<option value="bert">Bert</option></select></label>
<label>Text <input type="search" name="text"></label><button type="reset">Zurück</button></form>
<p data-facet-status></p><p data-facet-downloads hidden></p>
<div data-facet-group><h2>Alle <span data-group-count>3</span></h2><ul>{items}</ul></div>
</section>"""


def _map() -> str:
    node = {"kind": "company", "kindLabel": "Firma", "width": 80, "height": 30, "y": 40}
    nodes = [
        {**node, "id": "alfa", "label": "Alfa", "address": "company/alfa.html", "x": 60},
        {**node, "id": "beta", "label": HOSTILE, "address": "page.html", "x": 340},
        {**node, "id": "gamma", "label": "Gamma", "address": "javascript:alert(1)", "x": 600},
    ]
    edge = {"kind": "investment", "kindLabel": "Investition", "address": "page.html"}
    asserted = {"modality": "asserted", "modalityLabel": "behauptet"}
    planned = {"modality": "planned", "modalityLabel": "geplant"}
    paper = {"source": "paper", "sourceLabel": "Zeitung"}
    both = {"source": ["paper", "agency"], "sourceLabel": ["Zeitung", HOSTILE]}
    label = {"label": "12 Mio.", "description": "Alfa zahlt 12 Mio. an Beta"}
    edges = [
        {"id": "one", "from": "alfa", "to": "beta", **label, **edge, **asserted, **paper},
        {"id": "two", "from": "beta", "to": "gamma", **label, **edge, **planned, **both},
    ]
    data = json.dumps({"nodes": nodes, "edges": edges}).replace("<", "\\u003c")
    shapes = "".join(
        f'<a data-node="{n["id"]}" data-kind="company" href="page.html">'
        f'<rect x="{n["x"]}" y="25" width="80" height="30"/><title>Firma</title></a>'
        for n in nodes
    )
    arrows = "".join(f'<g data-edge="{e["id"]}"><path d="M0 0h9"/></g>' for e in edges)
    rows = "".join(f'<tr data-edge-row="{e["id"]}"><td>{e["id"]}</td></tr>' for e in edges)
    return f"""<figure data-map><div data-map-controls hidden></div>
<div data-map-picture><svg viewBox="0 0 700 80" role="img" aria-label="Karte">{shapes}{arrows}</svg>
</div><script type="application/json" data-map-data>{data}</script></figure>
<table><thead><tr><th scope="col">Pfeil</th></tr></thead><tbody>{rows}</tbody></table>"""


_SPARQL = """<form data-sparql hidden><label for="sparql-query">Abfrage</label>
<textarea id="sparql-query" name="query" rows="6">SELECT ?s WHERE { ?s ?p ?o }</textarea></form>
<div data-sparql-results></div>
<section data-example id="q-01"><h2>Wie viele?</h2>
<pre><code data-query>PREFIX x: &lt;https://example.org/ns#&gt;
SELECT ?c ?n WHERE { ?c a x:Company OPTIONAL { ?c x:staff ?n } } ORDER BY ?c</code></pre>
<button type="button" data-load-example hidden>In den Editor</button></section>"""
