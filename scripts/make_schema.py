"""Write the schemas of what editors write into .vscode/, where settings.json there names them: `make schema`.

The package makes them of the models (editing/editor_schema.py), for the open data of each site too.
"""

import sys
from pathlib import Path

from emptychair.editing.editor_schema import create_editor_schemas

FOLDER = Path(__file__).resolve().parent.parent / ".vscode"


def main() -> int:
    """Write every file. Returns 0."""
    for name, data in create_editor_schemas().items():
        (FOLDER / name).write_bytes(data)
    return 0


if __name__ == "__main__":
    sys.exit(main())
