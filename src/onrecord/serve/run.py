"""Settings in, a running server out; ends when it is told to, after the requests under way."""

import logging
import socket
import sys
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import uvicorn

from onrecord.errors import SystemFailure
from onrecord.publish.hosting import SITE_FILE
from onrecord.serve.app import DUMP, application
from onrecord.serve.settings import Settings


def _nothing(port: int) -> None:
    del port


def run(publication: Path, settings: Settings, begins: Callable[[int], None] = _nothing) -> None:
    """Serve a publication until SIGINT or SIGTERM; `begins` is told the port once it is bound."""
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
    bound = _bound(settings)
    begins(bound.getsockname()[1])
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(logging.Formatter("%(message)s"))
    log = logging.getLogger("onrecord.access")
    log.addHandler(handler)
    log.setLevel(logging.INFO)
    log.propagate = False
    config = uvicorn.Config(
        application(publication, settings),
        log_level="warning",
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=settings.shutdown_seconds,
        timeout_keep_alive=15,
        backlog=2048,
        h11_max_incomplete_event_size=256 * 1024,
    )
    with suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[bound])


def _bound(settings: Settings) -> socket.socket:
    """A socket that has its address before anybody is told of it; it listens when all is ready."""
    bound = socket.socket(socket.AF_INET6 if ":" in settings.host else socket.AF_INET)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((settings.host, settings.port))
    except OSError as error:
        bound.close()
        raise SystemFailure(
            f"cannot listen at {settings.host} port {settings.port}: {error.strerror}",
            hint="Choose another one with --host or --port.",
        ) from error
    return bound
