// The user's script in Node: node word.mjs PLANS --out DIR --templates DIR --lang zh en --python PROGRAM
//
// PLANS is the folder of a plan, or one that holds such folders. PROGRAM draws the charts, with pyplot, while the plan is read.

import { spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseArgs } from "node:util";

import Docxtemplater from "docxtemplater";
import ImageModule from "docxtemplater-image-module-free";
import PizZip from "pizzip";

import { FIGURES, content, read } from "./content.mjs";

// 6 inches wide, as the charts are drawn: 6.3 by 3.5.
const PIXELS = [576, 320];

// Tags are paths: texts.0, tables.scopes.
const parser = (tag) => ({
  get: (scope) => (tag === "." ? scope : tag.split(".").reduce((value, key) => value?.[key], scope)),
});

function word(template, texts, charts) {
  const images = new ImageModule({ getImage: (file) => readFileSync(file), getSize: () => PIXELS });
  const document = new Docxtemplater(new PizZip(readFileSync(template)), { modules: [images], paragraphLoop: true, parser });
  document.render({ ...texts, charts });
  return document.toBuffer();
}

const { positionals, values } = parseArgs({
  allowPositionals: true,
  options: {
    lang: { type: "string", multiple: true, default: ["zh", "en"] },
    out: { type: "string" },
    python: { type: "string" },
    templates: { type: "string" },
  },
});
const [given] = positionals;
const plans = existsSync(join(given, "plan.yaml")) ? [given] : readdirSync(given).sort().map((name) => join(given, name));

const drawing = spawn(
  values.python,
  ["-m", "benchmarks.naive.charts_alone", given, "--out", values.out, "--lang", ...values.lang],
  { stdio: "inherit" },
);
const drawn = once(drawing, "exit");
const documents = plans.flatMap((plan) => {
  const data = read(plan);
  return values.lang.map((lang) => {
    const labels = JSON.parse(readFileSync(join(values.templates, `${lang}.json`), "utf8"));
    return { name: basename(plan), lang, texts: content(data, lang, labels) };
  });
});

const [code] = await drawn;
if (code !== 0) process.exit(1);
for (const { name, lang, texts } of documents) {
  const out = join(values.out, name);
  const charts = Object.fromEntries(
    FIGURES.map((figure, place) => [figure, join(out, "charts", `0${place + 1}-${figure}.${lang}.png`)]),
  );
  mkdirSync(out, { recursive: true });
  writeFileSync(join(out, `${name}.${lang}.docx`), word(join(values.templates, `${lang}.docx`), texts, charts));
}
