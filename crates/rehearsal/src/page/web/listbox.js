// A list to choose from, moved through with the keys while the focus stays in its field.
import { h } from "./dom.js";

let lists = 0;

/** Items are `{ label, more?, icon?, pick }`. */
export class Listbox {
	constructor(label) {
		this.id = `list-${(lists += 1)}`;
		this.node = h("div.listbox", { id: this.id, role: "listbox", "aria-label": label, hidden: true });
	}

	/** Ties the list to the field that it belongs to now. */
	serve(field) {
		this.field = field;
		Object.assign(field, { role: "combobox", ariaAutoComplete: "list" });
		field.setAttribute("aria-controls", this.id);
		this.close();
	}

	/** Shows items under a title; the one at `active` is at hand, none for -1. */
	show(title, items, active = 0) {
		this.items = items;
		this.options = items.map((item, index) => this.#option(item, index));
		this.node.replaceChildren(h("div.listbox-title", title), ...this.options);
		this.node.hidden = false;
		this.field.ariaExpanded = "true";
		this.#activate(items.length ? active : -1);
	}

	close() {
		this.node.hidden = true;
		this.options = [];
		this.field.ariaExpanded = "false";
		this.#activate(-1);
	}

	get open() {
		return !this.node.hidden;
	}

	#option({ label, more, icon, pick }, index) {
		return h("div.option", {
			id: `${this.id}-${index}`, role: "option", onclick: pick,
			// The field keeps the focus.
			onpointerdown: (event) => event.preventDefault(),
			onpointermove: () => this.active !== index && this.#activate(index),
		}, icon, h("span", label), h("span.option-more", more));
	}

	#activate(index) {
		this.active = index;
		this.options.forEach((it, at) => { it.ariaSelected = String(at === index); });
		const option = this.options[index];
		option?.scrollIntoView({ block: "nearest" });
		this.field.setAttribute("aria-activedescendant", option?.id ?? "");
	}

	/** Moves, picks or closes; `true` if the key was for the list. */
	key(event) {
		const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
		const picks = event.key === "Enter" || (event.key === "Tab" && !event.shiftKey);
		if (!this.open || event.isComposing) return false;
		if (step && this.options.length) {
			this.#activate((Math.max(this.active, step < 0 ? 0 : -1) + step + this.options.length) % this.options.length);
		} else if (picks && this.active >= 0) this.items[this.active].pick();
		else if (event.key === "Escape") this.close();
		else return false;
		event.preventDefault();
		return true;
	}
}

/** Items with what was typed as a word, then as the beginning of one, then anywhere. */
export function matching(items, typed) {
	const wanted = typed.trim().toLowerCase();
	const places = [` ${wanted} `, ` ${wanted}`, wanted];
	const rank = ({ label, more = "" }) => places.findIndex((it) => ` ${label} ${more} `.toLowerCase().includes(it));
	return wanted ? items.filter((it) => rank(it) >= 0).toSorted((a, b) => rank(a) - rank(b)) : items;
}
