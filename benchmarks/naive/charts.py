"""The four charts, with pyplot."""
# pyright: basic

from pathlib import Path

import matplotlib as mpl

mpl.use("Agg")
import matplotlib.pyplot as plt
from matplotlib import font_manager

from benchmarks.naive.content import FIGURES, YEARS, by_scope
from benchmarks.naive.labels import LABELS

FONTS = Path(__file__).parents[2] / "src" / "ghgplan" / "emit" / "fonts"


def use_font() -> None:
    """A font with Chinese in it: the one that ghgplan ships, so that nobody has to install one."""
    file = next(FONTS.glob("*.otf"))
    font_manager.fontManager.addfont(file)
    plt.rcParams["font.family"] = font_manager.FontProperties(fname=file).get_name()


def draw(data: dict, lang: str, folder: Path) -> dict:
    """The charts as PNG files below ``folder``, by name."""
    folder.mkdir(parents=True, exist_ok=True)
    drawings = {"scopes": scopes, "shares": shares, "process": pathway, "metal": pathway}
    files = {}
    for number, name in enumerate(FIGURES, 1):
        figure, axes = plt.subplots(figsize=(6.3, 3.5))
        drawings[name](axes, data, LABELS[lang], name)
        files[name] = folder / f"{number:02}-{name}.{lang}.png"
        figure.savefig(files[name], dpi=200)
        plt.close(figure)
    return files


def scopes(axes, data, labels, name) -> None:
    """Emissions by year, stacked by scope."""
    bottoms = [0.0] * len(YEARS)
    for scope, label in labels["scope"].items():
        heights = [float(by_scope(data, scope, year)) for year in YEARS]
        axes.bar(YEARS, heights, bottom=bottoms, label=label, width=0.5)
        bottoms = [bottom + height for bottom, height in zip(bottoms, heights, strict=True)]
    axes.set_ylabel(labels["emissions axis"])
    axes.legend()


def shares(axes, data, labels, name) -> None:
    """The sources' shares in the last year."""
    total = sum(data["emissions"][source][YEARS[-1]] for source in data["emissions"])
    bottom = 0.0
    for source, entry in data["plan"]["inventory"]["casthouse"]["sources"].items():
        share = float(data["emissions"][source][YEARS[-1]] / total * 100)
        axes.bar([YEARS[-1]], [share], bottom=[bottom], width=0.3, label=f"{labels['kind'][entry['kind']]} {share:.2f}%")
        bottom += share
    axes.set_xlim(-1, 2)
    axes.set_ylabel(labels["shares axis"])
    axes.legend()


def pathway(axes, data, labels, name) -> None:
    """A pathway and what was achieved on it, with the values beside the points."""
    values = data["plan"]["pathways"][name]["values"]
    actual = data["plan"]["progress"][name]["actual"]
    label = labels["boundary"][name] + labels["colon"]
    axes.plot(list(values), [float(value) for value in values.values()], marker="o", label=label + labels["target"])
    axes.plot(list(actual), [float(value) for value in actual.values()], marker="D", linestyle="none", label=label + labels["actual"])
    for year, value in values.items():
        axes.annotate(value, (year, float(value)), textcoords="offset points", xytext=(0, 6), ha="center")
    for year, value in actual.items():
        axes.annotate(value, (year, float(value)), textcoords="offset points", xytext=(0, -14), ha="center")
    axes.set_ylim(0, 1.15 * max(float(value) for value in values.values()))
    axes.set_ylabel(labels["intensity axis"])
    axes.legend()
