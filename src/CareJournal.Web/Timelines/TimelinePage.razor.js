// Keeps the effect of a click in sight.

const enough = 260; // pixels of the detail that show what was chosen

/**
 * Scrolls the page as little as is needed for the beginning of the detail to be seen: beside the picture it is already, below it it may not be.
 * @param {HTMLElement | null} detail `null` where the page was left meanwhile.
 */
export function bringIntoSight(detail) {
    const { top = 0, height = 0 } = detail?.getBoundingClientRect() ?? {};
    const hidden = top + Math.min(height, enough) - innerHeight;
    if (hidden > 0) {
        scrollBy({ top: Math.min(hidden, top), behavior: matchMedia('(prefers-reduced-motion: reduce)').matches ? 'auto' : 'smooth' });
    }
}
