// Plays a file of ink at random with inkjs, and prints what it said and offered as JSON.
// node ink.cjs FILE PLAYS MOST-CHOICES SEED [VARIABLE-TO-SET]
"use strict";
const { Compiler, CompilerOptions } = require("inkjs/full");
const fs = require("fs");

const [file, plays, most, seed, variable] = process.argv.slice(2);
const faults = [];
const options = new CompilerOptions(null, [], false, (message, kind) => faults.push([kind, message]));
let compiled;
try {
  compiled = new Compiler(fs.readFileSync(file, "utf-8"), options).Compile().ToJson();
} catch (fault) {
  faults.push(["compiling", String(fault)]);
}
if (faults.length) {
  process.stdout.write(JSON.stringify({ faults, plays: [] }));
  process.exit(0);
}

// Knuth's MMIX generator, so that a play that fails can be had again
let state = BigInt(seed);
function below(count) {
  state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffffffffffffffffn;
  return Number((state >> 33n) % BigInt(count));
}

const { Story } = require("inkjs");
const told = [];
for (let play = 0; play < Number(plays); play += 1) {
  const story = new Story(compiled);
  story.onError = (message) => faults.push(["playing", message]);
  story.state.storySeed = play + 1;
  if (variable) story.variablesState[variable] = true;
  const turns = [];
  for (let turn = 0; turn <= Number(most); turn += 1) {
    const lines = [];
    while (story.canContinue) {
      const text = story.Continue();
      lines.push({ text, tags: story.currentTags || [] });
    }
    const offers = story.currentChoices.map((each) => ({ text: each.text, tags: each.tags || [] }));
    const taken = offers.length && turn < Number(most) ? below(offers.length) : -1;
    turns.push({ lines, offers, taken });
    if (taken < 0) break;
    story.ChooseChoiceIndex(taken);
  }
  told.push(turns);
}
process.stdout.write(JSON.stringify({ faults, plays: told }));
