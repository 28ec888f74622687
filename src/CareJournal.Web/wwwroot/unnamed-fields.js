// The text fields of a form that are not kept by name: the page learns their text when they are left, and writes it among the form's choices.

import { choicesOf, isUnnamed } from '/form-fields.js';

/** @typedef {import('/form-fields.js').Field} Field */

const hearing = 1000; // ms that the page has for writing a text among the choices

/** Keeps which of these fields have a text that the page does not know yet. */
export class UnnamedFields {
    /** @type {Set<Field>} */
    #typedIn = new Set();
    #form;
    #known;

    /**
     * @param {HTMLElement} form
     * @param {AbortSignal} signal Ends the watching.
     * @param {() => void} known Called once the page knows texts that it did not know.
     */
    constructor(form, signal, known) {
        this.#form = form;
        this.#known = known;
        // A text that is again as it was raises no change when its field is left.
        for (const end of ['change', 'focusout']) {
            form.addEventListener(end, event => isUnnamed(event.target) && this.#typedIn.has(event.target) && this.#learn([event.target]), { signal });
        }
    }

    /** Whether the page does not know some text. */
    get unknown() {
        return this.#typedIn.size > 0;
    }

    /** Notes that a field was typed in. @param {EventTarget | null} field */
    typed(field) {
        if (isUnnamed(field)) {
            this.#typedIn.add(field);
        }
    }

    /** Forgets what was typed: it is in the record, or was discarded. */
    forget() {
        this.#typedIn.clear();
    }

    /** Has the page read the fields as if they were left, and waits until it has. */
    async report() {
        if (this.unknown) {
            const fields = [...this.#typedIn];
            const learnt = this.#learn(fields);
            fields.forEach(field => field.dispatchEvent(new Event('change', { bubbles: true })));
            await learnt;
        }
    }

    /** Waits until the page has written the texts among the choices, or had the time to: a text may be the former one. @param {Field[]} fields */
    async #learn(fields) {
        const texts = fields.map(field => field.value);
        const answered = await new Promise(resolve => {
            const answer = new MutationObserver(() => resolve(true));
            answer.observe(choicesOf(this.#form), { attributes: true, attributeFilter: ['data-choices'] });
            setTimeout(() => { answer.disconnect(); resolve(this.#form.isConnected && document.documentElement.dataset.connection !== 'lost'); }, hearing);
        });
        if (answered) {
            fields.filter((field, place) => field.value === texts[place]).forEach(field => this.#typedIn.delete(field));
            this.#known();
        }
    }
}
