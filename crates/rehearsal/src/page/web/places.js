// The sides: channels and direct messages at the left, members at the right.
import { $, badge, complain, h, nameOf, portrait } from "./dom.js";
import { VOICE, channels, guild, isDirect, members, state, titleOf } from "./state.js";

const list = (title, entries) => h("section", h("h2", title), h("ul", entries));

/** Draws both sides and the title; `menu` opens that of a person. */
export function drawSides(menu) {
	const { ready, channel } = state;
	const focused = document.activeElement;
	const key = (it) => it.href ?? it.textContent;
	$("channels").replaceChildren(
		list("Direct messages", ready.private_channels.map(link)),
		...ready.guilds.map((it) => list(it.name, it.channels.map((at) => link(at, it)))));
	$("view-as").replaceChildren(...ready.people.map((user) =>
		h("option", { value: user.id, selected: user.id === ready.user.id }, nameOf(user))));
	$("language").replaceChildren(...ready.locales.map((code) =>
		h("option", { value: code, selected: code === ready.locale }, languageName(code))));
	const here = members();
	const group = (title, of) => list(`${title} — ${of.length}`, of.map((it) => member(it, menu)));
	$("members").replaceChildren(
		group("Members", here.filter(({ user }) => !user.bot)), group("Apps", here.filter(({ user }) => user.bot)));
	if (!focused.isConnected) [...document.querySelectorAll("nav a, aside button")].find((it) => key(it) === key(focused))?.focus();
	const elsewhere = channels().reduce((sum, it) => sum + (it.id === channel.id ? 0 : it.mentions), 0);
	$("elsewhere").textContent = elsewhere || "";
	$("title").replaceChildren(sign(channel), h("span", titleOf(channel)));
	document.title = `${elsewhere ? `(${elsewhere}) ` : ""}${titleOf(channel)} | ${guild()?.name ?? "Direct messages"}`;
}

/** A language in its own words. */
const languageName = (code) => new Intl.DisplayNames(code, { type: "language" }).of(code);

const sign = (channel) => (isDirect(channel) ? portrait(channel.recipients[0]) : h(channel.type === VOICE ? "span.hash.speaker" : "span.hash"));

function link(channel, server) {
	const { ready, channel: here } = state;
	const at = channel.id === here.id;
	const unread = channel.unread > 0 && !at;
	return h("li", h(`a.${unread ? "unread" : "read"}`, { href: `#${ready.user.id}/${channel.id}`, "aria-current": at && "page" },
		sign(channel), h("span.name", titleOf(channel)), unread && h("span.unseen", "unread"), unread && channel.mentions > 0 && h("span.count", `${channel.mentions}`)),
		channel.type === VOICE && voice(channel, server));
}

/** Who is in a voice channel, and the button to join or leave it. */
function voice({ id, voice: inside }, server) {
	const { client, ready } = state;
	const names = server.members.filter(({ user }) => inside.includes(user.id)).map(({ user, nick }) => h("li", nameOf(user, nick)));
	const [label, act] = inside.includes(ready.user.id) ? ["Leave", client.leaveVoice] : ["Join", client.joinVoice];
	return h("div.voice", names.length > 0 && h("ul", names), h("button", { onclick: () => act(id).catch(complain) }, label));
}

function member({ user, nick }, menu) {
	const open = (event) => menu(user, event);
	return h("li", h("button", { "aria-haspopup": "menu", onclick: open, oncontextmenu: open },
		portrait(user), h("span.name", nameOf(user, nick)), badge(user)));
}
