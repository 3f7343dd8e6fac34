// The rehearsal's time: told by the server, running on here, moved by the buttons at the top.
import { $, h } from "./dom.js";
import { state } from "./state.js";

let told = { now: 0, at: 0 };

/** The present instant of the rehearsal, in milliseconds. */
const now = () => told.now + performance.now() - told.at;

const short = { day: "2-digit", month: "2-digit", year: "numeric" };
const hour = { timeStyle: "short" };
const STYLES = {
	t: hour, T: { timeStyle: "medium" }, d: short, D: { dateStyle: "long" }, f: { dateStyle: "long", ...hour }, F: { dateStyle: "full", ...hour },
};
const UNITS = [["year", 31536e6], ["month", 2592e6], ["day", 864e5], ["hour", 36e5], ["minute", 6e4], ["second", 1]];

/** An instant as the reader's wall clock and language have it. */
const written = (at, style) => new Intl.DateTimeFormat(state.ready.locale, { timeZone: state.ready.zone, ...style }).format(at);

function relative(at) {
	const [unit, length] = UNITS.find(([, it]) => Math.abs(at - now()) >= it) ?? UNITS.at(-1);
	return new Intl.RelativeTimeFormat(state.ready.locale).format(Math.trunc((at - now()) / Math.max(length, 1000)), unit);
}

/** What is written otherwise as time goes by. */
const LIVING = {
	R: relative,
	sent: (at) => written(at, written(at, short) === written(now(), short) ? hour : { dateStyle: "short", ...hour }),
};

const time = (at, how) => h("time", { datetime: new Date(at).toISOString(), title: written(at, STYLES.F), "data-at": LIVING[how] && at, "data-how": how }, LIVING[how]?.(at) ?? written(at, STYLES[how]));

/** `<t:…>`. */
export const instant = (seconds, style) => time(seconds * 1000, style);

/** When a message was sent, as Discord heads it. */
export const sentAt = (iso) => time(Date.parse(iso), "sent");

export function setTime(iso) {
	told = { now: Date.parse(iso), at: performance.now() };
	show();
}

function show() {
	if (!state.ready) return;
	$("now").textContent = written(now(), { weekday: "short", day: "numeric", month: "short", year: "numeric", hour: "2-digit", minute: "2-digit" });
	$("now").dateTime = new Date(now()).toISOString();
	$("now").title = `The time in the rehearsal, in ${state.ready.zone}`;
	for (const node of document.querySelectorAll("[data-at]")) node.textContent = LIVING[node.dataset.how](Number(node.dataset.at));
}

/** Moves the clock; returns when what fell due is done. */
export async function moveClock(to) {
	$("clock").setAttribute("aria-busy", "true");
	await state.client.moveClock(to).finally(() => $("clock").removeAttribute("aria-busy"));
}

setInterval(show, 5e3);
