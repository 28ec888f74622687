// Owns the text while it is typed, and saves it in the journal as a draft: over HTTP, at most once a second, whatever happens to the circuit.
// Nothing is kept in the browser's own storage: what is typed here is a medical secret.

import { claim } from '/draft-lock.js';
import { closest } from '/elements.js';
import { belongs, choicesOf, fieldsOf, focusFirst, markWritten, reuse, textOf, wordsOf } from '/form-fields.js';
import { HeldLetters } from '/held-letters.js';
import { proof } from '/proof.js';
import { UnnamedFields } from '/unnamed-fields.js';

const beat = 1000;         // ms between saves of the draft
const again = 2000;        // ms until a save that was refused is tried again
const parting = 64 * 1024; // bytes that a browser still sends when a page is left
const patience = 3000;     // ms that a save or a lock waits for the last text to be saved
const saving = 10000;      // ms that a draft waits for a save, which writes days and ids into the form: kept then, they would follow the draft's end; another click ends the wait

// The monotonic clock is used throughout: after setting the system clock back, the next save would wait until that time is reached again.

/**
 * The description of a form by the page; sent with each save of its draft.
 * @typedef {{ id: string, patientId: string | null, form: string, targetId: string | null, targetRevision: number | null }} About
 *
 * What the page is told of a form's text: whether it is on disk, else the text itself, and the names of the fields that were read.
 * @typedef {{ id: string, number: number, kept: boolean, text: string | null, fields: string[] }} Typed
 *
 * A form whose draft is kept.
 * @typedef {object} Kept
 * @property {string} key The page's key for the form.
 * @property {HTMLElement} form
 * @property {About} about
 * @property {{ kept: string, waiting: string }} words
 * @property {AbortController} leaving
 * @property {number} number Increases with each change.
 * @property {number} acknowledged The number up to which everything is on disk.
 * @property {Promise<boolean> | null} sending
 * @property {number} last When a save was last begun, in ms.
 * @property {string} at When it was last on disk, in words; empty before.
 * @property {number} handed When the text was last asked for by the page, in ms.
 * @property {number} timer
 * @property {HeldLetters} meanwhile The letters typed while a draft is being restored.
 * @property {() => void} release Releases the locks of its drafts.
 * @property {boolean} left
 * @property {boolean} ended
 * @property {string} seen The content of the fields at the last check.
 * @property {string} blank The words of the form before anything was typed.
 * @property {UnnamedFields} unnamed
 */

/** @type {Map<string, Kept>} By the page's key. A form nested in another one has an entry of its own. */
const forms = new Map();

/**
 * Starts keeping a form; returns which of the given drafts was restored, or null. A draft open in another tab is left to it.
 * @param {HTMLElement | null} form
 * @param {About} about
 * @param {{ kept: string, waiting: string }} words
 * @param {{ id: string, number: number }[]} drafts
 * @returns {Promise<string | null>}
 */
export async function keep(form, about, words, drafts) {
    if (!form) {
        return null; // The page was left before this script loaded.
    }
    const leaving = new AbortController();
    /** @type {Kept} */
    const self = {
        key: about.id, form, about, words, leaving,
        number: 0, acknowledged: 0, sending: null, last: -beat, at: '', handed: -saving, timer: 0,
        meanwhile: new HeldLetters(form, leaving.signal), release: () => {}, left: false, ended: false, seen: textOf(form), blank: form.hasAttribute('data-unsent') ? '' : wordsOf(form),
        unnamed: new UnnamedFields(form, leaving.signal, () => unmarkIfKept(self) && endIfLeft(self)),
    };
    forms.set(about.id, self);
    form.setAttribute('data-watched', '');

    const { signal } = leaving;
    form.addEventListener('input', event => belongs(form, event.target) && typed(self, event.target), { signal });
    form.addEventListener('click', event => { self.handed = closest(event.target, '[data-save]', HTMLElement) ? self.handed : -saving; }, { signal });
    document.addEventListener('click', event => reuse(form, closest(event.target, '[data-reuse]', HTMLElement)), { signal });
    document.addEventListener('journal-hand-in', event => event instanceof CustomEvent && event.detail.waitUntil(handIn(self)), { signal });
    document.addEventListener('journal-back', () => schedule(self, 0), { signal });
    document.addEventListener('visibilitychange', () => document.hidden && sendOnLeaving(self), { signal });
    addEventListener('pagehide', () => sendOnLeaving(self), { signal });
    const choices = new MutationObserver(() => chosen(self));
    choices.observe(choicesOf(form), { attributes: true, attributeFilter: ['data-choices'] });
    signal.addEventListener('abort', () => choices.disconnect());
    if (form.hasAttribute('data-unsent')) {
        typed(self, belongs(form, document.activeElement) ? document.activeElement : null); // Before this script loaded.
    } else if (!form.contains(document.activeElement)) {
        focusFirst(form);
    }

    await claim(self, about.id);
    for (const draft of drafts) {
        const free = !self.ended && self.number === 0 && await claim(self, draft.id);
        if (free && !self.ended && self.number === 0) { // Checked again: typing may have begun while waiting for the lock.
            self.about = { ...about, id: draft.id };
            self.number = self.acknowledged = draft.number;
            form.dataset.draftKept = '';
            self.meanwhile.begin();
            return draft.id;
        }
    }
    return null;
}

/**
 * Notes that the text of a draft is in the fields again; « hier » of an earlier day is written out, and saved so.
 * @param {string} key
 * @param {boolean} dated
 */
export function restored(key, dated) {
    const self = forms.get(key);
    if (self) {
        self.seen = textOf(self.form);
        markWritten(self.form);
        self.meanwhile.end();
        if (dated) {
            self.number++;
            schedule(self, 0);
        }
    }
}

/**
 * Returns everything typed, before the form is saved or left: saved on disk, or else as the text itself. Choices that the page makes
 * within the next ten seconds are not kept: a save writes days and ids into the form.
 * @param {string} key
 * @returns {Promise<Typed | null>} null once the draft has ended.
 */
export async function flush(key) {
    const self = forms.get(key);
    const typed = self ? await handIn(self) : null;
    if (self) {
        self.handed = performance.now();
    }
    return typed;
}

/**
 * Returns the text of the draft as it is in the form.
 * @param {string} key
 * @returns {string | null} null once the draft has ended.
 */
export function text(key) {
    const self = forms.get(key);
    return self ? textOf(self.form) : null;
}

/**
 * Ends the draft: it is in the record now, or was set aside, and nothing more is saved of it.
 * @param {string} key
 */
export function end(key) {
    const self = forms.get(key);
    if (self) {
        stop(self);
        self.form.removeAttribute('data-unsent');
    }
}

/**
 * Ends the draft of a form that is left on purpose, unless words were written in it: what is only chosen is nothing to finish.
 * @param {string} key
 * @returns {{ id: string, number: number } | null} The draft to discard; null if it stays, or if nothing of it was kept.
 */
export function endIfWordless(key) {
    const self = forms.get(key);
    if (!self || self.unnamed.unknown || wordsOf(self.form) !== self.blank) {
        return null;
    }
    end(key);
    return self.number > 0 ? { id: self.about.id, number: self.number } : null;
}

/** Stops keeping a form. @param {Kept} self */
function stop(self) {
    forms.delete(self.key);
    self.ended = true;
    clearTimeout(self.timer);
    self.leaving.abort();
    self.release();
}

/**
 * Begins another draft in a form that stays open: earlier text is in the record, or was discarded.
 * @param {string} key
 * @param {string | null} targetId
 * @param {number | null} targetRevision
 */
export function renew(key, targetId, targetRevision) {
    const self = forms.get(key);
    if (self) {
        clearTimeout(self.timer);
        self.about = { ...self.about, id: crypto.randomUUID(), targetId, targetRevision };
        self.number = self.acknowledged = 0;
        self.at = '';
        self.handed = -saving;
        self.seen = textOf(self.form);
        self.unnamed.forget();
        self.form.removeAttribute('data-unsent');
        say(self, '');
        claim(self, self.about.id);
    }
}

/**
 * Removes a form that leaves the page. The last text is still saved, now or once it has been read: the removed fields still
 * contain it.
 * @param {string} key
 * @returns {Promise<string | null>} The draft that contains all of it; null if nothing was typed, or if the last text is saved nowhere yet.
 */
export async function leave(key) {
    const self = forms.get(key);
    if (!self) {
        return null;
    }
    const handed = await handIn(self);
    self.left = true;
    endIfLeft(self);
    return handed?.kept && self.number > 0 ? self.about.id : null;
}

/** Stops keeping a form that left the page, once all that can be read of it is on disk; text that the page never learnt stays marked. @param {Kept} self */
function endIfLeft(self) {
    if (self.left && !waiting(self)) {
        stop(self);
    } else if (self.left) {
        schedule(self, again);
    }
}

/**
 * Whether something typed is not on disk yet.
 * @param {string} key
 * @returns {boolean}
 */
export const unkept = key => { const self = forms.get(key); return self !== undefined && inPageAlone(self); };

// ---- What is typed ---------------------------------------------------------------------------------------------------------------

/** Whether a save is due. @param {Kept} self */
const waiting = self => self.acknowledged < self.number;

/** Whether any text is in the page alone. @param {Kept} self */
const inPageAlone = self => waiting(self) || self.unnamed.unknown;

/** Removes the mark of a form of which no text is in the page alone, and says since when; returns whether it did. @param {Kept} self */
function unmarkIfKept(self) {
    const all = !self.ended && !inPageAlone(self);
    if (all) {
        self.form.removeAttribute('data-unsent');
        say(self, self.at && self.words.kept.replace('{0}', self.at));
    }
    return all;
}

/** @param {Kept} self @param {EventTarget | null} field */
function typed(self, field) {
    if (self.meanwhile.active) {
        return;
    }
    self.unnamed.typed(field);
    self.number++;
    self.form.setAttribute('data-unsent', '');
    say(self, self.words.waiting);
    markWritten(self.form);
    schedule(self, Math.max(0, self.last + beat - performance.now()));
}

/** @param {Kept} self */
function chosen(self) {
    if (noticed(self)) {
        schedule(self, Math.max(0, self.last + beat - performance.now(), self.handed + saving - performance.now()));
    }
}

/** Counts changes made without a key: chips, scales, the next step. While a draft is being restored, the fields do not have its text yet. @param {Kept} self */
function noticed(self) {
    const now = textOf(self.form);
    if (self.meanwhile.active || now === self.seen) {
        return false;
    }
    self.seen = now;
    self.number++; // Also during a save: that one contains the earlier choice.
    self.form.setAttribute('data-unsent', '');
    return true;
}

/** @param {Kept} self @param {string} words */
function say(self, words) {
    const place = self.form.querySelector(':scope > [data-kept]');
    if (!self.ended && place && place.textContent !== words) {
        place.textContent = words;
    }
}

// ---- The save of the draft ---------------------------------------------------------------------------------------------------------

/** Saves what was typed, as far as that takes no longer than the patience allows. @param {Kept} self @returns {Promise<Typed | null>} */
async function handIn(self) {
    if (self.ended) {
        return null;
    }
    const over = new Promise(resolve => setTimeout(resolve, patience, false));
    // The page may take a while to learn a text without a name; the others are saved at once.
    const learnt = self.unnamed.report();
    noticed(self);
    await sendAll(self, over);
    await learnt;
    if (noticed(self)) {
        await sendAll(self, over);
    }
    const kept = !inPageAlone(self);
    return { id: self.about.id, number: self.number, kept, text: kept ? null : textOf(self.form), fields: fieldsOf(self.form).map(field => field.dataset.draft ?? '') };
}

/** @param {Kept} self @param {Promise<boolean>} over Ends the waiting. */
async function sendAll(self, over) {
    while (waiting(self) && await Promise.race([send(self), over])) {
        // What was typed during a save goes with the next one.
    }
}

/** @param {Kept} self @param {number} after */
function schedule(self, after) {
    clearTimeout(self.timer);
    self.timer = setTimeout(async () => {
        if (!self.ended && waiting(self) && !await send(self) && !self.ended) {
            schedule(self, again);
        }
    }, after);
}

/** @param {Kept} self */
const body = self => JSON.stringify({ ...self.about, number: self.number, text: textOf(self.form) });

/** Sends what was typed, one save at a time; the next one includes what was typed meanwhile. @param {Kept} self */
async function send(self) {
    if (self.sending) {
        return await self.sending;
    }
    self.sending = save(self).finally(() => { self.sending = null; });
    const saved = await self.sending;
    if (saved && !self.ended && waiting(self)) {
        schedule(self, Math.max(0, self.last + beat - performance.now()));
    }
    return saved;
}

/** @param {Kept} self */
async function save(self) {
    const { number, about } = self;
    self.last = performance.now();
    self.seen = textOf(self.form); // What is sent is no new choice when the page shows it in its own way, such as once the field is left.
    try {
        const answer = await fetch(`/drafts/${about.id}`, put(body(self)));
        if (self.about.id !== about.id) {
            return true; // Another draft was begun meanwhile: its numbers have begun anew.
        }
        if (answer.status === 410 && !self.ended) {
            // It was saved or set aside elsewhere; text still being typed here is another draft.
            self.about = { ...self.about, id: crypto.randomUUID() };
            claim(self, self.about.id);
            return false;
        }
        if (!answer.ok) {
            say(self, self.words.waiting);
            return false;
        }
        const { at } = await answer.json();
        if (self.about.id === about.id) {
            self.acknowledged = Math.max(self.acknowledged, number);
            self.at = at;
            self.form.dataset.draftKept = ''; // Read by faults.js to say where the text is when the page fails.
            unmarkIfKept(self);
            endIfLeft(self);
        }
        return true;
    } catch {
        say(self, self.words.waiting);
        return false; // No answer: the text stays in the page, and is sent again.
    }
}

/** Sends what is not acknowledged yet when the page is left, as far as a browser allows. @param {Kept} self */
function sendOnLeaving(self) {
    if (!waiting(self)) {
        return;
    }
    const last = body(self);
    if (new Blob([last]).size <= parting) {
        fetch(`/drafts/${self.about.id}`, { ...put(last), keepalive: true }).catch(() => {});
    } else {
        send(self);
    }
}

/** @param {string} body @returns {RequestInit} */
const put = body => ({ method: 'PUT', body, headers: { 'Content-Type': 'application/json', ...proof() }, cache: 'no-store', redirect: 'manual' });
