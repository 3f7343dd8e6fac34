// The few steps that lead a first visitor through the whole of it.
import { $, h } from "./dom.js";

const KEPT = "followed";

export class Hints {
  /** `help` does what a hint's button says. */
  constructor(help) {
    this.help = help;
    this.followed = new Set(JSON.parse(sessionStorage.getItem(KEPT) ?? "[]"));
  }

  show(hints) {
    this.hints = hints;
    this.#draw();
  }

  /** Somebody did this kind of thing (`types`, `moves_clock`, `opens_dms`), with `what`. */
  did(kind, what = "") {
    this.hints?.forEach((hint, index) => {
      const wanted = kind === hint.help ? "" : hint.help[kind];
      const name = wanted?.trim().replace(/^\//, "").split(" ")[0];
      if (wanted === undefined || (kind === "types" && what.split(" ")[0] !== name)) return;
      // What comes later counts once what leads to it is done.
      if (index > 0 && !this.followed.has(index - 1)) return;
      this.#note(index);
    });
  }

  #note(index) {
    this.followed.add(index);
    sessionStorage.setItem(KEPT, JSON.stringify([...this.followed]));
    this.#draw();
  }

  #draw() {
    const { hints, followed } = this;
    const at = hints.findIndex((_, index) => !followed.has(index));
    const seen = followed.has(hints.length);
    $("hints").hidden = !hints.length || seen;
    if ($("hints").hidden) return;
    const steps = h("ol", { class: "steps", "aria-label": `${followed.size} of ${hints.length} done` },
      hints.map((_, index) => h("li", { class: followed.has(index) ? "done" : index === at && "at", "aria-current": index === at && "step" },
        followed.has(index) ? "✓" : String(index + 1))));
    const hint = hints[at];
    const text = hint ? hint.text : "That is the whole round. Type / to see everything else there is to try.";
    $("hints").replaceChildren(steps, h("p", {}, text),
      hint && h("button", { type: "button", class: "button primary", onclick: () => this.help(hint.help) }, hint.button),
      h("button", { type: "button", class: "icon", "aria-label": "Close the hints", onclick: () => this.#note(hints.length) }, "×"));
  }
}
