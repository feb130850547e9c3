"""The compiled templates of a site, in the build cache: compiling them takes a quarter of the build of a small site."""

from jinja2 import BytecodeCache
from jinja2.bccache import Bucket

from emptychair.images.build_cache import Cache


class TemplateCache(BytecodeCache):
    """A cache of Jinja for one environment, in the build cache `kept`.

    `environment` names it among those that compile the same source otherwise. A template is known by its name and its
    source, wherever it lies: each checkout of a project has the same.
    """

    def __init__(self, kept: Cache, environment: str) -> None:
        self._kept, self._environment = kept, environment

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 - Jinja's own key has it
        """The name of a template in its environment."""
        return f"{self._environment} {name}"

    def load_bytecode(self, bucket: Bucket) -> None:
        """Fill the bucket of a template with what is kept for its source, if there is any."""
        if data := self._kept.find(_facts(bucket)):
            bucket.bytecode_from_string(data)

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Keep what a bucket holds."""
        self._kept.keep(_facts(bucket), bucket.bytecode_to_string())


def _facts(bucket: Bucket) -> bytes:
    return f"{bucket.key} {bucket.checksum}".encode()
