"""What a server may be told, with safe defaults: where it listens and what one request may use."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """All times are seconds, all sizes bytes; one table for the command line and for tests."""

    host: str = "127.0.0.1"
    port: int = 8000
    public_url: str = ""
    """Where the world reaches the site, if not at the address of the request."""
    workers: int = 4
    """Queries that run at the same time; each has a process of its own."""
    query_seconds: float = 5.0
    short_seconds: float = 0.2
    """A query that runs for longer may use half of the workers only."""
    query_memory: int = 1_500_000_000
    query_bytes: int = 200_000
    answer_bytes: int = 50_000_000
    waiting: int = 1_000
    """Queries that may wait for a worker before others are told to come back later."""
    waiting_seconds: float = 30.0
    body_seconds: float = 20.0
    """How long a client may take to send a body."""
    shutdown_seconds: int = 10
    access_log: bool = True
    log_addresses: bool = False
