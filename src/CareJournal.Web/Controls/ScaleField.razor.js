// One key per answer. The position of the key counts, not its letter: the top row of a French keyboard gives & é " without Shift.

import { takeUp } from '/early.js';
import { find, findAll } from '/elements.js';

/**
 * Starts listening to the answers of one question.
 * @param {HTMLElement | null} field Null if the page was left before this script loaded.
 */
export function attach(field) {
    if (!field) {
        return;
    }
    field.addEventListener('keydown', event => {
        if (event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? (event.key.toLowerCase() === 'd' ? '10' : null);
        const answer = digit === null ? null : find(field, `[data-answer="${digit}"]`, HTMLElement);
        if (answer) {
            event.preventDefault();
            answer.click();
            fieldAfter(field)?.focus();
        }
    });
    takeUp(field);
}

/**
 * Returns what has the focus after an answer: the next question; after the last one the answer itself.
 * @param {HTMLElement} field
 */
function fieldAfter(field) {
    const scales = field.parentElement ? findAll(field.parentElement, '[data-scale]', HTMLElement) : [];
    const following = scales[scales.indexOf(field) + 1];
    return following?.querySelector('input') ?? find(field, 'input:checked', HTMLInputElement) ?? field.querySelector('input');
}
