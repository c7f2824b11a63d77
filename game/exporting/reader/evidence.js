// What the record has, as elements of the page. Words only ever become text here: nothing makes
// markup out of them.
"use strict";

const Evidence = (story) => {
  function make(name, attributes = {}, ...inside) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes)) {
      if (key === "on") for (const [event, act] of Object.entries(value)) element.addEventListener(event, act);
      else if (value !== null && value !== false) element.setAttribute(key, value === true ? "" : value);
    }
    element.append(...inside.flat(Infinity).filter((each) => each !== null && each !== ""));
    return element;
  }

  function sentence(words) {
    return /[.!?”"’…]$/.test(words) ? words : `${words}.`;
  }

  // A line's runs; what is marked links to where the page says what it rests on.
  function line(runs, targets) {
    return runs.map((run) => {
      let piece = document.createTextNode(run.text);
      if (run.emphasis) piece = make("em", {}, piece);
      if (run.strong) piece = make("strong", {}, piece);
      const kind = ["claim", "person", "place", "word"].find((each) => run[each]);
      const id = kind && targets ? targets(kind, run[kind]) : "";
      return id ? make("a", { class: "mark", href: `#${id}`, on: { click: () => open(id) } }, piece) : piece;
    });
  }

  function open(id) {
    const details = document.getElementById(id).closest("details");
    if (details) details.open = true;
  }

  function status(name) {
    const known = story.statuses[name];
    const word = `${name[0].toUpperCase()}${name.slice(1)}`;
    return make("span", { class: `status ${known.family}` },
      make("span", { "aria-hidden": "true" }, `${known.glyph} `), word);
  }

  function counts(finding) {
    if (!finding.asks || !(finding.says || finding.witnessesAgainst)) return "";
    const parts = [`${finding.witnessesFor} for`, `${finding.witnessesAgainst} against`];
    if (finding.silent.length) parts.push(`${finding.silent.length} silent`);
    return parts.join(", ");
  }

  function headline(finding, offRecord) {
    const remark = finding.remark && `${finding.remark[0].toUpperCase()}${finding.remark.slice(1)}`;
    const said = [counts(finding), remark].filter(Boolean).map(sentence).join(" ");
    return [offRecord ? "The record has: " : "", status(finding.status), said ? `. ${said}` : "."];
  }

  // Who speaks so, one claim an item, so that nothing is said twice; ``told`` is what is known above.
  function voices(head, spoken, told = "") {
    if (!spoken.length) return null;
    const claims = new Map();
    for (const voice of spoken) {
      const says = `${voice.denies ? "denies: " : ""}${sentence(voice.says)}`;
      claims.set(says, [...(claims.get(says) || []), voice]);
    }
    return [make("p", { class: "known" }, head), make("ul", {}, [...claims].map(([says, voices]) => make("li", {},
      voices.map((each) => each.cited).join("; "), told && says === sentence(told) ? "." : `: ${says}`,
      voices.map(spelt))))];
  }

  function spelt(voice) {
    return [
      voice.quote ? [" ", make("q", { lang: voice.lang || null }, voice.quote)] : "",
      voice.note ? ` ${sentence(voice.note)}` : "",
    ];
  }

  function known(finding, { his = false, said = false } = {}) {
    const beyond = { inferred: "Reasoned: ", invented: "Why: " };
    return make("div", {}, [
      finding.asks ? make("p", { class: "asks" }, finding.asks) : null,
      finding.says ? make("p", {}, sentence(finding.says)) : null,
      said ? null : make("p", { class: "known" }, headline(finding, false)),
      his && finding.told.length ? make("p", { class: "known" }, "He is recorded as doing this.") : null,
      voices("Told by", finding.told, finding.says),
      finding.says && !finding.told.length ? make("p", { class: "known" }, "Told by nobody.") : null,
      voices("Told otherwise by", finding.against),
      voices("Retold otherwise by", finding.retold),
      voices("Reported by", finding.reported),
      voices("Doubted by", finding.doubted),
      finding.silent.length ? make("p", { class: "known" }, `Silent: ${finding.silent.join(". ")}.`) : null,
      finding.why ? make("p", {}, `${beyond[finding.status] || "Why: "}${sentence(finding.why)}`) : null,
      ...finding.premises.map((each) => make("p", {}, `It rests on: ${sentence(each)}`)),
      finding.note ? make("p", {}, `Note: ${sentence(finding.note)}`) : null,
    ]);
  }

  function citation(cite) {
    const text = (value) => typeof value === "string" ? value
      : value.map((each) => typeof each === "string" ? each : each.literal || [each.family, each.given].filter(Boolean).join(", ")).join("; ");
    const parts = ["author", "title", "container-title", "volume", "issue", "page", "publisher", "issued", "URL"];
    return parts.filter((each) => cite[each]).map((each) => sentence(text(cite[each]))).join(" ");
  }

  return { make, sentence, line, status, headline, known, citation };
};
