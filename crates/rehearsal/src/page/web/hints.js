// The few steps that lead a first visitor through the whole of it.
import { $, h } from "./dom.js";

export class Hints {
	/** `help` does what a hint's button says. */
	constructor(help) {
		this.help = help;
		this.followed = Number(sessionStorage.followed ?? 0);
	}

	show(hints) {
		this.hints = hints;
		this.#draw();
	}

	/** Somebody did this kind of thing (`types`, `moves_clock`, `opens_dms`), with `what`. */
	did(kind, what = "") {
		const { help } = this.hints[this.followed] ?? {};
		const wanted = kind === help ? "" : help?.[kind];
		if (wanted === undefined || (kind === "types" && wanted.trim() !== `/${what}`)) return;
		this.#follow(this.followed + 1);
	}

	#follow(count) {
		this.followed = count;
		sessionStorage.followed = count;
		this.#draw();
	}

	#draw() {
		const { hints, followed } = this;
		$("hints").hidden = !hints.length || followed > hints.length;
		const hint = hints[followed];
		const steps = hints.map((_, at) => h(`li.${at < followed ? "done" : at === followed ? "at" : "ahead"}`, at < followed ? "✓" : `${at + 1}`));
		$("hints").replaceChildren(
			h("ol.steps", { "aria-label": `${Math.min(followed, hints.length)} of ${hints.length} steps done` }, steps),
			h("p", hint?.text ?? "That was the whole round. Type / to see what else there is to try."),
			hint ? h("button.button", { onclick: () => this.help(hint.help) }, hint.button) : "",
			h("button.icon", { "aria-label": "Close the hints", onclick: () => this.#follow(hints.length + 1) }, "×"),
		);
	}
}
