// One key veils the screen of every page with a session: it is blank at once, and the server is told afterwards. It then shows nothing more until the PIN or the
// passphrase was given.

import { proof } from '/proof.js';

const root = document.documentElement;
let untold = false;

/**
 * Tells the server that the screen is veiled, unless it knows. False if there was no answer: the page then stays blank and tells it again.
 * @returns {Promise<boolean>}
 */
export async function tellVeil() {
    if (untold) {
        try {
            const answer = await fetch('/veil/begin', { method: 'POST', headers: proof(), keepalive: true });
            untold = !answer.ok && answer.status !== 401; // 401: the journal is locked, which is more.
        } catch {
            return false;
        }
    }
    return !untold;
}

addEventListener('keydown', event => {
    if (event.ctrlKey && event.shiftKey && !event.altKey && !event.metaKey && event.key.toLowerCase() === 'l') {
        event.preventDefault();
        event.stopImmediatePropagation();
        root.dataset.covered = 'true';
        untold = true;
        document.dispatchEvent(new Event('journal-veil'));
    }
}, { capture: true });
