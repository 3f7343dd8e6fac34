// The wire to the rehearsal: what somebody does goes out, what they see comes in.

async function ask(method, path, body) {
  const headers = body === undefined ? {} : { "Content-Type": "application/json" };
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
  listen({ open, told, lost }) {
    this.events = new EventSource(`${this.base}/events`);
    this.events.onopen = open;
    this.events.onmessage = (event) => told(JSON.parse(event.data));
    this.events.onerror = lost;
  }

  hangUp() {
    this.events?.close();
  }

  commands(channel) {
    return ask("GET", `${this.base}/channels/${channel}/application-commands`);
  }

  say(channel, content) {
    return ask("POST", `${this.base}/channels/${channel}/messages`, { content });
  }

  remove(message) {
    return ask("DELETE", this.#at(message));
  }

  read(message) {
    return ask("POST", `${this.#at(message)}/ack`);
  }

  moveClock(to) {
    return ask("POST", `${this.base}/clock`, { to });
  }

  interact(interaction) {
    return ask("POST", `${this.base}/interactions`, interaction);
  }

  #at(message) {
    return `${this.base}/channels/${message.channel_id}/messages/${message.id}`;
  }
}
