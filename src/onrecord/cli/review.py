"""`review`: a person decides on the proposals, on a local page or in the terminal."""

from datetime import date as calendar
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from onrecord.cli.app import app, known_language, say, settings, show

if TYPE_CHECKING:
    from onrecord.review.session import Session
    from onrecord.review.wording import Wording
    from onrecord.workspace import Workspace


@app.command(rich_help_panel="Stages")
def review(
    context: typer.Context,
    slug: Annotated[str, typer.Argument(help="The article's folder in kg/articles.")],
    text: Annotated[Path, typer.Option("--text", "-t", help="The article's text; stays there.")],
    terminal: Annotated[
        bool, typer.Option("--terminal", help="Ask in the terminal; no page, no server.")
    ] = False,
    forget: Annotated[
        bool, typer.Option("--forget", help="First drop decisions that match no proposal.")
    ] = False,
    by: Annotated[
        str, typer.Option("--by", help="Who decides: a name or an IRI; default: the publisher.")
    ] = "",
    date: Annotated[
        str, typer.Option("--date", help="Date of the decisions, e.g. 2031-05-02; default: today.")
    ] = "",
    port: Annotated[
        int, typer.Option("--port", "-p", min=0, max=65535, help="0 takes any that is free.")
    ] = 0,
    strip_html: Annotated[
        bool, typer.Option("--strip-html", help="Drop the markup of an HTML page first.")
    ] = False,
    language: Annotated[
        str,
        typer.Option(
            "--language",
            callback=known_language,
            help="de, en; default: the first of the workspace.",
        ),
    ] = "",
    browser: Annotated[
        bool, typer.Option("--browser/--no-browser", help="Open the page in the browser.")
    ] = True,
) -> None:
    """Accept, correct or reject what the machine proposed, and add what it missed.

    Opens a page on this machine only, with a token in its address. Every decision is saved at once
    to review.ttl, new statements to statements.ttl; the text is neither stored nor sent anywhere.
    """
    from onrecord.extract.clean import read_text
    from onrecord.review.session import Session
    from onrecord.review.wording import Wording
    from onrecord.review.wording import chosen as wanted

    chosen = settings(context)
    workspace = chosen.workspace()
    workspace.article(slug)
    article = read_text(slug, text, strip_html=strip_html)
    words = Wording.of(workspace, wanted(workspace, language))
    _take_back(workspace, slug, words)
    session = Session(workspace, article, by or workspace.config.publisher.name, _day(date))
    if forget:
        _forget(session, words)
    _tell_lost(session, words)
    if terminal:
        from onrecord.cli.review_terminal import ask_all

        ask_all(session, words)
    else:
        _serve(session, port, browser and not chosen.json, chosen.json, language)


def _take_back(workspace: "Workspace", slug: str, words: "Wording") -> None:
    """Says so where the last review was broken off in the middle of an act."""
    from onrecord.review.interrupted import take_back

    if take_back(workspace, slug):
        say(words.told("the last act of the review before was broken off: it was taken back"))


def _forget(session: "Session", words: "Wording") -> None:
    """Drops the decisions that match nothing; what the last release has and the machine proposes no
    longer is withdrawn. What alone tells that something was written from a proposal stays."""
    from onrecord.diff import Snapshot
    from onrecord.diff.compare import alive
    from onrecord.publish.history import releases
    from onrecord.review.verdicts import named
    from onrecord.review.withdrawal import forget

    past = releases(session.workspace)
    last = Snapshot.read(past[-1].dump) if past else Snapshot("", {}, {})
    count = forget(session, {iri: last.label(iri) for iri in alive(last)})
    say(words.told(f"{count} decisions that matched no proposal were dropped"))
    for decision in session.needed():
        there = [iri for iri in named(decision) if iri in session.known]
        entry = session.label(there[0])
        say(words.told(f"one stays until another proposal is accepted as “{entry}”"))


def _tell_lost(session: "Session", words: "Wording") -> None:
    """Names every decision that another extraction has left without its proposal."""
    for decision in session.lost:
        former = session.former.get(decision.key)
        about = former.told if former else decision.key
        told = f"the decision on {about} ({decision.verdict}) matches no proposal any more"
        say(words.told(told))


def _day(text: str) -> str:
    try:
        return (calendar.fromisoformat(text) if text else calendar.today()).isoformat()
    except ValueError:
        raise typer.BadParameter(f"{text!r} is no date such as 2031-05-02") from None


def _serve(session: "Session", port: int, browser: bool, as_json: bool, language: str) -> None:
    import webbrowser

    from onrecord.review.web import LOOPBACK, application, bind, new_token, run
    from onrecord.review.wording import Wording
    from onrecord.review.wording import chosen as wanted

    token, opened = new_token(), bind(port)
    number = opened.getsockname()[1]
    address = f"http://{LOOPBACK}:{number}/{token}/"
    if language:
        address += f"?lang={language}"
    if as_json:
        show({"address": address})
    else:
        print(address, flush=True)
    words = Wording.of(session.workspace, wanted(session.workspace, language))
    say(words.told("keep this address to yourself; Ctrl-C ends the review"))
    if browser:
        webbrowser.open(address)
    run(application(session, token, number), opened)
