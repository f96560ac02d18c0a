"""Events of long work: library code reports, whoever called it shows them or listens to nothing."""

from typing import Protocol


class Reporter(Protocol):
    """Hears which stage has begun and, where the stage counts, how far it is."""

    def stage(self, name: str, total: int | None = None) -> None:
        """A stage begins; `total` is the number of steps where it is known."""

    def step(self, count: int = 1) -> None:
        """So many steps of the stage are done."""


class Silent:
    """A reporter that nobody listens to."""

    def stage(self, name: str, total: int | None = None) -> None:
        """Ignores the stage."""

    def step(self, count: int = 1) -> None:
        """Ignores the step."""
