// A message as Discord shows it: who, when, text, embeds, files, and what can be used on it.
import { h, nameOf, portrait } from "./dom.js";
import { sentAt } from "./clock.js";
import { controls } from "./components.js";
import { inline, markdown } from "./markdown.js";

const EPHEMERAL = 1 << 6;
const LOADING = 1 << 7;
/** Messages of one person within this time stand under one heading. */
const TOGETHER = 7 * 60 * 1000;

export const isEphemeral = (message) => (message.flags & EPHEMERAL) !== 0;

export function follows(message, before) {
  return before?.author.id === message.author.id && isEphemeral(before) === isEphemeral(message)
    && message.type === 0 && Date.parse(message.timestamp) - Date.parse(before.timestamp) < TOGETHER;
}

/** The path of a file here, whose address names the server that the bot uses. */
const path = (url) => new URL(url).pathname;

/** A message; `view` has what is around it and what can be done with it. */
export function render(message, before, view) {
  const { state, reader, act } = view;
  const mine = isEphemeral(message);
  const follow = follows(message, before);
  const forMe = !mine && (message.mention_everyone || message.mentions.some(({ id }) => id === reader.me));
  const classes = ["message", follow && "follow", mine && "ephemeral", forMe && "for-me"];
  const menu = (event) => (event.preventDefault(), act.messageMenu(message, event));
  const shown = new Set(message.embeds.flatMap((it) => [it.image?.url, it.thumbnail?.url]));
  const files = message.attachments.filter(({ url }) => !shown.has(url));
  return h("li", { id: `message-${message.id}`, class: classes.filter(Boolean).join(" "), tabindex: -1, oncontextmenu: menu },
    heading(message, view, follow),
    h("div", { class: "content" }, content(message, reader)),
    message.embeds.map((it) => embed(it, reader, message)),
    files.map(file),
    controls(message, state, act.use),
    mine && h("p", { class: "only-you" }, "👁 Only you can see this · ",
      h("button", { type: "button", class: "link", onclick: () => act.remove(message) }, "Dismiss message")),
    h("button", { type: "button", class: "more-of icon", "aria-haspopup": "menu", "aria-label": "Message menu", onclick: menu }, "⋯"));
}

function heading(message, view, follow) {
  const { author } = message;
  const name = view.reader.name(author.id) ?? nameOf(author);
  const menu = (event) => (event.preventDefault(), view.act.personMenu(author, event));
  return h("div", { class: follow ? "unseen" : "heading-line" }, portrait(author, view.state),
    h("button", { type: "button", class: "author", onclick: menu, oncontextmenu: (event) => (event.stopPropagation(), menu(event)) }, name),
    author.bot && h("span", { class: "badge" }, "APP"), sentAt(message.timestamp));
}

function content(message, reader) {
  if (message.flags & LOADING) return h("p", { class: "thinking" }, `${nameOf(message.author)} is thinking…`);
  const nodes = markdown(message.content, reader);
  const edited = message.edited_timestamp && !isEphemeral(message);
  return edited ? [...nodes, h("small", { class: "edited" }, "(edited)")] : nodes;
}

function embed(it, reader, message) {
  const node = h("article", { class: "embed" },
    it.author && h("p", { class: "embed-author" }, it.author.name),
    it.title && h("p", { class: "embed-title" }, it.url ? h("a", { href: it.url, target: "_blank", rel: "noreferrer" }, it.title) : inline(it.title, reader)),
    it.description && h("div", { class: "content" }, markdown(it.description, reader)),
    it.fields?.length > 0 && h("dl", {}, it.fields.map((field) => h("div", { class: field.inline && "inline" },
      h("dt", {}, inline(field.name, reader)), h("dd", {}, markdown(field.value, reader))))),
    [it.image, it.thumbnail].map((of) => of && picture(of.url, described(of.url, message))),
    it.footer && h("p", { class: "embed-footer" }, it.footer.text));
  if (it.color) node.style.borderLeftColor = `#${it.color.toString(16).padStart(6, "0")}`;
  return node;
}

function described(url, message) {
  return message.attachments.find((it) => it.url === url)?.description ?? "";
}

function picture(url, alt) {
  const href = path(url);
  return h("a", { class: "picture", href, target: "_blank", rel: "noreferrer" }, h("img", { src: href, alt }));
}

function file(it) {
  if (it.content_type?.startsWith("image/") || /\.(png|jpe?g|gif|webp)$/i.test(it.filename)) {
    return picture(it.url, it.description ?? "");
  }
  const size = it.size < 1024 ? `${it.size} bytes` : `${Math.ceil(it.size / 1024)} KB`;
  return h("a", { class: "file", href: path(it.url), download: it.filename }, "📄 ", h("span", {}, it.filename), h("small", {}, size));
}
