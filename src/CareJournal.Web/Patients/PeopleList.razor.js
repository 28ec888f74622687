// Leads to a person of the list, who is not in the page before the list has come near: all rows are equally high.

export function go(list, index, place) {
    const rows = list?.querySelector('tbody');
    const row = rows?.querySelector('.mud-table-row');
    if (!row) {
        return; // The page was left before this script came, or nobody stands on the list.
    }
    const bar = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
    scrollTo({ top: scrollY + rows.getBoundingClientRect().top + index * row.offsetHeight - bar, behavior: 'instant' });

    const arrive = () => {
        const link = list.querySelector(`[data-row="${place}"]`);
        link?.focus({ preventScroll: true });
        return link;
    };
    if (!arrive()) {
        const waits = new MutationObserver(() => arrive() && waits.disconnect());
        waits.observe(rows, { childList: true });
        // Whoever goes on by hand is not fetched back.
        for (const moved of ['keydown', 'pointerdown', 'wheel']) {
            addEventListener(moved, () => waits.disconnect(), { once: true, passive: true });
        }
    }
}
