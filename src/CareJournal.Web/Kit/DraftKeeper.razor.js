// Owns the text while it is typed, and seals it in the journal as a draft: over HTTP, at most once a second, whatever becomes of the circuit.
// Nothing is kept in the browser's own storage: what is typed here is a medical secret.

const beat = 1000;         // ms from one seal to the next
const again = 2000;        // ms until a refused seal is tried again
const parting = 64 * 1024; // bytes that a browser still takes along when a page is left
const patience = 3000;     // ms that a save or a lock waits for the last seal

let self = null;

// Begins to keep a form; answers which of the drafts at hand was taken over, or null. A draft that another tab is typing in is left to it.
export async function keep(form, about, words, drafts) {
    if (!form) {
        return null; // The page was left before this script came.
    }
    const leaving = new AbortController();
    const on = (target, name, act) => target.addEventListener(name, act, { signal: leaving.signal });
    self = { form, about, words, leaving, number: 0, acknowledged: 0, sending: null, last: 0, timer: 0, release: null, ended: false };
    self.seen = self.blank = JSON.stringify(read());

    on(form, 'input', typed);
    on(document, 'journal-hand-in', event => event.detail.waitUntil(flush()));
    on(document, 'journal-back', () => schedule(0));
    on(document, 'visibilitychange', () => document.hidden && part());
    on(window, 'pagehide', part);
    const choices = new MutationObserver(chosen);
    choices.observe(form, { attributes: true, attributeFilter: ['data-choices'], subtree: true });
    leaving.signal.addEventListener('abort', () => choices.disconnect());
    if (form.hasAttribute('data-unsent')) {
        typed(); // Before this script came.
    }
    if (!form.contains(document.activeElement)) {
        form.querySelector('[data-first-focus]')?.focus();
    }

    await claim(about.id);
    for (const draft of drafts) {
        if (self?.number === 0 && await claim(draft.id)) {
            self.about = { ...about, id: draft.id };
            self.number = self.acknowledged = draft.number;
            form.inert = true; // For the moment that the text takes to come back.
            return draft.id;
        }
    }
    return null;
}

// The text of a draft stands in the fields again.
export function restored() {
    self.form.inert = false;
    self.seen = JSON.stringify(read());
    mark();
    const field = self.form.querySelector('[data-first-focus]');
    field?.focus();
    field?.setSelectionRange?.(field.value.length, field.value.length);
}

// All that was typed is sealed, or the fields come along by themselves.
export async function flush() {
    if (!self || self.ended) {
        return null;
    }
    noticed();
    const until = Date.now() + patience;
    while (self.acknowledged < self.number && Date.now() < until) {
        if (!await send()) {
            break;
        }
    }
    const kept = self.acknowledged === self.number;
    return { id: self.about.id, number: self.number, kept, fields: kept ? null : read() };
}

// It is in the record now, or was set aside: nothing more is kept of it.
export function end() {
    if (self) {
        self.ended = true;
        clearTimeout(self.timer);
        self.leaving.abort();
        self.release?.();
        self.form.removeAttribute('data-unsent');
        self = null;
    }
}

export const unkept = () => self !== null && self.acknowledged < self.number;

// ---- What is typed ---------------------------------------------------------------------------------------------------------------

const read = () => Object.fromEntries([...self.form.querySelectorAll('[data-draft]')].map(field =>
    [field.dataset.draft, field.dataset.choices ?? field.value.toWellFormed()]));

// For the style sheet: whether anything was written that a button must not pass over.
function mark() {
    self.form.toggleAttribute('data-written', [...self.form.querySelectorAll('textarea[data-draft]')].some(field => field.value.trim() !== ''));
}

function typed() {
    if (self.form.inert) {
        return;
    }
    self.number++;
    self.form.setAttribute('data-unsent', '');
    say(self.words.waiting);
    mark();
    schedule(Math.max(0, self.last + beat - Date.now()));
}

function chosen() {
    if (!self.form.inert && noticed()) {
        schedule(Math.max(0, self.last + beat - Date.now()));
    }
}

// What was changed without a key: chips, scales, the next step.
function noticed() {
    const now = JSON.stringify(read());
    if (now === self.seen) {
        return false;
    }
    self.seen = now;
    if (self.acknowledged === self.number) {
        self.number++;
        self.form.setAttribute('data-unsent', '');
    }
    return true;
}

function say(words) {
    const place = self?.form.querySelector('[data-kept]');
    if (place && place.textContent !== words) {
        place.textContent = words;
    }
}

// ---- The seal --------------------------------------------------------------------------------------------------------------------

// One tab, one draft: the lock goes with the tab, however it ends.
const claim = id => new Promise(resolve => navigator.locks.request(`draft-${id}`, { ifAvailable: true }, lock => {
    resolve(lock !== null);
    return lock && new Promise(release => {
        const before = self?.release;
        if (self) {
            self.release = () => { before?.(); release(); };
        }
    });
}));

function schedule(after) {
    clearTimeout(self.timer);
    self.timer = setTimeout(async () => {
        if (self && unkept() && !await send() && self) {
            schedule(again);
        }
    }, after);
}

function letter(fields = read()) {
    return JSON.stringify({ ...self.about, number: self.number, fields });
}

// One at a time; the next one takes along what was typed meanwhile.
async function send() {
    if (self.sending) {
        await self.sending;
        return true;
    }
    const mine = self;
    self.sending = seal(mine).finally(() => { mine.sending = null; });
    const sealed = await self.sending;
    if (sealed && self === mine && unkept()) {
        schedule(Math.max(0, mine.last + beat - Date.now()));
    }
    return sealed;
}

async function seal(mine) {
    const { number } = mine;
    mine.last = Date.now();
    try {
        const answer = await fetch(`/drafts/${mine.about.id}`, put(letter()));
        if (answer.status === 410 && !mine.ended) {
            // It was saved or set aside elsewhere; what is still typed here is another text.
            mine.about = { ...mine.about, id: crypto.randomUUID() };
            claim(mine.about.id);
            return false;
        }
        if (!answer.ok) {
            say(mine.words.waiting);
            return false;
        }
        const { at } = await answer.json();
        mine.acknowledged = Math.max(mine.acknowledged, number);
        if (self === mine && mine.acknowledged === mine.number) {
            self.form.removeAttribute('data-unsent');
            say(mine.words.kept.replace('{0}', at));
        }
        return true;
    } catch {
        say(self?.words.waiting);
        return false; // Nobody answers: the text stays in the page, and is sent again.
    }
}

// The page is left: only what is not acknowledged goes along, as far as a browser takes it.
function part() {
    if (!unkept()) {
        return;
    }
    const body = letter();
    if (new Blob([body]).size <= parting) {
        fetch(`/drafts/${self.about.id}`, { ...put(body), keepalive: true }).catch(() => {});
    } else {
        send();
    }
}

const put = body => ({ method: 'PUT', body, headers: { 'Content-Type': 'application/json' }, cache: 'no-store', redirect: 'manual' });
