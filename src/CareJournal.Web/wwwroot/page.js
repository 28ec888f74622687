// For every page that needs a session, without the circuit: typed text is marked and guarded, keys work from anywhere in a form, the focus
// is never lost, the theme changes at once.

import '/early.js';
import { closest, find, required } from '/elements.js';

const root = document.documentElement;
const themes = ['auto', 'light', 'dark'];

/**
 * Whether the page contains text that is neither kept as a draft nor saved.
 * @returns {boolean}
 */
export const unsaved = () => document.querySelector('[data-unsent]') !== null;

// --- Typed text -----------------------------------------------------------------------------------------------------

/**
 * The detail of the event journal-hand-in: listeners with typed text pass a promise that ends once it is saved.
 * @typedef {{ waitUntil: (kept: Promise<unknown>) => void }} HandIn
 */

/**
 * Asks for all typed text to be saved now, and ends once it is, or cannot be.
 * @returns {Promise<void>}
 */
export async function handIn() {
    /** @type {Promise<unknown>[]} */
    const kept = [];
    /** @type {HandIn} */
    const detail = { waitUntil: promise => kept.push(promise) };
    document.dispatchEvent(new CustomEvent('journal-hand-in', { detail }));
    await Promise.allSettled(kept);
}

// A form's own script may load after the first typed text, which counts too. The mark goes when the text is saved, or with the form.
document.addEventListener('input', event => closest(event.target, '.guarded', Element)?.setAttribute('data-unsent', ''));
addEventListener('beforeunload', event => unsaved() && event.preventDefault());

// Two fields that a button names are swapped as if typed: the draft and the page notice, also before the form's own script has loaded.
document.addEventListener('click', event => {
    const ids = closest(event.target, '[data-swap]', HTMLElement)?.dataset.swap?.split(' ') ?? [];
    const [one, other] = ids.map(id => find(document, `#${id}`, HTMLInputElement));
    if (one && other) {
        [one.value, other.value] = [other.value, one.value];
        for (const field of [one, other]) {
            field.dispatchEvent(new InputEvent('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));
        }
    }
});

// Until the form's own script has loaded (data-watched), leaving cannot ask, and words cannot be taken over into a field: links, the form's own
// buttons that do not save, and those that take over words wait for it and then act.
/** @type {HTMLElement[]} */
const pressedEarly = [];
document.addEventListener('click', event => {
    const reused = closest(event.target, '[data-reuse]', HTMLElement);
    const early = document.querySelector(reused ? '.guarded:not([data-watched])' : '.guarded[data-unsent]:not([data-watched])');
    const pressed = early && closest(event.target, 'a[href], button:not([data-save])', HTMLElement);
    if (!pressed || pressed.matches('a[target]:not([target=""])') || (pressed.matches('button') && !reused && !early.contains(pressed)) || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (pressedEarly.length === 0) {
        new MutationObserver((_, watching) => {
            if (early.hasAttribute('data-watched') || !early.isConnected) {
                watching.disconnect();
                const last = pressedEarly.findLast(one => one.matches('a'));
                pressedEarly.splice(0).filter(one => !one.matches('a') || one === last).forEach(one => one.click());
            }
        }).observe(document.body, { attributes: true, attributeFilter: ['data-watched'], childList: true, subtree: true });
    }
    pressedEarly.push(pressed);
}, true);

// Ctrl+Enter saves, however early it is pressed; with Shift it continues with the next form if there is one.
document.addEventListener('keydown', event => {
    const form = event.key === 'Enter' && (event.ctrlKey || event.metaKey) ? closest(event.target, ':is(.guarded, form):has([data-save])', Element) : null;
    const save = form && ((event.shiftKey && find(form, '[data-save-next]', HTMLElement)) || find(form, '[data-save]', HTMLElement));
    if (save) {
        event.preventDefault();
        // The edited field loses the focus first, so that its last text is included in the save.
        document.activeElement?.dispatchEvent(new Event('change', { bubbles: true }));
        save.click();
    }
});

// Selects a choice by its key from anywhere in the edited form, see aria-keyshortcuts. Of a digit the position of the key
// counts: the top row of a French keyboard gives & é " without Shift. Of a letter what is printed on the key counts.
document.addEventListener('keydown', event => {
    if (!event.altKey || event.ctrlKey || event.metaKey) {
        return;
    }
    const letter = /^[a-z]$/i.test(event.key) ? event.key : /^Key([A-Z])$/.exec(event.code)?.[1]; // With Alt, a Mac writes another sign.
    const name = /^Digit(\d)$/.exec(event.code)?.[1] ?? letter?.toUpperCase();
    const form = name && closest(event.target, '.guarded', Element);
    const chosen = form && find(form, `[aria-keyshortcuts="${event.shiftKey ? 'Alt+Shift' : 'Alt'}+${name}"]`, HTMLElement);
    if (chosen) {
        event.preventDefault();
        chosen.click();
    }
});

/**
 * Whether a key is meant for something else than the page: a field, a menu, or a dialog that is open.
 * @param {KeyboardEvent} event
 */
const isElsewhere = event => document.querySelector('dialog:modal, .mud-dialog') !== null || closest(event.target, 'input, textarea, select, [contenteditable], [role=menu]', Element) !== null;

// G and then the letter of a page leads there: before anything else hears that letter, since a row or a drawing may have a use for it.
const longestPause = 1500; // ms between the two
let wentAt = -Infinity;
addEventListener('keydown', event => {
    const follows = event.timeStamp - wentAt < longestPause;
    const letter = event.key.toLowerCase();
    wentAt = -Infinity;
    if (!/^[a-z]$/.test(letter) || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || event.repeat || isElsewhere(event)) {
        return;
    }
    const page = follows ? find(document, `[data-go="${letter}"]`, HTMLElement) : null;
    if (page) {
        event.preventDefault();
        event.stopImmediatePropagation();
        page.click();
    } else if (letter === 'g') {
        wentAt = event.timeStamp;
    }
}, true);

// N logs a session of the person on the page.
document.addEventListener('keydown', event => {
    const log = event.key.toLowerCase() === 'n' && !event.defaultPrevented && !event.ctrlKey && !event.metaKey && !event.altKey && !event.shiftKey && !event.repeat && !isElsewhere(event)
        ? find(document, '[data-log]', HTMLElement)
        : null;
    if (log) {
        event.preventDefault();
        log.click();
    }
});

// Searches from anywhere: in the record of the person on the page, else in the whole journal.
document.addEventListener('keydown', event => {
    if (event.key !== '/' || event.ctrlKey || event.metaKey || event.altKey || isElsewhere(event)) {
        return;
    }
    const place = find(document, '[data-search-record]', HTMLElement) ?? find(document, 'main input[aria-keyshortcuts="/"]', HTMLElement);
    event.preventDefault();
    place ? place.focus() : find(document, '[data-search-journal]', HTMLElement)?.click();
});

/** Opens the palette at once, also before its own script has come: the next letter is already meant for it. */
function openPalette() {
    const palette = find(document, 'dialog.palette', HTMLDialogElement);
    if (palette && !palette.open && root.dataset.connection !== 'lost' && !document.querySelector('dialog:modal')) {
        palette.showModal();
        required(palette, 'input', HTMLInputElement).focus();
    }
}

document.addEventListener('click', event => closest(event.target, '[data-palette]', Element) && openPalette());
document.addEventListener('keydown', event => {
    if ((event.ctrlKey || event.metaKey || event.altKey) && !event.shiftKey && event.code === 'KeyK' && document.querySelector('dialog.palette')) {
        event.preventDefault();
        openPalette();
    }
});

// --- The focus ------------------------------------------------------------------------------------------------------

// A new page focuses its first field or its heading, which comes late over a slow connection: not if somebody has already
// clicked in it or moves through it by keys.
/** @param {Event} event */
const markUsed = event => closest(event.target, 'main', Element) && root.setAttribute('data-used', '');
const unmarkUsed = () => root.removeAttribute('data-used');
if ('navigation' in window) {
    navigation.addEventListener('navigate', unmarkUsed);
    document.addEventListener('pointerdown', markUsed, true);
    document.addEventListener('focusin', markUsed);
}

// The focused element was removed: a form was saved, a message closed. Keyboard and screen reader users continue where the message
// appeared, or at the heading of the surrounding part. The timeline drawing finds a successor by itself.
/** @type {Element | null} */
let focused = null;
/** @type {HTMLElement | null} */
let beforeMessage = null;
/** @type {Element[]} */
let partsAround = [];

document.addEventListener('focusin', ({ target, relatedTarget }) => {
    if (!(target instanceof Element)) {
        return;
    }
    if (target.closest('.toast') && !closest(relatedTarget, '.toast', Element)) {
        beforeMessage = relatedTarget instanceof HTMLElement ? relatedTarget : null;
    }
    focused = target.closest('.drawing') ? null : target;
    partsAround = [];
    for (let part = target.closest('section'); part; part = closest(part.parentElement, 'section', HTMLElement)) {
        partsAround.push(part);
    }
});

new MutationObserver(() => {
    if (!focused || focused.isConnected || document.activeElement !== document.body) {
        return;
    }
    focused = null;
    if (partsAround[0]?.matches('.toast-area') && beforeMessage?.isConnected) {
        beforeMessage.focus({ preventScroll: true });
        return;
    }
    const heading = partsAround.filter(part => part.isConnected).map(part => find(part, 'h2, h3', HTMLElement)).find(found => found) ?? find(document, 'main h1', HTMLElement);
    if (heading) {
        heading.tabIndex = -1;
        heading.focus();
        unmarkUsed();
    }
}).observe(document.body, { childList: true, subtree: true });

// --- The frame ------------------------------------------------------------------------------------------------------

// A plain "#content" would leave the page: links are resolved against the page's base.
document.addEventListener('click', event => {
    if (closest(event.target, '[data-skip]', Element)) {
        event.preventDefault();
        document.getElementById('content')?.focus();
    }
});

// The theme changes at once and is saved by the same form that works without a script.
document.addEventListener('submit', event => {
    const form = closest(event.target, '[data-theme-form]', HTMLFormElement);
    if (!form) {
        return;
    }
    event.preventDefault();
    const next = themes[(themes.indexOf(root.dataset.theme ?? '') + 1) % themes.length];
    root.dataset.theme = next;
    fetch(form.action, { method: 'POST', body: new URLSearchParams({ choice: next }), redirect: 'manual' }).catch(() => {});
});
