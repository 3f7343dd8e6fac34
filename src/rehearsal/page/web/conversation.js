// The middle: the messages of one channel, kept as they are now.
import { $, announce, byId, h } from "./dom.js";
import { readerOf } from "./markdown.js";
import { render } from "./message.js";

export class Conversation {
  constructor(state, act) {
    Object.assign(this, { state, act, messages: new Map() });
    $("messages").addEventListener("load", () => this.#stick(), true);
    $("messages").addEventListener("scroll", () => {
      const { scrollHeight, scrollTop, clientHeight } = $("messages");
      this.atEnd = scrollHeight - scrollTop - clientHeight < 60;
    });
    new ResizeObserver(() => this.#stick()).observe($("messages"));
  }

  /** Forgets everything: all of it will be told anew. */
  clear() {
    this.messages.clear();
  }

  /** Takes a message in, or takes it out if it is gone. */
  take(name, message) {
    if (name === "MESSAGE_DELETE") this.messages.delete(message.id);
    else this.messages.set(message.id, message);
  }

  get #here() {
    const here = [...this.messages.values()].filter((it) => it.channel_id === this.state.channel.id);
    return here.sort((a, b) => byId(a.id, b.id));
  }

  get newest() {
    return this.#here.at(-1);
  }

  #view() {
    return { state: this.state, act: this.act, reader: readerOf(this.state, this.act.begin) };
  }

  /** Draws the whole channel, from its end. */
  draw() {
    const view = this.#view();
    const here = this.#here;
    const nodes = here.map((message, at) => render(message, here[at - 1], view));
    $("messages").replaceChildren(this.#beginning(), ...nodes);
    this.atEnd = true;
    this.#stick();
  }

  #beginning() {
    const { channel } = this.state;
    const what = channel.type === 1 ? "your direct messages with the app" : `#${channel.name}`;
    return h("li", { class: "beginning" }, `This is the beginning of ${what}.`);
  }

  /** Draws what these events changed; whoever was on a message stays on it. */
  update(events) {
    const view = this.#view();
    const changed = new Set(events.map(({ d }) => d.id));
    const here = this.#here;
    const nodes = new Map([...$("messages").children].map((node) => [node.id, node]));
    const focus = this.#focus();
    here.forEach((message, at) => {
      const old = nodes.get(`message-${message.id}`);
      nodes.delete(`message-${message.id}`);
      const neighbour = here[at - 1] && changed.has(here[at - 1].id);
      if (old && !changed.has(message.id) && !neighbour) return;
      const node = render(message, here[at - 1], view);
      const previous = at ? $(`message-${here[at - 1].id}`) : $("messages").firstElementChild;
      if (old) old.replaceWith(node);
      else previous.after(node);
    });
    for (const [id, node] of nodes) if (id) node.remove();
    if (focus) this.#refocus(focus);
    this.#stick();
  }

  #focus() {
    const control = document.activeElement;
    const message = control?.closest?.(".message");
    return message && { message: message.id, control: control.dataset.control };
  }

  /** Back to the same button if it is still there, or else to its message. */
  #refocus({ message, control }) {
    const node = $(message);
    if (!node || node.contains(document.activeElement)) return;
    const same = [...node.querySelectorAll("[data-control]")].find((it) => it.dataset.control === control && it.tagName === "BUTTON");
    (same && !same.disabled ? same : node).focus({ preventScroll: true });
  }

  #stick() {
    if (this.atEnd) $("messages").scrollTop = $("messages").scrollHeight;
  }

  /** Reads new messages out to those who listen. */
  readOut(events) {
    const { ready, channel } = this.state;
    const fresh = events.filter(({ t, d }) => t === "MESSAGE_CREATE" && d.author.id !== ready.user.id && d.channel_id === channel.id);
    for (const { d } of fresh) {
      const node = $(`message-${d.id}`);
      const texts = [...(node?.querySelectorAll(".content") ?? [])].map(({ textContent }) => textContent);
      announce(`${d.author.global_name ?? d.author.username}: ${texts.join(" ")}`);
    }
  }
}
