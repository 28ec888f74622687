// The keys of the review, wherever the focus is: J and K go to the next person and the one before, a digit opens an act, U undoes the last one.

/** @import { DotNetObject } from '/dotnet-object.js' */

import { closest, find, findAll } from '/elements.js';

/**
 * The methods of the server component.
 * @typedef {object} ReviewMethods
 * @property {(key: string) => void} Press A key: j, k, u or a digit.
 */

const busy = 'input:not([type=checkbox], [type=radio]), textarea, select, [contenteditable], form, [role=menu], [role=listbox], dialog';

/**
 * Starts listening; returns what stops it.
 * @param {DotNetObject<ReviewMethods>} server
 * @returns {{ stop: () => void }}
 */
export function attach(server) {
    const leaving = new AbortController();
    document.addEventListener('keydown', event => {
        const key = keyOf(event);
        if (!key || closest(event.target, busy, Element) || document.querySelector('dialog:modal, .mud-dialog, .mud-popover-open')) {
            return;
        }
        const inLists = find(document, '.lists', HTMLElement);
        if (inLists && key !== 'u') {
            // In the lists a row hears its own digits.
            if (key === 'j' || key === 'k') {
                event.preventDefault();
                focusRow(inLists, key === 'j' ? 1 : -1);
            }
            return;
        }
        event.preventDefault();
        server.invokeMethodAsync('Press', key).catch(() => {});
    }, { signal: leaving.signal });
    return { stop: () => leaving.abort() };
}

/**
 * Returns the key that is meant: the position of a digit, since a French keyboard types none there, and the letter itself; null for any other.
 * @param {KeyboardEvent} event
 * @returns {string | null}
 */
export function keyOf(event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented) {
        return null;
    }
    const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
    if (digit) {
        return event.repeat ? null : digit;
    }
    const letter = event.key.toLowerCase();
    return letter === 'j' || letter === 'k' || (letter === 'u' && !event.repeat) ? letter : null;
}

/**
 * Moves the focus to the row after or before the one that has it.
 * @param {HTMLElement} lists
 * @param {1 | -1} step
 */
function focusRow(lists, step) {
    const names = findAll(lists, '.away-row h3 a', HTMLElement);
    const here = names.findIndex(name => name.closest('.away-row')?.contains(document.activeElement));
    names[here < 0 ? 0 : here + step]?.focus();
}

/**
 * Keeps how the review is shown, for the next time.
 * @param {string} address
 * @param {string} choice
 */
export function remember(address, choice) {
    fetch(address, { method: 'POST', body: new URLSearchParams({ choice }), redirect: 'manual' }).catch(() => {});
}
