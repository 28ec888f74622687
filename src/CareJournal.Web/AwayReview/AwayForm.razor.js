// Moves the keyboard focus into a form that has just opened.

import { find } from '/elements.js';

/**
 * Gives the focus to the first field of a form, or to the sentence that is to be read before anything is pressed, and brings the form into view.
 * @param {HTMLElement | null} form `null` where the page was left before this script was loaded.
 */
export function enter(form) {
    if (form) {
        (find(form, '[data-read-first]', HTMLElement) ?? find(form, 'input, textarea, button', HTMLElement))?.focus({ preventScroll: true });
        form.scrollIntoView({ block: 'nearest' });
    }
}
