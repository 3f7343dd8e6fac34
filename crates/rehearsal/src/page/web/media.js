// Pictures and files.
import { h, initial, link } from "./dom.js";

/** The path of a file here: its address names the server that the bot uses. */
const path = (url) => new URL(url).pathname;

/** What is covered until somebody uncovers it. */
export const covered = (node, spoiler) => (spoiler ? h("details.spoiler", h("summary", "Spoiler"), node) : node);

/** A picture that the rehearsal has. */
export function picture(url, alt) {
	return link(path(url), h("img", { src: path(url), alt: alt ?? "" }));
}

/** Where Discord keeps the avatars of accounts and of members, and the default ones. */
const AVATAR = /^https:\/\/cdn\.discordapp\.com\/(avatars|embed\/avatars|guilds\/\d+\/users\/\d+\/avatars)\//;

/** What stands for a picture elsewhere in the net, which is not loaded: an initial for an avatar, else its description. */
function elsewhere(url, alt) {
	const named = { role: "img", "aria-label": alt };
	return AVATAR.test(url) ? h("span.portrait", { ...named, "data-sign": initial(alt) }) : h("span.elsewhere", named, alt);
}

/** A picture of a component. */
export function media({ media: { url, attachment_id }, description, spoiler }, name = "Picture") {
	const alt = description || name;
	return covered(attachment_id ? picture(url, alt) : elsewhere(url, alt), spoiler);
}

export function download(url, filename, size) {
	return h("a.file", { href: path(url), download: filename }, filename, h("small", ` ${Math.ceil(size / 1024)} KB`));
}

export function attachment({ url, filename, size, description, content_type }) {
	const isPicture = /^image\//.test(content_type) || /\.png$/.test(filename);
	return isPicture ? picture(url, description) : download(url, filename, size);
}
