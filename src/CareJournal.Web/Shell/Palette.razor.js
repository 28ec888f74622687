// Closes the palette, which page.js opens.

/** @import { DotNetObject } from '/dotnet-object.js' */

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
    dialog.addEventListener('close', () => server.invokeMethodAsync('Closed').catch(() => {}), { signal });
    dialog.addEventListener('click', event => event.target === dialog && dialog.close(), { signal }); // A click outside.
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
