// A list to choose from, moved through with the arrow keys while the focus stays in its field.
import { h } from "./dom.js";

let numbers = 0;

/** The list of one field. Items are `{ label, more?, icon?, pick }`. */
export class Listbox {
  constructor(label) {
    this.id = `list-${(numbers += 1)}`;
    this.node = h("div", { id: this.id, class: "listbox", role: "listbox", "aria-label": label, hidden: true });
    this.items = [];
    this.active = -1;
  }

  /** Ties the list to the field that it belongs to now. */
  serve(field) {
    this.close();
    this.field = field;
    field.setAttribute("role", "combobox");
    field.setAttribute("aria-autocomplete", "list");
    field.setAttribute("aria-expanded", "false");
    field.setAttribute("aria-controls", this.id);
  }

  /** Shows items under a heading; the first is at hand unless `active` says another, or none. */
  show(heading, items, active = 0) {
    this.items = items;
    const title = heading && h("div", { class: "listbox-title", "aria-hidden": "true" }, heading);
    this.options = items.map((item, index) => this.#option(item, index));
    this.node.replaceChildren(...[title].filter(Boolean), ...this.options);
    this.node.hidden = !items.length && !heading;
    this.field.setAttribute("aria-expanded", String(items.length > 0));
    this.#activate(items.length ? active : -1);
  }

  #option(item, index) {
    // The field keeps the focus: a press must not take it.
    return h("div", {
      id: `${this.id}-${index}`, role: "option", class: "option", "aria-selected": "false",
      onpointerdown: (event) => event.preventDefault(),
      onclick: () => item.pick(),
      onpointermove: () => this.active !== index && this.#activate(index),
    }, item.icon, h("span", { class: "option-label" }, item.label),
    item.more && h("span", { class: "option-more" }, item.more));
  }

  #activate(index) {
    this.options[this.active]?.setAttribute("aria-selected", "false");
    this.active = index;
    const option = this.options[index];
    option?.setAttribute("aria-selected", "true");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.field.setAttribute("aria-activedescendant", option.id);
    else this.field.removeAttribute("aria-activedescendant");
  }

  /** Whether a press of Enter picks something. */
  get ready() {
    return !this.node.hidden && this.active >= 0;
  }

  get open() {
    return !this.node.hidden;
  }

  pick() {
    this.items[this.active]?.pick();
  }

  /** Moves with an arrow key; `true` if the key was for the list. */
  key(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (!step || this.node.hidden || !this.items.length) return false;
    const count = this.items.length;
    const from = this.active < 0 && step < 0 ? 0 : this.active;
    this.#activate((from + step + count) % count);
    event.preventDefault();
    return true;
  }

  close() {
    this.node.hidden = true;
    this.items = [];
    this.options = [];
    this.active = -1;
    this.field?.setAttribute("aria-expanded", "false");
    this.field?.removeAttribute("aria-activedescendant");
  }
}

/** Those of `things` that begin with what was typed, then those that have it anywhere. */
export function matching(things, typed, textOf) {
  const wanted = typed.trim().toLowerCase();
  const rank = (thing) => {
    const text = textOf(thing).toLowerCase();
    return text.startsWith(wanted) ? 0 : text.includes(` ${wanted}`) ? 1 : text.includes(wanted) ? 2 : 3;
  };
  const ranked = things.map((thing) => [rank(thing), thing]).filter(([it]) => it < 3);
  return ranked.sort(([a], [b]) => a - b).map(([, thing]) => thing);
}
