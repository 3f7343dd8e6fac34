// The rehearsal's time: told by the server, running on here, moved by the buttons at the top.
import { $, h } from "./dom.js";
import { state } from "./state.js";

let told = { now: 0, at: 0 };

/** The present instant of the rehearsal, in milliseconds. */
const now = () => told.now + performance.now() - told.at;

const day = { day: "numeric", month: "long", year: "numeric" };
const short = { day: "2-digit", month: "2-digit", year: "numeric" };
const hour = { hour: "2-digit", minute: "2-digit" };
const STYLES = {
	t: hour, T: { ...hour, second: "2-digit" }, d: short, D: day, f: { ...day, ...hour }, F: { weekday: "long", ...day, ...hour },
};
const UNITS = [["year", 31536e6], ["month", 2592e6], ["day", 864e5], ["hour", 36e5], ["minute", 6e4], ["second", 1]];

/** An instant as the reader's wall clock has it. */
const written = (at, style) => new Intl.DateTimeFormat("en-GB", { timeZone: state.ready.zone, ...style }).format(at);

function relative(at) {
	const [unit, length] = UNITS.find(([, it]) => Math.abs(at - now()) >= it) ?? UNITS.at(-1);
	return new Intl.RelativeTimeFormat("en").format(Math.trunc((at - now()) / Math.max(length, 1000)), unit);
}

/** `<t:…>`. */
export function instant(seconds, style) {
	const at = seconds * 1000;
	const text = style === "R" ? relative(at) : written(at, STYLES[style]);
	return h("time", { title: written(at, STYLES.F), "data-at": style === "R" && at }, text);
}

/** When a message was sent, as Discord heads it. */
export function sentAt(iso) {
	const at = Date.parse(iso);
	const today = written(at, short) === written(now(), short);
	return h("time", { title: written(at, STYLES.F) }, written(at, today ? hour : { ...short, ...hour }));
}

export function setTime(iso) {
	told = { now: Date.parse(iso), at: performance.now() };
	show();
}

function show() {
	if (!state.ready) return;
	$("now").textContent = written(now(), { weekday: "short", day: "numeric", month: "short", year: "numeric", ...hour });
	$("now").title = `The time in the rehearsal, in ${state.ready.zone}`;
	for (const node of document.querySelectorAll("[data-at]")) node.textContent = relative(Number(node.dataset.at));
}

/** Moves the clock; returns when what fell due is done. */
export async function moveClock(to) {
	$("clock").setAttribute("aria-busy", "true");
	await state.client.moveClock(to).finally(() => $("clock").removeAttribute("aria-busy"));
}

setInterval(show, 1000);
