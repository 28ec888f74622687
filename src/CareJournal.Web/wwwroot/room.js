// The room's own script: starts the circuit, keeps the page honest when the wire is lost, says that somebody is here.
// Nothing in it reloads or leaves a page that says it holds unsaved text (a form marked data-unsent).

import { proof, remember, token, unlockAddress } from '/proof.js';

const root = document.documentElement;
const dialog = document.getElementById('reconnect');
const waits = [0, 1, 1, 2, 3, 5];
const minute = 60_000;
const themes = ['auto', 'light', 'dark'];

const unsaved = () => document.querySelector('[data-unsent]') !== null;
let hurry = () => {};
const pause = seconds => new Promise(resolve => { hurry = resolve; setTimeout(resolve, seconds * 1000); });

// --- The wire -------------------------------------------------------------------------------------------------------

let comingBack = false;

// Locked, or gone for good: nothing stays readable. A wire that is only lost leaves the page to be read, and what acts on it waits;
// but not for long, since a lock could no longer reach it.
const longest = 10 * minute;
const opaque = ['locked', 'gone', 'together'];
let lostAt = null;

// By the larger of two clocks: the one on the wall can be set back, the running one may stand still while the computer sleeps.
const moment = () => ({ wall: Date.now(), running: performance.now() });
const since = ({ wall, running }) => Math.max(Date.now() - wall, performance.now() - running);

function show(state) {
    if (dialog.dataset.state !== state) {
        dialog.dataset.state = state;
    }
    lostAt ??= moment();
    root.dataset.wire = 'lost';
    if (since(lostAt) > longest) {
        root.dataset.covered = 'true';
    }
    const covers = opaque.includes(state) || root.dataset.covered === 'true';
    if (dialog.open && dialog.matches(':modal') !== covers) {
        dialog.close();
    }
    if (!dialog.open) {
        if (covers) {
            dialog.showModal();
        } else {
            dialog.open = true; // Not show(): that would take the focus out of the middle of a sentence.
        }
    }
}

// To read what was typed; the wire stays lost.
function uncover() {
    delete root.dataset.covered;
    dialog.close();
}

function hide() {
    lostAt = null;
    delete dialog.dataset.state;
    delete root.dataset.wire;
    uncover();
    document.dispatchEvent(new Event('journal-back'));
}

// true: still let in; 'together': this browser's screen is turned to a person, and this page is not the one for that;
// false: the journal was locked or started anew; null: nobody answers.
async function letIn() {
    try {
        const answer = await fetch('/session', { headers: proof(), cache: 'no-store', redirect: 'manual' });
        if (answer.status === 205) {
            return isShared() || 'together';
        }
        return answer.status === 204 ? true : answer.status === 401 ? false : null;
    } catch {
        return null;
    }
}

const leave = () => location.replace(unlockAddress());

async function rejoin() {
    try {
        return await Blazor.reconnect();
    } catch {
        return null;
    }
}

async function comeBack() {
    if (comingBack) {
        return;
    }
    comingBack = true;
    show('trying');
    for (let turn = 0; comingBack; turn++) {
        await pause(waits[Math.min(turn, waits.length - 1)]);
        const answer = await letIn();
        if (answer === null) {
            show(unsaved() ? 'away' : 'silent');
            continue;
        }
        if (answer === false) {
            if (!unsaved()) {
                leave();
                return;
            }
            // The passphrase is given in this very page, or in another tab; the text then comes along.
            root.dataset.covered = 'true';
            show('locked');
            continue;
        }
        if (answer === 'together') {
            if (!unsaved()) {
                location.replace('/');
                return;
            }
            coverTogether();
            continue;
        }
        const joined = await rejoin();
        if (joined === false) {
            // What is typed here is handed in first; the page that is read anew then begins with it.
            await handIn();
            comingBack = false;
            if (!unsaved()) {
                document.body.inert = true; // A key pressed from here on would write into a page that is gone.
                location.reload();
                return;
            }
            show('gone');
        }
    }
}

function isBack() {
    comingBack = false;
    hide();
}

// The circuit ended by a fault: nothing leads back into it, and the page stays to be read. A lock must reach it all the same.
async function watchForLock() {
    root.dataset.wire = 'lost';
    while (!comingBack) {
        await pause(3);
        const answer = await letIn();
        if (answer === false || answer === 'together') {
            comeBack();
        } else if (answer === null) {
            show(unsaved() ? 'away' : 'silent'); // The program is gone as well: the page is covered after a while.
        }
    }
}

document.addEventListener('journal-ended', watchForLock);

// The unlock page's own form, filled in from here. Answers what that page says against it; nothing when the journal is open.
async function unlock(secret) {
    const read = async answer => new DOMParser().parseFromString(await answer.text(), 'text/html');
    const door = await read(await fetch('/unlock', { cache: 'no-store' }));
    const body = new URLSearchParams(new FormData(door.querySelector('form:has(#secret)')));
    body.set('Secret', secret);
    const said = await read(await fetch('/unlock', { method: 'POST', body }));
    const entering = said.querySelector('[data-entering]');
    if (!entering) {
        return said.querySelector('#secret-problem').textContent.trim();
    }
    remember(entering.dataset.entering);
    return '';
}

dialog.querySelector('[data-unlock]').addEventListener('submit', async event => {
    event.preventDefault();
    const [field, said] = [event.target.querySelector('input'), event.target.querySelector('.problem')];
    try {
        said.textContent = await unlock(field.value);
    } catch {
        return; // Nobody answers yet: the passphrase stays in its field.
    }
    if (said.textContent === '') {
        field.value = '';
        show('trying');
        delete root.dataset.covered;
        hurry();
    }
});

dialog.addEventListener('cancel', event => event.preventDefault());
dialog.querySelector('[data-look]').addEventListener('click', () => {
    uncover();
    if (!comingBack) {
        watchForLock(); // The circuit is gone for good, and a lock must reach what is read here.
    }
});
dialog.querySelector('[data-reload]').addEventListener('click', () => location.reload());

// The wire shows the token too. It stands in an address that nobody sees: not in a history, not in a log.
const shown = () => token() ?? '';

async function begin() {
    // The cookie is there and the token is not, or is that of another session: this frame stays empty, and the passphrase is asked for.
    if (!token()) {
        leave();
        return;
    }
    Blazor.start({
        circuit: {
            // From warnings on: what it says of a connection otherwise holds the page token.
            configureSignalR: wire => wire.configureLogging('warn').withUrl('_blazor', { accessTokenFactory: shown }),
            reconnectionHandler: { onConnectionDown: comeBack, onConnectionUp: isBack },
        },
    });
    if (await letIn() === false && !comingBack) {
        if (unsaved()) {
            comeBack();
        } else {
            leave();
        }
    }
}

begin();

// --- The lock -------------------------------------------------------------------------------------------------------

// Whoever holds typed text listens to 'journal-hand-in' and hands a promise to event.detail.waitUntil.
async function handIn() {
    const kept = [];
    document.dispatchEvent(new CustomEvent('journal-hand-in', { detail: { waitUntil: promise => kept.push(promise) } }));
    await Promise.allSettled(kept);
}

// Called by the server just before it locks: what is typed is handed in, then the page covers itself. The wire is cut a moment later.
export async function cover() {
    await handIn();
    root.dataset.covered = 'true';
    document.title = 'CareJournal';
}

// --- Looking together -----------------------------------------------------------------------------------------------

const isShared = () => document.querySelector('[data-together]') !== null;
let turning = false;

// What is typed here is not lost because the screen is turned in another tab: the page is covered and waits.
function coverTogether() {
    root.dataset.covered = 'true';
    show('together');
}

// Called by the server when the screen of this browser is turned to a person, or back (then without an address).
export function turned(address) {
    if (address === null) {
        if (isShared()) {
            // The tab in which the passphrase was given is on its way already.
            setTimeout(() => location.reload(), 300);
        } else if (dialog.dataset.state === 'together') {
            hide();
        }
    } else if (!isShared() && !turning) {
        if (unsaved()) {
            coverTogether();
        } else {
            location.replace(address);
        }
    }
}

// The tab in which it was asked for goes there by itself. A form has no headers: it shows the token in a field.
document.addEventListener('submit', event => {
    if (event.target.matches('[data-turn]')) {
        turning = true;
        event.target.querySelector('[name="page-token"]').value = token() ?? '';
    }
});

// What the browser kept in memory of a page that was left is asked for anew: it may not be for these eyes.
addEventListener('pageshow', event => event.persisted && location.reload());

// --- Typed text -----------------------------------------------------------------------------------------------------

// A form's own script may come after the first words: they count too. The mark goes when the words are sealed or in the record, or with the form.
document.addEventListener('input', event => event.target.closest?.('.guarded')?.setAttribute('data-unsent', ''));
addEventListener('beforeunload', event => unsaved() && event.preventDefault());

// Until the form's own script has come (data-watched), nobody asks before it is left: links, and the form's own buttons that do not save,
// wait for it and then do what they do.
const held = [];
document.addEventListener('click', event => {
    const early = document.querySelector('.guarded[data-unsent]:not([data-watched])');
    const pressed = early && event.target.closest?.('a[href], button:not([data-save])');
    if (!pressed || pressed.target || (pressed.matches('button') && !early.contains(pressed)) || event.ctrlKey || event.metaKey || event.shiftKey) {
        return;
    }
    event.preventDefault();
    event.stopImmediatePropagation();
    if (held.length === 0) {
        new MutationObserver((_, watching) => {
            if (early.hasAttribute('data-watched') || !early.isConnected) {
                watching.disconnect();
                const last = held.findLast(one => one.matches('a'));
                held.splice(0).filter(one => !one.matches('a') || one === last).forEach(one => one.click());
            }
        }).observe(document.body, { attributes: true, attributeFilter: ['data-watched'], childList: true, subtree: true });
    }
    held.push(pressed);
}, true);

// Ctrl+Enter saves, however early it is pressed; with Shift it goes on to the next one where there is a next one.
document.addEventListener('keydown', event => {
    const form = event.key === 'Enter' && (event.ctrlKey || event.metaKey) && event.target.closest?.(':is(.guarded, form):has([data-save])');
    const save = form && ((event.shiftKey && form.querySelector('[data-save-next]')) || form.querySelector('[data-save]'));
    if (save) {
        event.preventDefault();
        // The field that is being written in goes first, so that its last word is in what is saved.
        document.activeElement?.dispatchEvent(new Event('change', { bubbles: true }));
        save.click();
    }
});

// A choice by its key, from anywhere in the form that is being written in: aria-keyshortcuts says which. The place of the key counts, not
// its letter: the top row of a French keyboard gives & é " without Shift.
document.addEventListener('keydown', event => {
    if (!event.altKey || event.ctrlKey || event.metaKey) {
        return;
    }
    const name = /^Digit(\d)$/.exec(event.code)?.[1] ?? (event.code === 'KeyL' ? 'L' : null);
    const chosen = name && event.target.closest?.('.guarded')?.querySelector(`[aria-keyshortcuts="${event.shiftKey ? 'Alt+Shift' : 'Alt'}+${name}"]`);
    if (chosen) {
        event.preventDefault();
        chosen.click();
    }
});

// --- Where one stands -----------------------------------------------------------------------------------------------

// A new page gives the focus to its first field or its heading, and over a slow wire that comes late: not while somebody has pressed
// something in it already, or walks it by keys.
const use = event => event.target.closest?.('main') && root.setAttribute('data-used', '');
const unuse = () => root.removeAttribute('data-used');
if (window.navigation) {
    navigation.addEventListener('navigate', unuse);
    document.addEventListener('pointerdown', use, true);
    document.addEventListener('focusin', use);
}

// What had the focus is printed no more: a form was saved, a message closed. Whoever uses the keys or listens goes on where the message
// came in between, or from the heading of the part that stood around it. The drawing finds a successor by itself.
let stood = null;
let before = null;
let around = [];

document.addEventListener('focusin', ({ target, relatedTarget }) => {
    if (target.closest('.toast') && !relatedTarget?.closest('.toast')) {
        before = relatedTarget;
    }
    stood = target.closest('.drawing') ? null : target;
    around = [];
    for (let part = target.closest('section'); part; part = part.parentElement.closest('section')) {
        around.push(part);
    }
});

new MutationObserver(() => {
    if (!stood || stood.isConnected || document.activeElement !== document.body) {
        return;
    }
    stood = null;
    if (around[0]?.matches('.toast-area') && before?.isConnected) {
        before.focus({ preventScroll: true });
        return;
    }
    const heading = around.filter(part => part.isConnected).map(part => part.querySelector('h2, h3')).find(found => found) ?? document.querySelector('main h1');
    if (heading) {
        heading.tabIndex = -1;
        heading.focus();
        unuse();
    }
}).observe(document.body, { childList: true, subtree: true });

// --- Somebody is here -----------------------------------------------------------------------------------------------

// By the running clock: one that is set back must not silence somebody who is here.
let told = performance.now();

function somebodyIsHere() {
    if (performance.now() - told < minute) {
        return;
    }
    told = performance.now();
    fetch('/session', { method: 'POST', headers: proof(), keepalive: true }).catch(() => {});
}

for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel']) {
    addEventListener(kind, somebodyIsHere, { capture: true, passive: true });
}

// --- The frame ------------------------------------------------------------------------------------------------------

// A plain "#content" would lead away: links are resolved against the page's base.
document.addEventListener('click', event => {
    if (event.target.closest('[data-skip]')) {
        event.preventDefault();
        document.getElementById('content')?.focus();
    }
});

// The theme changes at once and is remembered by the same form that works without a script.
document.addEventListener('submit', event => {
    const form = event.target.closest('[data-theme-form]');
    if (!form) {
        return;
    }
    event.preventDefault();
    const next = themes[(themes.indexOf(root.dataset.theme) + 1) % themes.length];
    root.dataset.theme = next;
    fetch(form.action, { method: 'POST', body: new URLSearchParams({ choice: next }), redirect: 'manual' }).catch(() => {});
});
