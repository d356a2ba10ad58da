"""The texts and tables of one plan in one language, as the user's script works them out."""
# pyright: basic

import csv
import re
from datetime import date
from decimal import Decimal
from pathlib import Path

import yaml

from benchmarks.naive.labels import LABELS

TABLES = ["standards", "activity", "scopes", "intensity", "pathways", "targets", "measures", "progress", "committee"]
FIGURES = ["scopes", "shares", "process", "metal"]
YEARS = ["2023", "2024", "2025"]

# tCO2e per unit of activity data, for the sources whose factor the plan leaves to the defaults.
DEFAULT_FACTORS = {
    "furnaces": Decimal("389.31") * Decimal("15.3") * Decimal("0.99") * 44 / 12 / 1000,
    "fork-lifts": Decimal("42.652") * Decimal("20.2") * Decimal("0.98") * 44 / 12 / 1000,
    "refrigerant": Decimal("1923.5") / 1000,
    "electricity": Decimal("0.6191"),
}


def read(folder: Path) -> dict:
    """The plan with its activity data and emissions. Every scalar stays text, so that 0.230 keeps its nought."""
    plan = yaml.load((folder / "plan.yaml").read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 a base loader makes nothing but text
    activity = {}
    with (folder / "data" / "activity.csv").open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            activity.setdefault(row["source"], {"unit": row["unit"]})[row["year"]] = Decimal(row["amount"])
    emissions = {}
    for name, source in plan["inventory"]["casthouse"]["sources"].items():
        factor = DEFAULT_FACTORS.get(name)
        if factor is None:
            number, unit = source["factor"].split()
            factor = Decimal(number) / (1000 if unit.startswith("kg") else 1)
        emissions[name] = {year: activity[name][year] * factor for year in YEARS}
    return {"plan": plan, "activity": activity, "emissions": emissions}


def by_scope(data: dict, scope: str, year: str) -> Decimal:
    """Emissions of one scope, tCO2e."""
    sources = data["plan"]["inventory"]["casthouse"]["sources"]
    return sum((data["emissions"][name][year] for name, source in sources.items() if source["scope"] == scope), Decimal(0))


def content(data: dict, lang: str) -> dict:
    """Everything that the document says in ``lang``: texts, and rows by table."""
    plan, labels = data["plan"], LABELS[lang]

    def say(text):
        return text[lang] if isinstance(text, dict) else text

    def quantity(text):
        number, unit = text.split(" ", 1)
        return number + "\xa0" + pretty(unit)

    def pretty(unit):
        return labels["units"].get(unit, unit).replace("m3", "m³").replace("CO2", "CO₂")

    def day(text):
        when = date.fromisoformat(text)
        return f"{when.year}年{when.month}月{when.day}日" if lang == "zh" else f"{when.day} {when:%B} {when.year}"

    def fill(text, facts):
        return re.sub(r"{{ (.+?) }}", lambda match: facts[match[1]], say(text).strip())

    document, company = plan["document"], plan["company"]
    facts = {f"table.{name}": f"{labels['table']}\xa0{number}" for number, name in enumerate(TABLES, 1)}
    facts |= {f"figure.{name}": f"{labels['figure']}\xa0{number}" for number, name in enumerate(FIGURES, 1)}
    for name, pathway in plan["pathways"].items():
        facts |= {f"pathways.{name}.{year}": f"{value}\xa0tCO₂e/t" for year, value in pathway["values"].items()}
        facts |= {f"progress.{name}.{year}": f"{value}\xa0tCO₂e/t" for year, value in plan["progress"][name]["actual"].items()}

    inventory = plan["inventory"]["casthouse"]
    activity_rows = []
    for name, source in inventory["sources"].items():
        activity = data["activity"][name]
        activity_rows.append(
            [
                labels["scope"][source["scope"]],
                labels["kind"][source["kind"]],
                say(source["name"]),
                say(source["carrier"]),
                pretty(activity["unit"]),
                *(f"{activity[year]:,}" for year in YEARS),
                say(source["evidence"]),
                ", ".join(source["gases"]).replace("CO2", "CO₂"),
            ]
        )
    scope_rows = [[label, *(f"{by_scope(data, scope, year):,.2f}" for year in YEARS)] for scope, label in labels["scope"].items()]
    totals = [sum((data["emissions"][name][year] for name in data["emissions"]), Decimal(0)) for year in YEARS]
    scope_rows.append([labels["total"], *(f"{total:,.2f}" for total in totals)])
    intensity_rows = []
    for year in YEARS:
        emissions = by_scope(data, "scope 1", year) + by_scope(data, "scope 2", year)
        production = Decimal(inventory["production"][year].split()[0])
        row = [f"{emissions:,.2f}", f"{production:,}", f"{emissions / production:.3f}"]
        intensity_rows.append([say(plan["entities"]["casthouse"]["name"]), labels["year"].format(year), *row])
    progress_rows = []
    for name, progress in plan["progress"].items():
        values = plan["pathways"][name]["values"]
        row = [labels["boundary"][name], values["2023"]]
        for year, actual in progress["actual"].items():
            row += [values[year], actual, str(Decimal(actual) - Decimal(values[year])).replace("-", "−")]
        progress_rows.append(row)
    target_rows = []
    for number, target in enumerate(plan["targets"].values(), 1):
        value = quantity(target["value"])
        statement = fill(target["statement"], {"year": target["year"], "value": value})
        target_rows.append([str(number), statement, target["base year"], target["year"], value])
    measure_rows = []
    for number, measure in enumerate(plan["measures"].values(), 1):
        amounts = {"saves.1.amount": quantity(measure["saves"][0]["amount"])} if "saves" in measure else {}
        measure_rows.append(
            [
                str(number),
                say(measure["category"]),
                say(measure["name"]),
                fill(measure["content"], amounts),
                measure["from"],
                measure["to"],
                say(measure["owner"]),
                labels["money"].format(measure["cost"].split()[0]),
                say(measure["status"]),
            ]
        )
    return {
        "company": say(company["name"]),
        "title": say(document["title"]),
        "cover": [
            *(document["number"], document["version"], day(document["date"]), document["reporting year"]),
            *(say(company["site"]), company["telephone"], company["email"], company["website"]),
        ],
        "signed": [[say(document[step]["by"]), day(document[step]["date"])] for step in ("prepared", "reviewed", "approved")],
        "history": [[entry["version"], day(entry["date"]), say(entry["change"])] for entry in document["history"]],
        "texts": [[fill(item["text"], facts) for item in section["body"] if "text" in item] for section in plan["outline"]],
        "remarks": [labels["boundary"][name] + labels["colon"] + say(entry["remark"]) for name, entry in plan["progress"].items()],
        "tables": {
            "standards": [[str(number), say(name)] for number, name in enumerate(plan["accounting"]["standards"], 1)],
            "activity": activity_rows,
            "scopes": scope_rows,
            "intensity": intensity_rows,
            "pathways": [[labels["boundary"][name], *pathway["values"].values()] for name, pathway in plan["pathways"].items()],
            "targets": target_rows,
            "measures": measure_rows,
            "progress": progress_rows,
            "committee": [
                [say(seat[key]) for key in ("role", "department", "position", "duty")] for seat in plan["governance"]["committee"]
            ],
        },
    }
