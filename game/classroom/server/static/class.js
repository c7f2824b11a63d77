"use strict";
// Text reaches the page through textContent alone: nothing that anybody wrote becomes markup.

const WORDS = {
  join: "Join the class",
  joinButton: "Join",
  code: "Code on the board",
  had: "I had a seat already",
  hadHint: "Your seat number and its three digits stood at the top of your page.",
  seat: "Seat number",
  digits: "Three digits",
  back: "Back to my seat",
  who: (own) => `${own.alias} · seat ${own.seat}, code ${own.code}`,
  keep: (own) => `If you lose this page: seat ${own.seat}, code ${own.code}.`,
  fine: "Connected",
  broken: "No answer from the teacher's computer. Your seat and your vote are kept there. Trying again.",
  moved: "If this lasts, scan the code on the board once more and come back to your seat.",
  where: (head) => head.number ? `Decision ${head.number} of ${head.decisions}` : head.lesson,
  time: (words) => `Time: ${words}.`,
  names: "Your name in this lesson",
  scene: "The scene",
  way: "On the way here",
  took: (words) => `The line takes: ${words}`,
  off: (words) => `Off the record since: ${words}`,
  broke: (words) => `Your own way has ended: ${words} The line goes on.`,
  card: (role) => `Your card: ${role}`,
  reads: (role) => `You read for: ${role}`,
  room: (role) => `Your seat in the room: ${role}`,
  aloud: "Read aloud",
  down: "Put this role down",
  first: (letter) => `Your first vote was ${letter}.`,
  isIn: (letter) => `Your vote is in: ${letter}. You can change it until the vote is closed.`,
  notIn: "Your vote is not in yet.",
  send: "Send my vote",
  why: "Why? One sentence, 140 letters at most",
  rests: "Which account does it rest on?",
  none: "None of them",
  standing: { waiting: "Your reason is with the teacher.", approved: "Your reason is on the screen, without a name.", rejected: "Your reason was not put on the screen." },
  muted: "The teacher takes no more reasons from this seat.",
  choose: "Choose an answer first.",
  answers: "Send my answers",
  sent: "Sent.",
  later: "That is not sent yet. It goes out as soon as there is an answer.",
  votes: "The votes",
  firstVote: "First vote", secondVote: "Second vote", vote: "The vote",
  recorded: "What is recorded",
  known: "How well it is known",
  told: "Told by", against: "Against",
  classSaid: "The class said", reasons: "Reasons",
  mine: (yours, record) => `Of what you voted for, you said: ${yours || "nothing"}. The record has: ${record}.`,
  family: { agree: "told, and not told otherwise", conflict: "told otherwise by somebody", beyond: "worked out or made up", silent: "asked, and not answered" },
  prompts: "To talk about",
  path: "The way of the class", numbers: "Numbers", people: "Names", likelier: "Before you go",
  door: "At the door",
  easy: "Easier text", big: "Larger letters", noTime: "Hide the time",
  slow: "More time for me", paces: { 100: "As everybody", 150: "Half as much again", 200: "Twice as much" },
  settings: "Text, time, role",
  over: "The lesson is over.",
  dark: "The screen is dark.",
  here: (it) => `${it.joined}${it.expected ? ` of ${it.expected}` : ""} here${it.lost ? `, ${it.lost} not heard of` : ""}`,
  voted: (it) => `${it.voted} voted, ${it.waiting} not yet`,
  scan: "Scan, or type", withCode: "Code",
  key: "This page opens with the address that the teacher's terminal says.",
};

const EVERY = 1500, PATIENCE = 6000, SLOWEST = 6000;
const PHONE = document.body.dataset.page === "phone";
const $ = (id) => document.getElementById(id);
const kept = {
  get(name) { try { return localStorage.getItem("class." + name) || ""; } catch { return ""; } },
  set(name, value) { try { value ? localStorage.setItem("class." + name, value) : localStorage.removeItem("class." + name); } catch { /* a page that keeps nothing works until it is closed */ } },
};

let token = PHONE ? kept.get("token") : location.hash.slice(1);
let seen = "", common = null, own = null, time = null, stamp = "", unsent = null, timer = 0, failed = 0, asking = false;
const drafts = {};

function el(tag, given, ...inside) {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(given || {})) {
    if (name.startsWith("on")) made.addEventListener(name.slice(2), value);
    else if (name in made && name !== "list" && name !== "form") made[name] = value;
    else if (value !== false) made.setAttribute(name, value);
  }
  made.append(...inside.flat(Infinity).filter((each) => each !== null && each !== "" && each !== undefined));
  return made;
}
const p = (text, kind) => text ? el("p", kind ? { className: kind } : null, text) : null;
const text = (beats) => (beats || []).map((beat) => beat.map((each) => p(each)));
const list = (items) => items && items.length ? el("ul", null, items.map((each) => el("li", null, each))) : null;
const say = (words) => { $("said").textContent = words; };
const wrong = (words) => { $("wrong").textContent = words; };

// Asking

async function call(path, body) {
  const stop = new AbortController();
  const patience = setTimeout(() => stop.abort(), PATIENCE);
  const headers = token ? { "X-Seat": token } : {};
  if (body) headers["Content-Type"] = "application/json";
  try {
    const got = await fetch(path, { method: body ? "POST" : "GET", headers, body: body && JSON.stringify(body), cache: "no-store", credentials: "omit", signal: stop.signal });
    const found = await got.json();
    return { status: got.status, found };
  } finally { clearTimeout(patience); }
}

async function poll() {
  if (asking || (PHONE && !token)) return;
  asking = true;
  try {
    heard(await call((PHONE ? "/api/state" : "/api/screen") + "?seen=" + encodeURIComponent(seen)));
    failed = 0;
  } catch { failed += 1; }
  asking = false;
  connection();
  clearTimeout(timer);
  const pause = Math.min(SLOWEST, EVERY * Math.max(1, failed)) * (0.9 + Math.random() * 0.2);
  if (token || !PHONE) timer = setTimeout(poll, pause);
  if (!failed && unsent) resend();
}

function heard({ status, found }) {
  if (status === 410) return finished(found.sentence);
  if (status === 401) return PHONE ? leave(found.sentence) : keyless();
  if (status !== 200) return;
  seen = found.mark;
  time = found.clock;
  if (PHONE) {
    if (found.common) common = found.common;
    if (found.own) own = found.own;
    if (found.own) showPhone();
  } else if (found.view) showScreen(found.view, found.poster);
  showTime();
}

function connection() {
  const line = $("link"), broken = failed > 1;
  const words = broken ? WORDS.broken + (failed > 4 ? " " + WORDS.moved : "") : (PHONE && token ? WORDS.fine : "");
  if (line.textContent !== words) line.textContent = words;
  line.classList.toggle("broken", broken);
}

async function send(path, body, done) {
  wrong("");
  try {
    const answer = await call(path + "?seen=" + encodeURIComponent(seen), body);
    if (answer.status === 200) { unsent = null; heard(answer); say(done || WORDS.sent); return true; }
    unsent = null;
    if (answer.status === 401 || answer.status === 410) heard(answer); else wrong(answer.found.sentence);
    poll();
  } catch {
    failed += 1;
    unsent = { path, body, done, stamp };
    wrong(WORDS.later);
    connection();
  }
  return false;
}

function resend() {
  const { path, body, done, stamp: then } = unsent;
  unsent = null;
  if (then === stamp) send(path, body, done);
  else wrong("");
}

function leave(sentence) { token = ""; seen = ""; common = own = null; kept.set("token", ""); showJoin(sentence); }
function finished(sentence) { token = ""; kept.set("token", ""); clearTimeout(timer); $("parts").replaceChildren(); $("tools").replaceChildren(); $("who").textContent = $("time").textContent = $("where").textContent = ""; title(sentence || WORDS.over); parts = {}; }
function keyless() { title(WORDS.key); $("parts").replaceChildren(); }

// Sections: each is made anew only when what it shows has changed, so that nobody's typing is disturbed.

let parts = {};
function section(name, data, make) {
  const sign = data === null ? null : JSON.stringify(data);
  const before = parts[name];
  if (before && before.sign === sign) return before.node;
  const focus = document.activeElement && document.activeElement.id;
  const node = sign === null ? null : make();
  if (before && before.node) node ? before.node.replaceWith(node) : before.node.remove();
  parts[name] = { sign, node };
  if (focus && node && node.querySelector("#" + CSS.escape(focus))) node.querySelector("#" + CSS.escape(focus)).focus({ preventScroll: true });
  return node;
}
function lay(nodes) {
  const wanted = nodes.filter(Boolean), here = $("parts");
  for (const each of [...here.children]) if (!wanted.includes(each)) each.remove();
  wanted.forEach((each, at) => { if (here.children[at] !== each) here.insertBefore(each, here.children[at] || null); });
}
function title(words) { $("head").textContent = words; document.title = words; }
function showTime() {
  const hidden = PHONE && kept.get("notime");
  $("time").textContent = time && !hidden ? WORDS.time(time.words) : "";
}
const letterOf = (choice) => { const found = ((common.asked && common.asked.options) || []).find((each) => each.choice === choice); return found ? found.letter : ""; };

// Joining

const once = () => Array.from(crypto.getRandomValues(new Uint8Array(16)), (each) => each.toString(16).padStart(2, "0")).join("");
let drawn = once();

function showJoin(sentence) {
  parts = {};
  title(WORDS.join);
  $("who").textContent = $("where").textContent = $("time").textContent = "";
  $("tools").replaceChildren();
  const fromPath = location.pathname.slice(1);
  const code = el("input", { id: "code", type: "text", required: true, maxLength: 12, autocomplete: "off", autocapitalize: "characters", spellcheck: false, value: fromPath });
  const seat = el("input", { id: "seat", type: "text", inputMode: "numeric", maxLength: 4, autocomplete: "off" });
  const digits = el("input", { id: "digits", type: "text", inputMode: "numeric", maxLength: 3, autocomplete: "off" });
  const join = async (event) => { event.preventDefault(); await enter("/api/join", { code: code.value, once: drawn }); };
  const back = async (event) => { event.preventDefault(); await enter("/api/return", { code: code.value, once: drawn, seat: Number(seat.value) || 0, digits: digits.value.trim() }); };
  $("parts").replaceChildren(
    el("form", { onsubmit: join }, el("label", { htmlFor: "code", className: "over" }, WORDS.code), code, el("div", { className: "row" }, el("button", { type: "submit", className: "main" }, WORDS.joinButton))),
    el("details", { open: !!sentence }, el("summary", null, WORDS.had), el("form", { onsubmit: back }, p(WORDS.hadHint, "quiet"),
      el("label", { htmlFor: "seat", className: "over" }, WORDS.seat), seat,
      el("label", { htmlFor: "digits", className: "over" }, WORDS.digits), digits,
      el("div", { className: "row" }, el("button", { type: "submit" }, WORDS.back)))),
  );
  wrong(sentence || "");
  if (!fromPath) code.focus();
}

async function enter(path, body) {
  wrong("");
  try {
    const { status, found } = await call(path, body);
    if (status !== 200) return wrong(found.sentence);
    token = found.token;
    drawn = once();
    kept.set("token", token);
    $("parts").replaceChildren();
    seen = stamp = "";
    poll();
  } catch { wrong(WORDS.broken); }
  return undefined;
}

// A phone

function showPhone() {
  const { head } = common, moved = head.stamp !== stamp;
  document.documentElement.lang = head.language || "en";
  document.body.classList.toggle("large", head.large ? kept.get("large") !== "no" : kept.get("large") === "yes");
  if (moved) { say(""); wrong(""); }
  $("who").textContent = WORDS.who(own);
  $("where").textContent = WORDS.where(head);
  title(head.doing);
  const ballot = common.asked && common.asked.ballot;
  const easy = wantsEasy(), { stage, outcome, debrief } = common;
  const reading = head.phase === "brief" || head.phase === "read";
  lay([
    section("names", head.phase === "lobby" ? own.offered.concat(own.alias) : null, names),
    section("front", common.front || null, () => front(common.front)),
    section("card", own.card.length || own.decision_card ? [own.role, own.card, own.decision_role, head.phase === "brief" || head.phase === "talk"] : (own.role && common.front ? own.role : null), card),
    section("prompts", common.prompts.length ? common.prompts : null, () => el("section", null, el("h2", null, WORDS.prompts), list(common.prompts.map((each) => each.text)))),
    section("outcome", outcome ? [outcome, own.record, own.known] : null, () => showOutcome(outcome, true)),
    section("scene", stage && head.phase !== "brief" ? [stage, easy, reading] : null, () => scene(stage, easy, reading)),
    section("vote", ballot ? [common.asked, own.first, own.second, own.known, own.reason, own.account, own.standing, own.muted] : null, () => vote(common.asked)),
    section("options", common.asked && !ballot && !outcome ? [common.asked, own.first, own.second] : null, () => options(common.asked)),
    section("debrief", debrief || null, () => showDebrief(debrief)),
    section("door", debrief && debrief.questions.length ? [debrief.questions, own.ticket] : null, () => door(debrief)),
    section("rule", common.asked && !outcome ? common.asked.rule : null, () => p(common.asked.rule, "quiet")),
  ]);
  tools();
  if (moved) arrived(head);
  stamp = head.stamp;
}

function arrived(head) {
  const first = !stamp, writing = document.activeElement && document.activeElement.tagName === "TEXTAREA";
  if (first || writing) { say(head.doing); return; }
  const new_ = head.phase === "reveal" ? $("step") : null;
  (new_ || $("head")).focus();
  if (!new_) window.scrollTo(0, 0);
}

function names() {
  const pick = (place) => () => send("/api/name", { place });
  return el("section", null, el("h2", null, WORDS.names), p(WORDS.keep(own), "quiet"),
    el("div", { className: "row", role: "group", "aria-label": WORDS.names }, own.offered.map((name, place) =>
      el("button", { type: "button", id: "name" + place, "aria-pressed": String(name === own.alias), onclick: pick(place) }, name))));
}

function front(it) {
  return el("section", null, text(it.opening), text(it.advisory), p(it.nameless, "quiet"), p(it.rule, "quiet"));
}

function card() {
  const has = own.card.length || own.decision_card;
  const aloud = has && "speechSynthesis" in window ? el("button", { type: "button", id: "aloud", onclick: () => readAloud(own.card.flat().join(" ") + " " + own.decision_card) }, WORDS.aloud) : null;
  const down = own.role && own.card.length ? el("button", { type: "button", id: "down", onclick: () => send("/api/put-down", {}) }, WORDS.down) : null;
  if (!has) return p(WORDS.reads(own.role));
  const inside = [text(own.card), own.decision_role ? [el("h3", null, WORDS.room(own.decision_role)), p(own.decision_card)] : null, el("div", { className: "row" }, aloud, down)];
  const phase = common.head.phase;
  if (phase === "brief" || phase === "talk") return el("section", { className: "card" }, el("h2", null, WORDS.card(own.role)), inside);
  return el("section", { className: "card" }, el("details", null, el("summary", null, WORDS.card(own.role)), inside));
}

function readAloud(words) {
  const voice = speechSynthesis.getVoices().find((each) => each.localService && each.lang.startsWith(document.documentElement.lang));
  speechSynthesis.cancel();
  if (!voice) { wrong("This phone has no voice of its own."); return; }
  const said = new SpeechSynthesisUtterance(words);
  said.voice = voice;
  speechSynthesis.speak(said);
}

function scene(stage, easy, open) {
  const body = [
    p(stage.where, "quiet"), stage.off_record ? p(WORDS.off(stage.off_record), "off") : null, stage.broken_off ? p(WORDS.broke(stage.broken_off), "off") : null,
    stage.way.length ? el("details", null, el("summary", null, WORDS.way), stage.way.map((each) => [el("h3", null, each.title), text(each.text), each.taken ? p(WORDS.took(each.taken), "quiet") : null])) : null,
    text(easy && stage.scene.easy.length ? stage.scene.easy : stage.scene.text),
  ];
  if (open) return el("section", null, el("h2", null, stage.scene.title), body);
  return el("section", null, el("details", null, el("summary", null, WORDS.scene + ": " + stage.scene.title), body));
}

function radios(name, items, chosen, changed) {
  return items.map(([value, words], at) => el("label", { className: "answer" },
    el("input", { type: "radio", id: name + at, name, value, checked: value === chosen, onchange: () => changed(value) }), el("span", null, words)));
}

function vote(asked) {
  const last = common.head.phase === "again", mine = last ? own.second : own.first;
  const draft = drafts[asked.ballot] || (drafts[asked.ballot] = { option: mine, known: own.known, text: own.reason, account: own.account });
  const count = el("span", { className: "quiet" }, "");
  const field = el("textarea", { id: "why", maxLength: 140, value: draft.text, oninput: () => { draft.text = field.value; count.textContent = `${field.value.length} / 140`; } });
  const accounts = el("select", { id: "rests", onchange: () => { draft.account = accounts.value; } },
    el("option", { value: "" }, WORDS.none), asked.accounts.map((each) => el("option", { value: each.name, selected: each.name === draft.account }, each.label)));
  const submit = async (event) => {
    event.preventDefault();
    if (!draft.option || (asked.known.length && !draft.known)) { wrong(WORDS.choose); return; }
    const words = asked.options.find((each) => each.choice === draft.option);
    const said = await send("/api/vote", { ballot: asked.ballot, option: draft.option, known: asked.known.length ? draft.known : "" }, WORDS.isIn(words ? words.letter : ""));
    const why = draft.text.trim();
    if (said && asked.reason && why && !own.muted && (why !== own.reason || draft.account !== own.account)) await send("/api/reason", { ballot: asked.ballot, text: why, account: draft.account }, WORDS.isIn(words ? words.letter : ""));
  };
  return el("section", null, last && own.first ? p(WORDS.first(letterOf(own.first)), "quiet") : null,
    el("form", { onsubmit: submit },
      el("fieldset", null, el("legend", null, asked.question), radios("option", asked.options.map((each) => [each.choice, `${each.letter}. ${each.words}`]), draft.option, (value) => { draft.option = value; })),
      asked.known.length ? el("fieldset", null, el("legend", null, asked.known_question), radios("known", asked.known.map((each) => [each.name, each.label]), draft.known, (value) => { draft.known = value; })) : null,
      asked.reason && !own.muted ? [el("label", { htmlFor: "why", className: "over" }, WORDS.why), field, el("p", { className: "quiet" }, asked.no_names, " ", count),
        el("label", { htmlFor: "rests", className: "over" }, WORDS.rests), accounts] : null,
      own.muted && asked.reason ? p(WORDS.muted, "quiet") : null,
      own.standing ? p(WORDS.standing[own.standing], "quiet") : null,
      el("div", { className: "row" }, el("button", { type: "submit", id: "send", className: "main" }, WORDS.send)),
      mine ? p(WORDS.isIn(letterOf(mine)), "isin") : p(WORDS.notIn)));
}

function options(asked) {
  const mine = own.second || own.first;
  return el("section", null, el("h2", null, asked.question), el("ol", { className: "letters" }, asked.options.map((each) => el("li", null, `${each.letter}. ${each.words}`))),
    mine ? p(own.second ? WORDS.vote + ": " + letterOf(own.second) : WORDS.first(letterOf(mine)), "quiet") : null);
}

function bars(name, poll) {
  if (!poll) return null;
  const most = Math.max(1, ...poll.counts.map((each) => each.count));
  return el("div", null, el("h3", null, name), p(poll.words + "."), el("div", { "aria-hidden": "true" }, poll.counts.map((each) => el("div", { className: "bar" },
    el("span", null, each.name), el("meter", { min: 0, max: most, value: each.count }), el("span", null, String(each.count))))));
}

function showOutcome(it, phone) {
  const steps = [
    [el("h2", null, WORDS.votes), p(it.sentence),
      it.first || it.second ? el("div", { className: "polls" }, bars(it.second ? WORDS.firstVote : WORDS.vote, it.first), bars(WORDS.secondVote, it.second)) : null,
      it.reasons.length ? [el("h3", null, WORDS.reasons), list(it.reasons.map((each) => each.text + (each.account ? ` (${each.account})` : "")))] : null],
    it.recorded.length ? [el("h2", null, WORDS.recorded), it.recorded.map((each) => p(each))] : null,
    it.known.length ? [el("h2", null, WORDS.known), it.known.map(known),
      p(WORDS.classSaid + ": " + it.said.map((each) => `${WORDS.family[each.name] || each.name} ${each.count}`).join(", ") + "."),
      phone && own.record.length ? p(WORDS.mine(WORDS.family[own.known], own.record.map((each) => WORDS.family[each] || each).join("; ")), "card") : null] : null,
  ].filter(Boolean);
  const latest = steps[steps.length - 1][0];
  latest.id = "step";
  latest.tabIndex = -1;
  return el("section", null, steps);
}

function known(it) {
  return [el("h3", null, `${it.letter}. ${it.words}`), it.held.map((each) => [p(`${each.asks} ${each.line}`),
    each.told.length ? p(`${WORDS.told}: ${each.told.join("; ")}.`, "quiet") : null, each.against.length ? p(`${WORDS.against}: ${each.against.join("; ")}.`, "quiet") : null])];
}

function showDebrief(it) {
  return el("section", null, list(it.lines),
    it.path.length ? [el("h2", null, WORDS.path), el("ol", null, it.path.map((each) => el("li", null, el("strong", null, each.title), p(each.words), p(`${each.ruled} ${each.recorded}`, "quiet"))))] : null,
    it.numbers.length ? [el("h2", null, WORDS.numbers), list(it.numbers)] : null,
    it.names.length ? [el("h2", null, WORDS.people), list(it.names)] : null,
    it.likelier ? [el("h2", null, WORDS.likelier), p(it.likelier)] : null);
}

function door(it) {
  const answers = [...own.ticket];
  const submit = (event) => {
    event.preventDefault();
    if (it.questions.some((_, at) => !answers[at])) { wrong(WORDS.choose); return; }
    send("/api/door", { answers });
  };
  return el("section", null, el("h2", null, WORDS.door), el("form", { onsubmit: submit },
    it.questions.map((question, at) => el("fieldset", null, el("legend", null, question), radios("door" + at + "-", it.answers.map((each) => [each.name, each.label]), answers[at], (value) => { answers[at] = value; }))),
    own.ticket.length ? p(WORDS.sent, "isin") : null, el("button", { type: "submit", id: "door-send", className: "main" }, WORDS.answers)));
}

// Text, time, role

const wantsEasy = () => kept.get("easy") ? kept.get("easy") === "yes" : common.head.easy;

function tools() {
  const easy = wantsEasy(), large = document.body.classList.contains("large"), hidden = kept.get("notime") === "yes";
  const toggle = (id, words, on, change) => el("button", { type: "button", id, "aria-pressed": String(on), onclick: () => { change(!on); showPhone(); showTime(); } }, words);
  const made = section("tools", [easy, large, hidden, own.pace, !!(common.stage && common.stage.scene.easy.length)], () => el("details", { open: $("tools").firstChild ? $("tools").firstChild.open : false }, el("summary", { id: "settings" }, WORDS.settings),
    el("div", { className: "row" },
      common.stage && common.stage.scene.easy.length ? toggle("easy", WORDS.easy, easy, (on) => kept.set("easy", on ? "yes" : "no")) : null,
      toggle("large", WORDS.big, large, (on) => kept.set("large", on ? "yes" : "no")),
      toggle("notime", WORDS.noTime, hidden, (on) => kept.set("notime", on ? "yes" : ""))),
    el("label", { htmlFor: "pace", className: "over" }, WORDS.slow),
    el("select", { id: "pace", onchange: (event) => send("/api/pace", { pace: Number(event.target.value) }) }, Object.entries(WORDS.paces).map(([pace, words]) => el("option", { value: pace, selected: Number(pace) === own.pace }, words)))));
  if ($("tools").firstChild !== made) $("tools").replaceChildren(made);
}

// The projector

function showScreen(view, poster) {
  const it = view.common;
  document.body.classList.toggle("dark", view.dark);
  document.body.classList.toggle("lobby", !!(it && it.front));
  $("poster").replaceChildren(...(poster && !view.dark ? drawPoster(poster) : []));
  $("where").textContent = it ? WORDS.where(it.head) : "";
  $("here").textContent = view.dark ? "" : WORDS.here(view.attendance) + (it && it.asked && it.asked.ballot ? ". " + WORDS.voted(view.attendance) : "");
  if (!it) { title(WORDS.dark); lay([]); parts = {}; return; }
  common = it;
  const { head, stage, outcome, debrief, asked } = it;
  document.documentElement.lang = head.language || "en";
  title(head.doing);
  const open = head.phase === "read";
  lay([
    section("front", it.front || null, () => el("section", null, el("h2", null, head.story), text(it.front.opening), p(it.front.nameless, "quiet"))),
    section("scene", stage && open ? stage : null, () => scene({ ...stage, way: [] }, head.easy, true)),
    section("options", asked && !outcome ? [asked.options, stage.scene.title] : null, () => el("section", null, el("h2", null, stage.scene.title), p(asked.question), el("ol", { className: "letters" }, asked.options.map((each) => el("li", null, `${each.letter}. ${each.words}`))))),
    section("outcome", outcome && !it.prompts.length ? [outcome, head.part] : null, () => showOutcome(step(outcome, head.part), false)),
    section("prompts", it.prompts.length ? [it.prompts, outcome && outcome.sentence] : null, () => el("section", null, outcome ? p(outcome.sentence) : null, el("h2", null, WORDS.prompts), list(it.prompts.map((each) => each.text)))),
    section("debrief", debrief || null, () => showDebrief(debrief)),
  ]);
  if (head.stamp !== stamp) window.scrollTo(0, 0);
  stamp = head.stamp;
}

const step = (it, part) => part === 1 ? it : part === 2 ? { ...it, first: null, second: null, reasons: [] } : { ...it, first: null, second: null, reasons: [], recorded: [] };

function drawPoster(it) {
  const space = "http://www.w3.org/2000/svg", quiet = 4, size = it.rows.length + 2 * quiet;
  const shape = (name, given) => { const made = document.createElementNS(space, name); for (const [key, value] of Object.entries(given)) made.setAttribute(key, value); return made; };
  const svg = shape("svg", { viewBox: `0 0 ${size} ${size}`, role: "img", "aria-label": "QR", "shape-rendering": "crispEdges" });
  let path = "";
  it.rows.forEach((row, y) => [...row].forEach((cell, x) => { if (cell === "1") path += `M${x + quiet} ${y + quiet}h1v1h-1z`; }));
  svg.append(shape("rect", { width: size, height: size, fill: "#fff" }), shape("path", { d: path, fill: "#000" }));
  return [svg, p(WORDS.scan), el("p", null, el("strong", null, it.address)), p(it.code, "code")];
}

// Beginning

document.addEventListener("visibilitychange", () => { if (!document.hidden) { clearTimeout(timer); poll(); } });
window.addEventListener("online", poll);
window.addEventListener("pageshow", (event) => { if (event.persisted) poll(); });
if (PHONE && !token) showJoin(""); else poll();
