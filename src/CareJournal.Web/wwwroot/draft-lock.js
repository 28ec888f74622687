// The lock of a draft: the browser releases it with the tab, however that ends.

/**
 * Who edits a draft.
 * @typedef {object} Holder
 * @property {boolean} ended
 * @property {() => void} release Releases the locks of its drafts.
 */

/**
 * Locks a draft, so that only one tab edits it.
 * @param {Holder} holder
 * @param {string} id
 * @returns {Promise<boolean>} Whether the draft was free.
 */
export const claim = (holder, id) => new Promise(resolve => navigator.locks.request(`draft-${id}`, { ifAvailable: true }, lock => {
    resolve(lock !== null);
    return lock && !holder.ended && new Promise((/** @type {(released: boolean) => void} */ release) => {
        const before = holder.release;
        holder.release = () => { before(); release(true); };
    });
}));
