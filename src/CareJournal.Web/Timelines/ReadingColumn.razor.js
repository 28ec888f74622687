// Walks through what is read by the arrow keys, and keeps what was chosen in sight.

import { takeUp } from '/early.js';
import { closest, find, findAll } from '/elements.js';

const rest = 150; // ms on a row before what is chosen follows

/** @type {WeakMap<HTMLElement, AbortController>} */
const places = new WeakMap();

/**
 * Begins to listen to a column.
 * @param {HTMLElement | null} column `null` where the page was left before this script was loaded.
 */
export function attach(column) {
    if (column) {
        const leaving = new AbortController();
        places.set(column, leaving);
        column.addEventListener('keydown', event => keyPressed(column, event), { signal: leaving.signal });
        takeUp(column);
    }
}

/**
 * Stops listening to a column.
 * @param {HTMLElement | null} column
 */
export function detach(column) {
    if (column) {
        places.get(column)?.abort();
        places.delete(column);
    }
}

/**
 * Scrolls the page as little as is needed to see what was chosen; where nothing of it is in the column, the last visit, or the first row.
 * @param {HTMLElement | null} column
 * @param {string | null} key The key of what is chosen.
 * @param {boolean} atFirst
 */
export function bringIntoSight(column, key, atFirst) {
    const rows = column ? findAll(column, '[data-row]', HTMLElement) : [];
    const row = rows.find(one => one.dataset.row === key) ?? (atFirst ? rows[0] : rows.findLast(one => one.matches('.visit')) ?? rows.at(-1));
    row?.scrollIntoView({ block: 'nearest', behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
}

let following = 0;

/**
 * @param {HTMLElement} column
 * @param {KeyboardEvent} event
 */
function keyPressed(column, event) {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.defaultPrevented) {
        return;
    }
    const link = closest(event.target, '.when > a', HTMLElement);
    if (event.key === 'Escape') {
        leave(link, event);
        return;
    }
    const stops = findAll(column, '.when > a, [data-walk]', HTMLElement);
    const place = stops.findIndex(stop => stop === event.target);
    const next = place < 0 ? null
        : event.key === 'ArrowDown' ? stops[place + 1]
        : event.key === 'ArrowUp' ? stops[place - 1]
        : event.key === 'Home' ? stops[0]
        : event.key === 'End' ? stops.at(-1)
        : null;
    if (next) {
        event.preventDefault();
        next.focus({ preventScroll: true });
        (closest(next, '[data-row]', HTMLElement) ?? next).scrollIntoView({ block: 'nearest' });
        follow(column, next);
    }
}

/**
 * Escape goes from what is open to its name, and from its name it closes it; in a field it is the field's own.
 * @param {HTMLElement | null} link The name that has the focus.
 * @param {KeyboardEvent} event
 */
function leave(link, event) {
    const open = closest(event.target, '#detail', HTMLElement);
    if (open && !closest(event.target, 'textarea, input, select', Element) && !document.querySelector('dialog[open], .mud-dialog')) {
        const row = closest(open, '[data-row]', HTMLElement);
        if (row) {
            event.preventDefault();
            find(row, '.when > a', HTMLElement)?.focus();
        }
    } else if (link?.ariaCurrent) {
        event.preventDefault();
        link.click();
    }
}

/**
 * Opens the row that was walked to, once the walk rests there, if another one is open: it follows.
 * @param {HTMLElement} column
 * @param {HTMLElement} stop
 */
function follow(column, stop) {
    clearTimeout(following);
    if (stop.matches('.when > a:not([aria-current])') && find(column, '#detail', HTMLElement)) {
        following = setTimeout(() => document.activeElement === stop && stop.click(), rest);
    }
}
