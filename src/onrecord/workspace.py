"""A folder → `Workspace`: every path that onrecord reads, and the settings of `onrecord.toml`.

Ontology, shapes and site are found in the workspace first, then in the installed package, then in
the repository; a file of the same name in the workspace overrides a packaged one.
"""

import datetime
import os
import re
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, fields
from functools import cached_property
from importlib import resources
from pathlib import Path
from typing import Any, Final
from urllib.parse import urlsplit

from onrecord import texts, toml
from onrecord.errors import ConfigError, OnrecordError, SystemFailure
from onrecord.names import Names, check_iri, is_slug

CONFIG_NAME: Final = "onrecord.toml"
TEXT_POLICIES: Final = ("anchors", "quotes", "full")
_CURATED: Final = ("article.ttl", "statements.ttl", "deals.ttl")
_SOURCES: Final = {
    "article": (*_CURATED, "evidence.ttl"),
    **{kind: (f"{kind}.ttl",) for kind in ("background", "review", "extracted")},
}
ARTICLE_FILES: Final = tuple(name for names in _SOURCES.values() for name in names)
"""The names of the files that are read of an article."""
_TURTLE: Final = (".ttl", ".ttl.txt")
_KNOWN_LANGUAGES: Final = ("de", "en")
_ADDRESS: Final = re.compile(r"https?://[\w.-]+(:\d+)?/([\w.~%-]+/)*", re.ASCII)


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who answers for the publication, and the address that takes corrections."""

    name: str = "onrecord"
    url: str = ""
    contact: str = ""


@dataclass(frozen=True, slots=True)
class Config:
    """The settings of one publication, checked; texts are per language code. `address` is where it
    will be reached, if that is known: IRIs under `base` lead there."""

    base: str
    title: Mapping[str, str]
    description: Mapping[str, str]
    languages: tuple[str, ...] = ("de", "en")
    data_license: str = "https://creativecommons.org/licenses/by/4.0/"
    text_policy: str = "anchors"
    publish_extracted: bool = False
    version: str = "0.1.0"
    modified: str = ""
    address: str = ""
    publisher: Publisher = field(default_factory=Publisher)

    @property
    def root(self) -> str:
        """The path of the publication on its host, e.g. `/graph/`; empty where it is not known."""
        return urlsplit(self.address).path

    @property
    def default_language(self) -> str:
        """The language whose pages stand at the root."""
        return self.languages[0]

    @property
    def names(self) -> Names:
        """Mints the IRIs of this publication."""
        return Names(self.base)


@dataclass(frozen=True, slots=True)
class ArticleFolder:
    """`kg/articles/<slug>/`; a file that does not exist is simply not there."""

    slug: str
    path: Path

    def file(self, name: str) -> Path:
        """Path of one of the article's files, e.g. `statements.ttl`."""
        return self.path / name

    @property
    def curated(self) -> tuple[Path, ...]:
        """The files a curator writes about the article, in a fixed order."""
        return self._existing(*_CURATED)

    @property
    def sources(self) -> Iterator[tuple[str, tuple[Path, ...]]]:
        """All files that are read of the article, by the kind of graph that they belong to."""
        there = self.names()
        for kind, names in _SOURCES.items():
            yield kind, tuple(self.file(name) for name in names if name in there)

    def _existing(self, *names: str) -> tuple[Path, ...]:
        there = self.names()
        return tuple(self.file(name) for name in names if name in there)

    def names(self) -> frozenset[str]:
        """The names of the files that are there."""
        # Asking for each file by itself takes five times as long.
        with suppress(FileNotFoundError), os.scandir(self.path) as entries:
            return frozenset(entry.name for entry in entries if entry.is_file())
        return frozenset()


@dataclass(frozen=True)
class Workspace:
    """Every input path of one publication."""

    root: Path
    config: Config

    @classmethod
    def find(cls, start: Path) -> "Workspace":
        """The workspace that `start` lies in: the nearest folder upwards with `onrecord.toml`.

        Raises `ConfigError` where there is none or it cannot be used.
        """
        try:
            begin = start.resolve()
        except FileNotFoundError as error:
            raise ConfigError(
                "the folder you are in is no longer there", hint="change into another one"
            ) from error
        for folder in (begin, *begin.parents):
            if (folder / CONFIG_NAME).is_file():
                return cls(folder, read_config(folder / CONFIG_NAME))
        raise ConfigError(
            f"no {CONFIG_NAME} in {start} or any folder above it",
            hint="run 'onrecord init DIR' to make a workspace, or change into one",
        )

    def relative(self, path: Path) -> str:
        """`path` as shown in messages: from the workspace's root, with forward slashes."""
        try:
            return path.resolve().relative_to(self.root).as_posix()
        except ValueError:
            return path.as_posix()

    def text(self, path: Path, wrong: type[OnrecordError] = ConfigError) -> str:
        """The text of a file, see `texts.read`."""
        return texts.read(path, self.relative(path), wrong)

    def inside(self, path: Path) -> Path:
        """`path`, if it lies in the workspace or in the packaged defaults once every symbolic link
        is followed; else `ConfigError`: nobody's other files are read or published."""
        real = path.resolve()
        if not (real.is_relative_to(self.root) or real.is_relative_to(self._defaults)):
            raise ConfigError(
                f"leads out of the workspace, to {real}",
                file=path,
                hint="put the file itself there instead of a link",
            )
        return path

    @property
    def kg(self) -> Path:
        """The folder of what is said."""
        return self.root / "kg"

    @property
    def public(self) -> Path:
        """Where the publication is built."""
        return self.root / "public"

    @property
    def cache(self) -> Path:
        """Where results that can be computed again are kept."""
        return self.root / ".onrecord"

    def journal(self, slug: str) -> Path:
        """What the act of a review that is being done has changed; none where no act is."""
        return self.cache / f"review-{slug}.json"

    def journals(self) -> tuple[Path, ...]:
        """Those of all articles, sorted."""
        inside = self.cache.resolve().is_relative_to(self.root)
        return tuple(sorted(self.cache.glob(self.journal("*").name))) if inside else ()

    def releases(self) -> tuple[Path, ...]:
        """The records of its releases, sorted by their paths."""
        return tuple(sorted((self.root / "releases").glob("*/release.json")))

    def entity_files(self) -> tuple[Path, ...]:
        """`kg/entities/*.ttl`, sorted."""
        return self._inside((self.kg / "entities").glob("*.ttl"))

    def unread(self) -> Iterator[Path]:
        """Files of `kg/` that look like Turtle, and that nothing is read from: called otherwise, or
        in another folder."""
        for folder in self.articles():
            others = folder.names().difference(ARTICLE_FILES)
            yield from (folder.file(n) for n in sorted(others) if _is_turtle(n))
        entities = self.kg / "entities"
        lost = [
            *(p for p in self.kg.glob("*.*") if p.name != "tombstones.ttl"),
            *(p for p in entities.glob("*.*") if p.suffix != ".ttl"),
            *entities.glob("*/**/*.*"),
        ]
        yield from sorted(p for p in lost if _is_turtle(p.name) and p.is_file())

    def articles(self) -> tuple[ArticleFolder, ...]:
        """The article folders, sorted; each name must be a slug (`ConfigError`)."""
        parent = self.kg / "articles"
        folders = self._folders(parent) if parent.is_dir() else ()
        for folder in folders:
            if not is_slug(folder.name):
                raise ConfigError(
                    f"{folder.name!r} cannot be the slug of an article",
                    file=self.relative(folder),
                    hint="rename the folder: lower-case letters, digits and single hyphens",
                )
        return tuple(ArticleFolder(p.name, p) for p in folders)

    def article(self, slug: str) -> ArticleFolder:
        """The folder of one article; `ConfigError` lists the slugs there are."""
        known = {a.slug: a for a in self.articles()}
        if slug not in known:
            raise ConfigError(
                f"there is no article {slug!r} in kg/articles",
                hint=f"articles here: {', '.join(known) or 'none'}; 'onrecord new' makes one",
            )
        return known[slug]

    def questions(self) -> tuple[Path, ...]:
        """`kg/questions/*.rq`, sorted."""
        return self._inside((self.kg / "questions").glob("*.rq"))

    def files(self, folder: str, pattern: str) -> tuple[Path, ...]:
        """Files of `ontology`, `shapes` or `site`; those of the workspace override the defaults.

        `pattern` is a glob such as `**/*.ttl`; the result is sorted by path inside the folder.
        """
        found: dict[str, Path] = {}
        for root in self._roots(folder):
            for path in root.glob(pattern):
                if path.is_file():
                    found.setdefault(path.relative_to(root).as_posix(), path)
        return tuple(self.inside(found[name]) for name in sorted(found))

    def packaged(self, folder: str) -> bool:
        """Whether all files of `ontology`, `shapes` or `site` are those of the package."""
        return self._roots(folder)[0] == self._defaults / folder

    def file(self, folder: str, name: str) -> Path:
        """One file of `ontology`, `shapes` or `site`; `SystemFailure` where it is missing."""
        for root in self._roots(folder):
            if (root / name).is_file():
                return self.inside(root / name)
        raise SystemFailure(
            f"{folder}/{name} is neither in the workspace nor in the package",
            hint="install onrecord again",
        )

    def _inside(self, paths: Iterable[Path]) -> tuple[Path, ...]:
        return tuple(map(self.inside, sorted(paths)))

    def _folders(self, parent: Path) -> tuple[Path, ...]:
        """The folders inside of one, sorted; of links it is looked where they lead."""
        self.inside(parent)
        with os.scandir(parent) as entries:
            found = sorted((e.name, e.is_symlink()) for e in entries if e.is_dir())
        return tuple(
            self.inside(parent / name) if linked else parent / name for name, linked in found
        )

    def _roots(self, folder: str) -> tuple[Path, ...]:
        return tuple(p for p in (self.root / folder, self._defaults / folder) if p.is_dir())

    @cached_property
    def _defaults(self) -> Path:
        packaged = Path(str(resources.files("onrecord"))).resolve() / "defaults"
        if packaged.is_dir():
            return packaged
        return Path(__file__).resolve().parents[2]


def _is_turtle(name: str) -> bool:
    return name.lower().endswith(_TURTLE) and not name.startswith(".")


def read_config(path: Path) -> Config:
    """`onrecord.toml` → `Config`; raises `ConfigError` with the line where one can be told."""
    text = texts.read(path, path)
    table = toml.table(text, path)
    try:
        return _config(table)
    except OnrecordError as error:
        # A message names the key first, in quotes.
        named = re.search(r"'([\w.]+)'", error.message)
        line = toml.line_of(named[1].rpartition(".")[2], text) if named else None
        raise ConfigError(error.message, file=path, line=line, hint=error.hint) from error


_KEYS: Final = {
    "base": str,
    "languages": list,
    "data_license": str,
    "text_policy": str,
    "publish_extracted": bool,
    "version": str,
    "modified": str,
    "address": str,
    "publisher": dict,
    "title": dict,
    "description": dict,
}


_KINDS: Final = {
    str: ("a text", 'in quotes: "…"'),
    list: ("a list", 'e.g. ["de", "en"]'),
    bool: ("true or false", "without quotes"),
    dict: ("a table", "below a line with its name in brackets"),
}


def _is_day(text: str) -> bool:
    try:
        return datetime.date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _config(table: dict[str, Any]) -> Config:
    for key, value in table.items():
        if key not in _KEYS:
            raise ConfigError(f"unknown key {key!r}", hint=f"keys are {', '.join(_KEYS)}")
        if not isinstance(value, _KEYS[key]):
            kind, example = _KINDS[_KEYS[key]]
            raise ConfigError(f"{key!r} must be {kind}, not {value!r}", hint=example)
    for key in ("base", "title"):
        if key not in table:
            raise ConfigError(f"the key {key!r} is missing", hint=f"add {key} = …")
    languages = tuple(table.get("languages", ["de", "en"]))
    if not languages or sorted(set(languages)) != sorted(languages):
        raise ConfigError("'languages' must name each language once", hint='e.g. ["de", "en"]')
    if not set(languages) <= set(_KNOWN_LANGUAGES):
        raise ConfigError("'languages' can hold 'de' and 'en' only", hint='e.g. ["de", "en"]')
    for key in ("title", "description"):
        missing = [lang for lang in languages if lang not in table.get(key, table["title"])]
        if missing:
            hint = f"add {missing[0]} = … below [{key}]"
            raise ConfigError(f"{key!r} has no text in {', '.join(missing)}", hint=hint)
    policy = table.get("text_policy", "anchors")
    if policy not in TEXT_POLICIES:
        raise ConfigError(
            f"'text_policy' cannot be {policy!r}", hint=f"one of {', '.join(TEXT_POLICIES)}"
        )
    modified = table.get("modified", "")
    if modified and not _is_day(modified):
        raise ConfigError(f"'modified' is no day: {modified!r}", hint='e.g. "2026-11-23"')
    address = table.get("address", "")
    if address and not _ADDRESS.fullmatch(address):
        raise ConfigError(
            f"'address' is no address of a folder on a host: {address!r}",
            hint="where the publication will be reached, with a slash at its end: https://…/",
        )
    check_iri(table.get("data_license", "https://creativecommons.org/licenses/by/4.0/"))
    rest = {k: table[k] for k in _KEYS if k in table and k not in ("languages", "publisher")}
    rest.setdefault("description", table["title"])
    config = Config(**rest, languages=languages, publisher=_publisher(table.get("publisher", {})))
    _ = config.names
    return config


def _publisher(table: dict[str, Any]) -> Publisher:
    known = [f.name for f in fields(Publisher)]
    for key, value in table.items():
        if key not in known:
            raise ConfigError(f"unknown key 'publisher.{key}'", hint=f"keys are {', '.join(known)}")
        if not isinstance(value, str):
            kind, example = _KINDS[str]
            raise ConfigError(f"'publisher.{key}' must be {kind}, not {value!r}", hint=example)
    publisher = Publisher(**table)
    if publisher.contact and not publisher.contact.startswith(("https://", "mailto:")):
        raise ConfigError(
            f"'publisher.contact' is no address that takes corrections: {publisher.contact!r}",
            hint="https://… or mailto:…",
        )
    return publisher
