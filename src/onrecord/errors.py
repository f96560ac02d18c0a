"""The one error family: every error says where, what is at fault and what to do.

OnrecordError
├── UsageError          the command was called wrongly: call it differently (exit 2)
│   ├── ConfigError     `onrecord.toml` is missing or wrong: mend it
│   └── QueryError      a SPARQL query cannot be parsed or is not allowed: change it
├── SourceError         a source of the workspace is wrong: mend the file (exit 1)
│   ├── ParseError      RDF that cannot be read
│   ├── TermError       a term that no vocabulary of the workspace defines
│   ├── IdentityError   an IRI that is malformed, defined twice or defined nowhere
│   ├── AnchorError     an anchor phrase that is not found, or found more than once
│   └── TextError       an article text that is not the one that was curated, or no text at all
└── SystemFailure       the environment failed: free space, rights, a missing program (exit 3)
    └── LimitError      a limit on time, memory or size was reached
"""

from pathlib import Path
from typing import ClassVar


class OnrecordError(Exception):
    """The root of the family.

    `str(error)` is `file:line:column: message` with as many of the places as are known;
    `hint` says what to do; `exit_code` is what the command line ends with.
    """

    exit_code: ClassVar[int] = 1

    def __init__(
        self,
        message: str,
        *,
        file: Path | str | None = None,
        line: int | None = None,
        column: int | None = None,
        hint: str | None = None,
    ) -> None:
        super().__init__(message)
        self.message = message
        self.file = str(file) if file is not None else None
        self.line = line
        self.column = column
        self.hint = hint

    @property
    def place(self) -> str:
        """`file:line:column`, as far as known; empty where nothing is."""
        if self.file is None:
            return ""
        parts = [self.file, *(str(n) for n in (self.line, self.column) if n is not None)]
        return ":".join(parts)

    def __str__(self) -> str:
        return f"{self.place}: {self.message}" if self.place else self.message

    def __reduce__(self) -> tuple[object, ...]:
        state = (self.message, self.file, self.line, self.column, self.hint)
        return (_rebuild, (type(self), *state))


def _rebuild(
    kind: type[OnrecordError],
    message: str,
    file: str | None,
    line: int | None,
    column: int | None,
    hint: str | None,
) -> OnrecordError:
    return kind(message, file=file, line=line, column=column, hint=hint)


class UsageError(OnrecordError):
    """The command was called wrongly."""

    exit_code = 2


class ConfigError(UsageError):
    """`onrecord.toml` is missing or wrong."""


class QueryError(UsageError):
    """A SPARQL query cannot be parsed or is not allowed."""


class SourceError(OnrecordError):
    """A source of the workspace is wrong."""


class ParseError(SourceError):
    """RDF that cannot be read."""


class TermError(SourceError):
    """A term that no vocabulary of the workspace defines."""


class IdentityError(SourceError):
    """An IRI that is malformed, defined twice or defined nowhere."""


class AnchorError(SourceError):
    """An anchor phrase that is not found in its paragraph, or found more than once."""


class TextError(SourceError):
    """An article text that is not the one that was curated, or no text at all."""


class SystemFailure(OnrecordError):
    """The environment failed."""

    exit_code = 3


class LimitError(SystemFailure):
    """A limit on time, memory or size was reached."""
