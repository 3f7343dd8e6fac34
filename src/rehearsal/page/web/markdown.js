// Discord's markdown, as nodes. What is no markup stays as it was typed.
import { h, nameOf } from "./dom.js";
import { instant } from "./clock.js";

const INNER = String.raw`((?:\\[\s\S]|[^\\])+?)`;
const between = (mark, after = "") => new RegExp(`${mark}${INNER}${mark}${after}`, "y");

/** How each piece of a line begins, and what it becomes. The first that fits is taken. */
const INLINE = [
  [/\\([^\sA-Za-z0-9])/y, ([, sign]) => sign],
  [/``([\s\S]+?)``|`([^`]+)`/y, ([, two, one]) => h("code", {}, two ?? one)],
  [between(String.raw`\*\*\*`), (m, c) => h("strong", {}, h("em", {}, inline(m[1], c)))],
  [between(String.raw`\*\*`, String.raw`(?!\*)`), (m, c) => h("strong", {}, inline(m[1], c))],
  [between("__", "(?!_)"), (m, c) => h("u", {}, inline(m[1], c))],
  [between("~~"), (m, c) => h("s", {}, inline(m[1], c))],
  [between(String.raw`\|\|`), (m, c) => h("span", { class: "spoiler" }, inline(m[1], c))],
  [/\*(?!\s)((?:\\[\s\S]|[^\\*])+?)\*(?!\*)/y, (m, c) => h("em", {}, inline(m[1], c))],
  [/_(?!\s)((?:\\[\s\S]|[^\\_])+?)_(?![A-Za-z0-9_])/y, (m, c) => h("em", {}, inline(m[1], c))],
  [/<@!?(\d+)>/y, ([, id], c) => mention(`@${c.name(id)}`, id === c.me)],
  [/<@&(\d+)>/y, ([, id], c) => mention(`@${c.role(id)}`)],
  [/<#(\d+)>/y, ([, id], c) => mention(`#${c.channel(id)}`)],
  [/<\/([^:>]+):\d+>/y, ([, name], c) => commandLink(name, c)],
  [/<t:(-?\d{1,12})(?::([tTdDfFR]))?>/y, ([, at, style]) => instant(Number(at), style ?? "f")],
  [/<a?(:\w+:)\d+>/y, ([, name]) => name],
  [/\[((?:\\.|[^\]\\])+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/y, (m, c) => link(m[2], inline(m[1], c))],
  [/<(https?:\/\/[^\s>]+)>|(https?:\/\/[^\s<>]*[^\s<>.,:;"')\]])/y, (m) => link(m[1] ?? m[2], [m[1] ?? m[2]])],
  [/@(?:everyone|here)\b/y, ([text]) => mention(text)],
];

const PLAIN = /[^\\`*_~|<[@h]+|[\s\S]/y;

/** A line's nodes. `context` knows names and can begin a command. */
export function inline(text, context) {
  const nodes = [];
  let at = 0;
  while (at < text.length) {
    const [node, end] = piece(text, at, context);
    nodes.push(node);
    at = end;
  }
  return nodes;
}

function piece(text, at, context) {
  for (const [pattern, make] of INLINE) {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) return [make(match, context), at + match[0].length];
  }
  PLAIN.lastIndex = at;
  const [plain] = PLAIN.exec(text);
  return [plain, at + plain.length];
}

function mention(text, self = false) {
  return h("span", { class: self ? "mention self" : "mention" }, text);
}

function link(href, children) {
  return h("a", { href, target: "_blank", rel: "noreferrer noopener" }, children);
}

function commandLink(name, context) {
  const onclick = () => context.begin(`/${name} `);
  return h("button", { type: "button", class: "mention", onclick }, `/${name}`);
}

/** How each kind of block looks line by line, and what its lines become together. */
const BLOCKS = [
  [/^(#{1,3})\s+(.+)$/, ([line], c) => {
    const [, marks, text] = /^(#+)\s+(.+)$/.exec(line);
    return h("p", { class: `heading level-${marks.length}` }, inline(text, c));
  }, 1],
  [/^-#\s+.+$/, ([line], c) => h("p", { class: "subtext" }, inline(line.replace(/^-#\s+/, ""), c)), 1],
  [/^> .*$|^>$/, (lines, c) => h("blockquote", {}, blocks(lines.map((it) => it.slice(2)).join("\n"), c))],
  [/^\s*[-*]\s+.+$/, (lines, c) => h("ul", {}, lines.map((it) => item(it, c)))],
  [/^\s*\d+\.\s+.+$/, (lines, c) => {
    const start = parseInt(lines[0], 10);
    return h("ol", { start }, lines.map((it) => item(it, c)));
  }],
];

function item(line, context) {
  return h("li", {}, inline(line.replace(/^\s*(?:[-*]|\d+\.)\s+/, ""), context));
}

/** A text's blocks: code first, in which nothing else is markup. */
export function markdown(text, context) {
  return text.split(/```(?:\w*\n)?([\s\S]+?)```/).flatMap((part, index) => {
    if (index % 2) return [h("pre", {}, h("code", {}, part))];
    return part ? blocks(part.replace(/^\n|\n$/g, ""), context) : [];
  });
}

function blocks(text, context) {
  const lines = text.split("\n");
  const nodes = [];
  while (lines.length) {
    const kind = BLOCKS.find(([pattern]) => pattern.test(lines[0]));
    const taken = [lines.shift()];
    const fits = (line) => BLOCKS.find(([pattern]) => pattern.test(line)) === kind;
    while (lines.length && kind?.[2] !== 1 && fits(lines[0])) taken.push(lines.shift());
    nodes.push(kind ? kind[1](taken, context) : h("p", {}, inline(taken.join("\n"), context)));
  }
  return nodes;
}

/** Whom the numbers in texts mean, for the person who reads. */
export function readerOf(state, begin) {
  const { ready } = state;
  const guild = ready.guilds.find((it) => it.channels.some(({ id }) => id === state.channel?.id));
  const known = new Map([...ready.people, ready.bot].map((user) => [user.id, nameOf(user)]));
  for (const { user, nick } of guild?.members ?? []) known.set(user.id, nameOf(user, nick));
  const channels = ready.guilds.flatMap((it) => it.channels);
  return {
    me: ready.user.id,
    name: (id) => known.get(id) ?? "unknown-user",
    role: (id) => (ready.guilds.some((it) => it.id === id) ? "everyone" : "unknown-role"),
    channel: (id) => channels.find((it) => it.id === id)?.name ?? "unknown",
    begin,
  };
}
