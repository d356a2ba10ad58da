"""The colours of a picture, whatever they were, as plain sRGB on white."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageCms


def eight_bits(image: Image.Image) -> Image.Image:
    """The picture with eight bits a channel: grey, CMYK, RGB, or RGBA where it is transparent anywhere."""
    if image.mode.startswith("I"):
        # Pillow would take everything above 255 for white.
        return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")
    wanted = "RGBA" if image.has_transparency_data else "L" if image.mode == "1" else image.mode
    wanted = wanted if wanted in ("L", "RGB", "RGBA", "CMYK") else "RGB"
    # Converting makes a copy, even of what is right already.
    return image if image.mode == wanted else image.convert(wanted)


def on_white(image: Image.Image) -> Image.Image:
    """The picture as it looks on a page."""
    if image.mode != "RGBA":
        return image
    white = Image.new("RGBA", image.size, "white")
    return Image.alpha_composite(white, image).convert("RGB")


def in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """The picture in sRGB, or in grey; ``profile`` (ICC) says what its colours mean."""
    if image.mode == "L":
        return image
    if profile:
        try:
            meant = ImageCms.ImageCmsProfile(BytesIO(profile))
            wanted = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB"))  # pyright: ignore[reportUnknownMemberType, reportUnknownArgumentType]
            converted = ImageCms.profileToProfile(image, meant, wanted, outputMode="RGB")
        # A profile that is broken, or of another kind of colours than the picture's, says nothing.
        except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
            converted = None
        if converted:
            return converted
    return image.convert("RGB")
