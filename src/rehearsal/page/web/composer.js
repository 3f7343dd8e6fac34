// The box at the bottom: messages, `@people`, and where `/` leads to the bot's commands.
import { $, complain, h, nameOf, portrait } from "./dom.js";
import { CommandForm, flatten } from "./command.js";
import { Listbox, matching } from "./listbox.js";

export class Composer {
  /** `answered` gets a command's name and what the bot answered it with. */
  constructor(state, answered) {
    this.state = state;
    this.answered = answered;
    this.list = new Listbox("Commands");
    this.field = h("textarea", {
      id: "box", rows: 1, maxlength: 2000, autocomplete: "off", enterkeyhint: "send",
      oninput: () => this.#typed(), onkeydown: (event) => this.#key(event), onfocus: () => this.#typed(),
      onblur: () => this.list.close(),
    });
    this.list.serve(this.field);
    const onsubmit = (event) => (event.preventDefault(), this.#say());
    const slash = h("button", { type: "button", class: "slash", "aria-label": "Use a command", onclick: () => this.begin("/") }, "/");
    this.text = h("form", { class: "box", onsubmit }, slash, this.field,
      h("button", { class: "send", type: "submit", "aria-label": "Send message" }, "➤"));
  }

  /** Another channel: another set of commands, and nothing typed yet. */
  enter(place) {
    this.field.setAttribute("aria-label", place);
    this.field.placeholder = `${place} · type / for commands`;
    this.known = this.state.client.commands(this.state.channel.id).catch(() => []);
    this.#write("");
  }

  /** The commands of a menu: 2 of a person's, 3 of a message's. */
  async menu(kind) {
    return (await this.known).filter(({ type }) => type === kind);
  }

  /** Begins with this text, as if it had been typed. */
  begin(text) {
    this.#write(text);
    this.field.focus();
    this.#typed();
  }

  #write(text) {
    this.form = null;
    $("composer").replaceChildren(this.list.node, this.text);
    this.list.serve(this.field);
    this.field.value = text;
    this.#fit();
  }

  #fit() {
    this.field.rows = Math.min(this.field.value.split("\n").length, 8);
  }

  async #typed() {
    this.#fit();
    const text = this.field.value;
    if (!text.startsWith("/")) return this.#suggestPeople(text);
    const entries = flatten(await this.known);
    if (this.field.value !== text || this.form) return undefined;
    const typed = text.slice(1).trimStart();
    const whole = entries.filter(({ name }) => typed === `${name} ` || typed.startsWith(`${name} `));
    const entry = whole.sort((a, b) => b.name.length - a.name.length)[0];
    if (entry) return this.#open(entry, typed.slice(entry.name.length + 1));
    const found = matching(entries, typed, ({ name }) => name);
    const items = found.map((it) => ({
      label: `/${it.name}`, more: it.description, icon: portrait(this.state.ready.bot, this.state), pick: () => this.#open(it, ""),
    }));
    return this.list.show(items.length ? nameOf(this.state.ready.bot) : "No such command here", items);
  }

  #suggestPeople(text) {
    const before = text.slice(0, this.field.selectionStart);
    const word = /(?:^|\s)@([^\s@]*)$/.exec(before);
    const guild = this.state.ready?.guilds.find(({ id }) => id === this.state.channel?.guild_id);
    if (!word || !guild) return this.list.close();
    const found = matching(guild.members, word[1], ({ user, nick }) => `${nameOf(user, nick)} ${user.username}`);
    const items = found.slice(0, 10).map(({ user, nick }) => ({
      label: nameOf(user, nick), more: user.username, icon: portrait(user, this.state),
      pick: () => this.#complete(before.slice(0, -word[1].length), `${user.username} `, text.slice(before.length)),
    }));
    return items.length ? this.list.show("Members", items) : this.list.close();
  }

  #complete(before, name, after) {
    this.field.value = before + name + after;
    this.field.setSelectionRange(before.length + name.length, before.length + name.length);
    this.list.close();
  }

  #key(event) {
    if (event.isComposing || this.list.key(event)) return;
    const picks = event.key === "Enter" || event.key === "Tab";
    if (picks && !event.shiftKey && this.list.ready) {
      event.preventDefault();
      this.list.pick();
    } else if (event.key === "Enter" && !event.shiftKey) {
      event.preventDefault();
      this.#say();
    } else if (event.key === "Escape" && this.list.open) {
      event.preventDefault();
      this.list.close();
    }
  }

  #open(entry, rest) {
    const { state } = this;
    const send = async (data) => {
      const channel = state.channel.id;
      const answer = await state.client.interact({ type: 2, channel_id: channel, data });
      if (state.channel.id === channel) this.begin("");
      this.answered(entry.name, answer);
    };
    this.form = new CommandForm(entry, state, state.client, { send, leave: (text) => this.begin(text) });
    $("composer").replaceChildren(this.form.list.node, this.form.node);
    this.form.fill(rest);
  }

  async #say() {
    const text = this.field.value.trim();
    if (!text) return;
    if (text.startsWith("/")) {
      complain(`There is no command ${text.split(" ")[0]} here.`);
      return;
    }
    const mention = (word, name) => this.state.ready.people.find(({ username }) => username === name);
    const content = text.replace(/(?<=^|\s)@([^\s@]+)/g, (word, name) => {
      const user = mention(word, name);
      return user ? `<@${user.id}>` : word;
    });
    try {
      await this.state.client.say(this.state.channel.id, content);
      this.#write("");
      this.field.focus();
    } catch (error) {
      complain(error.message);
    }
  }
}
