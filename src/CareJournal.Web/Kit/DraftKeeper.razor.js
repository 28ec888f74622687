// Owns the text while it is typed, and seals it in the journal as a draft: over HTTP, at most once a second, whatever becomes of the circuit.
// Nothing is kept in the browser's own storage: what is typed here is a medical secret.

import { proof } from '/proof.js';

const beat = 1000;         // ms from one seal to the next
const again = 2000;        // ms until a refused seal is tried again
const parting = 64 * 1024; // bytes that a browser still takes along when a page is left
const patience = 3000;     // ms that a save or a lock waits for the last seal
const saving = 10000;      // ms left to a save, which writes days and ids into the form itself: sealed then, they would come after the draft has ended; less when one chooses anew

// Time is taken from the running clock alone: with one that is set back, the next seal would wait until it is that late again.

const keepers = new Map(); // by the key that the page made: a form in the middle of another page's form is kept beside it

// Begins to keep a form; answers which of the drafts at hand was taken over, or null. A draft that another tab is typing in is left to it.
export async function keep(form, about, words, drafts) {
    if (!form) {
        return null; // The page was left before this script came.
    }
    const leaving = new AbortController();
    const on = (target, name, act) => target.addEventListener(name, act, { signal: leaving.signal });
    const self = { key: about.id, form, about, words, leaving, number: 0, acknowledged: 0, sending: null, last: -beat, handed: -saving, timer: 0, meanwhile: null, release: () => {}, left: false, ended: false };
    self.seen = JSON.stringify(read(self));
    keepers.set(about.id, self);
    form.setAttribute('data-watched', '');

    on(form, 'input', () => typed(self));
    on(form, 'click', event => { self.handed = event.target.closest('[data-save]') ? self.handed : -saving; });
    on(document, 'click', event => reused(self, event.target.closest('[data-reuse]')));
    on(document, 'journal-hand-in', event => event.detail.waitUntil(handIn(self)));
    on(document, 'journal-back', () => schedule(self, 0));
    on(document, 'visibilitychange', () => document.hidden && part(self));
    on(window, 'pagehide', () => part(self));
    const choices = new MutationObserver(() => chosen(self));
    choices.observe(form, { attributes: true, attributeFilter: ['data-choices'], subtree: true });
    leaving.signal.addEventListener('abort', () => choices.disconnect());
    if (form.hasAttribute('data-unsent')) {
        typed(self); // Before this script came.
    } else if (!form.contains(document.activeElement)) {
        form.querySelector('[data-first-focus]')?.focus();
    }

    await claim(self, about.id);
    for (const draft of drafts) {
        const free = !self.ended && self.number === 0 && await claim(self, draft.id);
        if (free && !self.ended && self.number === 0) { // Asked again: somebody may have begun to type while the lock was asked for.
            self.about = { ...about, id: draft.id };
            self.number = self.acknowledged = draft.number;
            form.dataset.draftKept = '';
            hold(self);
            return draft.id;
        }
    }
    return null;
}

// The text of a draft stands in the fields again; « hier » of an earlier day is written out, and sealed so.
export function restored(key, dated) {
    const self = keepers.get(key);
    if (self) {
        self.form.removeAttribute('data-returning');
        self.seen = JSON.stringify(read(self));
        mark(self);
        const { field, letters } = self.meanwhile;
        self.meanwhile = null;
        const text = field ?? self.form.querySelector('[data-first-focus]');
        text?.focus();
        text?.setSelectionRange?.(text.value.length, text.value.length);
        if (letters) {
            write(text, apart(text) + letters);
        }
        if (dated) {
            self.number++;
            schedule(self, 0);
        }
    }
}

// All that was typed is sealed, or the fields come along by themselves.
export async function flush(key) {
    const self = keepers.get(key);
    const typed = self ? await handIn(self) : null;
    if (self) {
        self.handed = performance.now();
    }
    return typed;
}

// It is in the record now, or was set aside: nothing more is kept of it.
export function end(key) {
    const self = keepers.get(key);
    if (self) {
        keepers.delete(key);
        self.ended = true;
        clearTimeout(self.timer);
        self.leaving.abort();
        self.release();
        self.form.removeAttribute('data-unsent');
    }
}

// The form leaves the page, and what was typed last is sealed yet, now or once it is taken: the fields that were taken off the page still hold it.
// Answers the draft that holds it, to the last word; null where nothing was typed, or the last words lie nowhere yet.
export async function leave(key) {
    const self = keepers.get(key);
    if (!self) {
        return null;
    }
    const handed = await handIn(self);
    self.left = true;
    endIfLeft(self);
    return handed?.kept && self.number > 0 ? self.about.id : null;
}

function endIfLeft(self) {
    if (self.left && !waiting(self)) {
        end(self.key);
    } else if (self.left) {
        schedule(self, again);
    }
}

export const unkept = key => keepers.has(key) && waiting(keepers.get(key));

// ---- What is typed ---------------------------------------------------------------------------------------------------------------

const waiting = self => self.acknowledged < self.number;

const read = self => Object.fromEntries([...self.form.querySelectorAll('[data-draft]')].map(field =>
    [field.dataset.draft, field.dataset.choices ?? (field.type === 'checkbox' ? `${field.checked}` : field.value.toWellFormed())]));

// For the moment that a draft takes to come back: letters typed now would stand under its text, so they wait for it.
function hold(self) {
    self.meanwhile = { field: null, letters: '' };
    self.form.setAttribute('data-returning', '');
    const held = event => {
        if (self.meanwhile && !event.isComposing) {
            const letters = event.inputType === 'insertLineBreak' ? '\n' : event.data ?? event.dataTransfer?.getData('text/plain') ?? '';
            self.meanwhile = { field: event.target, letters: self.meanwhile.letters + letters };
            event.preventDefault();
        }
    };
    // A letter with its accent is made over several keys, which nothing holds back: it counts once it is whole.
    const made = event => {
        if (self.meanwhile) {
            self.meanwhile = { field: event.target, letters: self.meanwhile.letters + event.data };
        }
    };
    self.form.addEventListener('beforeinput', held, { signal: self.leaving.signal });
    self.form.addEventListener('compositionend', made, { signal: self.leaving.signal });
}

// For the style sheet: whether anything was written that a button must not pass over.
function mark(self) {
    self.form.toggleAttribute('data-written', [...self.form.querySelectorAll('textarea[data-draft]')].some(field => field.value.trim() !== ''));
}

function typed(self) {
    if (self.meanwhile) {
        return;
    }
    self.number++;
    self.form.setAttribute('data-unsent', '');
    say(self, self.words.waiting);
    mark(self);
    schedule(self, Math.max(0, self.last + beat - performance.now()));
}

function chosen(self) {
    if (!self.meanwhile && noticed(self)) {
        schedule(self, Math.max(0, self.last + beat - performance.now(), self.handed + saving - performance.now()));
    }
}

// What was changed without a key: chips, scales, the next step.
function noticed(self) {
    const now = JSON.stringify(read(self));
    if (now === self.seen) {
        return false;
    }
    self.seen = now;
    self.number++; // Also while a seal is on its way: that one holds what was chosen before.
    self.form.setAttribute('data-unsent', '');
    return true;
}

// Words of an earlier session, on request, after what stands in the field of the same name, with their date. Typed as the browser types:
// the draft notices, and Ctrl+Z takes it back.
function reused(self, button) {
    const field = button && self.form.querySelector(`[data-draft="${button.dataset.reuse}"]`);
    if (!field) {
        return;
    }
    field.closest('details')?.setAttribute('open', '');
    field.focus();
    field.setSelectionRange(field.value.length, field.value.length);
    write(field, `${apart(field)}${button.parentElement.querySelector('[data-words]').textContent.trim()} ${button.dataset.mark}`);
}

const apart = field => field.value.trim() === '' ? '' : field.tagName === 'INPUT' ? ' ' : '\n';

function write(field, words) {
    if (!document.execCommand('insertText', false, words)) {
        field.setRangeText(words, field.value.length, field.value.length, 'end');
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
}

function say(self, words) {
    const place = self.form.querySelector('[data-kept]');
    if (!self.ended && place && place.textContent !== words) {
        place.textContent = words;
    }
}

// ---- The seal --------------------------------------------------------------------------------------------------------------------

async function handIn(self) {
    if (self.ended) {
        return null;
    }
    noticed(self);
    const until = performance.now() + patience;
    while (waiting(self) && performance.now() < until) {
        if (!await send(self)) {
            break;
        }
    }
    const kept = self.acknowledged === self.number;
    return { id: self.about.id, number: self.number, kept, fields: kept ? null : read(self) };
}

// One tab, one draft: the lock goes with the tab, however it ends.
const claim = (self, id) => new Promise(resolve => navigator.locks.request(`draft-${id}`, { ifAvailable: true }, lock => {
    resolve(lock !== null);
    return lock && !self.ended && new Promise(release => {
        const before = self.release;
        self.release = () => { before(); release(); };
    });
}));

function schedule(self, after) {
    clearTimeout(self.timer);
    self.timer = setTimeout(async () => {
        if (!self.ended && waiting(self) && !await send(self) && !self.ended) {
            schedule(self, again);
        }
    }, after);
}

const letter = self => JSON.stringify({ ...self.about, number: self.number, fields: read(self) });

// One at a time; the next one takes along what was typed meanwhile.
async function send(self) {
    if (self.sending) {
        await self.sending;
        return true;
    }
    self.sending = seal(self).finally(() => { self.sending = null; });
    const sealed = await self.sending;
    if (sealed && !self.ended && waiting(self)) {
        schedule(self, Math.max(0, self.last + beat - performance.now()));
    }
    return sealed;
}

async function seal(self) {
    const { number } = self;
    self.last = performance.now();
    try {
        const answer = await fetch(`/drafts/${self.about.id}`, put(letter(self)));
        if (answer.status === 410 && !self.ended) {
            // It was saved or set aside elsewhere; what is still typed here is another text.
            self.about = { ...self.about, id: crypto.randomUUID() };
            claim(self, self.about.id);
            return false;
        }
        if (!answer.ok) {
            say(self, self.words.waiting);
            return false;
        }
        const { at } = await answer.json();
        self.acknowledged = Math.max(self.acknowledged, number);
        self.form.dataset.draftKept = ''; // For whoever says where the text is when the page fails.
        if (!self.ended && !waiting(self)) {
            self.form.removeAttribute('data-unsent');
            say(self, self.words.kept.replace('{0}', at));
            endIfLeft(self);
        }
        return true;
    } catch {
        say(self, self.words.waiting);
        return false; // Nobody answers: the text stays in the page, and is sent again.
    }
}

// The page is left: only what is not acknowledged goes along, as far as a browser takes it.
function part(self) {
    if (!waiting(self)) {
        return;
    }
    const body = letter(self);
    if (new Blob([body]).size <= parting) {
        fetch(`/drafts/${self.about.id}`, { ...put(body), keepalive: true }).catch(() => {});
    } else {
        send(self);
    }
}

const put = body => ({ method: 'PUT', body, headers: { 'Content-Type': 'application/json', ...proof() }, cache: 'no-store', redirect: 'manual' });
