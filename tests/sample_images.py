"""Pictures for tests, drawn here: an empty chair on a ground, or noise, in any size and format."""

from __future__ import annotations

import random
from io import BytesIO
from typing import Any

from PIL import Image, ImageDraw


def picture(width: int = 400, height: int = 500, file_format: str = "PNG", mode: str = "RGB", **options: Any) -> bytes:
    """A chair as the bytes of a picture file; `options` are those of Pillow's writer."""
    image = Image.new("RGB", (width, height), "#d8cfc0")
    draw = ImageDraw.Draw(image)
    draw.rectangle((width // 4, height // 5, width * 3 // 4, height // 2), outline="#4a3b30", width=max(1, width // 40))
    draw.rectangle((width // 5, height // 2, width * 4 // 5, height * 3 // 5), fill="#4a3b30")
    return written(image.convert(mode), file_format, **options)


def noise(width: int, height: int) -> bytes:
    """The picture that is hardest to make small."""
    pixels = random.Random(1).randbytes(width * height * 3)  # noqa: S311 - no secret
    return written(Image.frombytes("RGB", (width, height), pixels), "PNG")


def moving(file_format: str) -> bytes:
    """A picture that moves."""
    frames = [Image.new("RGB", (8, 8), colour) for colour in ("white", "black")]
    return written(frames[0], file_format, save_all=True, append_images=frames[1:])


def written(image: Image.Image, file_format: str, **options: Any) -> bytes:
    """An image as the bytes of a file."""
    data = BytesIO()
    image.save(data, file_format, **options)
    return data.getvalue()


def drawing(inside: str = "", box: str = "0 0 10 10") -> bytes:
    """A square in a field as an SVG, with something more `inside`."""
    square = '<path fill="#8a3b12" d="M2 2h6v6H2z"/>'
    return f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="{box}">{square}{inside}</svg>\n'.encode()
