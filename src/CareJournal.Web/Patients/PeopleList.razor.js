// Scrolls to a person of the list, who is rendered only once the list is near: all rows are equally high.

import { find } from '/elements.js';

/**
 * Scrolls to a row, and focuses its name once it is rendered.
 * @param {HTMLElement | null} list Null if the page was left before this script loaded.
 * @param {number} index Which row it is in the order that is shown, from 0.
 * @param {number} place Which person it is, as data-row names them.
 */
export function go(list, index, place) {
    const rows = list && find(list, 'tbody', HTMLElement);
    const row = rows && find(rows, '.mud-table-row', HTMLElement);
    if (!row) {
        return;
    }
    const bar = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    scrollTo({ top: scrollY + rows.getBoundingClientRect().top + index * row.offsetHeight - bar, behavior: 'instant' });

    const arrive = () => {
        const link = find(list, `[data-row="${place}"]`, HTMLElement);
        link?.focus({ preventScroll: true });
        return link;
    };
    if (!arrive()) {
        const coming = new MutationObserver(() => arrive() && coming.disconnect());
        coming.observe(rows, { childList: true });
        // Somebody who scrolls on meanwhile is not pulled back.
        for (const moved of ['keydown', 'pointerdown', 'wheel']) {
            addEventListener(moved, () => coming.disconnect(), { once: true, passive: true });
        }
    }
}
