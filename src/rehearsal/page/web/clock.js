// The rehearsal's time: told by the server, running on here, moved by the buttons at the top.
import { $, complain, h } from "./dom.js";

let zone = "UTC";
let told = { now: Date.now(), at: performance.now() };

/** The present instant of the rehearsal, in milliseconds. */
export const now = () => told.now + (performance.now() - told.at);

const formats = (options) => new Intl.DateTimeFormat("en-GB", { timeZone: zone, ...options });
const day = { day: "numeric", month: "long", year: "numeric" };
const hour = { hour: "2-digit", minute: "2-digit" };
const STYLES = {
  t: hour, T: { ...hour, second: "2-digit" },
  d: { day: "2-digit", month: "2-digit", year: "numeric" }, D: day,
  f: { ...day, ...hour }, F: { weekday: "long", ...day, ...hour },
};

const UNITS = [["year", 31536e6], ["month", 2592e6], ["day", 864e5], ["hour", 36e5], ["minute", 6e4]];

function relative(at) {
  const span = at - now();
  const [unit, length] = UNITS.find(([, it]) => Math.abs(span) >= it) ?? ["second", 1000];
  const words = new Intl.RelativeTimeFormat("en", { numeric: "always" });
  return words.format(Math.trunc(span / length), unit);
}

/** `<t:…>`: an instant in the reader's zone. */
export function instant(seconds, style) {
  const at = seconds * 1000;
  const full = formats(STYLES.F).format(at);
  const text = style === "R" ? relative(at) : formats(STYLES[style]).format(at);
  const attributes = { class: "instant", datetime: new Date(at).toISOString(), title: full };
  if (style === "R") attributes["data-at"] = at;
  return h("time", attributes, text);
}

/** When a message was sent, as Discord heads it. */
export function sentAt(iso) {
  const at = Date.parse(iso);
  const date = formats(STYLES.d);
  const today = date.format(at) === date.format(now());
  const text = formats(today ? hour : { ...STYLES.d, ...hour }).format(at);
  return h("time", { datetime: iso, title: formats(STYLES.F).format(at) }, text);
}

function show() {
  const shown = { weekday: "short", day: "numeric", month: "short", year: "numeric", ...hour };
  $("now").textContent = formats(shown).format(now());
  $("now").dateTime = new Date(now()).toISOString();
  for (const node of document.querySelectorAll("[data-at]")) {
    node.textContent = relative(Number(node.dataset.at));
  }
}

export function setZone(name) {
  zone = name;
  $("now").title = `The time in the rehearsal, in ${name}`;
  show();
}

export function setTime(iso) {
  told = { now: Date.parse(iso), at: performance.now() };
  show();
}

/** Moves the clock and calls `moved` when what fell due is done. */
export async function moveClock(client, to, moved) {
  const group = $("clock");
  if (group.getAttribute("aria-busy") === "true") return;
  group.setAttribute("aria-busy", "true");
  try {
    await client.moveClock(to);
    moved(to);
  } catch (error) {
    complain(error.message);
  } finally {
    group.removeAttribute("aria-busy");
  }
}

export function startClock(move) {
  for (const button of $("clock").querySelectorAll("button")) {
    button.addEventListener("click", () => move(button.dataset.to));
  }
  setInterval(show, 1000);
}
