// A message as Discord shows it: who, when, text, embeds, files, and what can be used on it.
import { badge, h, link, nameOf, portrait } from "./dom.js";
import { sentAt } from "./clock.js";
import { layout } from "./layout.js";
import { inline, markdown, name } from "./markdown.js";
import { attachment, picture } from "./media.js";
import { state } from "./state.js";

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
/** Made of components alone, which hold its text and files. */
const COMPONENTS_V2 = 1 << 15;

const isMarkedEdited = (message) => message.edited_timestamp && !isEphemeral(message);
const isEphemeral = ({ flags }) => (flags & EPHEMERAL) !== 0;

/** A message; `act` has what can be done with it. */
export function render(message, act) {
	const mine = isEphemeral(message);
	const forMe = message.mention_everyone || message.mentions.some(({ id }) => id === state.ready.user.id);
	const look = mine ? ".ephemeral" : forMe ? ".for-me" : "";
	const menu = (event) => act.messageMenu(message, event);
	const { begin } = act;
	return h(`li.message${look}`, { id: `message-${message.id}`, oncontextmenu: menu },
		heading(message, act), message.flags & COMPONENTS_V2 ? null : [
			h("div.content", content(message, begin)),
			message.embeds.map((it) => embed(it, begin)),
			message.attachments.map(attachment),
		],
		layout(message, act), message.flags & COMPONENTS_V2 && isMarkedEdited(message) && h("small", "(edited)"),
		reactions(message, act),
		mine && h("p.only-you", "Only you can see this · ", h("button.link", { onclick: () => act.remove(message) }, "Dismiss message")),
		h("button.more-of.icon", { "aria-haspopup": "menu", "aria-label": "Message menu", onclick: menu }, "⋯"));
}

function heading({ author, timestamp }, act) {
	const menu = (event) => act.personMenu(author, event);
	return h("div.heading-line", portrait(author), h("button.author", { onclick: menu, oncontextmenu: menu }, name(author.id)),
		badge(author), sentAt(timestamp));
}

/** What people reacted with: a press joins them, or takes one's own back. */
function reactions(message, act) {
	const { reactions = [] } = message;
	return reactions.length > 0 && h("p.reactions", reactions.map(({ emoji, count, me }) => {
		const shown = emoji.id ? `:${emoji.name}:` : emoji.name;
		return h("button.reaction", { "aria-pressed": String(me), "data-control": `${message.id} ${shown}`,
			onclick: () => act.react(message, shown, me) }, `${shown} ${count}`);
	}));
}

function content(message, begin) {
	if (message.flags & LOADING) return h("p.only-you", `${nameOf(message.author)} is thinking…`);
	const nodes = markdown(message.content, begin);
	if (isMarkedEdited(message)) nodes.at(-1)?.append(h("small", " (edited)"));
	return nodes;
}

function embed({ author, title, url, description, fields = [], image, thumbnail, footer, color }, begin) {
	const node = h("article.embed", author && h("p", author.name),
		title && h("b", url ? link(url, title) : inline(title, begin)),
		description && h("div.content", markdown(description, begin)),
		fields.length > 0 && h("dl", fields.map((field) => h(`div.${field.inline ? "inline" : "whole"}`,
			h("dt", inline(field.name, begin)), h("dd.content", markdown(field.value, begin))))),
		[image, thumbnail].map((of) => of && picture(of.url, of.description)), footer && h("p.embed-footer", footer.text));
	if (color) node.style.borderColor = `#${color.toString(16).padStart(6, "0")}`;
	return node;
}
