"""Coverage-guided fuzzing of what strangers can send: files, queries, headers; as long as wanted.

    pip install atheris                                # Linux, CPython
    python tests/hostile/fuzz.py -max_total_time=600   # options of libFuzzer

Ends with a traceback, and the input in a file `crash-…`, where anything but an error of the family
comes out. It is no dependency of the tests: there are no wheels of it for every system.
"""

import contextlib
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent.parent))
try:
    import atheris  # type: ignore[import-not-found]
except ImportError:
    sys.exit("atheris is missing: pip install atheris")

with atheris.instrument_imports(include=["onrecord"]):
    from onrecord.errors import OnrecordError
    from onrecord.query.admission import admit, refuse_reaching_out
    from onrecord.query.rewrite import anchor_paths
    from onrecord.serve.negotiation import preferred
    from onrecord.validate.prebinding import Template
    from test_hosting_accept import OFFERS
    from test_syntax_files import SEEDS, _survives


def one(data: bytes) -> None:
    """The first byte chooses who gets the rest."""
    text = data[1:].decode("utf-8", "replace")
    kind = data[0] % 4 if data else 0
    if kind == 0:
        _survives(data[1:])
    elif kind == 1:
        with contextlib.suppress(OnrecordError):
            anchor_paths(admit(text).text)
    elif kind == 2:
        with contextlib.suppress(OnrecordError):
            refuse_reaching_out(text)
            Template.of(text)
    else:
        preferred(text, OFFERS)


def main() -> None:
    """Writes the seeds to a folder that is not kept, and begins."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        for number, seed in enumerate(SEEDS):
            (Path(folder) / str(number)).write_bytes(b"\0" + seed)
        for number, query in enumerate(Path("kg/questions").glob("*.rq")):
            (Path(folder) / f"q{number}").write_bytes(b"\1" + query.read_bytes())
        atheris.Setup([*sys.argv, folder], one)
        atheris.Fuzz()


if __name__ == "__main__":
    main()
