"""Pictures for tests, as cameras, scanners and drawing programs save them."""

from __future__ import annotations

import zlib
from io import BytesIO
from typing import Any

from PIL import Image, ImageCms, PngImagePlugin

RED, BLUE = (200, 30, 30), (20, 40, 180)


def saved(image: Image.Image, kind: str, **options: Any) -> bytes:
    out = BytesIO()
    image.save(out, kind, **options)
    return out.getvalue()


def opened(content: bytes) -> Image.Image:
    image = Image.open(BytesIO(content))
    image.load()
    return image


def two_halves(width: int = 400, height: int = 300) -> Image.Image:
    """Red above, blue below."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(BLUE, (0, height // 2, width, height))
    return image


def photo(width: int, height: int) -> Image.Image:
    """As noisy as what a camera takes."""
    channels = (Image.linear_gradient("L"), Image.radial_gradient("L"), Image.effect_noise((256, 256), 60))
    smooth = Image.merge("RGB", channels).resize((width, height))
    noise = Image.effect_noise((width, height), 40)
    return Image.blend(smooth, Image.merge("RGB", (noise, noise, noise)), 0.2)


def located(orientation: int) -> Image.Exif:
    """What a telephone writes: how it was held, its maker, and where it was."""
    exif = Image.Exif()
    exif[0x0112], exif[0x010F] = orientation, "SecretMaker"
    exif.get_ifd(0x8825).update({1: "N", 2: (30.0, 10.0, 5.0)})
    return exif


def metadata() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "SecretMaker")
    info.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta>SecretMaker</x:xmpmeta>")
    return info


def profile() -> bytes:
    return ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()


def headed_png(width: int, height: int) -> bytes:
    """A PNG that says it is so large, without the pixels for it."""

    def chunk(kind: bytes, content: bytes) -> bytes:
        return len(content).to_bytes(4, "big") + kind + content + zlib.crc32(kind + content).to_bytes(4, "big")

    header = width.to_bytes(4, "big") + height.to_bytes(4, "big") + bytes((8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", zlib.compress(b"")) + chunk(b"IEND", b"")
