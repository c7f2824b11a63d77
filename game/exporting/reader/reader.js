// The page around the rules: it draws turns, takes choices, and keeps the play in this browser.
// Words of the story only ever become text: nothing here makes markup out of them.
"use strict";

(() => {
  const story = JSON.parse(document.getElementById("story").textContent);
  const rules = new Core.Rules(story);
  const composer = new Composer(rules);
  const { make, sentence, line, status, headline, known, citation } = Evidence(story);
  const KEPT = `otherside:${story.id}`;
  const MOST_KEYS = 9;
  const wide = matchMedia("(min-width: 66rem)");
  const at = (id) => document.getElementById(id);

  let play = null;
  let likings = { skip: [], show: [], keys: true };
  let passed = new Set();
  let read = new Set();

  function evidence(findings, taken) {
    if (!findings.length) return null;
    const lines = findings.map((finding, index) =>
      [index ? "; " : "", headline(finding, index === 0 && Boolean(taken && taken.offRecord))]);
    return make("details", { class: "evidence", open: wide.matches },
      make("summary", {}, lines.flat(2)),
      findings.map((finding) => known(finding, { his: Boolean(taken && taken.his), said: findings.length === 1 })));
  }

  // --- a turn: the choice that led there, what the record has of it, what was read then ---

  function turn(count) {
    const taken = count ? composer.taken(play, count) : null;
    const finish = count === play.choices.length ? composer.page(play).finish : null;
    const passages = composer.passages(play, count, passed);
    const title = passages[passages.length - 1].title;
    const label = [count ? `After choice ${count}` : "The beginning", title].filter(Boolean).join(": ");
    const section = make("article", { class: "turn", id: `turn-${count}`, tabindex: "-1", "aria-label": label });
    const told = make("div", { class: "told" });
    if (taken) {
      section.append(make("p", { class: "chose" }, make("span", { class: "unseen" }, "You chose: "), line(taken.text)));
      section.append(...[evidence(taken.findings, taken)].filter(Boolean));
      told.append(...departure(taken, play.standing(count)));
    }
    const rests = rested(count);
    passages.forEach((passage) => told.append(...shown(passage, rests, count)));
    told.append(...[rests.list()].filter(Boolean), ...(finish ? ending(finish) : []));
    section.append(told);
    return section;
  }

  function departure(taken, standing) {
    if (taken.leaves && !taken.offRecord) return [make("p", { class: "off" }, "With this the play leaves the record.")];
    return standing ? [make("p", { class: "off" }, `Off the record since: ${standing}`)] : [];
  }

  function shown(passage, rests, count) {
    const heading = composer.heading(passage.scene);
    const where = [heading.part, heading.when, heading.where, heading.role].filter(Boolean).join(". ");
    const head = [
      passage.title ? make("h2", { tabindex: "-1" }, passage.title) : null,
      where ? make("p", { class: "where" }, where) : null,
    ].filter(Boolean);
    if (isUndecided(passage)) return [...head, asked(passage, count)];
    const beats = passage.beats.map((beat, index) => [
      index ? make("hr") : null,
      ...beat.map((words) => make("p", {}, line(words, rests.target))),
    ]);
    const skipped = passage.summarised
      ? [make("p", { class: "where" }, `In two lines; the passage reports: ${passage.hard.join(", ")}.`)] : [];
    return [...head, ...skipped, ...beats.flat().filter(Boolean)];
  }

  // What the words of a turn rest on, gathered while they are written.
  function rested(count) {
    const found = new Map();
    return {
      target(kind, name) {
        const key = `${kind}:${name}`;
        if (!found.has(key)) found.set(key, { kind, name, id: `rests-${count}-${found.size}` });
        return found.get(key).id;
      },
      list() {
        if (!found.size) return null;
        const items = [...found.values()].map(({ kind, name, id }) =>
          make("div", { id, class: "rests", tabindex: "-1" }, kind === "claim" ? known(composer.claimFinding(name)) : looked(kind, name)));
        return make("details", { class: "marks" }, make("summary", {}, `What these words rest on (${items.length})`), items);
      },
    };
  }

  function looked(kind, name) {
    const found = { person: story.people, place: story.places, word: story.words }[kind][name];
    const texts = rules.prose(found.text, play.state).flat();
    return [make("p", { class: "asks" }, [found.name, ...(found.also || [])].join("; ")), ...texts.map((each) => make("p", {}, line(each)))];
  }

  function isUndecided(passage) {
    if (!passage.hard.length || passage.summarised || read.has(passage.scene)) return false;
    return !passage.hard.every((tag) => likings.show.includes(tag));
  }

  function asked(passage, count) {
    const what = passage.hard.join(", ");
    const decide = (tells, always) => () => {
      (tells ? read : passed).add(passage.scene);
      if (always) likings[tells ? "show" : "skip"].push(...passage.hard);
      keep();
      draw(always ? 0 : count);
      arrive(count);
    };
    return make("div", { class: "hard", role: "group", "aria-label": `This passage reports: ${what}` },
      make("p", {}, `This passage reports: ${what}.`),
      make("button", { type: "button", on: { click: decide(true, false) } }, "Read it"),
      make("button", { type: "button", on: { click: decide(false, false) } }, "Two lines instead"),
      make("button", { type: "button", on: { click: decide(true, true) } }, "Read all such passages"),
      make("button", { type: "button", on: { click: decide(false, true) } }, "Always two lines"));
  }

  function ending(finish) {
    const closing = composer.closing();
    const asks = [...new Set(closing.numbers.map((each) => each.asks))];
    const left = finish.leftAt ? `The play left the record at choice ${finish.leftAt.turn}: ${Core.plain(finish.leftAt.text)}` : "";
    return [
      make("h2", {}, `The end: ${finish.title}`),
      left ? make("p", { class: "off" }, left) : null,
      ...finish.findings.map((each) => known(each)),
      asks.length ? make("h2", {}, "What is told of those he harmed") : null,
      ...asks.flatMap((each) => [make("h3", {}, each), make("ul", {}, closing.numbers.filter((one) => one.asks === each)
        .map((one) => make("li", {}, `${sentence(one.says)} `, status(one.status), `. Told by: ${one.toldBy.join("; ")}.`)))]),
      closing.names.length ? make("h2", {}, "Names") : null,
      closing.names.length ? make("ul", {}, closing.names.map((each) => make("li", {}, make("strong", {}, each.name), ". ",
        rules.prose(each.text, play.state).flat().map((words) => line(words)).flat()))) : null,
    ].filter(Boolean);
  }

  // --- the page ---

  // Draw the turns from one on; those before stand as they were read.
  function draw(from = 0) {
    const turns = at("turns");
    while (turns.children.length > from) turns.lastElementChild.remove();
    for (let count = from; count <= play.choices.length; count += 1) turns.append(turn(count));
    const shown = composer.page(play);
    at("offers").replaceChildren(make("h2", { class: "unseen" }, shown.offers.length ? "Your choice" : "This play is over"), offers(shown));
    at("undo").disabled = !play.choices.length;
  }

  function offers(shown) {
    if (!shown.offers.length) {
      return make("p", {}, make("button", { type: "button", on: { click: beginAgain } }, "Begin again"));
    }
    return make("ol", { class: "choices", role: "list" }, shown.offers.map((offer) => make("li", {},
      make("button", { type: "button", on: { click: () => choose(offer.number) } },
        make("span", { class: "number" }, String(offer.number)), make("span", {}, line(offer.text))))));
  }

  function choose(number) {
    const offer = composer.page(play).offers[number - 1];
    if (!offer) return;
    try {
      play = play.take(offer.choice.split("/")[1]);
    } catch (fault) {
      if (!(fault instanceof Core.PlayFault)) throw fault;
      say(fault.message);
      return;
    }
    pass(play.choices.length);
    keep();
    draw(play.choices.length);
    arrive();
  }

  // What a reader always passes over is passed over by itself.
  function pass(count) {
    for (const { scene, hard } of composer.passages(play, count)) {
      if (hard.some((tag) => likings.skip.includes(tag))) passed.add(scene);
    }
  }

  function rewind(count) {
    play = play.before(count);
    keep();
    draw(count);
    arrive();
    say(count ? `You are back after choice ${count}.` : "You are back at the beginning.");
  }

  function undo() {
    if (play.choices.length) rewind(play.choices.length - 1);
  }

  function begin() {
    passed = new Set();
    read = new Set();
    resume(freshSeed(), []);
  }

  function beginAgain() {
    at("journal").close();
    begin();
    arrive();
    say("You are at the beginning.");
  }

  function freshSeed() {
    const hasChance = Object.values(story.scenes).some((scene) => scene.chance);
    return hasChance ? crypto.getRandomValues(new Uint32Array(1))[0] % 1000000 : 0;
  }

  function arrive(count = play.choices.length) {
    const section = at(`turn-${count}`);
    section.focus({ preventScroll: true });
    section.scrollIntoView({ block: "start" });
  }

  function say(words) {
    at("news").textContent = words;
  }

  // --- the journal, and the log that `otherside play --choices` takes ---

  function log() {
    const head = [`# ${story.title.replace(/\s+/g, " ")}`, "# Play it with: otherside play --choices THIS-FILE"];
    if (play.seed) head[1] += ` --seed ${play.seed}`;
    return [...head, `# seed: ${play.seed}`, ...play.choices, ""].join("\n");
  }

  function journal() {
    const rows = play.choices.map((_, index) => {
      const taken = composer.taken(play, index + 1);
      const statuses = [...new Set(taken.findings.map((each) => each.status))];
      return make("li", {}, taken.sceneTitle ? `${taken.sceneTitle}: ` : "", line(taken.text), " ",
        statuses.map((each) => [status(each), " "]), make("button", { type: "button", on: { click: () => {
          at("journal").close();
          rewind(index);
        } } }, "Back to before this", make("span", { class: "unseen" }, `, choice ${index + 1}`)));
    });
    at("choices-made").replaceChildren(rows.length ? make("ol", {}, rows) : make("p", {}, "You have made no choice yet."));
    at("log").value = log();
    at("journal").showModal();
  }

  function save() {
    const address = URL.createObjectURL(new Blob([log()], { type: "text/plain;charset=utf-8" }));
    make("a", { href: address, download: `${story.id}.choices.txt` }).click();
    setTimeout(() => URL.revokeObjectURL(address), 1000);
    say("The log is in your downloads.");
  }

  async function copy() {
    at("log").select();
    try {
      await navigator.clipboard.writeText(log());
      say("The log is copied.");
    } catch {
      say("The log is selected; copy it with the keyboard.");
    }
  }

  async function takeUp(event) {
    const [file] = event.target.files;
    if (!file) return;
    const text = await file.text();
    const seed = /^# seed: (\d{1,15})\s*$/m.exec(text);
    const choices = text.split(/\r?\n/).flatMap((each) => each.split("#")[0].split(/\s+/)).filter(Boolean);
    resume(seed ? Number(seed[1]) : 0, choices);
    event.target.value = "";
    at("journal").close();
    arrive();
  }

  // Choices by number are not taken up: only ids say what was meant.
  function resume(seed, choices) {
    play = Core.Play.replay(rules, seed, choices);
    for (let count = 0; count <= play.choices.length; count += 1) pass(count);
    keep();
    draw();
    const done = play.choices.length;
    if (choices.length) say(done === choices.length ? `The play goes on after choice ${done}.`
      : `The story and these choices agree up to choice ${done} of ${choices.length}; the play goes on there.`);
  }

  // --- keeping the play in this browser ---

  function keep() {
    const kept = { seed: play.seed, log: play.choices, likings, passed: [...passed], read: [...read] };
    try {
      localStorage.setItem(KEPT, JSON.stringify(kept));
    } catch {
      say("This browser keeps nothing; save the log before you close the page.");
    }
  }

  function kept() {
    try {
      return JSON.parse(localStorage.getItem(KEPT));
    } catch {
      return null;
    }
  }

  function listed(value) {
    return Array.isArray(value) ? value.filter((each) => typeof each === "string") : [];
  }

  function goOn(found) {
    const liked = found.likings || {};
    likings = { skip: listed(liked.skip), show: listed(liked.show), keys: liked.keys !== false };
    passed = new Set(listed(found.passed));
    read = new Set(listed(found.read));
    resume(Number.isSafeInteger(found.seed) && found.seed >= 0 ? found.seed : 0, listed(found.log));
  }

  // --- help, settings and sources ---

  function sources() {
    const reading = { whole: "read whole", excerpt: "read in excerpt", cited: "known only through others" };
    const making = { freely: "made freely", "under-arrest": "made under arrest", unknown: "nobody can say under what conditions it was made" };
    const rows = Object.values(story.accounts).map((each) => [
      make("dt", {}, each.label),
      make("dd", {}, sentence([each.kind, each.kind === "computed" ? "worked out" : reading[each.read], making[each.made]].filter(Boolean).join(", ")),
        " ", citation(each.cite || {})),
    ]);
    at("accounts").replaceChildren(...rows.flat());
    at("sources").showModal();
  }

  function settings() {
    at("keys").checked = likings.keys;
    at("hard").value = likings.skip.length ? "skip" : likings.show.length ? "show" : "ask";
    at("help").showModal();
  }

  function liked() {
    const tags = [...new Set(Object.values(story.scenes).flatMap((scene) => (scene.skippable ? scene.skippable.tags : [])))];
    const wish = at("hard").value;
    likings = { keys: at("keys").checked, skip: wish === "skip" ? tags : [], show: wish === "show" ? tags : [] };
    passed = new Set();
    for (let count = 0; count <= play.choices.length; count += 1) pass(count);
    keep();
    draw();
  }

  // --- keys ---

  const KEYS = { u: undo, j: journal, e: unfold, s: sources, "?": settings };

  function unfold() {
    const card = at(`turn-${play.choices.length}`).querySelector("details.evidence");
    if (!card) return;
    card.open = !card.open;
    card.querySelector("summary").focus();
  }

  function press(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || event.repeat) return;
    if (!likings.keys || document.querySelector("dialog[open]")) return;
    if (event.target.closest("input, select, textarea")) return;
    const number = Number(event.key);
    if (number >= 1 && number <= MOST_KEYS) choose(number);
    else if (Object.hasOwn(KEYS, event.key)) KEYS[event.key]();
    else return;
    event.preventDefault();
  }

  document.addEventListener("keydown", press);
  at("undo").addEventListener("click", undo);
  at("to-journal").addEventListener("click", journal);
  at("to-sources").addEventListener("click", sources);
  at("to-help").addEventListener("click", settings);
  at("save").addEventListener("click", save);
  at("copy").addEventListener("click", copy);
  at("take-up").addEventListener("change", takeUp);
  at("again").addEventListener("click", beginAgain);
  at("keys").addEventListener("change", liked);
  at("hard").addEventListener("change", liked);
  for (const button of document.querySelectorAll("dialog .close")) {
    button.addEventListener("click", () => button.closest("dialog").close());
  }
  let folded = [];
  addEventListener("beforeprint", () => {
    folded = [...document.querySelectorAll("main details:not([open])")];
    folded.forEach((each) => { each.open = true; });
  });
  addEventListener("afterprint", () => folded.forEach((each) => { each.open = false; }));

  const found = kept();
  if (found) goOn(found);
  else begin();
  if (play.choices.length) arrive();
})();
