// A message as Discord shows it: who, when, text, embeds, files, and what can be used on it.
import { badge, h, link, nameOf, portrait } from "./dom.js";
import { sentAt } from "./clock.js";
import { controls } from "./components.js";
import { inline, markdown, name } from "./markdown.js";
import { state } from "./state.js";

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;

const isEphemeral = ({ flags }) => (flags & EPHEMERAL) !== 0;

/** A message; `act` has what can be done with it. */
export function render(message, act) {
	const mine = isEphemeral(message);
	const forMe = message.mention_everyone || message.mentions.some(({ id }) => id === state.ready.user.id);
	const look = mine ? ".ephemeral" : forMe ? ".for-me" : "";
	const menu = (event) => act.messageMenu(message, event);
	const { begin } = act;
	const shown = message.embeds.flatMap((it) => [it.image?.url, it.thumbnail?.url]);
	return h(`li.message${look}`, { id: `message-${message.id}`, oncontextmenu: menu },
		heading(message, act), h("div.content", content(message, begin)),
		message.embeds.map((it) => embed(it, message, begin)),
		message.attachments.filter(({ url }) => !shown.includes(url)).map(file),
		controls(message, (part, data) => act.use(message, part, data)),
		mine && h("p.only-you", "Only you can see this · ", h("button.link", { onclick: () => act.remove(message) }, "Dismiss message")),
		h("button.more-of.icon", { "aria-haspopup": "menu", "aria-label": "Message menu", onclick: menu }, "⋯"));
}

function heading({ author, timestamp }, act) {
	const menu = (event) => act.personMenu(author, event);
	return h("div.heading-line", portrait(author), h("button.author", { onclick: menu, oncontextmenu: menu }, name(author.id)),
		badge(author), sentAt(timestamp));
}

function content(message, begin) {
	if (message.flags & LOADING) return h("p.only-you", `${nameOf(message.author)} is thinking…`);
	const nodes = markdown(message.content, begin);
	if (message.edited_timestamp && !isEphemeral(message)) nodes.at(-1)?.append(h("small", " (edited)"));
	return nodes;
}

function embed({ author, title, url, description, fields = [], image, thumbnail, footer, color }, { attachments }, begin) {
	const described = (of) => attachments.find((it) => it.url === of)?.description;
	const node = h("article.embed", author && h("p", author.name),
		title && h("b", url ? link(url, title) : inline(title, begin)),
		description && h("div.content", markdown(description, begin)),
		fields.length > 0 && h("dl", fields.map((field) => h(`div.${field.inline ? "inline" : "whole"}`,
			h("dt", inline(field.name, begin)), h("dd.content", markdown(field.value, begin))))),
		[image, thumbnail].map((of) => of && picture(of.url, described(of.url))), footer && h("p.embed-footer", footer.text));
	if (color) node.style.borderColor = `#${color.toString(16).padStart(6, "0")}`;
	return node;
}

/** The path of a file here: its address names the server that the bot uses. */
const path = (url) => new URL(url).pathname;

function picture(url, alt = "") {
	return link(path(url), h("img", { src: path(url), alt }));
}

function file({ url, filename, size, description, content_type }) {
	if (/^image\//.test(content_type) || /\.png$/.test(filename)) return picture(url, description);
	return h("a.file", { href: path(url), download: filename }, filename, h("small", ` ${Math.ceil(size / 1024)} KB`));
}
