"""Settings in, a running server out; ends when it is told to, after the requests under way."""

import logging
import sys
from collections.abc import Callable
from pathlib import Path

import uvicorn

from onrecord.errors import SystemFailure
from onrecord.publish.hosting import SITE_FILE
from onrecord.serve.app import DUMP, application
from onrecord.serve.settings import Settings


def _nothing() -> None:
    return


def run(publication: Path, settings: Settings, begins: Callable[[], None] = _nothing) -> None:
    """Serve a publication until SIGINT or SIGTERM; `begins` is called where it can be served."""
    if not (publication / DUMP).is_file():
        raise SystemFailure(
            "There is no publication here",
            file=publication / DUMP,
            hint="Run `onrecord build` first.",
        )
    if not (publication / SITE_FILE).is_file():
        raise SystemFailure(
            "The publication does not say what it is",
            file=publication / SITE_FILE,
            hint="Build it again with this version of onrecord.",
        )
    begins()
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(message)s"))
    log = logging.getLogger("onrecord.access")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    uvicorn.run(
        application(publication, settings),
        host=settings.host,
        port=settings.port,
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=settings.shutdown_seconds,
        timeout_keep_alive=15,
        backlog=2048,
        h11_max_incomplete_event_size=256 * 1024,
    )
