// The page token of the session, kept in the storage of this very origin, port included. A cookie is sent to every port of a host name,
// this only where a script of ours sends it. It contains no personal data, and is worthless once the journal was locked.

const key = 'carejournal-page';

/**
 * Returns the page token of this browser; null if there is none.
 * @returns {string | null}
 */
export const token = () => localStorage.getItem(key);

/**
 * Stores the page token that the unlock page has issued.
 * @param {string} value
 */
export const remember = value => localStorage.setItem(key, value);

/** Removes the page token. */
export const forget = () => localStorage.removeItem(key);

/**
 * Returns the headers of an authenticated request. Read each time: another tab may have unlocked the journal again.
 * @returns {{ Authorization: string }}
 */
export const proof = () => ({ Authorization: `Bearer ${token() ?? ''}` });

/**
 * Returns the address of the unlock page, with the way back to this page.
 * @returns {string}
 */
export function unlockAddress() {
    const here = location.pathname + location.search;
    return here === '/' ? '/unlock' : `/unlock?back=${encodeURIComponent(here)}`;
}
