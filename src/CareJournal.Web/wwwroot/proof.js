// The second half of the session: a token in the storage of this very origin, port included. A cookie goes to every port of a host name,
// this goes nowhere unless a script of ours sends it. It says nothing of anybody, and is worth nothing once the journal was locked.

const key = 'carejournal-page';

export const token = () => localStorage.getItem(key);

export const remember = value => localStorage.setItem(key, value);

export const forget = () => localStorage.removeItem(key);

/** The headers of a request that must be let in. Asked afresh each time: another tab may have opened the journal anew. */
export const proof = () => ({ Authorization: `Bearer ${token() ?? ''}` });

/** Where the passphrase is given, with the way back here. */
export function unlockAddress() {
    const here = location.pathname + location.search;
    return here === '/' ? '/unlock' : `/unlock?back=${encodeURIComponent(here)}`;
}
