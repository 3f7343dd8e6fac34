// The middle: the messages of one channel, as they are now.
import { $, h } from "./dom.js";
import { render } from "./message.js";
import { isDirect, state, titleOf } from "./state.js";

/** Discord's numbers are too long for JavaScript's. */
const byId = (a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1);

export class Conversation {
	/** `act` has what can be done with a message. */
	constructor(act) {
		this.act = act;
		this.messages = new Map();
		this.drawn = new Map();
	}

	/** Takes a message in, or out if it is gone. */
	take(name, message) {
		if (name === "MESSAGE_DELETE") this.messages.delete(message.id);
		else this.messages.set(message.id, message);
	}

	get here() {
		return [...this.messages.values()].filter((it) => it.channel_id === state.channel.id).sort(byId);
	}

	/** Redraws the channel, from its end. */
	open() {
		this.drawn.clear();
		const name = isDirect(state.channel) ? `your messages with ${titleOf(state.channel)}` : `#${state.channel.name}`;
		$("messages").replaceChildren(h("li.beginning", `This is the beginning of ${name}.`));
		this.update();
		this.end();
	}

	end() {
		$("scroll").scrollTop = 0;
	}

	/** Draws what has changed; the focus stays on its control. */
	update() {
		const { here } = this;
		const focused = document.activeElement?.closest(".message") && document.activeElement;
		const alive = new Set(here.map(({ id }) => id));
		for (const [id, { node }] of this.drawn) {
			if (alive.has(id)) continue;
			node.remove();
			this.drawn.delete(id);
		}
		let at = $("messages").firstElementChild;
		for (const message of here) {
			const node = this.#node(message);
			if (at.nextElementSibling !== node) at.after(node);
			at = node;
		}
		if (focused && !focused.isConnected) this.#refocus(focused);
	}

	/** The message's element, a new one if it has changed. */
	#node(message) {
		const old = this.drawn.get(message.id);
		if (old?.message === message) return old.node;
		const node = render(message, this.act);
		old?.node.replaceWith(node);
		this.drawn.set(message.id, { message, node });
		return node;
	}

	/** Back to the same control if it is still there, or else to the box. */
	#refocus({ dataset: { control } }) {
		const same = [...document.querySelectorAll("[data-control]")].find((it) => it.dataset.control === control);
		(same && !same.disabled ? same : $("box"))?.focus({ preventScroll: true });
	}
}
