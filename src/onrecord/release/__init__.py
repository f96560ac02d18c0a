"""A publication → a frozen release, and the proof that what is served is what was released."""

from onrecord.release.freeze import Released, freeze
from onrecord.release.proof import verify_folder, verify_release, verify_url
from onrecord.release.signing import SIGNED, Signer, fingerprints, sign_release, verify_signed

__all__ = [
    "SIGNED",
    "Released",
    "Signer",
    "fingerprints",
    "freeze",
    "sign_release",
    "verify_folder",
    "verify_release",
    "verify_signed",
    "verify_url",
]
