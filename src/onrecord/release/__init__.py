"""A publication → a frozen release, and the proof that what is served is what was released."""

from onrecord.release.freeze import Released, freeze
from onrecord.release.proof import verify_folder, verify_release, verify_url

__all__ = ["Released", "freeze", "verify_folder", "verify_release", "verify_url"]
