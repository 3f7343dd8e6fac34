// The wire to the rehearsal: what somebody does goes out, what they see comes in.

async function ask(method, path, body) {
	const headers = { "Content-Type": "application/json" };
	const answer = await fetch(path, { method, headers, body: JSON.stringify(body) });
	if (answer.ok) return answer.status === 204 ? null : answer.json();
	const said = await answer.json().catch(() => ({}));
	throw new Error(said.message ?? `the rehearsal refused this (${answer.status})`);
}

export const people = () => ask("GET", "/api/people");

/** Somebody's connection: what they can ask for, and the stream of what they see. */
export class Client {
	constructor(user) {
		this.base = `/api/users/${user}`;
	}

	/** Calls `told` with each batch of events, `open` before the first and after each break. */
	listen(open, told, lost) {
		this.events = new EventSource(`${this.base}/events`);
		Object.assign(this.events, { onopen: open, onmessage: ({ data }) => told(JSON.parse(data)), onerror: lost });
	}

	hangUp() {
		this.events.close();
	}

	#at = ({ id, channel_id }) => `${this.base}/channels/${channel_id}/messages/${id}`;
	commands = (channel) => ask("GET", `${this.base}/channels/${channel}/application-commands`);
	say = (channel, content) => ask("POST", `${this.base}/channels/${channel}/messages`, { content });
	joinVoice = (channel) => ask("POST", `${this.base}/channels/${channel}/voice`);
	leaveVoice = (channel) => ask("DELETE", `${this.base}/channels/${channel}/voice`);
	remove = (message) => ask("DELETE", this.#at(message));
	react = (message, emoji, back) =>
		ask(back ? "DELETE" : "PUT", `${this.#at(message)}/reactions/${encodeURIComponent(emoji)}`);
	read = (message) => ask("POST", `${this.#at(message)}/ack`);
	openMessages = (recipients) => ask("POST", `${this.base}/channels`, { recipients });
	install = (add) => ask(add ? "PUT" : "DELETE", `${this.base}/installation`);
	speak = (locale) => ask("POST", `${this.base}/locale`, { locale });
	moveClock = (to) => ask("POST", `${this.base}/clock`, { to });
	interact = (interaction) => ask("POST", `${this.base}/interactions`, interaction);
}
