// The letters typed in a form while the text of a draft is being restored: written at once, they would be overwritten by it.

import { find } from '/elements.js';
import { belongs, write } from '/form-fields.js';

/** Holds back letters, and writes them after the restored text. */
export class HeldLetters {
    /** @type {{ field: EventTarget | null, letters: string } | null} */
    #held = null;
    #form;
    #signal;

    /**
     * @param {HTMLElement} form
     * @param {AbortSignal} signal Ends the listening.
     */
    constructor(form, signal) {
        this.#form = form;
        this.#signal = signal;
    }

    /** Whether letters are being held back. */
    get active() {
        return this.#held !== null;
    }

    /** Begins to hold back letters. */
    begin() {
        this.#held = { field: null, letters: '' };
        this.#form.setAttribute('data-returning', '');
        const signal = this.#signal;
        this.#form.addEventListener('beforeinput', event => {
            if (!event.isComposing && this.#add(event.target, event.inputType === 'insertLineBreak' ? '\n' : event.data ?? event.dataTransfer?.getData('text/plain') ?? '')) {
                event.preventDefault();
            }
        }, { signal });
        // An accented letter takes several keys, which cannot be held back: it counts once it is complete.
        this.#form.addEventListener('compositionend', event => this.#add(event.target, event.data), { signal });
    }

    /** Ends that: gives the focus back, and writes the letters where they were typed. */
    end() {
        const { field, letters } = this.#held ?? { field: null, letters: '' };
        this.#held = null;
        this.#form.removeAttribute('data-returning');
        const place = field ?? find(this.#form, '[data-first-focus]', HTMLElement);
        if (place instanceof HTMLTextAreaElement || place instanceof HTMLInputElement) {
            write(place, letters);
        }
    }

    /** @param {EventTarget | null} field @param {string} letters */
    #add(field, letters) {
        if (!this.#held || !belongs(this.#form, field)) {
            return false;
        }
        this.#held = { field, letters: this.#held.letters + letters };
        return true;
    }
}
