// A slash command being filled in: its name, a pill for each option, and a list of what fits.
import { announce, complain, h } from "./dom.js";
import { Listbox, matching } from "./listbox.js";
import { items, state } from "./state.js";

const GROUP = 2;
/** What can be given to an option of these types; others take a text. */
const OFFERED = {
	5: () => [{ label: "True", value: true }, { label: "False", value: false }],
	6: items.members, 7: items.channels, 8: items.roles, 9: items.members,
};

/** Every slash command and subcommand: `{ command, path, name, sent, description, options }`; `sent` is the name that the bot knows. */
export function flatten(commands) {
	const walk = (command, { description, options = [] }, path) => {
		const nested = options.filter(({ type }) => type <= GROUP);
		if (nested.length) return nested.flatMap((it) => walk(command, it, [...path, it]));
		const named = (key) => [command, ...path].map((it) => it[key]).join(" ");
		return { command, path, name: named("name"), sent: named("sent"), description, options };
	};
	return commands.filter(({ type }) => type === 1).flatMap((it) => walk(it, it, []));
}

/** One option and what was given to it; what is chosen from a list has a `value` once it is. */
class Pill {
	constructor(option, form) {
		this.option = option;
		this.choices = option.choices?.length ? () => option.choices.map(({ name, value }) => ({ label: name, value })) : OFFERED[option.type];
		this.input = form.field(`${option.name}: ${option.description}`, this);
		this.input.maxLength = option.max_length ?? 6000;
		this.node = h("span.pill", h("span", { "aria-hidden": "true" }, option.name), this.input);
		this.write("");
	}

	get text() {
		return this.input.value.trim();
	}

	/** Whether it can be sent as it is. */
	get settled() {
		return this.value !== undefined || (!this.choices && this.text !== "");
	}

	write(text, value) {
		this.input.value = text;
		this.typed(value);
	}

	typed(value) {
		this.value = value;
		this.node.classList.remove("bad");
		this.node.classList.toggle("settled", value !== undefined);
	}

	fill(text) {
		this.write(text.trim());
		this.settle();
	}

	/** Takes what was typed in full for the choice that it names. */
	settle() {
		const typed = this.text.replace(/^[@#]/, "").toLowerCase();
		const named = ({ label, more }) => [label, more].some((it) => it?.replace(/^#/, "").toLowerCase() === typed);
		const found = this.value === undefined && this.choices?.().find(named);
		if (found) this.write(found.label, found.value);
	}
}

/** The form of a command. `send` gets the interaction's data, `leave` what stays in the box. */
export class CommandForm {
	constructor(entry, send, leave) {
		Object.assign(this, { entry, send, leave, pills: [] });
		this.names = new RegExp(`(?:^|\\s)(${entry.options.map(({ name }) => name).join("|") || "(?!)"}):`);
		this.list = new Listbox("Suggestions");
		this.more = this.field("Add an option", null);
		this.more.className = "more";
		const line = h("div.command-line", h("b", `/${entry.name}`), this.more);
		this.button = h("button.send", { type: "submit", "aria-label": `Send /${entry.name}` }, "➤");
		const onsubmit = (event) => (event.preventDefault(), this.submit());
		this.node = h("form.box.command", { "aria-label": `Command ${entry.name}`, onsubmit }, line, this.button);
		entry.options.filter(({ required }) => required).forEach((it) => this.#add(it));
		this.#count();
	}

	/** Puts what was typed where it belongs: `@bob when: yesterday`, beginning in this pill. */
	fill(text, pill = this.pills[0]) {
		const [bare, ...named] = text.split(this.names);
		const [first] = this.entry.options;
		if (pill) pill.fill(bare);
		else if (first && bare.trim() && !this.pills.length) this.#add(first).fill(bare);
		let last;
		while (named.length) {
			const [name, value] = named.splice(0, 2);
			last = this.pills.find((it) => it.option.name === name) ?? this.#add(this.entry.options.find((it) => it.name === name));
			last.fill(value);
		}
		if (last && !last.text) last.input.focus();
		else this.#next();
	}

	/** A field of the form: a pill's, or the one that adds options. */
	field(label, pill) {
		return h("input", {
			"aria-label": label, "aria-required": `${pill?.option.required ?? false}`,
			onfocus: (event) => (this.list.serve(event.target), pill?.value === undefined && this.#suggest(pill)),
			onblur: () => pill?.settle(), oninput: () => this.#typed(pill), onkeydown: (event) => this.#key(event, pill),
		});
	}

	get #left() {
		return this.entry.options.filter((it) => !this.pills.some(({ option }) => option === it));
	}

	#add(option) {
		const pill = new Pill(option, this);
		this.pills.push(pill);
		this.more.before(pill.node);
		this.more.value = "";
		this.#count();
		return pill;
	}

	#count() {
		this.more.placeholder = this.#left.length ? `+${this.#left.length} optional` : "";
	}

	#typed(pill) {
		pill?.typed();
		const { value } = pill?.input ?? this.more;
		// `when:` begins that option, but in a text of one's own it is text.
		const free = pill && !pill.choices && !pill.option.autocomplete;
		if (!free && this.names.test(value)) this.fill(value, pill);
		else this.#suggest(pill);
	}

	#key(event, pill) {
		if (this.list.key(event)) return;
		if (event.key === "Escape") this.leave("");
		else if (event.key === "Backspace" && !event.target.value) this.#back(pill);
		else return;
		event.preventDefault();
	}

	/** From an empty field to the one before; an option that need not be given is taken away. */
	#back(pill) {
		const before = this.pills.at(pill ? this.pills.indexOf(pill) - 1 : -1);
		if (pill && !pill.option.required) {
			this.pills = this.pills.filter((it) => it !== pill);
			pill.node.remove();
			this.#count();
		}
		if (before && before !== pill) before.input.focus();
		else this.leave(`/${this.entry.name}`);
	}

	/** Goes to what is still needed, or to where more can be given. */
	#next() {
		(this.pills.find((it) => it.option.required && !it.settled)?.input ?? this.more).focus();
	}

	#offer(title, pill, found) {
		this.list.show(title, found.map((it) => ({ ...it, pick: () => (pill.write(it.label, it.value), this.#next()) })));
	}

	#suggest(pill) {
		if (!pill) return this.#suggestOptions();
		const { option } = pill;
		const title = [h("b", option.name), ` ${option.description}`];
		if (option.autocomplete) this.#askBot(pill, title);
		return this.#offer(title, pill, pill.choices ? matching(pill.choices(), pill.text.replace(/^[@#]/, "")) : []);
	}

	#suggestOptions() {
		const left = this.#left.map((it) => ({ label: it.name, more: it.description, pick: () => this.#add(it).input.focus() }));
		const found = matching(left, this.more.value);
		// Enter sends the command unless an option is looked for.
		if (found.length) this.list.show("Options", found, this.more.value ? 0 : -1);
		else this.list.close();
	}

	async #askBot(pill, title) {
		const asked = pill.text;
		const data = this.#data(pill);
		const { choices } = await state.client.interact({ type: 4, channel_id: state.channel.id, data }).catch(() => ({ choices: [] }));
		// An answer to what is no longer typed is none.
		if (pill.input !== document.activeElement || pill.text !== asked || pill.value !== undefined) return;
		this.#offer(title, pill, choices.map(({ name, value }) => ({ label: name, value })));
	}

	async submit() {
		this.list.close();
		this.pills.forEach((it) => it.settle());
		const bad = this.pills.find((it) => !it.settled && (it.option.required || it.text));
		if (bad) {
			bad.node.classList.add("bad");
			bad.input.focus();
			announce(`${bad.option.name}: ${bad.text ? "no such choice" : "needed"}`);
			return;
		}
		this.button.disabled = true;
		await this.send(this.#data(null)).catch(complain);
		this.button.disabled = false;
	}

	/** The command as a client sends it; `focused` is the option that is being typed. */
	#data(focused) {
		const { command, path } = this.entry;
		const given = this.pills.filter((it) => it === focused || it.text).map((it) => ({
			type: it.option.type, name: it.option.sent, value: it.value ?? it.text, focused: it === focused,
		}));
		const options = path.reduceRight((inner, { type, sent }) => [{ type, name: sent, options: inner }], given);
		return { name: command.sent, type: 1, options };
	}
}
