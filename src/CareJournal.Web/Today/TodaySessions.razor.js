// One key for each act on a session while its row has the focus; the arrows move from row to row.

import { takeUp } from '/early.js';
import { closest, find, findAll } from '/elements.js';

const waiting = '[data-key]';

/**
 * Starts listening to a list.
 * @param {HTMLElement | null} list Null if the page was left before this script loaded.
 */
export function attach(list) {
    if (!list) {
        return;
    }
    list.addEventListener('keydown', event => {
        const row = closest(event.target, '[data-row]', HTMLElement);
        if (!row || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            focus(beside(list, row, event.key === 'ArrowDown' ? 1 : -1));
            return;
        }
        const act = findAll(row, '[data-key]', HTMLElement).find(button => button.dataset.key?.toLowerCase() === event.key.toLowerCase());
        if (act) {
            event.preventDefault();
            // The row loses its buttons: the keys continue in the next row that waits.
            const next = act.matches('a') ? null : beside(list, row, 1, waiting) ?? beside(list, row, -1, waiting);
            act.click();
            focus(next);
        } else if (event.key.length === 1 && row.dataset.menuKeys?.toLowerCase().includes(event.key.toLowerCase())) {
            event.preventDefault();
            focus(beside(list, row, 1, waiting) ?? beside(list, row, -1, waiting)); // The row handles the keys of its menu itself.
        }
    });
    takeUp(list);
}

/**
 * Returns the row before or after a row, among those with something that can be pressed.
 * @param {HTMLElement} list
 * @param {HTMLElement} row
 * @param {1 | -1} step
 * @param {string} having
 * @returns {HTMLElement | undefined}
 */
function beside(list, row, step, having = 'a, button') {
    const rows = findAll(list, '[data-row]', HTMLElement).filter(other => other === row || other.querySelector(having));
    return rows[rows.indexOf(row) + step];
}

/**
 * Focuses a row: its first act, else its first link or button.
 * @param {HTMLElement | null | undefined} row
 */
function focus(row) {
    if (row) {
        (find(row, '[data-key]', HTMLElement) ?? find(row, 'a, button', HTMLElement))?.focus();
    }
}
