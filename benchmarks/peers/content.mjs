// The texts and tables of one plan in one language: what benchmarks/naive/content.py works out, by the same formulas.

import { readFileSync } from "node:fs";
import { join } from "node:path";

import { Decimal } from "decimal.js";
import { FAILSAFE_SCHEMA, load } from "js-yaml";

const TABLES = ["standards", "activity", "scopes", "intensity", "pathways", "targets", "measures", "progress", "committee"];
export const FIGURES = ["scopes", "shares", "process", "metal"];
const YEARS = ["2023", "2024", "2025"];
const MONTHS = [
  ...["January", "February", "March", "April", "May", "June"],
  ...["July", "August", "September", "October", "November", "December"],
];

Decimal.set({ precision: 28, rounding: Decimal.ROUND_HALF_EVEN });
const sum = (numbers) => numbers.reduce((total, number) => total.plus(number), new Decimal(0));
const grouped = (text) => text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ",");
const two = (number) => grouped(number.toFixed(2));

// tCO2e per unit of activity data, for the sources whose factor the plan leaves to the defaults.
const DEFAULT_FACTORS = {
  furnaces: new Decimal("389.31").times("15.3").times("0.99").times(44).div(12).div(1000),
  "fork-lifts": new Decimal("42.652").times("20.2").times("0.98").times(44).div(12).div(1000),
  refrigerant: new Decimal("1923.5").div(1000),
  electricity: new Decimal("0.6191"),
};

// The plan with its activity data and emissions. Every scalar stays text, so that 0.230 keeps its nought.
export function read(folder) {
  const plan = load(readFileSync(join(folder, "plan.yaml"), "utf8"), { schema: FAILSAFE_SCHEMA });
  const activity = {};
  for (const line of readFileSync(join(folder, "data", "activity.csv"), "utf8").trim().split("\n").slice(1)) {
    const [source, year, amount, unit] = line.split(",");
    activity[source] ??= { unit };
    activity[source][year] = amount;
  }
  const emissions = {};
  for (const [name, source] of Object.entries(plan.inventory.casthouse.sources)) {
    let factor = DEFAULT_FACTORS[name];
    if (!factor) {
      const [number, unit] = source.factor.split(" ");
      factor = new Decimal(number).div(unit.startsWith("kg") ? 1000 : 1);
    }
    emissions[name] = Object.fromEntries(YEARS.map((year) => [year, new Decimal(activity[name][year]).times(factor)]));
  }
  return { plan, activity, emissions };
}

// Emissions of one scope, tCO2e.
function byScope({ plan, emissions }, scope, year) {
  const names = Object.entries(plan.inventory.casthouse.sources).filter(([, source]) => source.scope === scope);
  return sum(names.map(([name]) => emissions[name][year]));
}

// Everything that the document says in `lang`: texts, and rows by table.
export function content(data, lang, labels) {
  const { plan, activity, emissions } = data;
  const { company, document } = plan;
  const inventory = plan.inventory.casthouse;
  const say = (text) => (typeof text === "object" ? text[lang] : text);
  const pretty = (unit) => (labels.units[unit] ?? unit).replaceAll("m3", "m³").replaceAll("CO2", "CO₂");
  const fill = (text, facts) => say(text).trim().replace(/{{ (.+?) }}/g, (_, name) => facts[name]);
  const quantity = (text) => {
    const [number, ...unit] = text.split(" ");
    return `${number}\u00a0${pretty(unit.join(" "))}`;
  };
  const day = (text) => {
    const [year, month, date] = text.split("-").map(Number);
    return lang === "zh" ? `${year}年${month}月${date}日` : `${date} ${MONTHS[month - 1]} ${year}`;
  };

  const facts = {};
  TABLES.forEach((name, place) => (facts[`table.${name}`] = `${labels.table}\u00a0${place + 1}`));
  FIGURES.forEach((name, place) => (facts[`figure.${name}`] = `${labels.figure}\u00a0${place + 1}`));
  for (const [name, pathway] of Object.entries(plan.pathways)) {
    for (const [year, value] of Object.entries(pathway.values)) facts[`pathways.${name}.${year}`] = `${value}\u00a0tCO₂e/t`;
    for (const [year, value] of Object.entries(plan.progress[name].actual)) {
      facts[`progress.${name}.${year}`] = `${value}\u00a0tCO₂e/t`;
    }
  }

  const tables = {
    standards: plan.accounting.standards.map((name, place) => [place + 1, say(name)]),
    activity: Object.entries(inventory.sources).map(([name, source]) => [
      labels.scope[source.scope],
      labels.kind[source.kind],
      say(source.name),
      say(source.carrier),
      pretty(activity[name].unit),
      ...YEARS.map((year) => grouped(activity[name][year])),
      say(source.evidence),
      source.gases.join(", ").replaceAll("CO2", "CO₂"),
    ]),
    scopes: [
      ...Object.entries(labels.scope).map(([scope, label]) => [label, ...YEARS.map((year) => two(byScope(data, scope, year)))]),
      [labels.total, ...YEARS.map((year) => two(sum(Object.values(emissions).map((source) => source[year]))))],
    ],
    intensity: YEARS.map((year) => {
      const emitted = byScope(data, "scope 1", year).plus(byScope(data, "scope 2", year));
      const [production] = inventory.production[year].split(" ");
      const row = [two(emitted), grouped(production), emitted.div(production).toFixed(3)];
      return [say(plan.entities.casthouse.name), labels.year.replace("{}", year), ...row];
    }),
    pathways: Object.entries(plan.pathways).map(([name, pathway]) => [labels.boundary[name], ...Object.values(pathway.values)]),
    targets: Object.values(plan.targets).map((target, place) => {
      const value = quantity(target.value);
      return [place + 1, fill(target.statement, { year: target.year, value }), target["base year"], target.year, value];
    }),
    measures: Object.values(plan.measures).map((measure, place) => [
      place + 1,
      say(measure.category),
      say(measure.name),
      fill(measure.content, measure.saves ? { "saves.1.amount": quantity(measure.saves[0].amount) } : {}),
      measure.from,
      measure.to,
      say(measure.owner),
      labels.money.replace("{}", measure.cost.split(" ")[0]),
      say(measure.status),
    ]),
    progress: Object.entries(plan.progress).map(([name, progress]) => {
      const { values } = plan.pathways[name];
      const years = Object.entries(progress.actual).flatMap(([year, actual]) => {
        const deviation = new Decimal(actual).minus(values[year]).toFixed(actual.split(".")[1].length);
        return [values[year], actual, deviation.replace("-", "−")];
      });
      return [labels.boundary[name], values["2023"], ...years];
    }),
    committee: plan.governance.committee.map((seat) => ["role", "department", "position", "duty"].map((key) => say(seat[key]))),
  };
  return {
    company: say(company.name),
    title: say(document.title),
    cover: [
      ...[document.number, document.version, day(document.date), document["reporting year"]],
      ...[say(company.site), company.telephone, company.email, company.website],
    ],
    signed: ["prepared", "reviewed", "approved"].map((step) => [say(document[step].by), day(document[step].date)]),
    history: document.history.map((entry) => [entry.version, day(entry.date), say(entry.change)]),
    texts: plan.outline.map((section) => section.body.filter((item) => "text" in item).map((item) => fill(item.text, facts))),
    remarks: Object.entries(plan.progress).map(([name, entry]) => labels.boundary[name] + labels.colon + say(entry.remark)),
    tables,
  };
}
