// The rules of play, as game/engine has them: pure functions from a state and a choice to the next.
// It knows no page: tests run it under Node.js beside the game and compare every word.
"use strict";

const Core = (() => {
  const MOST_BY_ITSELF = 200;
  const MASK = (1n << 64n) - 1n;

  class PlayFault extends Error {}

  // SplitMix64, scaled by the high half of the product: draw k is a function of the seed and k.
  function draw(seed, number, total) {
    let mixed = (BigInt(seed) + (BigInt(number) + 1n) * 0x9e3779b97f4a7c15n) & MASK;
    mixed = ((mixed ^ (mixed >> 30n)) * 0xbf58476d1ce4e5b9n) & MASK;
    mixed = ((mixed ^ (mixed >> 27n)) * 0x94d049bb133111ebn) & MASK;
    mixed ^= mixed >> 31n;
    return Number((mixed * BigInt(total)) >> 64n);
  }

  function pick(seed, number, exits) {
    let drawn = draw(seed, number, exits.reduce((sum, exit) => sum + exit.weight, 0));
    for (const exit of exits) {
      if (drawn < exit.weight) return exit.to;
      drawn -= exit.weight;
    }
    return exits[exits.length - 1].to;
  }

  function remainder(left, right) {
    if (right === 0) throw new PlayFault("The story divides by nought here.");
    return ((left % right) + right) % right;
  }

  const BINARY = {
    "+": (left, right) => left + right,
    "-": (left, right) => left - right,
    "*": (left, right) => left * right,
    "%": remainder,
    "==": (left, right) => left === right,
    "!=": (left, right) => left !== right,
    "<": (left, right) => left < right,
    "<=": (left, right) => left <= right,
    ">": (left, right) => left > right,
    ">=": (left, right) => left >= right,
  };

  function evaluate(tree, state) {
    if (!Array.isArray(tree)) return tree;
    const [head, ...rest] = tree;
    switch (head) {
      case "read": return state.values[rest[0]];
      case "value": return rest[1];
      case "times": return state.visits[rest[0]] || 0;
      case "visited": return (state.visits[rest[0]] || 0) > 0;
      case "not": return !evaluate(rest[0], state);
      case "negative": return -evaluate(rest[0], state);
      case "and": return rest.every((each) => evaluate(each, state));
      case "or": return rest.some((each) => evaluate(each, state));
      default: return BINARY[head](evaluate(rest[0], state), evaluate(rest[1], state));
    }
  }

  function start(variable) {
    return "yes_no" in variable ? variable.yes_no : variable.start;
  }

  class Rules {
    constructor(story) {
      this.story = story;
    }

    start(seed) {
      const values = Object.create(null);
      for (const [name, variable] of Object.entries(this.story.state)) values[name] = start(variable);
      const visits = Object.create(null);
      const before = { scene: "", values, visits, taken: [], stack: [], seed, draws: 0 };
      return this.run(before, this.story.first);
    }

    offers(state) {
      const choices = this.story.scenes[state.scene].choices || [];
      return choices.filter((choice) => this.isOpen(state, choice));
    }

    isOpen(state, choice) {
      if (choice.once && state.taken.includes(`${state.scene}/${choice.choice}`)) return false;
      return !choice.if || evaluate(choice.if.test, state);
    }

    choose(state, name) {
      const choice = this.offers(state).find((each) => each.choice === name);
      if (!choice) throw new PlayFault(`'${name}' is not on offer in '${state.scene}'.`);
      const key = `${state.scene}/${name}`;
      const changed = this.changed(state, choice.do || []);
      const taken = choice.once ? [...state.taken, key] : state.taken;
      const stack = choice.detour ? [...state.stack, state.scene] : state.stack;
      return this.run({ ...changed, taken, stack }, choice.to || choice.detour);
    }

    changed(state, effects) {
      for (const effect of effects) {
        const value = evaluate(effect.value, state);
        const before = state.values[effect.set];
        const result = { "=": () => value, "+=": () => before + value, "-=": () => before - value };
        const values = Object.assign(Object.create(null), state.values);
        values[effect.set] = this.within(effect.set, result[effect.by]());
        state = { ...state, values };
      }
      return state;
    }

    within(name, value) {
      const range = this.story.state[name].whole;
      if (range && (value < range[0] || value > range[1])) {
        throw new PlayFault(`The story gives '${name}' the value ${value} here, which it cannot have.`);
      }
      return value;
    }

    // Enter a scene, and those that follow by themselves, until the next rest.
    run(state, name) {
      const entered = [];
      while (entered.length < MOST_BY_ITSELF) {
        const scene = this.story.scenes[name];
        state = this.enter(state, name, scene);
        entered.push({ scene: name, state, again: Boolean(scene.again) && state.visits[name] > 1 });
        if (scene.return) {
          if (!state.stack.length) throw new PlayFault(`'${name}' returns, but no detour led there.`);
          const back = state.stack[state.stack.length - 1];
          return { state: { ...state, scene: back, stack: state.stack.slice(0, -1) }, entered };
        }
        if (scene.then) {
          name = scene.then;
        } else if (scene.chance) {
          name = pick(state.seed, state.draws, scene.chance);
          state = { ...state, draws: state.draws + 1 };
        } else {
          return { state, entered };
        }
      }
      throw new PlayFault(`The scenes around '${name}' lead into one another without a choice.`);
    }

    enter(state, name, scene) {
      const visits = Object.assign(Object.create(null), state.visits);
      visits[name] = (visits[name] || 0) + 1;
      return this.changed({ ...state, scene: name, visits }, scene.do || []);
    }

    // Prose as it reads in a state: beats of paragraphs of runs.
    prose(beats, state) {
      return beats
        .map((beat) => beat.map((pieces) => this.line(pieces, state)).filter((line) => line.length))
        .filter((beat) => beat.length);
    }

    line(pieces, state) {
      const runs = [];
      for (const piece of pieces) {
        for (const each of this.shown(piece, state)) runs.push(this.asRun(each, state));
      }
      return tidy(runs);
    }

    shown(piece, state) {
      if (typeof piece === "string" || !piece.arms) return [piece];
      const arm = piece.arms.find((each) => !each.if || evaluate(each.if.test, state));
      return arm ? arm.pieces : [];
    }

    asRun(piece, state) {
      if (typeof piece === "string") return { text: piece };
      if (!("value" in piece)) return piece;
      const { value, ...looks } = piece;
      return { ...looks, text: this.label(value, state.values[value]) };
    }

    label(name, value) {
      const variable = this.story.state[name];
      if ("yes_no" in variable) return value ? "yes" : "no";
      return variable.labels ? variable.labels[value] : String(value);
    }

    // The one line of a choice's text.
    words(beats, state) {
      const shown = this.prose(beats, state);
      return shown.length ? shown[0][0] : [];
    }

    beats(entered) {
      const scene = this.story.scenes[entered.scene];
      return this.prose(entered.again ? scene.again : scene.text, entered.state);
    }
  }

  // Drop empty runs, and the second of two blanks where a stretch between them was empty.
  function tidy(runs) {
    const kept = [];
    for (const run of runs) {
      const last = kept[kept.length - 1];
      const text = !last || last.text.endsWith(" ") ? run.text.replace(/^ +/, "") : run.text;
      if (text) kept.push({ ...run, text });
    }
    const last = kept.pop();
    const text = last ? last.text.replace(/ +$/, "") : "";
    return text ? [...kept, { ...last, text }] : kept;
  }

  function plain(line) {
    return line.map((run) => run.text).join("");
  }

  // A play is a seed and a list of choices, with all that followed from them.
  class Play {
    constructor(rules, seed, turns, choices) {
      Object.assign(this, { rules, seed, turns, choices });
    }

    static begin(rules, seed = 0) {
      return new Play(rules, seed, [rules.start(seed)], []);
    }

    // As many of some choices as can be taken in order.
    static replay(rules, seed, choices) {
      let play = Play.begin(rules, seed);
      for (const choice of choices) {
        const [scene, name] = choice.split("/");
        const isOpen = rules.offers(play.state).some((each) => each.choice === name);
        if (scene !== play.state.scene || !isOpen) break;
        play = play.take(name);
      }
      return play;
    }

    get state() {
      return this.turns[this.turns.length - 1].state;
    }

    take(name) {
      const turn = this.rules.choose(this.state, name);
      const taken = `${this.state.scene}/${name}`;
      return new Play(this.rules, this.seed, [...this.turns, turn], [...this.choices, taken]);
    }

    before(count) {
      const { turns, choices } = this;
      return new Play(this.rules, this.seed, turns.slice(0, count + 1), choices.slice(0, count));
    }

    choiceAt(index) {
      const [scene, name] = this.choices[index].split("/");
      return { scene, choice: this.rules.story.scenes[scene].choices.find((each) => each.choice === name) };
    }

    // The choice at which the play left the record, by its index; -1 where it has not, or is back.
    offRecord(count = this.choices.length) {
      let standing = -1;
      for (let index = 0; index < count; index += 1) {
        if (standing < 0 && this.choiceAt(index).choice.leaves) standing = index;
        if (standing >= 0) {
          const { rejoins } = this.choiceAt(standing).choice.leaves;
          if (this.turns[index + 1].entered.some((each) => each.scene === rejoins)) standing = -1;
        }
      }
      return standing;
    }

    words(index) {
      return this.rules.words(this.choiceAt(index).choice.text, this.turns[index].state);
    }

    standing(count) {
      const left = this.offRecord(count);
      return left < 0 ? "" : plain(this.words(left));
    }
  }

  return { Rules, Play, PlayFault, plain };
})();
