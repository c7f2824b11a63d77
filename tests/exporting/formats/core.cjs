// Plays the core of the exported page without a page: reads {story, plays: [{seed, choices}]} and
// prints every page of every play as JSON; a play without choices is made at random.
// node core.cjs RULES.JS COMPOSER.JS
"use strict";
const fs = require("fs");
const vm = require("vm");

const source = process.argv.slice(2).map((file) => fs.readFileSync(file, "utf-8")).join("\n");
const [Core, Composer] = vm.runInNewContext(`${source};[Core, Composer]`);
const { story, plays } = JSON.parse(fs.readFileSync(0, "utf-8"));
const rules = new Core.Rules(story);
const composer = new Composer(rules);

function below(count, seed, turn) {
  return Math.abs(((seed * 2654435761 + turn * 40503) % 2147483647) ^ (turn * 7919)) % count;
}

function page(play) {
  const shown = composer.page(play);
  return { ...shown, marks: marks(shown), closing: shown.finish ? composer.closing() : null };
}

function marks(shown) {
  const lines = shown.passages.flatMap((each) => each.beats.flat());
  return lines.flat().filter((run) => run.claim).map((run) => composer.claimFinding(run.claim).status);
}

const told = plays.map(({ seed, choices, most }) => {
  let play = Core.Play.begin(rules, seed);
  const pages = [page(play)];
  let fault = "";
  try {
    for (let turn = 0; choices ? turn < choices.length : turn < most; turn += 1) {
      const offers = rules.offers(play.state);
      if (!offers.length) break;
      const taken = choices ? choices[turn] : offers[below(offers.length, seed + 1, turn)].choice;
      const name = /^\d+$/.test(taken) ? offers[Number(taken) - 1].choice : taken.split("/").pop();
      play = play.take(name);
      pages.push(page(play));
    }
  } catch (caught) {
    if (!(caught instanceof Core.PlayFault)) throw caught;
    fault = caught.message;
  }
  const again = Core.Play.replay(rules, seed, play.choices);
  return { pages, choices: play.choices, fault, same: again.choices.length === play.choices.length };
});
process.stdout.write(JSON.stringify(told));
