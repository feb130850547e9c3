"""Write the schemas of what editors write into .vscode/, whose settings.json names that of registers: `make schema`.

The package makes them of the models (editing/editor_schema.py), for the open data of each site too.
"""

import sys
from pathlib import Path

from emptychair.editing.editor_schema import create_editor_schemas, create_register_schema
from emptychair.record.reserved_urls import EDITOR_SCHEMAS

FOLDER = Path(__file__).resolve().parent.parent / ".vscode"


def main() -> int:
    """Write every file. Returns 0."""
    for name, data in create_files().items():
        (FOLDER / name).write_bytes(data)
    return 0


def create_files() -> dict[str, bytes]:
    """File name -> schema: that of the registers, which a started campaign has too, and that of front matter."""
    front_matter = EDITOR_SCHEMAS["front-matter"]
    return {"registers.schema.json": create_register_schema(), front_matter: create_editor_schemas()[front_matter]}


if __name__ == "__main__":
    sys.exit(main())
