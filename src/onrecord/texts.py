"""Files of text that a person wrote: their text, or an error that names the file and the line."""

from pathlib import Path

from onrecord.errors import ConfigError, OnrecordError


def read(path: Path, shown: str | Path, wrong: type[OnrecordError] = ConfigError) -> str:
    """The text of a file that is called as `shown`; where it is none, the error of this kind."""
    try:
        return path.read_text(encoding="utf-8")
    except UnicodeDecodeError as error:
        line = error.object.count(b"\n", 0, error.start) + 1
        message = f"byte {error.start} is not UTF-8"
        raise wrong(message, file=shown, line=line, hint="save it as UTF-8") from error
    except OSError as error:
        hint = "make it a file that can be read"
        raise wrong(f"cannot be read: {error.strerror}", file=shown, hint=hint) from error
