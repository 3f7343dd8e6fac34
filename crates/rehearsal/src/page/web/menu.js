// Context menus of people and messages.
import { h } from "./dom.js";

let shut;

/** Shows a menu where `event` happened. Items are `{ label, act, danger? }`. */
export function showMenu(title, items, event) {
	shut?.();
	const back = document.activeElement;
	const entry = ({ label, act, danger }) =>
		h(`button.${danger ? "danger-text" : "entry"}`, { role: "menuitem", tabindex: -1, onclick: () => (close(), act()) }, label);
	const node = h("div.menu", { role: "menu", "aria-label": title, onkeydown: key }, h("p.menu-title", title), items.map(entry));
	const buttons = [...node.querySelectorAll("button")];
	function close() {
		shut = undefined;
		document.removeEventListener("pointerdown", outside, true);
		node.remove();
		back?.focus();
	}
	function outside({ target }) {
		if (!node.contains(target)) close();
	}
	function key(press) {
		const step = { ArrowDown: 1, ArrowUp: -1 }[press.key];
		const at = buttons.indexOf(document.activeElement);
		if (step) buttons[(at + step + buttons.length) % buttons.length].focus();
		else if (press.key === "Escape" || press.key === "Tab") close();
		else return;
		press.preventDefault();
	}
	shut = close;
	document.addEventListener("pointerdown", outside, true);
	document.body.append(node);
	place(node, event);
	buttons[0].focus();
}

/** At the pointer, or below what the keyboard pressed; always inside the window. */
function place(node, { target, clientX, clientY }) {
	const { left, bottom } = target.getBoundingClientRect();
	const [x, y] = clientX || clientY ? [clientX, clientY] : [left, bottom];
	node.style.left = `${Math.max(Math.min(x, innerWidth - node.offsetWidth - 8), 8)}px`;
	node.style.top = `${Math.max(Math.min(y, innerHeight - node.offsetHeight - 8), 8)}px`;
}
