// Shows the last note of the row that is pointed at or has the focus. It is asked for when a row has been rested on for a moment; it stays while the pointer is on the row
// or on the note, or while the row has the focus, and Escape hides it until another row is rested on (WCAG 1.4.13).

import { closest, find } from '/elements.js';

/**
 * The note of a row.
 * @typedef {object} Notes
 * @property {() => void} hide Hides it, until a row is rested on again.
 */

const rest = 350;  // milliseconds on a row before its note is asked for
const grace = 300; // milliseconds in which the pointer may go from the row to the note
const overlap = 2; // pixels, so that nothing lies between the row and the note

/**
 * Begins to show the notes of rows.
 * @param {HTMLElement} frame What contains the rows, and scrolls them.
 * @param {HTMLElement} note What shows a note; inside the element that it is placed in.
 * @param {HTMLElement} said What reads it out, where a row got the focus.
 * @param {(place: number) => Promise<string | null>} ask Returns the note of a row, as markup.
 * @param {AbortSignal} signal Aborted when the page is left.
 * @returns {Notes}
 */
export function showNotes(frame, note, said, ask, signal) {
    /** @type {number | null} */
    let wanted = null;
    /** @type {number | null} */
    let shown = null;
    /** @type {number | null} */
    let dismissed = null;
    /** @type {Element | null} */
    let described = null;
    let resting = 0;
    let leaving = 0;

    /** @param {number | null} place */
    const rowAt = place => place === null ? null : find(frame, `[data-place="${place}"]`, HTMLElement);

    const hide = () => {
        clearTimeout(resting);
        clearTimeout(leaving);
        wanted = shown = null;
        note.hidden = true;
        said.textContent = '';
        described?.removeAttribute('aria-describedby');
        described = null;
    };

    // Beside its row, and above it where there is no room below; out of sight with it.
    const place = () => {
        const row = rowAt(shown);
        const frameBox = frame.getBoundingClientRect();
        const box = row?.getBoundingClientRect();
        if (!box || box.bottom <= frameBox.top || box.top >= frameBox.bottom) {
            hide();
            return;
        }
        const height = note.offsetHeight;
        const below = box.bottom + height <= innerHeight || box.top < height;
        const top = below ? box.bottom - overlap : box.top - height + overlap;
        note.style.top = `${top - (note.offsetParent ?? frame).getBoundingClientRect().top}px`;
    };

    /** @param {number} asked */
    const show = async asked => {
        const text = await ask(asked);
        const row = rowAt(asked);
        if (!text || !row || wanted !== asked || signal.aborted) {
            return;
        }
        hide();
        wanted = shown = asked;
        note.innerHTML = text;
        note.hidden = false;
        place();
        if (row.contains(document.activeElement)) {
            described = document.activeElement;
            described?.setAttribute('aria-describedby', note.id);
            said.textContent = [...note.children].map(part => part.textContent).join('\n');
        }
    };

    /** @param {HTMLElement} row */
    const want = row => {
        const asked = Number(row.dataset.place);
        clearTimeout(leaving);
        if (asked === dismissed || asked === wanted) {
            return;
        }
        dismissed = null;
        wanted = asked;
        clearTimeout(resting);
        resting = setTimeout(() => show(asked), rest);
    };

    // A row that has the focus keeps its note when the pointer goes; the pointer keeps it when the focus goes.
    const leave = () => {
        clearTimeout(resting);
        clearTimeout(leaving);
        leaving = setTimeout(() => {
            const row = rowAt(shown);
            if (!row?.contains(document.activeElement) && !row?.matches(':hover') && !note.matches(':hover')) {
                hide();
                dismissed = null;
            }
        }, grace);
    };

    // Not when a row comes below a pointer that rests, as after a list was closed or the rows were scrolled by keys.
    frame.addEventListener('pointermove', event => {
        const row = closest(event.target, '[data-place]', HTMLElement);
        if (row && event.pointerType !== 'touch') {
            want(row);
        }
    }, { signal });
    frame.addEventListener('pointerleave', leave, { signal });
    note.addEventListener('pointerenter', () => { clearTimeout(leaving); clearTimeout(resting); wanted = shown; }, { signal });
    note.addEventListener('pointerleave', leave, { signal });
    frame.addEventListener('focusin', event => {
        const row = closest(event.target, '[data-place]', HTMLElement);
        if (row) {
            want(row);
        }
    }, { signal });
    frame.addEventListener('focusout', leave, { signal });
    frame.addEventListener('scroll', () => { if (shown !== null) { place(); } }, { signal, passive: true });
    addEventListener('resize', () => { if (shown !== null) { place(); } }, { signal });
    document.addEventListener('keydown', event => {
        if (event.key === 'Escape' && shown !== null && !event.defaultPrevented) {
            event.preventDefault();
            const hidden = shown;
            hide();
            dismissed = hidden;
        }
    }, { signal });
    signal.addEventListener('abort', hide);
    return { hide };
}
