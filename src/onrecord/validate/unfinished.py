"""Acts of a review that are not whole → findings: a statement without the decision that it was
written by would be published as curated by hand."""

from collections.abc import Iterator

from onrecord.errors import SourceError
from onrecord.report import Finding
from onrecord.review.interrupted import BrokenOff, broken_off
from onrecord.workspace import Workspace


def unfinished(workspace: Workspace) -> Iterator[Finding]:
    """One for each file that an act has changed; nothing is taken back here."""
    for act in broken_off(workspace):
        told = (
            _told(act),
            f"der Schritt „{act.act}“ der Prüfung von {act.slug} ist nicht vollständig: er ist "
            f"abgebrochen, und „onrecord review {act.slug} --text DATEI“ nimmt ihn zurück, oder er "
            "geschieht gerade",
        )
        article = workspace.config.names.iri("article", act.slug)
        for file in act.files:
            yield Finding(
                "violation",
                article,
                told[0],
                "review-not-whole",
                told[1],
                file=file,
                article=act.slug,
            )


def refuse_unfinished(workspace: Workspace, slug: str) -> None:
    """Raises `SourceError` where an act of an article's review is not whole: whoever wrote on from
    there would keep the half of it."""
    for act in broken_off(workspace):
        if act.slug == slug:
            hint = f"it has changed {', '.join(act.files)}"
            raise SourceError(_told(act), file=act.files[0], hint=hint)


def _told(act: BrokenOff) -> str:
    return (
        f"the act “{act.act}” of the review of {act.slug} is not whole: it was broken off, and "
        f"'onrecord review {act.slug} --text FILE' takes it back, or it is being done now"
    )
