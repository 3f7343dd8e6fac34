// A slash command being filled in: its name, a pill for each option, and a list of what fits.
import { announce, complain, h, nameOf, portrait } from "./dom.js";
import { Listbox, matching } from "./listbox.js";

const KIND = { subcommand: 1, group: 2, string: 3, integer: 4, boolean: 5, user: 6, channel: 7, number: 10 };
const SUGGEST_AFTER = 90;

/** Every slash command with its subcommands, each as `{ command, path, name, description, options }`. */
export function flatten(commands) {
  const walk = (command, level, path, name) => {
    const options = level.options ?? [];
    if (!options.some(({ type }) => type <= KIND.group)) {
      return [{ command, path, name, description: level.description, options }];
    }
    return options.flatMap((it) => walk(command, it, [...path, it], `${name} ${it.name}`));
  };
  const slash = commands.filter(({ type }) => type === 1);
  return slash.flatMap((it) => walk(it, it, [], it.name)).sort((a, b) => a.name.localeCompare(b.name));
}

/** One option and what was given to it; `value` is undefined while that is still open. */
class Pill {
  constructor(option, form) {
    this.option = option;
    this.input = h("input", {
      type: "text", autocomplete: "off", spellcheck: "false", maxlength: option.max_length ?? 6000,
      "aria-label": `${option.name}: ${option.description}`, "aria-required": option.required && "true",
    });
    form.watch(this.input, this);
    this.node = h("span", { class: "pill", "data-option": option.name },
      h("span", { class: "pill-name", "aria-hidden": "true" }, option.name), this.input);
  }

  get text() {
    return this.input.value;
  }

  /** What is chosen from is settled by a choice; a text is settled as it is typed. */
  get free() {
    const { type, choices } = this.option;
    return !choices?.length && ![KIND.boolean, KIND.user, KIND.channel].includes(type);
  }

  write(text, value) {
    this.input.value = text;
    this.value = value;
    this.fit();
  }

  fit() {
    this.input.size = Math.min(Math.max(this.text.length + 1, 4), 60);
    this.node.classList.toggle("settled", this.value !== undefined);
    this.node.classList.remove("bad");
  }
}

/** The form of one command. `send` gets the interaction's data, `leave` what stays in the box. */
export class CommandForm {
  constructor(entry, state, client, { send, leave }) {
    Object.assign(this, { entry, state, client, send, leave });
    this.pills = [];
    this.list = new Listbox("Suggestions");
    this.more = h("input", {
      type: "text", class: "more", autocomplete: "off", spellcheck: "false", "aria-label": "Add an option",
    });
    this.watch(this.more, null);
    this.line = h("div", { class: "command-line" },
      h("span", { class: "command-name" }, `/${entry.name}`), this.more);
    this.button = h("button", { class: "send", type: "submit", "aria-label": `Send /${entry.name}` }, "➤");
    const onsubmit = (event) => (event.preventDefault(), this.submit());
    this.node = h("form", { class: "box command", "aria-label": `Command ${entry.name}`, onsubmit }, this.line, this.button);
    for (const option of entry.options.filter(({ required }) => required)) this.#add(option);
    this.#hint();
  }

  /** Puts what was typed behind the name where it belongs: `@bob when: yesterday`. */
  fill(text) {
    const names = this.entry.options.map(({ name }) => name).join("|");
    const parts = names ? text.split(new RegExp(`(?:^|\\s)(${names}):`)) : [text];
    const first = this.entry.options.find(({ required }) => required) ?? this.entry.options[0];
    const given = [[first?.name, parts[0]]];
    for (let at = 1; at < parts.length; at += 2) given.push([parts[at], parts[at + 1]]);
    for (const [name, value] of given.filter(([name, value]) => name && value.trim())) {
      const pill = this.pills.find((it) => it.option.name === name) ?? this.#addNamed(name);
      pill.write(value.trim().replace(/^@/, ""));
      this.#settle(pill);
    }
    this.#next();
  }

  watch(input, pill) {
    input.addEventListener("focus", () => this.#focused(input, pill));
    input.addEventListener("blur", () => pill && this.#settle(pill));
    input.addEventListener("input", () => this.#typed(pill));
    input.addEventListener("keydown", (event) => this.#key(event, pill));
  }

  #add(option) {
    const pill = new Pill(option, this);
    this.pills.push(pill);
    this.more.before(pill.node);
    pill.fit();
    this.#hint();
    return pill;
  }

  #addNamed(name) {
    return this.#add(this.entry.options.find((it) => it.name === name));
  }

  get #left() {
    return this.entry.options.filter((it) => !this.pills.some(({ option }) => option === it));
  }

  #hint() {
    const left = this.#left.length;
    this.more.placeholder = left ? `+${left} optional` : "";
    this.more.size = left ? 12 : 2;
  }

  #remove(pill) {
    this.pills = this.pills.filter((it) => it !== pill);
    pill.node.remove();
    this.#hint();
    (this.pills.at(-1)?.input ?? this.more).focus();
  }

  #focused(input, pill) {
    this.list.serve(input);
    if (pill && pill.value !== undefined && !pill.free) return;
    this.#suggest(pill);
  }

  #typed(pill) {
    if (!pill) return this.#typedName();
    pill.value = undefined;
    // `when:` in a field that takes no such text begins that option.
    const jump = /(?:^|\s)([\w-]+):$/.exec(pill.text);
    const next = jump && this.#left.find(({ name }) => name === jump[1]);
    if (next && (!pill.free || pill.option.autocomplete)) {
      pill.write(pill.text.slice(0, jump.index));
      this.#settle(pill);
      return this.#add(next).input.focus();
    }
    pill.fit();
    return this.#suggest(pill);
  }

  #typedName() {
    const option = this.#left.find(({ name }) => `${name}:` === this.more.value.trimStart());
    if (!option) return this.#suggest(null);
    return this.#begin(option);
  }

  #begin(option) {
    this.more.value = "";
    this.#add(option).input.focus();
  }

  #key(event, pill) {
    if (this.list.key(event)) return;
    const empty = !(pill?.input ?? this.more).value;
    if (event.key === "Enter" && this.list.ready) {
      event.preventDefault();
      this.list.pick();
    } else if (event.key === "Tab" && !event.shiftKey && this.list.ready && (pill?.text || pill?.option.required)) {
      event.preventDefault();
      this.list.pick();
    } else if (event.key === "Escape") {
      event.preventDefault();
      if (this.list.open) this.list.close();
      else this.leave("");
    } else if (event.key === "Backspace" && empty) {
      event.preventDefault();
      this.#back(pill);
    }
  }

  #back(pill) {
    const at = pill ? this.pills.indexOf(pill) : this.pills.length;
    if (pill && !pill.option.required) this.#remove(pill);
    else if (at > 0) this.pills[at - 1].input.focus();
    else this.leave(`/${this.entry.name}`);
  }

  /** Goes to what is still needed, or to where more can be given. */
  #next() {
    const open = this.pills.find((it) => it.option.required && it.value === undefined && !(it.free && it.text));
    (open?.input ?? this.more).focus();
  }

  #pick(pill, text, value) {
    pill.write(text, value);
    this.#next();
  }

  #suggest(pill) {
    clearTimeout(this.waiting);
    if (!pill) return this.#suggestOptions();
    const { option } = pill;
    const title = [h("b", {}, option.name), ` ${option.description}`];
    if (option.autocomplete) {
      this.waiting = setTimeout(() => this.#askBot(pill, title), SUGGEST_AFTER);
      return undefined;
    }
    const typed = pill.text.replace(/^[@#]/, "");
    const items = matching(this.#choices(option), typed, (it) => `${it.label} ${it.more ?? ""}`);
    return this.list.show(title, items.slice(0, 25).map((it) => ({ ...it, pick: () => this.#pick(pill, it.label, it.value) })));
  }

  #suggestOptions() {
    const left = matching(this.#left, this.more.value, ({ name }) => name);
    const items = left.map((it) => ({ label: it.name, more: it.description, pick: () => this.#begin(it) }));
    if (!items.length) return this.list.close();
    // Enter sends the command unless an option was looked for.
    return this.list.show("Options", items, this.more.value.trim() ? 0 : -1);
  }

  /** What can be chosen for an option that is no free text. */
  #choices(option) {
    const { channel, ready } = this.state;
    if (option.choices?.length) return option.choices.map(({ name, value }) => ({ label: name, value }));
    if (option.type === KIND.boolean) return [{ label: "True", value: true }, { label: "False", value: false }];
    const guild = ready.guilds.find(({ id }) => id === channel.guild_id);
    if (option.type === KIND.channel) return (guild?.channels ?? []).map(({ id, name }) => ({ label: name, value: id }));
    if (option.type !== KIND.user) return [];
    const members = guild?.members ?? ready.people.map((user) => ({ user }));
    return members.map(({ user, nick }) => ({
      label: nameOf(user, nick), more: user.username, value: user.id, icon: portrait(user, this.state),
    }));
  }

  async #askBot(pill, title) {
    const asked = pill.text;
    const data = this.#data(pill);
    const fresh = () => pill.input === document.activeElement && pill.text === asked && pill.value === undefined;
    try {
      const { choices } = await this.client.interact({ type: 4, channel_id: this.state.channel.id, data });
      if (!fresh()) return;
      const items = choices.map(({ name, value }) => ({ label: name, pick: () => this.#pick(pill, name, value) }));
      this.list.show(title, items);
    } catch {
      // The text can be sent as it is.
      if (fresh()) this.list.show(title, []);
    }
  }

  /** Takes what was typed in full for the choice it names. */
  #settle(pill) {
    if (pill.value !== undefined || pill.free) return;
    const typed = pill.text.trim().replace(/^[@#]/, "").toLowerCase();
    const choices = this.#choices(pill.option);
    const found = choices.find(({ label, more }) => [label, more].some((it) => it?.toLowerCase() === typed));
    if (found) pill.write(found.label, found.value);
  }

  async submit() {
    this.list.close();
    this.pills.forEach((pill) => this.#settle(pill));
    const bad = this.pills.find((it) => (it.option.required || it.text) && it.value === undefined && !(it.free && it.text.trim()));
    if (bad) {
      bad.input.focus();
      bad.node.classList.add("bad");
      return announce(bad.text ? `${bad.text} is no choice for ${bad.option.name}` : `${bad.option.name} is needed`);
    }
    this.button.disabled = true;
    this.node.setAttribute("aria-busy", "true");
    try {
      await this.send(this.#data(null));
    } catch (error) {
      complain(error.message);
      this.#next();
    } finally {
      this.button.disabled = false;
      this.node.removeAttribute("aria-busy");
    }
  }

  /** The command as a client sends it, with `focused` as the option that is being typed. */
  #data(focused) {
    const { command, path } = this.entry;
    const given = this.pills.filter((pill) => pill === focused || pill.text.trim());
    let options = given.map((pill) => ({
      type: pill.option.type, name: pill.option.name, value: pill.value ?? pill.text.trim(),
      ...(pill === focused && { focused: true }),
    }));
    for (const { type, name } of path.toReversed()) options = [{ type, name, options }];
    return { id: command.id, name: command.name, type: 1, options };
  }
}
