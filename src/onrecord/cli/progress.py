"""A reporter that shows stages on the terminal with rich; silent where nobody looks."""

import sys
from types import TracebackType
from typing import Self

from onrecord.cli.app import Settings

_WORDS = {
    "read": "Reading the sources",
    "derive": "Deriving inverses and projections",
    "check": "Checking shapes and rules",
    "publish": "Writing the publication",
}


class Progress:
    """Use as a context manager; `stage` and `step` as `onrecord.reporter.Reporter` says."""

    def __init__(self, settings: Settings) -> None:
        self._visible = not settings.quiet and not settings.json and sys.stderr.isatty()
        self._bar: object | None = None

    def __enter__(self) -> Self:
        if self._visible:
            from rich.console import Console
            from rich.progress import Progress as Bar
            from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

            self._bar = Bar(
                SpinnerColumn(),
                TextColumn("{task.description}"),
                TimeElapsedColumn(),
                console=Console(stderr=True),
                transient=True,
            )
            self._bar.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        if self._bar is not None:
            self._bar.stop()  # type: ignore[attr-defined]

    def stage(self, name: str, total: int | None = None) -> None:
        """Shows the stage as a line of its own."""
        if self._bar is not None:
            for task in self._bar.task_ids:  # type: ignore[attr-defined]
                self._bar.stop_task(task)  # type: ignore[attr-defined]
            self._bar.add_task(_WORDS.get(name, name), total=total)  # type: ignore[attr-defined]

    def step(self, count: int = 1) -> None:
        """Moves the stage on."""
        if self._bar is not None:
            task = self._bar.task_ids[-1]  # type: ignore[attr-defined]
            self._bar.advance(task, count)  # type: ignore[attr-defined]
