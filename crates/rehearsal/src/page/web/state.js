// What the page knows, and questions that many parts have about it.
import { nameOf, portrait } from "./dom.js";

export const VOICE = 2;

/** Whose client this is, what is around them, and where they are. */
export const state = { client: null, ready: null, channel: null };

/** All channels there are, servers' first. */
export const channels = () => [...state.ready.guilds.flatMap((it) => it.channels), ...state.ready.private_channels];

/** Whether it is outside of servers: messages with the app, with a person, or of a group. */
export const isDirect = ({ recipients }) => Boolean(recipients);

export const titleOf = (channel) => (isDirect(channel) ? channel.recipients.map((it) => nameOf(it)).join(", ") : channel.name);

/** The server of the channel; none for direct messages. */
export const guild = () => state.ready.guilds.find(({ id }) => id === state.channel.guild_id);

/** Who is here: people by name, then bots. */
export function members() {
	const { ready, channel } = state;
	const here = guild()?.members ?? [ready.user, ...channel.recipients].map((user) => ({ user }));
	const key = ({ user, nick }) => `${Number(Boolean(user.bot))} ${nameOf(user, nick).toLowerCase()}`;
	return here.toSorted((a, b) => key(a).localeCompare(key(b)));
}

/** Members, roles or channels as items of a list. */
export const items = {
	members: () => members().map(({ user, nick }) => ({
		label: nameOf(user, nick), more: user.username, value: user.id, icon: portrait(user),
	})),
	roles: () => (guild()?.roles ?? []).map(({ id, name }) => ({ label: name, value: id })),
	channels: () => (guild()?.channels ?? []).map(({ id, name }) => ({ label: `#${name}`, value: id })),
};
