// Opens the palette by Ctrl+K or Alt+K, whatever has the focus, and by its button.

/** @import { DotNetObject } from '/dotnet-object.js' */

import { closest, required } from '/elements.js';

/**
 * The methods of the server component.
 * @typedef {object} PaletteMethods
 * @property {() => void} Closed The palette was closed: it opens empty the next time.
 */

/** @type {AbortController | null} */
let leaving = null;
/** @type {HTMLDialogElement | null} */
let attached = null;

/**
 * Starts listening.
 * @param {HTMLDialogElement | null} dialog Null if the page was left before this script loaded.
 * @param {DotNetObject<PaletteMethods>} server
 */
export function attach(dialog, server) {
    if (!dialog) {
        return;
    }
    detach();
    attached = dialog;
    leaving = new AbortController();
    const { signal } = leaving;
    const open = () => {
        if (!dialog.open && document.documentElement.dataset.connection !== 'lost' && !document.querySelector('dialog:modal')) {
            dialog.showModal(); // At once: the next letter is already meant for it.
            required(dialog, 'input', HTMLInputElement).focus();
        }
    };
    dialog.addEventListener('close', () => server.invokeMethodAsync('Closed').catch(() => {}), { signal });
    document.addEventListener('keydown', event => {
        if ((event.ctrlKey || event.metaKey || event.altKey) && !event.shiftKey && event.code === 'KeyK') {
            event.preventDefault();
            open();
        }
    }, { signal });
    document.addEventListener('click', event => {
        if (closest(event.target, '[data-palette]', Element)) {
            open();
        } else if (event.target === dialog) {
            dialog.close(); // A click outside.
        }
    }, { signal });
}

/** Closes the palette. */
export function close() {
    attached?.close();
}

/** Stops listening. */
export function detach() {
    leaving?.abort();
    attached = null;
}
