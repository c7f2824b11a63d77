// What there is to show, as game/playing has it for every face: headings, passages, offers, and what
// the record has. It knows no page either.
"use strict";

const Composer = (() => {
  const { plain } = Core;

  // What there is to show: the same that game/playing hands to every face.
  class Composer {
    constructor(rules) {
      this.rules = rules;
      this.story = rules.story;
    }

    page(play) {
      const count = play.choices.length;
      const scene = this.story.scenes[play.state.scene];
      return {
        turn: count,
        heading: this.heading(play.state.scene),
        passages: this.passages(play, count),
        offers: this.rules.offers(play.state).map((choice, index) => ({
          number: index + 1,
          choice: `${play.state.scene}/${choice.choice}`,
          text: this.rules.words(choice.text, play.state),
        })),
        last: count ? this.taken(play, count) : null,
        offRecord: play.standing(count),
        finish: scene.ending ? this.finish(play, scene) : null,
      };
    }

    passages(play, count, passed = new Set()) {
      return play.turns[count].entered.map((entered) => {
        const scene = this.story.scenes[entered.scene];
        const summarised = Boolean(scene.skippable) && passed.has(entered.scene);
        const beats = summarised
          ? this.rules.prose(scene.skippable.summary, entered.state)
          : this.rules.beats(entered);
        return { scene: entered.scene, title: scene.title || "", beats, summarised, hard: hard(scene) };
      });
    }

    // A choice of a play, counted from one, and what the record has about it.
    taken(play, turn) {
      const { scene, choice } = play.choiceAt(turn - 1);
      return {
        turn,
        scene,
        sceneTitle: this.story.scenes[scene].title || "",
        choice: play.choices[turn - 1],
        text: play.words(turn - 1),
        findings: this.findings(choice.record || []),
        leaves: Boolean(choice.leaves),
        offRecord: play.standing(turn - 1),
        his: this.isFirstPerson(this.story.scenes[scene]),
      };
    }

    finish(play, scene) {
      const left = play.offRecord();
      return {
        title: scene.ending.title,
        findings: this.findings(scene.ending.record || []),
        leftAt: left < 0 ? null : this.taken(play, left + 1),
      };
    }

    findings(record) {
      return record.filter((entry) => entry.status).map((entry) => this.finding(entry));
    }

    // A record entry with everybody who speaks on it.
    finding(entry) {
      const question = this.story.questions[entry.question];
      const claim = entry.claim ? question.claims[entry.claim] : null;
      const isBeyond = "inferred_from" in entry || "invented" in entry;
      const heard = question && !(isBeyond && question.holds) ? (claim || question.none) : null;
      return this.judged(entry, entry.question, entry.claim, heard);
    }

    // A claim that words rest on.
    claimFinding(target) {
      const [name, claim] = target.split("/");
      const told = this.story.questions[name].claims[claim];
      return this.judged(told.finding, name, claim, told);
    }

    judged(said, name, claim, heard) {
      const question = name ? this.story.questions[name] : null;
      const voices = (kind) => (heard ? heard.finding.heard[kind] || [] : []);
      const all = (kind) => voices(kind).map((place) => this.voice(question, place));
      return {
        status: said.status,
        asks: question ? question.asks : "",
        says: claim ? question.claims[claim].says : "",
        witnessesFor: said.for || 0,
        witnessesAgainst: said.against || 0,
        remark: said.remark || "",
        why: said.why || said.invented || "",
        note: said.note || "",
        premises: (said.inferred_from || []).map((each) => this.claimFinding(each).says),
        told: all("told"),
        against: all("against"),
        retold: all("retold"),
        reported: all("reported"),
        doubted: all("doubted"),
        silent: question ? question.silent.map((each) => this.story.accounts[each].label) : [],
      };
    }

    voice(question, [claim, kind, number]) {
      const telling = question.claims[claim][kind][number];
      const { label } = this.story.accounts[telling.account];
      const named = telling.state ? `${label} (${telling.state})` : label;
      return {
        cited: telling.at ? `${named}, ${telling.at}` : named,
        says: question.claims[claim].says,
        denies: kind === "denied_by",
        quote: telling.quote || "",
        lang: telling.lang || "",
        note: telling.note || "",
      };
    }

    heading(name) {
      const scene = this.story.scenes[name];
      const number = this.story.parts.findIndex((each) => each.part === name.split(".")[0]);
      const part = this.story.parts[number];
      const place = this.story.places[scene.place];
      return {
        part: part ? (number ? `${number} ${part.title}` : part.title) : "",
        when: inWords(scene.date),
        // a part is sometimes named for its only place
        where: place && !(part && part.title === place.name) ? place.name : "",
        role: this.isFirstPerson(scene) ? "" : this.roleLabel(scene.role),
      };
    }

    isFirstPerson(scene) {
      const first = this.story.roles.find((each) => each.kind === "person");
      return !scene.role || Boolean(first && first.role === scene.role);
    }

    roleLabel(name) {
      const role = this.story.roles.find((each) => each.role === name);
      return role ? role.label : "";
    }

    // Every answer told about those he harmed, and their names: shown at the end, and not scored.
    closing() {
      const asked = Object.entries(this.story.questions).filter(([, each]) => each.about);
      const numbers = asked.flatMap(([name, question]) =>
        Object.keys(question.claims)
          .filter((claim) => question.claims[claim].told_by)
          .map((claim) => ({
            asks: question.asks,
            says: question.claims[claim].says,
            status: question.claims[claim].finding.status,
            toldBy: question.claims[claim].told_by.map(
              (_, number) => this.voice(question, [claim, "told_by", number]).cited),
            target: `${name}/${claim}`,
          })));
      const names = Object.values(this.story.people).filter((each) => each.about);
      return { numbers, names };
    }
  }

  function hard(scene) {
    return scene.skippable ? scene.skippable.tags : [];
  }

  const MONTHS = ("January February March April May June July August September October November "
    + "December").split(" ");

  // A date in words, what both ends share said once; a whole month or year by its name.
  function inWords(date) {
    if (!date) return "";
    const [first, last] = [parts(date.first), parts(date.last)];
    if (first.length === 3 && last.length === 3 && isWhole(date)) {
      const shared = first[1] === last[1] && first[2] === last[2] ? 1 : 2;
      if (first.slice(shared).join() === last.slice(shared).join()) return first.slice(shared).join(" ");
    }
    if (first.join() === last.join()) return last.join(" ");
    let shared = 0;
    while (shared < Math.min(first.length, last.length) - 1
      && first[first.length - 1 - shared] === last[last.length - 1 - shared]) shared += 1;
    return `${first.slice(0, first.length - shared).join(" ")} to ${last.join(" ")}`;
  }

  function isWhole({ first, last }) {
    const sameMonth = first.slice(0, 7) === last.slice(0, 7);
    const wholeYear = first.endsWith("-01-01") && last.endsWith("-12-31");
    const [year, month, day] = last.split("-").map(Number);
    const ends = new Date(Date.UTC(year, month, 0)).getUTCDate() === day;
    return first.endsWith("-01") && ends && (sameMonth || wholeYear);
  }

  function parts(iso) {
    const [year, month, day] = iso.split("-");
    if (!month) return [year];
    const words = [MONTHS[Number(month) - 1], year];
    return day ? [String(Number(day)), ...words] : words;
  }

  return Composer;
})();
