"""A publication's settings and its documents in, the rules for every host out: path → bytes."""

from collections.abc import Iterable, Mapping

from onrecord.publish.earlier import KEPT
from onrecord.publish.hosting.apache import htaccess
from onrecord.publish.hosting.caddy import caddyfile
from onrecord.publish.hosting.nginx import nginx
from onrecord.publish.hosting.static import (
    cors_json,
    headers_file,
    linkset,
    media_types_table,
    redirects_file,
    w3id_htaccess,
    w3id_readme,
)
from onrecord.publish.hosting.table import LINKSET, Site
from onrecord.publish.publication import Changed, Publication
from onrecord.publish.rdf import documents
from onrecord.publish.tombstones import gone
from onrecord.workspace import Config

SITE_FILE = "hosting/site.json"
_NOWHERE = "https://publication.example/"
"""Stands in the rules for w3id.org where nobody has said yet where the publication will be."""


def site_of(config: Config, tombstones: Iterable[str] = ()) -> Site:
    """What the rules need to know, from the settings of a workspace."""
    return Site(
        config.base,
        tuple(config.languages),
        config.data_license,
        tuple(sorted(tombstones)),
        config.root or "/",
    )


def hosting_files(publication: Publication) -> Changed:
    """The rules for the documents and tombstones of a publication."""
    graph, config, earlier = publication.graph, publication.workspace.config, publication.earlier
    listed, dead = list(earlier.new.described or documents(graph)), gone(graph)
    recipe = repr((listed, dead))
    stays = earlier.stays(LINKSET, recipe)
    made = rules(config, () if stays else listed, tombstones=dead)
    yield from ((path, KEPT if stays and path == LINKSET else made[path]) for path in made)


def rules(
    config: Config,
    documents: Iterable[str],
    *,
    tombstones: Iterable[str] = (),
) -> Mapping[str, bytes]:
    """The files by path in the publication.

    `documents` and `tombstones` are publication paths without suffix (`company/nvidia`).
    """
    site, address = site_of(config, tombstones), config.address or _NOWHERE
    texts = {
        ".htaccess": htaccess(site),
        ".nojekyll": "",
        "_headers": headers_file(site),
        "_redirects": redirects_file(site),
        "hosting/Caddyfile": caddyfile(site),
        "hosting/cors.json": cors_json(),
        "hosting/media-types.tsv": media_types_table(),
        "hosting/nginx.conf": nginx(site),
        "hosting/w3id/.htaccess": w3id_htaccess(site, address),
        "hosting/w3id/README.md": w3id_readme(site, address),
        LINKSET: linkset(site, sorted(documents)),
    }
    files = {path: text.encode() for path, text in texts.items()}
    return {**files, SITE_FILE: site.to_json()}
