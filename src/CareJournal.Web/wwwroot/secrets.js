// Submits the pages that ask for a secret from another page, whose typed text stays where it is.

import { find, required } from '/elements.js';
import { remember } from '/proof.js';

/**
 * Reads a page.
 * @param {Response} answer
 */
const read = async answer => new DOMParser().parseFromString(await answer.text(), 'text/html');

/**
 * Submits the form of a page that asks for a secret, filled in from this page, and returns the answer.
 * @param {string} address
 * @param {string} secret
 */
async function submit(address, secret) {
    const form = required(await read(await fetch(address, { cache: 'no-store' })), 'form:has(#secret)', HTMLFormElement);
    const body = new URLSearchParams();
    for (const [name, value] of new FormData(form)) {
        body.append(name, `${value}`);
    }
    body.set('Secret', secret);
    return fetch(address, { method: 'POST', body });
}

/**
 * Unlocks the journal from this page. Returns the error message of the unlock page; nothing once the journal is open.
 * @param {string} secret
 */
export async function unlock(secret) {
    const answer = await read(await submit('/unlock', secret));
    const pageToken = find(answer, '[data-entering]', HTMLElement)?.dataset.entering;
    if (pageToken === undefined) {
        return required(answer, '#secret-problem', HTMLElement).textContent.trim();
    }
    remember(pageToken);
    return '';
}

/**
 * Ends the veil from this page. Returns the error message of the veil's page; nothing once it leads elsewhere, since the veil has ended or the journal is locked.
 * @param {string} secret
 */
export async function endVeil(secret) {
    const answer = await submit('/veil', secret);
    return new URL(answer.url).pathname === '/veil' ? required(await read(answer), '#secret-problem', HTMLElement).textContent.trim() : '';
}
