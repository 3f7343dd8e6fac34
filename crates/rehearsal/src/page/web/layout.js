// The components of a message, as they are laid out: rows, texts, sections, pictures, files and boxes.
import { h } from "./dom.js";
import { control } from "./components.js";
import { markdown } from "./markdown.js";
import { covered, download, media } from "./media.js";

/** The components of a message; `act` has what can be done with them. */
export function layout(message, act) {
	const use = (part, data) => act.use(message, part, data);
	/** What the text above is about: it names the buttons below to who can't see them stand there. */
	let subject;

	const text = ({ id, content }) => {
		const node = h("div.content", { id: `text-${message.id}-${id}` }, markdown(content, act.begin));
		subject = node.querySelector("h3") ?? node;
		subject.id ||= `${node.id}-heading`;
		return node;
	};

	const DRAWN = {
		1: ({ components }) => h("div.row", { role: "group", "aria-labelledby": subject?.id }, components.map((part) => control(part, use))),
		9: ({ components, accessory }) => {
			const texts = h("div.texts", components.map(text));
			const beside = accessory.type === 11 ? h("div.thumbnail", media(accessory, "Thumbnail")) : control(accessory, use);
			if (accessory.type === 2) beside.setAttribute("aria-describedby", subject.id);
			return h("div.section", texts, beside);
		},
		10: text,
		12: ({ items }) => h(`div.gallery${items.length > 1 ? ".many" : ""}`, items.map((it) => media(it))),
		13: ({ file, name, size, spoiler }) => covered(download(file.url, name, size), spoiler),
		14: ({ divider, spacing }) => h(`${divider ? "hr" : "div"}.gap${spacing === 2 ? ".large" : ""}`),
		17: ({ accent_color, spoiler, components }) => {
			const node = h("section.container", { role: "group" }, components.map(draw));
			if (accent_color !== null) node.style.borderLeftColor = `#${accent_color.toString(16).padStart(6, "0")}`;
			return covered(node, spoiler);
		},
	};
	const draw = (part) => DRAWN[part.type]?.(part);
	return message.components.map(draw);
}
