// Discord's markdown, as nodes. What is no markup stays as it was typed.
import { h, link, nameOf } from "./dom.js";
import { instant } from "./clock.js";
import { channels, guild, state } from "./state.js";

const between = (mark, after = "") => new RegExp(`${mark}((?:\\\\[^]|[^\\\\])+?)${mark}${after}`, "y");
const mention = (text, self) => h(self ? "span.mention.self" : "span.mention", text);

/** The name of the person with this number, where the reader is. */
export function name(id) {
	const { people, bot } = state.ready;
	const member = guild()?.members.find(({ user }) => user.id === id);
	const user = member?.user ?? [...people, bot].find((it) => it.id === id);
	return user ? nameOf(user, member?.nick) : "unknown-user";
}

const nameIn = (list, id) => list?.find((it) => it.id === id)?.name ?? "unknown";
const wrap = (tag) => ([, text], begin) => h(tag, inline(text, begin));

/** How each piece of a line begins, and what it becomes; the first that fits is taken. */
const INLINE = [
	[/\\([^\sA-Za-z0-9])/y, ([, sign]) => sign],
	[/``([^]+?)``|`([^`]+)`/y, ([, two, one]) => h("code", two ?? one)],
	[between("\\*\\*", "(?!\\*)"), wrap("strong")],
	[between("__", "(?!_)"), wrap("u")],
	[between("~~"), wrap("s")],
	[/\*(?!\s)((?:\\[^]|[^\\*])+?)\*(?!\*)/y, wrap("em")],
	[/_(?!\s)((?:\\[^]|[^\\_])+?)_(?!\w)/y, wrap("em")],
	[/<@!?(\d+)>/y, ([, id]) => mention(`@${name(id)}`, id === state.ready.user.id)],
	[/<@&(\d+)>/y, ([, id]) => mention(`@${nameIn(guild()?.roles, id)}`)],
	[/<#(\d+)>/y, ([, id]) => mention(`#${nameIn(channels(), id)}`)],
	[/<\/([^:>]+):\d+>/y, ([, command], begin) => h("button.mention", { onclick: () => begin(`/${command} `) }, `/${command}`)],
	[/<t:(-?\d{1,12})(?::([tTdDfFR]))?>/y, ([, at, style]) => instant(Number(at), style ?? "f")],
	[/\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/y, ([, text, url], begin) => link(url, inline(text, begin))],
	[/<(https?:\/\/[^\s>]+)>|(https?:\/\/[^\s<>]*[^\s<>.,:;"')\]])/y, ([, quiet, url]) => link(quiet ?? url, quiet ?? url)],
	[/@(?:everyone|here)\b/y, ([text]) => mention(text)],
	[/[^\\`*_~|<[@h]+|[^]/y, ([text]) => text],
];

/** A line's nodes; `begin` begins a command that is clicked. */
export function inline(text, begin) {
	const nodes = [];
	for (let at = 0; at < text.length;) {
		for (const [pattern, make] of INLINE) {
			pattern.lastIndex = at;
			const match = pattern.exec(text);
			if (!match) continue;
			nodes.push(make(match, begin));
			at += match[0].length;
			break;
		}
	}
	return nodes;
}

const listed = (tag) => (lines, begin) =>
	h(tag, { start: tag === "ol" && parseInt(lines[0], 10) }, lines.map((it) => h("li", inline(it.replace(/^\s*\S+\s+/, ""), begin))));
const single = (what) => (lines, begin) => lines.map((it) => h(what, inline(it.replace(/^\S+\s+/, ""), begin)));

/** What lines of a kind become together; other lines are a paragraph. */
const BLOCKS = [
	[/^#{1,3} ./, single("h3")],
	[/^-# ./, single("small")],
	[/^>( |$)/, (lines, begin) => h("blockquote", blocks(lines.map((it) => it.slice(2)), begin))],
	[/^\s*[-*] ./, listed("ul")],
	[/^\s*\d+\. ./, listed("ol")],
	[/^/, (lines, begin) => h("p", inline(lines.join("\n"), begin))],
];

function blocks(lines, begin) {
	const kinds = lines.map((line) => BLOCKS.findIndex(([pattern]) => pattern.test(line)));
	const nodes = [];
	for (let at = 0, end; at < lines.length; at = end) {
		for (end = at; kinds[end] === kinds[at]; end += 1);
		nodes.push(BLOCKS[kinds[at]][1](lines.slice(at, end), begin));
	}
	return nodes.flat();
}

/** A text's nodes; inside of code nothing else is markup. */
export function markdown(text, begin) {
	return text.split(/```(?:\w*\n)?([^]+?)```/).flatMap((part, index) => {
		if (index % 2) return h("pre", h("code", part));
		return part ? blocks(part.replace(/^\n|\n$/g, "").split("\n"), begin) : [];
	});
}
