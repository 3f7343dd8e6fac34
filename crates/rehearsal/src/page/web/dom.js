// Building the page. Text is always text: nothing here turns a string into markup.

export const $ = (id) => document.getElementById(id);

/** `h("p.note", { title }, …children)`: an element; what is empty or false is left out. */
export function h(what, ...children) {
	const [name, ...classes] = what.split(".");
	const node = document.createElement(name);
	if (classes.length) node.className = classes.join(" ");
	if (name === "button") node.type = "button";
	const attributes = children[0]?.constructor === Object ? children.shift() : {};
	for (const [key, value] of Object.entries(attributes)) {
		if (key.startsWith("on")) node.addEventListener(key.slice(2), value);
		else if ((value ?? false) !== false) node.setAttribute(key, value === true ? "" : value);
	}
	node.append(...children.flat(3).filter(Boolean));
	return node;
}

/** Tells people who listen to the page instead of looking at it. */
export function announce(text) {
	$("said").textContent = text;
}

let fading;

/** Says for a while that something did not work. */
export function complain({ message }) {
	$("trouble").textContent = message;
	clearTimeout(fading);
	fading = setTimeout(() => $("trouble").replaceChildren(), 8000);
}

export const nameOf = (user, nick) => nick || user.global_name || user.username;

export const initial = (name) => [...name][0].toUpperCase();

/** A round picture: Discord's stand-in for people without one. */
export function portrait(user) {
	const node = h("span.portrait", { "data-sign": initial(nameOf(user)) });
	if (!user.bot) node.style.background = `hsl(${(BigInt(user.id) * 67n) % 360n} 42% 33%)`;
	return node;
}

/** A link out of the page. */
export const link = (href, ...children) => h("a", { href, target: "_blank", rel: "noreferrer" }, ...children);

export const badge = (user) => user.bot && h("span.badge", "APP");
