"""The files of a campaign's own look: its stylesheet beside that of the theme, and its marks made anew."""

from collections.abc import Callable, Iterator

from emptychair.images.marks import create_mark
from emptychair.images.seal import create_seal
from emptychair.record.models import Settings
from emptychair.views.look import SEAL, STYLESHEET, stylesheet_of

# Links, buttons, deadlines, the edges of notices, the situation of those in custody. The selector is stronger than that
# of site.css, whichever comes first. On paper links stay black, and letters have nothing of it.
COLOURS = """\
@media screen {{
  html:root {{
    --ec-link: {light};
    --ec-accent: {light};
  }}
}}

@media screen and (prefers-color-scheme: dark) {{
  html:root {{
    --ec-link: {dark};
    --ec-accent: {dark};
  }}
}}

@media print {{
  html:root {{
    --ec-accent: {light};
  }}
}}
"""
# On the ground that share cards have, so that one mark fits both: also where somebody has set colours of their own.
MARK = """\
.ec-brand img {
  box-sizing: content-box;
  flex: none;
  padding: .15rem .25rem;
  border-radius: .15rem;
  background: #faf8f3;
  forced-color-adjust: none;
}
"""


def look_paths(settings: Settings) -> list[str]:
    """The paths of `create_look`, in their order."""
    own = stylesheet_of(settings)
    marks = dict.fromkeys(filter(None, (settings.look.mark, settings.look.favicon)))
    seal = [f"assets/{SEAL}"] if settings.look.accents and not settings.look.favicon else []
    return [*([own] if own else []), *(f"assets/{file}" for file in marks), *seal]


def create_look(settings: Settings, read: Callable[[str], bytes]) -> Iterator[tuple[str, bytes]]:
    """(path below the site's root, bytes) of each; `read` gives the bytes of a mark by its file."""
    for path in look_paths(settings):
        if path == STYLESHEET:
            yield path, _stylesheet(settings).encode()
        elif settings.look.accents and path == f"assets/{SEAL}":
            yield path, create_seal(settings.look.accents[0]).encode()
        else:
            yield path, _mark(path, read)


def _mark(path: str, read: Callable[[str], bytes]) -> bytes:
    file = path.rpartition("/")[2]
    return create_mark(file, read(file))


def _stylesheet(settings: Settings) -> str:
    accents = settings.look.accents
    colours = COLOURS.format(light=accents[0], dark=accents[1]) if accents else ""
    return "\n".join(filter(None, (colours, MARK if settings.look.mark else "")))
