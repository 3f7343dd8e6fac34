// The sides: channels and direct messages at the left, members at the right.
import { $, h, nameOf, portrait } from "./dom.js";

const DM = 1;

export const titleOf = (channel) => (channel.type === DM ? nameOf(channel.recipients[0]) : channel.name);

/** All channels of what there is, in the order of the list. */
export function allChannels(ready) {
  return [...ready.guilds.flatMap(({ channels }) => channels), ...ready.private_channels];
}

/** Draws both sides. */
export function drawSides(state, act) {
  const { ready, channel } = state;
  const entry = (it) => link(it, it.id === channel.id, state);
  const section = (name, channels) => h("section", {}, h("h2", {}, name), h("ul", {}, channels.map(entry)));
  $("channels").replaceChildren(
    section("Direct messages", ready.private_channels),
    ...ready.guilds.map((guild) => section(guild.name, guild.channels)),
  );
  drawViewer(state);
  drawMembers(state, act);
  const elsewhere = allChannels(ready).filter(({ id }) => id !== channel.id).reduce((sum, { mentions }) => sum + mentions, 0);
  $("elsewhere").hidden = elsewhere === 0;
  $("elsewhere").textContent = elsewhere;
  const guild = ready.guilds.find(({ id }) => id === channel.guild_id);
  const place = channel.type === DM ? titleOf(channel) : `#${channel.name}`;
  document.title = `${elsewhere ? `(${elsewhere}) ` : ""}${place}${guild ? ` | ${guild.name}` : ""}`;
  $("title").replaceChildren(channel.type === DM ? portrait(channel.recipients[0], state) : h("span", { class: "hash", "aria-hidden": "true" }, "#"), h("span", {}, titleOf(channel)));
}

function link(it, here, { ready, ...state }) {
  const direct = it.type === DM;
  const icon = direct ? portrait(it.recipients[0], { ready, ...state }) : h("span", { class: "hash", "aria-hidden": "true" }, "#");
  const badge = it.mentions > 0 && h("span", { class: "count" }, h("span", { class: "unseen" }, "unread: "), String(it.mentions));
  const dot = it.unread > 0 && !it.mentions && h("span", { class: "unseen" }, "unread");
  return h("li", { class: it.unread > 0 && !here && "unread" },
    h("a", { href: `#${ready.user.id}/${it.id}`, "aria-current": here && "page" }, icon, h("span", { class: "name" }, titleOf(it)), badge, dot));
}

function drawViewer({ ready }) {
  const box = $("view-as");
  const options = ready.people.map((user) => h("option", { value: user.id, selected: user.id === ready.user.id }, nameOf(user)));
  if (document.activeElement !== box || box.value !== ready.user.id) box.replaceChildren(...options);
  $("portrait").replaceChildren(portrait(ready.user, { ready }));
}

function drawMembers(state, act) {
  const { ready, channel } = state;
  const guild = ready.guilds.find(({ id }) => id === channel.guild_id);
  const members = guild?.members ?? [...channel.recipients, ready.user].map((user) => ({ user }));
  const sorted = members.toSorted((a, b) => nameOf(a.user, a.nick).localeCompare(nameOf(b.user, b.nick)));
  const group = (name, of) => h("section", {}, h("h2", {}, `${name} — ${of.length}`), h("ul", {}, of.map((it) => member(it, state, act))));
  $("members").replaceChildren(
    group("Members", sorted.filter(({ user }) => !user.bot)), group("Apps", sorted.filter(({ user }) => user.bot)));
}

function member({ user, nick }, state, act) {
  const menu = (event) => (event.preventDefault(), act.personMenu(user, event));
  return h("li", {}, h("button", { type: "button", "aria-haspopup": "menu", onclick: menu, oncontextmenu: menu },
    portrait(user, state), h("span", { class: "name" }, nameOf(user, nick)), user.bot && h("span", { class: "badge" }, "APP")));
}
