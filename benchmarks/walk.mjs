// Walks a story in inkjs as benchmarks/walk.py walks it in ours: text of the scene, offers, choose.
// node benchmarks/walk.mjs FOLDER_WITH_INKJS STORY.ink CHOICES
import { createRequire } from "node:module";
import { readFileSync } from "node:fs";
import { resolve } from "node:path";

const [folder, file, count] = process.argv.slice(2);
const require = createRequire(resolve(folder, "package.json"));
const { Compiler } = require("inkjs/full");
const { Story } = require("inkjs");

const compiled = new Compiler(readFileSync(file, "utf8")).Compile().ToJson();
let begun = performance.now();
let story = new Story(compiled);
const load = performance.now() - begun;

let seed = 1, length = 0, restarts = 0;
begun = performance.now();
for (let made = 0; made < Number(count); made += 1) {
  while (story.canContinue) length += story.Continue().length;
  if (story.currentChoices.length === 0) {
    story.ResetState();
    restarts += 1;
    while (story.canContinue) length += story.Continue().length;
  }
  seed = Number((BigInt(seed) * 1103515245n + 12345n) % 2147483648n);
  story.ChooseChoiceIndex((seed >> 8) % story.currentChoices.length);
}
const seconds = (performance.now() - begun) / 1000;
console.log(JSON.stringify({ load, rate: Number(count) / seconds, length, restarts }));
