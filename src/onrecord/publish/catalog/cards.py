"""A publication → the files by which archives and reference managers know it.

`CITATION.cff`, `codemeta.json` and `ro-crate-metadata.json`.
"""

import json
from typing import Any, Final

from onrecord import __version__
from onrecord.names import ROOT
from onrecord.publish.publication import Files, Publication
from onrecord.workspace import Config

_SPDX: Final = {
    "https://creativecommons.org/licenses/by/4.0/": "CC-BY-4.0",
    "https://creativecommons.org/licenses/by-sa/4.0/": "CC-BY-SA-4.0",
    "https://creativecommons.org/publicdomain/zero/1.0/": "CC0-1.0",
    "https://opendatacommons.org/licenses/by/1-0/": "ODC-By-1.0",
}
_CRATE: Final = "https://w3id.org/ro/crate/1.1"


def card_files(publication: Publication) -> Files:
    """All three."""
    config = publication.workspace.config
    yield "CITATION.cff", citation(config).encode()
    yield "codemeta.json", _json(codemeta())
    yield "ro-crate-metadata.json", _json(crate(publication))


def citation(config: Config) -> str:
    """Citation File Format 1.2; each value is JSON, which is YAML too."""
    language = config.default_language
    rows: list[tuple[str, Any]] = [
        ("cff-version", "1.2.0"),
        ("message", "If you use this graph, please cite it."),
        ("type", "dataset"),
        ("title", config.title[language]),
        ("abstract", config.description[language]),
        ("authors", [{"name": config.publisher.name}]),
        ("version", config.version),
        ("url", config.base),
        ("identifiers", [{"type": "url", "value": config.base}]),
    ]
    if config.modified:
        rows.append(("date-released", config.modified))
    known = _SPDX.get(config.data_license)
    rows.append(("license", known) if known else ("license-url", config.data_license))
    return "".join(f"{k}: {json.dumps(v, ensure_ascii=False)}\n" for k, v in rows)


def codemeta() -> dict[str, Any]:
    """CodeMeta 3.0: the software that made the publication."""
    return {
        "@context": "https://w3id.org/codemeta/3.0",
        "type": "SoftwareSourceCode",
        "name": "onrecord",
        "description": "Publishes a news article as a graph in which every fact shows who said it.",
        "identifier": ROOT,
        "url": ROOT,
        "version": __version__,
        "license": "https://spdx.org/licenses/Apache-2.0",
        "programmingLanguage": "Python",
        "runtimePlatform": "Python 3.11",
        "developmentStatus": "active",
        "author": [{"type": "Organization", "name": "The onrecord authors"}],
    }


def crate(publication: Publication) -> dict[str, Any]:
    """RO-Crate 1.1: the publication and its dumps as research objects."""
    config = publication.workspace.config
    language = config.default_language
    root: dict[str, Any] = {
        "@id": "./",
        "@type": "Dataset",
        "identifier": config.base,
        "name": config.title[language],
        "description": config.description[language],
        "license": {"@id": config.data_license},
        "publisher": {"@id": "#publisher"},
        "author": {"@id": "#publisher"},
        "version": config.version,
        "inLanguage": list(config.languages),
        "hasPart": [{"@id": d.path} for d in publication.dumps()],
    }
    if config.modified:
        root["datePublished"] = config.modified
    about = {"@id": "./"}
    return {
        "@context": f"{_CRATE}/context",
        "@graph": [
            {
                "@id": "ro-crate-metadata.json",
                "@type": "CreativeWork",
                "conformsTo": {"@id": _CRATE},
                "about": about,
            },
            root,
            *_files(publication),
            {"@id": "#publisher", "@type": "Organization", **_publisher(config)},
            {
                "@id": config.data_license,
                "@type": "CreativeWork",
                "name": _SPDX.get(config.data_license, config.data_license),
            },
        ],
    }


def _files(publication: Publication) -> list[dict[str, Any]]:
    return [
        {
            "@id": d.path,
            "@type": "File",
            "name": d.label,
            "encodingFormat": d.media_type,
            "contentSize": str(d.size),
            "sha256": d.sha256,
        }
        for d in publication.dumps()
    ]


def _publisher(config: Config) -> dict[str, str]:
    found = {"name": config.publisher.name}
    return found | ({"url": config.publisher.url} if config.publisher.url else {})


def _json(table: dict[str, Any]) -> bytes:
    return (json.dumps(table, ensure_ascii=False, indent=1) + "\n").encode()
