// The forms that the bot opens.
import { h } from "./dom.js";

/** Shows a form; `send` gets the interaction's data, and throws if it was not taken. */
export function showModal({ custom_id, title, inputs, opened_by }, send) {
	const trouble = h("p", { role: "alert" });
	const fields = inputs.map(field);
	const submit = h("button.button.primary", { type: "submit" }, "Submit");
	const onsubmit = async (event) => {
		event.preventDefault();
		submit.disabled = true;
		const row = (input) => ({ components: [{ custom_id: input.name, value: input.value }] });
		try {
			await send({ id: opened_by, custom_id, components: fields.map(row) });
			dialog.close();
		} catch ({ message }) {
			trouble.textContent = message;
			submit.disabled = false;
		}
	};
	const label = (input, { label: text, required }) => h("label", text, required && h("span.star", " *"), input);
	const dialog = h("dialog", { "aria-label": title, onclose: () => dialog.remove() },
		h("form", { onsubmit }, h("h2", title), fields.map((input, at) => label(input, inputs[at])), trouble,
			h("div.row", h("button.button", { onclick: () => dialog.close() }, "Cancel"), submit)));
	document.body.append(dialog);
	dialog.showModal();
	fields[0]?.focus();
}

function field({ custom_id, value, placeholder, paragraph, required, min_length, max_length }) {
	const input = h(paragraph ? "textarea" : "input", {
		name: custom_id, placeholder, required, minlength: min_length, maxlength: max_length, rows: paragraph && 4,
	});
	input.value = value;
	return input;
}
