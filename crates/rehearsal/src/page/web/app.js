// The page as a whole: whose eyes it looks through, where, and what follows from what.
import { $, announce, complain, h, nameOf } from "./dom.js";
import { Client, people } from "./client.js";
import { moveClock, setTime } from "./clock.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { Hints } from "./hints.js";
import { showMenu } from "./menu.js";
import { showModal } from "./modal.js";
import { drawSides } from "./places.js";
import { channels, isDirect, state, titleOf } from "./state.js";

const MANAGE_MESSAGES = 1n << 13n;
const EPHEMERAL = 1 << 6;
/** What a message's menu offers. */
const REACTIONS = ["👏", "❤️", "🎉"];

const go = (user, channel = "") => { location.hash = `${user}/${channel}`; };

/** Does something to the bot. A message that answers comes by the stream, a form is shown here. */
async function interact(interaction) {
	const { client, channel } = state;
	const answered = ({ modal }) => modal && showModal(modal, async (data) =>
		answered(await client.interact({ type: 5, channel_id: channel.id, data })));
	answered(await client.interact({ channel_id: channel.id, ...interaction }));
}

/** What can be done with people and messages. */
const act = {
	begin: (text) => composer.begin(text),

	remove: (message) => state.client.remove(message).catch(complain),

	react: (message, emoji, back) => state.client.react(message, emoji, back).catch(complain),

	/** Uses a button or select. */
	use(message, { type, custom_id }, chosen) {
		const data = { component_type: type, custom_id, ...chosen };
		const used = interact({ type: 3, message_id: message.id, data });
		used.then(() => state.channel.recipients?.[0].bot && hints.did("opens_dms"), complain);
	},

	async messageMenu(message, event) {
		event.preventDefault();
		const items = await entries(3, message.id);
		const react = (emoji) => ({ label: `React with ${emoji}`, act: () => act.react(message, emoji, false) });
		if (!(message.flags & EPHEMERAL)) items.push(...REACTIONS.map(react));
		const may = message.author.id === state.ready.user.id || BigInt(state.channel.permissions) & MANAGE_MESSAGES;
		if (may && !isDirect(state.channel)) items.push({ label: "Delete message", danger: true, act: () => act.remove(message) });
		if (items.length) showMenu("Apps", items, event);
	},

	async personMenu(user, event) {
		event.preventDefault();
		event.stopPropagation();
		const { ready, client, channel } = state;
		const items = user.bot ? [] : await entries(2, user.id);
		if (user.id === ready.bot.id && ready.installable) {
			const label = ready.installed ? "Remove from my account" : "Add to my account";
			const again = () => client.install(!ready.installed).then(enter);
			items.push({ label, act: () => again().catch(complain) });
		}
		if (user.id !== ready.user.id && !user.bot) {
			const others = [user, ...(isDirect(channel) ? channel.recipients : [])].filter(({ bot }) => !bot);
			const ids = [...new Set(others.map(({ id }) => id))];
			const open = (people) => client.openMessages(people).then(({ id }) => go(ready.user.id, id), complain);
			items.push({ label: "Message", act: () => open([user.id]) });
			if (ids.length > 1 && !channel.recipients.some(({ id }) => id === user.id)) items.push({ label: "Add to these messages", act: () => open(ids) });
			items.push({ label: `View as ${nameOf(user)}`, act: () => go(user.id) });
			items.push({ label: "View as, in a new window", act: () => window.open(`/#${user.id}/`, "_blank") });
		}
		if (items.length) showMenu(`Apps for ${nameOf(user)}`, items, event);
	},
};

/** The bot's entries in a menu: 2 of a person's, 3 of a message's. */
async function entries(type, target_id) {
	const commands = await composer.menu(type);
	return commands.map(({ name, sent }) => ({
		label: name, act: () => interact({ type: 2, data: { name: sent, type, target_id } }).catch(complain),
	}));
}

const conversation = new Conversation(act);
const composer = new Composer(interact, (name) => hints.did("types", name));
const move = (to) => moveClock(to).then(() => hints.did("moves_clock"), complain);
const hints = new Hints((help) => {
	if (help.types) composer.begin(help.types);
	else if (help.moves_clock) move(help.moves_clock);
	else go(state.ready.user.id, state.ready.private_channels[0].id);
});

/** Becomes this person: another stream, and everything is sent again. */
function become(user) {
	state.client?.hangUp();
	const client = new Client(user);
	Object.assign(state, { client, ready: null, channel: null });
	const open = () => { state.ready = null; conversation.messages.clear(); };
	const lost = () => complain({ message: "The rehearsal has ended, or does not answer." });
	client.listen(open, (batch) => client === state.client && told(batch), lost);
}

function told({ now, events }) {
	const first = !state.ready;
	const spoke = state.ready?.locale;
	for (const { t, d } of events) {
		if (t === "READY") state.ready = d;
		else conversation.take(t, d);
	}
	setTime(now);
	const wanted = location.hash.split("/")[1];
	if (first || (wanted !== state.channel.id && channels().some(({ id }) => id === wanted))) return arrive();
	state.channel = channels().find(({ id }) => id === state.channel.id) ?? channels()[0];
	if (events.some(({ t }) => t === "READY")) drawSides(act.personMenu);
	if (spoke === state.ready.locale) conversation.update();
	else {
		conversation.open();
		enter();
	}
	const fresh = events.filter(({ t, d }) => t === "MESSAGE_CREATE" && d.channel_id === state.channel.id);
	for (const { d } of fresh) announce($(`message-${d.id}`).innerText);
	if (fresh.length) conversation.end();
	return read();
}

/** Makes the box ready for the channel: its commands, in the person's language. */
const enter = () => composer.enter(`Message ${isDirect(state.channel) ? "" : "#"}${titleOf(state.channel)}`);

/** Shows the channel that the address names, or the first. */
function arrive() {
	const [, wanted] = location.hash.split("/");
	const before = state.channel?.id;
	state.channel = channels().find(({ id }) => id === wanted) ?? channels()[0];
	drawSides(act.personMenu);
	conversation.open();
	if (state.channel.id !== before) enter();
	hints.show(state.ready.hints);
	read();
}

/** Tells that what stands in the channel was looked at. */
function read() {
	const newest = conversation.here.at(-1);
	if (document.visibilityState === "visible" && newest && state.channel.unread) state.client.read(newest).catch(complain);
}

/** Follows the address: `#person/channel`. */
async function route() {
	openDrawer("");
	const user = location.hash.slice(1).split("/")[0] || (await people())[0].id;
	if (state.ready?.user.id === user) arrive();
	else become(user);
}

/** On a narrow window the sides are drawers, of which one is open or none. */
function openDrawer(side) {
	document.body.dataset.drawer = side;
	for (const it of ["places", "members"]) $(`open-${it}`).setAttribute("aria-expanded", String(it === side));
}

for (const side of ["places", "members"]) {
	$(`open-${side}`).addEventListener("click", () => openDrawer(document.body.dataset.drawer === side ? "" : side));
}
$("curtain").addEventListener("click", () => openDrawer(""));
for (const button of $("clock").querySelectorAll("button")) button.addEventListener("click", () => move(button.dataset.to));
$("view-as").addEventListener("change", ({ target }) => go(target.value));
$("language").addEventListener("change", ({ target }) => state.client.speak(target.value).catch(complain));
addEventListener("keydown", ({ key }) => key === "Escape" && openDrawer(""));
addEventListener("hashchange", route);
document.addEventListener("visibilitychange", () => state.ready && read());
// The secret has done its work: it is a cookie now, and need not stand in the address.
history.replaceState(null, "", `/${location.hash}`);
route().catch(({ message }) => document.body.replaceChildren(h("p.beginning", message)));
