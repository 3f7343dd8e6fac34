// Buttons and selects.
import { h, link } from "./dom.js";
import { Listbox, matching } from "./listbox.js";
import { items } from "./state.js";

const BUTTON = 2;
const STYLES = { 1: ".primary", 3: ".success", 4: ".danger" };
const OFFERED = { 5: items.members, 6: items.roles, 7: items.members, 8: items.channels };

/** A button or select; `use` sends what was used of it. */
export const control = (part, use) => (part.type === BUTTON ? button(part, use) : new Select(part, use).node);

function button(part, use) {
	const { style, url, disabled, emoji, label, custom_id } = part;
	const text = [emoji?.name, label].filter(Boolean).join(" ");
	if (url) return link(url, h("span.button", `${text} ↗`));
	return h(`button.button${STYLES[style] ?? ""}`, { disabled, "data-control": custom_id, onclick: () => use(part, {}) }, text);
}

class Select {
	constructor(part, use) {
		Object.assign(this, { part, use, most: part.max_values ?? 1 });
		const preset = new Set((part.default_values ?? []).map(({ id }) => id));
		this.all = part.options?.map((it) => ({ ...it, more: it.description, chosen: it.default }))
			?? OFFERED[part.type]().map((it) => ({ ...it, chosen: preset.has(it.value) }));
		this.before = this.all.filter((it) => it.chosen).map(({ value }) => value);
		const name = part.placeholder ?? "Make a selection";
		this.list = new Listbox(name);
		this.field = h("input", {
			disabled: part.disabled, "aria-label": name, "data-control": part.custom_id,
			onclick: () => this.#show(), oninput: () => this.#show(), onblur: () => this.#leave(), onkeydown: (event) => this.#key(event),
		});
		this.list.serve(this.field);
		this.node = h("div.select", this.field, this.list.node);
		this.#rest();
	}

	/** Shows what is chosen while nothing is looked for. */
	#rest() {
		this.chosen = new Set(this.before);
		const labels = this.all.filter(({ value }) => this.chosen.has(value)).map(({ label }) => label);
		this.field.value = "";
		this.field.placeholder = labels.join(", ") || this.field.getAttribute("aria-label");
		this.field.classList.toggle("chosen", labels.length > 0);
	}

	#show() {
		const found = matching(this.all, this.field.value).map((it) => ({
			...it, icon: [h("span.tick", this.chosen.has(it.value) ? "✓" : " "), it.icon], pick: () => this.#pick(it.value),
		}));
		const title = this.most > 1 ? `Up to ${Math.min(this.most, this.all.length)}; Escape when you are done` : "Choose one";
		const first = found.findIndex(({ value }) => this.chosen.has(value));
		this.list.show(title, found, Math.max(this.most > 1 ? this.list.active : first, 0));
	}

	#pick(value) {
		if (this.most === 1) {
			this.chosen = new Set([value]);
			return this.#send();
		}
		if (!this.chosen.delete(value) && this.chosen.size < this.most) this.chosen.add(value);
		return this.#show();
	}

	#key(event) {
		const wasOpen = this.list.open;
		if (this.list.key(event)) {
			if (wasOpen && !this.list.open) this.#leave();
		} else if (event.key === "Enter" || event.key === "ArrowDown") {
			event.preventDefault();
			this.#show();
		}
	}

	/** Several are sent once the list is left; one is sent as it is picked. */
	#leave() {
		this.list.close();
		if (this.most > 1) this.#send();
		else this.#rest();
	}

	#send() {
		const values = [...this.chosen];
		this.list.close();
		if (values.length < (this.part.min_values ?? 1) || String(values) === String(this.before)) return this.#rest();
		this.before = values;
		this.#rest();
		return this.use(this.part, { values });
	}
}
