"""`python -m onrecord` is the same as `onrecord`."""

from onrecord.cli import run

run()
