// Context menus of people and messages.
import { h } from "./dom.js";

let open;

/** Shows a menu where `event` happened. Items are `{ label, act, danger? }` or `{ title }`. */
export function showMenu(items, event, label) {
  open?.();
  const back = document.activeElement;
  const node = h("div", { class: "menu", role: "menu", "aria-label": label }, items.map((it) => it.title
    ? h("p", { class: "menu-title", role: "presentation" }, it.title)
    : h("button", { type: "button", role: "menuitem", class: it.danger && "danger-text", tabindex: -1, onclick: () => (close(), it.act()) }, it.label)));
  const close = () => {
    open = undefined;
    document.removeEventListener("pointerdown", outside, true);
    node.remove();
    back?.focus?.();
  };
  const outside = (press) => node.contains(press.target) || close();
  const buttons = [...node.querySelectorAll("button")];
  node.addEventListener("keydown", (key) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[key.key];
    if (step) {
      key.preventDefault();
      const at = buttons.indexOf(document.activeElement);
      buttons[(at + step + buttons.length) % buttons.length].focus();
    } else if (key.key === "Escape" || key.key === "Tab") {
      key.preventDefault();
      close();
    }
  });
  open = close;
  document.body.append(node);
  place(node, event);
  document.addEventListener("pointerdown", outside, true);
  buttons[0]?.focus();
}

/** At the pointer, or below what the keyboard pressed; always inside the window. */
function place(node, event) {
  const from = event.currentTarget.getBoundingClientRect();
  const pointed = event.clientX || event.clientY;
  const { width, height } = node.getBoundingClientRect();
  const left = Math.min(pointed ? event.clientX : from.left, innerWidth - width - 8);
  const top = Math.min(pointed ? event.clientY : from.bottom, innerHeight - height - 8);
  node.style.left = `${Math.max(left, 8)}px`;
  node.style.top = `${Math.max(top, 8)}px`;
}
