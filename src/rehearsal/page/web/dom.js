// Building the page. Text is always text: nothing here turns a string into markup.

/** An element with attributes, `on…` listeners and children; what is null or false is left out. */
export function h(name, attributes, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(attributes ?? {})) {
    if (value === null || value === undefined || value === false) continue;
    if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
    else node.setAttribute(key, value === true ? "" : value);
  }
  node.append(...children.flat(3).filter((it) => it !== null && it !== undefined && it !== false));
  return node;
}

export const $ = (id) => document.getElementById(id);

/** Tells people who listen to the page instead of looking at it. */
export function announce(text) {
  $("said").textContent = text;
}

let fading;

/** Says for a while that something did not work. */
export function complain(text) {
  $("trouble").textContent = text;
  clearTimeout(fading);
  fading = setTimeout(() => $("trouble").replaceChildren(), 8000);
}

/** The order of two of Discord's numbers, which are too long for JavaScript's. */
export function byId(a, b) {
  return a.length - b.length || (a < b ? -1 : a > b ? 1 : 0);
}

/** A round picture: Discord's stand-in for people without one. */
export function portrait(user, state) {
  const tint = Number(BigInt(user.id) % 6n);
  const bot = user.id === state.ready.bot.id;
  const letters = bot ? "R" : [...nameOf(user)].slice(0, 1).join("").toUpperCase();
  return h("span", { class: `portrait tint-${bot ? "bot" : tint}`, "aria-hidden": "true" }, letters);
}

export function nameOf(user, nick) {
  return nick || user.global_name || user.username;
}
