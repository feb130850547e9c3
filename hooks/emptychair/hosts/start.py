"""How a host begins: its configuration -> a build, and what there is to log. Each host names these settings so."""

from collections.abc import Iterable
from pathlib import Path
from typing import Any

from emptychair.hosts.machine import this_machine
from emptychair.site_build import SiteBuild, Start
from emptychair.site_config import SiteConfig, SiteLanguage
from emptychair.site_preview import start_preview
from emptychair.text.problem_counts import log_lines


def start_site(config: Any, languages: Iterable[Any], serving: bool, strict: Any, lenient: Any) -> Start:
    """Read and check the content of a site. `languages` are those of static-i18n.

    Where the host is `serving` the site to its editor, the pages show problems, errors too, and there is a build. What
    is logged as `strict` ends a build: errors, but warnings about what is old do not, nor what served pages show.
    """
    built = [SiteLanguage(one.locale, one.name, one.default) for one in languages if one.build]
    menu, url = [str(entry).removesuffix(".md") for entry in config.nav or ()], config.site_url or ""
    hides = [patterns.match_file for patterns in (config.exclude_docs, config.draft_docs) if patterns]
    site = SiteConfig(url, built, menu, not config.use_directory_urls, hides)
    start = (start_preview if serving else SiteBuild.start)(Path(config.docs_dir), site, this_machine())
    log = {"error": (lenient if serving else strict).error, "warning": lenient.warning}
    for severity, line in log_lines(start.problems, "en"):
        log[severity](line)
    return start
