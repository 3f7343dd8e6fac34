// The forms that the bot opens.
import { h, nameOf } from "./dom.js";

/** Shows a form; `send` gets the interaction's data, and throws if it was not taken. */
export function showModal(modal, bot, send) {
  const trouble = h("p", { class: "form-trouble", role: "alert" });
  const fields = modal.inputs.map(field);
  const submit = h("button", { type: "submit", class: "button primary" }, "Submit");
  const cancel = h("button", { type: "button", class: "button plain", onclick: () => dialog.close() }, "Cancel");
  const onsubmit = async (event) => {
    event.preventDefault();
    submit.disabled = true;
    try {
      const components = fields.map(({ input }, at) => ({
        type: 1, components: [{ type: 4, custom_id: modal.inputs[at].custom_id, value: input.value }],
      }));
      await send({ id: modal.opened_by, custom_id: modal.custom_id, components });
      dialog.close();
    } catch (error) {
      trouble.textContent = error.message;
      submit.disabled = false;
    }
  };
  const dialog = h("dialog", { class: "modal", "aria-labelledby": "modal-title", onclose: () => dialog.remove() },
    h("form", { onsubmit }, h("h2", { id: "modal-title" }, modal.title),
      h("p", { class: "modal-note" }, `This form is ${nameOf(bot)}'s.`),
      fields.map(({ node }) => node), trouble, h("div", { class: "modal-buttons" }, cancel, submit)));
  document.body.append(dialog);
  dialog.showModal();
  fields[0]?.input.focus();
}

function field(of, index) {
  const id = `field-${index}`;
  const limits = { minlength: of.required ? Math.max(of.min_length, 1) : null, maxlength: of.max_length, required: of.required };
  const input = h(of.paragraph ? "textarea" : "input", {
    id, ...limits, rows: of.paragraph && 4, placeholder: of.placeholder, autocomplete: "off",
  });
  input.value = of.value;
  const star = of.required && h("span", { class: "star", "aria-hidden": "true" }, " *");
  return { input, node: h("div", { class: "field" }, h("label", { for: id }, of.label, star), input) };
}
