// Buttons and selects under a message.
import { h, nameOf, portrait } from "./dom.js";
import { Listbox, matching } from "./listbox.js";

const BUTTON = 2;
const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "secondary" };

/** The rows of a message; `use` sends what was used, and returns when that is answered. */
export function controls(message, state, use) {
  return message.components.map((row) => h("div", { class: "row" }, row.components.map((part) =>
    part.type === BUTTON ? button(part, message, use) : select(part, message, state, use))));
}

function button(part, message, use) {
  const label = [part.emoji?.name, part.label].filter(Boolean).join(" ");
  if (part.url) return h("a", { class: "button secondary", href: part.url, target: "_blank", rel: "noreferrer" }, `${label} ↗`);
  const onclick = (event) => use(message, part, {}, event.currentTarget);
  return h("button", {
    type: "button", class: `button ${STYLES[part.style] ?? "secondary"}`, disabled: part.disabled,
    "data-control": part.custom_id, onclick,
  }, label);
}

/** What a select offers: its own options, or the people, channels or roles there are. */
function offers(part, state) {
  const guild = state.ready.guilds.find(({ id }) => id === state.channel.guild_id);
  if (part.type === 3) {
    return part.options.map(({ label, value, description, default: chosen }) => ({ label, value, more: description, chosen }));
  }
  const preset = new Set((part.default_values ?? []).map(({ id }) => id));
  if (part.type === 8) {
    return (guild?.channels ?? []).map(({ id, name }) => ({ label: `#${name}`, value: id, chosen: preset.has(id) }));
  }
  if (part.type === 6) return guild ? [{ label: "@everyone", value: guild.id, chosen: preset.has(guild.id) }] : [];
  const members = guild?.members ?? state.ready.people.map((user) => ({ user }));
  return members.map(({ user, nick }) => ({
    label: nameOf(user, nick), more: user.username, value: user.id, icon: portrait(user, state), chosen: preset.has(user.id),
  }));
}

function select(part, message, state, use) {
  const all = offers(part, state);
  const most = part.max_values ?? 1;
  const least = part.min_values ?? 1;
  const before = all.filter(({ chosen }) => chosen).map(({ value }) => value);
  let chosen = new Set(before);
  const name = part.placeholder ?? "Make a selection";
  const list = new Listbox(name);
  list.node.setAttribute("aria-multiselectable", String(most > 1));
  const field = h("input", {
    type: "text", autocomplete: "off", spellcheck: "false", disabled: part.disabled, "aria-label": name,
    "data-control": part.custom_id, onfocus: () => show(), oninput: () => show(), onclick: () => show(),
    onkeydown: (event) => key(event), onblur: () => leave(),
  });
  list.serve(field);
  const labels = () => all.filter(({ value }) => chosen.has(value)).map(({ label }) => label).join(", ");
  const rest = () => {
    field.value = "";
    field.placeholder = labels() || name;
    field.classList.toggle("chosen", chosen.size > 0);
  };
  const send = () => {
    const values = [...chosen];
    if (values.length < least || String(values) === String(before)) return rest();
    field.blur();
    return use(message, part, { values }, field);
  };
  const show = () => {
    const items = matching(all, field.value, ({ label, more }) => `${label} ${more ?? ""}`).map((it) => ({
      ...it, icon: [h("span", { class: "tick" }, chosen.has(it.value) ? "✓" : ""), it.icon], pick: () => pick(it),
    }));
    const title = most > 1 ? `Choose up to ${Math.min(most, all.length)}, then press Escape or click elsewhere` : null;
    const at = Math.max(items.findIndex(({ value }) => chosen.has(value)), 0);
    list.show(title, items, most > 1 ? Math.max(list.active, 0) : at);
  };
  const pick = (it) => {
    if (most === 1) {
      chosen = new Set([it.value]);
      list.close();
      send();
    } else {
      if (!chosen.delete(it.value) && chosen.size < most) chosen.add(it.value);
      show();
    }
  };
  const key = (event) => {
    if (list.key(event)) return;
    if (event.key === "Enter") {
      event.preventDefault();
      if (list.ready) list.pick();
      else show();
    } else if (event.key === "Escape" && list.open) {
      event.preventDefault();
      if (most === 1) chosen = new Set(before);
      list.close();
      field.blur();
    }
  };
  const leave = () => {
    list.close();
    if (most > 1) send();
    else rest();
  };
  rest();
  return h("div", { class: "select" }, field, h("span", { class: "arrow", "aria-hidden": "true" }, "⌄"), list.node);
}
