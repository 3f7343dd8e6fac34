// The page as a whole: whose eyes it looks through, where, and what follows from what.
import { $, complain, h, nameOf } from "./dom.js";
import { Client, people } from "./client.js";
import { moveClock, setTime, setZone, startClock } from "./clock.js";
import { Composer } from "./composer.js";
import { Conversation } from "./conversation.js";
import { Hints } from "./hints.js";
import { showMenu } from "./menu.js";
import { showModal } from "./modal.js";
import { allChannels, drawSides, titleOf } from "./places.js";

const MANAGE_MESSAGES = 1n << 13n;

/** Who looks (`client`), at what (`channel`), and what is around them (`ready`). */
const state = { client: null, ready: null, channel: null };

const go = (user, channel = "") => { location.hash = `${user}/${channel}`; };

/** What can be done from anywhere on the page. */
const act = {
  begin: (text) => composer.begin(text),

  /** A button or select was used. */
  async use(message, part, data, control) {
    control.setAttribute("aria-busy", "true");
    try {
      const used = { component_type: part.type, custom_id: part.custom_id, ...data };
      const answer = await state.client.interact({ type: 3, channel_id: message.channel_id, message_id: message.id, data: used });
      if (state.channel.type === 1) hints.did("opens_dms");
      answered(answer);
    } catch (error) {
      complain(error.message);
    } finally {
      control.removeAttribute("aria-busy");
    }
  },

  remove: (message) => state.client.remove(message).catch((error) => complain(error.message)),

  async messageMenu(message, event) {
    const at = { currentTarget: event.currentTarget, clientX: event.clientX, clientY: event.clientY };
    const commands = await composer.menu(3);
    const mine = message.author.id === state.ready.user.id || BigInt(state.channel.permissions) & MANAGE_MESSAGES;
    const items = commands.map((it) => ({ label: it.name, act: () => pick(it, message.id) }));
    if (items.length) items.unshift({ title: "Apps" });
    if (mine && state.channel.type !== 1) items.push({ label: "Delete message", danger: true, act: () => act.remove(message) });
    items.push({ label: "Copy text", act: () => navigator.clipboard?.writeText(message.content) });
    showMenu(items, at, "Message menu");
  },

  async personMenu(user, event) {
    const at = { currentTarget: event.currentTarget, clientX: event.clientX, clientY: event.clientY };
    const commands = user.bot ? [] : await composer.menu(2);
    const items = [{ title: `${nameOf(user)} · @${user.username}` }];
    items.push(...commands.map((it) => ({ label: it.name, act: () => pick(it, user.id) })));
    const other = state.ready.people.some(({ id }) => id === user.id) && user.id !== state.ready.user.id;
    if (other) {
      items.push({ label: `View as ${nameOf(user)}`, act: () => go(user.id) });
      items.push({ label: "View as, in a new window", act: () => window.open(`/#${user.id}`, "_blank", "noopener") });
    }
    if (items.length > 1) showMenu(items, at, `Menu of ${nameOf(user)}`);
  },
};

/** Picks a command from the menu of what has this number. */
async function pick(command, target) {
  const data = { id: command.id, name: command.name, type: command.type, target_id: target };
  try {
    answered(await state.client.interact({ type: 2, channel_id: state.channel.id, data }));
  } catch (error) {
    complain(error.message);
  }
}

/** What the bot answered: a message comes by the stream, a form is shown here. */
function answered(answer) {
  if (!answer?.modal) return;
  const { client, channel } = state;
  showModal(answer.modal, state.ready.bot, async (data) =>
    answered(await client.interact({ type: 5, channel_id: channel.id, data })));
}

const composer = new Composer(state, (name, answer) => {
  hints.did("types", name);
  answered(answer);
});
const conversation = new Conversation(state, act);
const move = (to) => moveClock(state.client, to, () => hints.did("moves_clock"));
const hints = new Hints((help) => {
  if (help.types) composer.begin(help.types);
  else if (help.moves_clock) move(help.moves_clock);
  else go(state.ready.user.id, state.ready.private_channels[0]?.id);
});

/** Becomes this person: another stream, and everything told anew. */
function become(user, wanted) {
  state.client?.hangUp();
  Object.assign(state, { client: new Client(user), ready: null, channel: null, wanted });
  const { client } = state;
  client.listen({
    open: () => conversation.clear(),
    told: (batch) => client === state.client && told(batch),
    lost: () => complain("The rehearsal does not answer. It may have ended; if not, this page comes back by itself."),
  });
}

function told({ now, events }) {
  setTime(now);
  const first = state.ready === null || conversation.messages.size === 0;
  for (const { t, d } of events) {
    if (t === "READY") state.ready = d;
    else conversation.take(t, d);
  }
  if (first) return arrive();
  state.channel = allChannels(state.ready).find(({ id }) => id === state.channel.id) ?? allChannels(state.ready)[0];
  drawSides(state, act);
  const written = events.filter(({ t }) => t !== "READY");
  conversation.update(written);
  conversation.readOut(written);
  return read();
}

/** Shows the channel that the address names, or the first. */
function arrive() {
  const channels = allChannels(state.ready);
  const channel = channels.find(({ id }) => id === state.wanted) ?? channels[0];
  const moved = channel.id !== state.channel?.id;
  state.channel = channel;
  setZone(state.ready.zone);
  drawSides(state, act);
  conversation.draw();
  if (moved) composer.enter(`Message ${channel.type === 1 ? titleOf(channel) : `#${channel.name}`}`);
  hints.show(state.ready.hints);
  read();
}

/** Tells that what stands in the channel was looked at. */
function read() {
  const { newest } = conversation;
  if (document.visibilityState === "visible" && newest && state.channel.unread > 0) {
    state.client.read(newest).catch(() => {});
  }
}

/** Follows the address: `#person/channel`. */
async function route() {
  const [user, channel] = location.hash.slice(1).split("/");
  closeDrawers();
  if (!user) {
    const [first] = await people();
    history.replaceState(null, "", `/#${first.id}/`);
    return become(first.id);
  }
  if (state.ready?.user.id !== user) return become(user, channel);
  state.wanted = channel;
  return arrive();
}

function closeDrawers() {
  for (const side of ["places", "members"]) openDrawer(side, false);
}

/** On a narrow window the sides are drawers. */
function openDrawer(side, open) {
  document.body.classList.toggle(`shows-${side}`, open);
  $(`open-${side}`).setAttribute("aria-expanded", String(open));
}

for (const side of ["places", "members"]) {
  $(`open-${side}`).addEventListener("click", () => openDrawer(side, !document.body.classList.contains(`shows-${side}`)));
}
$("curtain").addEventListener("click", closeDrawers);
addEventListener("keydown", (event) => event.key === "Escape" && !event.defaultPrevented && closeDrawers());
addEventListener("hashchange", route);
document.addEventListener("visibilitychange", () => state.ready && read());
$("view-as").addEventListener("change", (event) => go(event.target.value));
startClock(move);
// The secret has done its work: it is a cookie now, and need not stand in the address.
if (location.search) history.replaceState(null, "", `/${location.hash}`);
route().catch((error) => document.body.replaceChildren(h("p", { class: "beginning" }, error.message)));
