"""What the site is made of: words, templates and the style sheet, wrong ones too."""

import dataclasses
import re
from pathlib import Path

import pytest

from harbour import publication, workspace
from onrecord.errors import ConfigError, SystemFailure
from onrecord.publish.site import pages
from onrecord.publish.site.assets.styles import style_sheet
from onrecord.publish.site.locale import read_locale
from onrecord.results import Results
from onrecord.workspace import Workspace

pytestmark = pytest.mark.system


def overriding(folder: Path, name: str, change: tuple[str, str]) -> Workspace:
    """A workspace in which one file of the site differs."""
    text = workspace().file("site", name).read_text(encoding="utf-8")
    assert change[0] in text
    path = folder / "site" / name
    path.parent.mkdir(parents=True)
    path.write_text(text.replace(*change), encoding="utf-8")
    return Workspace(folder, workspace().config)


def test_a_missing_word_names_its_file(tmp_path):
    """A key that a locale lacks stops the build with the file to mend."""
    changed = overriding(tmp_path, "locales/en.toml", ('no_verdict = "', 'no_verdikt = "'))
    with pytest.raises(ConfigError, match="no_verdict") as caught:
        dict(pages(dataclasses.replace(publication(), workspace=changed)))
    assert caught.value.file == "site/locales/en.toml"


def test_a_word_that_is_no_text_names_its_line(tmp_path):
    """A date without quotes, for example."""
    word = ('\nno_verdict = "', '\na_day = 2026-11-28\nno_verdict = "')
    changed = overriding(tmp_path, "locales/en.toml", word)
    text = changed.file("site", "locales/en.toml").read_text("utf-8")
    with pytest.raises(ConfigError, match="'a_day' must be a text") as caught:
        dict(pages(dataclasses.replace(publication(), workspace=changed)))
    assert caught.value.file == "site/locales/en.toml"
    assert caught.value.line == text.partition("a_day =")[0].count("\n") + 1


def test_a_broken_template_names_its_file_and_line(tmp_path):
    """What is undefined in a template stops the build at its line."""
    changed = overriding(tmp_path, "templates/404.html", ("w.missing_text }}</p>", "oops }}</p>"))
    with pytest.raises(ConfigError, match="oops") as caught:
        dict(pages(dataclasses.replace(publication(), workspace=changed)))
    assert caught.value.file == "site/templates/404.html"
    assert caught.value.line == 6


def test_a_broken_macro_names_its_file_and_line(tmp_path):
    """So does what is undefined in what many pages show."""
    name = "templates/_card.html"
    changed = overriding(tmp_path, name, ('<div class="how">', '<div class="how">{{ oops }}'))
    line = changed.file("site", name).read_text("utf-8").partition("oops")[0].count("\n") + 1
    with pytest.raises(ConfigError, match="oops") as caught:
        dict(pages(dataclasses.replace(publication(), workspace=changed)))
    assert (caught.value.file, caught.value.line) == (f"site/{name}", line)


@pytest.mark.parametrize("slip", ["{% if %}", "{{ w.skip|shout }}"])
def test_a_template_that_cannot_be_read_names_its_file_and_line(tmp_path, slip):
    """A slip in the syntax, or a filter that there is not, is no traceback."""
    changed = overriding(tmp_path, "templates/404.html", ("w.missing_text }}", "w.skip }}" + slip))
    with pytest.raises(ConfigError, match="cannot be read") as caught:
        dict(pages(dataclasses.replace(publication(), workspace=changed)))
    assert (caught.value.file, caught.value.line) == ("site/templates/404.html", 6)


def test_a_language_without_words_names_the_file():
    """A locale that is not there is said to be missing."""
    with pytest.raises(SystemFailure, match="locales/fr"):
        read_locale(workspace(), "fr", Results())


def colours() -> list[dict[str, str]]:
    """The palettes of the style sheet: light, dark by the system, dark by choice."""
    sheet = workspace().file("site", "styles/10-tokens.css").read_text(encoding="utf-8")
    blocks = re.findall(r"\{([^{}]*--paper:[^{}]*)\}", sheet)
    return [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6})", block)) for block in blocks]


def luminance(colour: str) -> float:
    """Relative luminance as WCAG 2.2 defines it."""
    parts = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    linear = [p / 12.92 if p <= 0.04045 else ((p + 0.055) / 1.055) ** 2.4 for p in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_every_colour_of_text_can_be_read_on_every_ground():
    """A contrast of at least 4.5 to 1 in all palettes."""
    inks = ("ink", "soft", "link", "link-strong", "said", "reserve", "ahead", "stance", "denied")
    assert len(colours()) == 3
    for palette in colours():
        for ground in ("paper", "sheet", "tint"):
            for ink in inks:
                light, dark = sorted(
                    (luminance(palette[ink]), luminance(palette[ground])), reverse=True
                )
                assert (light + 0.05) / (dark + 0.05) >= 4.5, (ink, ground)


def test_both_dark_palettes_are_the_same():
    """Dark by the system and dark by choice do not drift apart."""
    assert colours()[1] == colours()[2]


def test_the_style_sheet_loads_nothing():
    """No import and no address outside of the publication."""
    sheet = style_sheet(workspace()).decode()
    assert not re.search(r"@import|url\(\s*['\"]?(?:https?:)?//", sheet)


def test_the_style_sheet_has_no_comments_of_the_workspace(tmp_path):
    """They explain the sources; what a string says is no comment, and a licence stays."""
    folder = tmp_path / "site" / "styles"
    folder.mkdir(parents=True)
    text = '/* why */\n/*! by somebody */\np::before { content: "/* x */"; }\n/* end */\n'
    (folder / "95-own.css").write_text(text, encoding="utf-8")
    sheet = style_sheet(Workspace(tmp_path, workspace().config)).decode()
    assert sheet.endswith('/*! by somebody */\np::before { content: "/* x */"; }\n')
    assert sheet.count("why") == style_sheet(workspace()).decode().count("why")
