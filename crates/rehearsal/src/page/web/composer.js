// The box at the bottom: messages, and where `/` leads to the bot's commands.
import { $, complain, h, nameOf, portrait } from "./dom.js";
import { CommandForm, flatten } from "./command.js";
import { Listbox, matching } from "./listbox.js";
import { state } from "./state.js";

export class Composer {
	/** `interact` does something to the bot; `used` gets the name of a command that was answered. */
	constructor(interact, used) {
		Object.assign(this, { interact, used });
		this.list = new Listbox("Commands");
		this.field = h("textarea", {
			id: "box", rows: 1, maxlength: 2000, oninput: () => this.#typed(), onkeydown: (event) => this.#key(event), onblur: () => this.list.close(),
		});
		const onsubmit = (event) => (event.preventDefault(), this.#say());
		this.text = h("form.box", { onsubmit }, h("button.slash", { "aria-label": "Use a command", onclick: () => this.begin("/") }, "/"),
			this.field, h("button.send", { type: "submit", "aria-label": "Send message" }, "➤"));
	}

	/** Another channel: other commands, and nothing typed yet. */
	enter(place) {
		this.field.setAttribute("aria-label", place);
		this.field.placeholder = `${place} · / for commands`;
		this.known = state.client.commands(state.channel.id).catch(() => []);
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
	}

	async #typed() {
		const text = this.field.value;
		this.field.rows = Math.min(text.split("\n").length, 8);
		if (!text.startsWith("/")) return this.list.close();
		const entries = flatten(await this.known);
		if (this.field.value !== text || this.form) return undefined;
		const typed = text.slice(1);
		const whole = entries.flatMap((entry) => [entry.name, entry.sent].map((name) => ({ entry, name })))
			.filter(({ name }) => typed.startsWith(`${name} `)).toSorted((a, b) => b.name.length - a.name.length)[0];
		if (whole) return this.#open(whole.entry, typed.slice(whole.name.length + 1));
		const { bot } = state.ready;
		const found = matching(entries.map((it) => ({ label: it.name, entry: it })), typed).map(({ label, entry }) => ({
			label: `/${label}`, more: entry.description, icon: portrait(bot), pick: () => this.#open(entry, ""),
		}));
		return this.list.show(found.length ? nameOf(bot) : "There is no such command here", found);
	}

	#key(event) {
		if (this.list.key(event) || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
		event.preventDefault();
		this.#say();
	}

	#open(entry, rest) {
		const send = async (data) => {
			const { form } = this;
			await this.interact({ type: 2, data });
			if (this.form === form) this.begin("");
			this.used(entry.sent);
		};
		this.form = new CommandForm(entry, send, (text) => this.begin(text));
		$("composer").replaceChildren(this.form.list.node, this.form.node);
		this.form.fill(rest);
	}

	/** Sends the message; `@name` mentions, as at Discord. */
	#say() {
		const text = this.field.value.trim();
		// What begins like a command and is none is no message either.
		if (!text || text.startsWith("/")) return;
		const mention = (user) => `<@${user.id}>`;
		const content = text.replace(/(?<=^|\s)@(\S+)/g, (word, name) => state.ready.people.filter((it) => it.username === name).map(mention)[0] ?? word);
		state.client.say(state.channel.id, content).then(() => this.begin(""), complain);
	}
}
