// For pages with a session: starts the circuit, shows when the connection is lost, covers the page when the journal locks, reports activity.
// Nothing in it reloads or leaves a page that has unsaved text (a form marked data-unsent).

import '/activity.js';
import { closest, find, required } from '/elements.js';
import { handIn, unsaved } from '/page.js';
import { followPressedLinks } from '/pressed-links.js';
import { proof, token, unlockAddress } from '/proof.js';
import { endVeil, unlock } from '/secrets.js';
import { tellVeil } from '/veil.js';

/** @import { Navigations } from '/pressed-links.js' */

/**
 * The part of the framework's own script that starts the circuit.
 * @typedef {object} Circuits
 * @property {(options: { circuit: CircuitOptions }) => Promise<void>} start
 * @property {() => Promise<boolean>} reconnect False if the server no longer has the circuit.
 */

/** @typedef {Circuits & Navigations} Framework */

/**
 * @typedef {object} CircuitOptions
 * @property {(connection: ConnectionBuilder) => void} configureSignalR
 * @property {{ onConnectionDown: () => void, onConnectionUp: () => void }} reconnectionHandler
 */

/**
 * @typedef {object} ConnectionBuilder
 * @property {(level: string) => ConnectionBuilder} configureLogging
 * @property {(address: string, options: { accessTokenFactory: () => string }) => ConnectionBuilder} withUrl
 */

/**
 * The states that the dialog reports: trying again; no answer, with typed text on the page or without; the journal is locked; the
 * circuit is gone for good; the screen is shared with a person; it is veiled.
 * @typedef {'trying' | 'away' | 'silent' | 'locked' | 'gone' | 'together' | 'veiled'} State
 */

/**
 * A moment by two clocks.
 * @typedef {{ wall: number, running: number }} Moment
 */

const root = document.documentElement;
const dialog = required(document, '#reconnect', HTMLDialogElement);
const waits = [0, 1, 1, 2, 3, 5];
const minute = 60_000;

/** @type {Framework} */
const framework = Reflect.get(globalThis, 'Blazor');

let hurry = () => {};

/**
 * Waits for a time, or until hurry is called.
 * @param {number} seconds
 * @returns {Promise<void>}
 */
const pause = seconds => new Promise(resolve => { hurry = resolve; setTimeout(resolve, seconds * 1000); });

// --- The connection -------------------------------------------------------------------------------------------------

let comingBack = false;

// Locked, or gone for good: nothing stays readable. After a lost connection the page can be read and its actions wait,
// but only for a short time, since a lock could no longer reach it.
const longest = 10 * minute;
/** @type {State[]} */
const opaque = ['locked', 'gone', 'together', 'veiled'];
/** @type {Moment | null} */
let lostAt = null;

/**
 * Returns the present moment.
 * @returns {Moment}
 */
const moment = () => ({ wall: Date.now(), running: performance.now() });

/**
 * Returns the time since a moment, by the larger of two clocks: the system clock can be set back, the monotonic one may stop while the computer sleeps.
 * @param {Moment} moment
 */
const since = ({ wall, running }) => Math.max(Date.now() - wall, performance.now() - running);

/**
 * Shows a state of the connection, over the whole page if it must not be read.
 * @param {State} state
 */
function show(state) {
    const changes = dialog.dataset.state !== state;
    if (changes) {
        dialog.dataset.state = state;
    }
    lostAt ??= moment();
    root.dataset.connection = 'lost';
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
            dialog.open = true; // Not show(): that would take the focus while somebody types.
        }
    }
    if (changes && state === 'veiled') {
        find(dialog, '[data-unveil] input', HTMLInputElement)?.focus();
    }
}

/** The title of the page while it is covered; empty while it is not. */
let title = '';

/** Covers the page. What is typed stays in it. */
function hidePage() {
    root.dataset.covered = 'true';
    title ||= document.title;
    document.title = 'CareJournal';
}

/** Shows the page again, so that what was typed can be read; the connection stays lost. */
function uncover() {
    delete root.dataset.covered;
    document.title = title || document.title;
    title = '';
    dialog.close();
}

/** Hides the dialog: the connection is back. */
function hide() {
    lostAt = null;
    delete dialog.dataset.state;
    delete root.dataset.connection;
    uncover();
    document.dispatchEvent(new Event('journal-back'));
}

/**
 * Asks whether this page's session is still valid. True: it is; 'together': this browser's screen is shared with a person, and this is not the
 * shared page; 'veiled': the screen is veiled; false: the journal was locked or restarted; null: no answer.
 * @returns {Promise<boolean | 'together' | 'veiled' | null>}
 */
async function letIn() {
    if (!await tellVeil()) {
        return null;
    }
    try {
        const answer = await fetch('/session', { headers: proof(), cache: 'no-store', redirect: 'manual' });
        if (answer.status === 205) {
            return isShared() || 'together';
        }
        if (answer.status === 423) {
            return 'veiled';
        }
        return answer.status === 204 ? true : answer.status === 401 ? false : null;
    } catch {
        return null;
    }
}

const leave = () => location.replace(unlockAddress());

/** Reconnects to the circuit; returns false once it is gone for good, null if there is no answer. */
async function rejoin() {
    try {
        return await framework.reconnect();
    } catch {
        return null;
    }
}

/** Tries to reconnect to the circuit until it is back, or gone for good. */
async function comeBack() {
    if (comingBack) {
        return;
    }
    comingBack = true;
    if (dialog.dataset.state !== 'veiled') {
        show('trying');
    }
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
            // The passphrase is given on this page, or in another tab; the typed text is kept.
            root.dataset.covered = 'true';
            show('locked');
            continue;
        }
        if (answer === 'veiled') {
            hidePage();
            show('veiled');
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
            // Text typed here is saved first; the reloaded page then begins with it.
            await handIn();
            comingBack = false;
            if (!unsaved()) {
                document.body.inert = true; // Keys pressed from now on would write into a page that is gone.
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

/** Watches for a lock after an error ended the circuit. It cannot be reconnected and the page stays readable, so a lock must still reach it. */
async function watchForLock() {
    root.dataset.connection = 'lost';
    while (!comingBack) {
        await pause(3);
        const answer = await letIn();
        if (answer === false || answer === 'together' || answer === 'veiled') {
            comeBack();
        } else if (answer === null) {
            show(unsaved() ? 'away' : 'silent'); // The program has stopped as well: the page is covered after a while.
        }
    }
}

document.addEventListener('journal-ended', watchForLock);

const unlockForm = required(dialog, '[data-unlock]', HTMLFormElement);
unlockForm.addEventListener('submit', async event => {
    event.preventDefault();
    const field = required(unlockForm, 'input', HTMLInputElement);
    const problem = required(unlockForm, '.problem', HTMLElement);
    try {
        problem.textContent = await unlock(field.value);
    } catch {
        return; // No answer yet: the passphrase stays in its field.
    }
    if (problem.textContent === '') {
        field.value = '';
        show('trying');
        delete root.dataset.covered;
        hurry();
    }
});

// A veil that has ended leads elsewhere, and so does a journal that was locked: what this page may show is then asked anew.
const veilForm = required(dialog, '[data-unveil]', HTMLFormElement);
veilForm.addEventListener('submit', async event => {
    event.preventDefault();
    const field = required(veilForm, 'input', HTMLInputElement);
    const problem = required(veilForm, '.problem', HTMLElement);
    const secret = field.value;
    field.value = '';
    try {
        problem.textContent = await endVeil(secret);
    } catch {
        // The veil was ended in another tab meanwhile, or there is no answer.
    }
    hurry();
});

dialog.addEventListener('cancel', event => event.preventDefault());
required(dialog, '[data-look]', HTMLElement).addEventListener('click', () => {
    uncover();
    if (!comingBack) {
        watchForLock(); // The circuit is gone for good, and a lock must still reach this page.
    }
});
required(dialog, '[data-reload]', HTMLElement).addEventListener('click', () => location.reload());

// The circuit also sends the token, in an address that is not visible: it is in no history and in no log.
const shownToken = () => token() ?? '';

/** Starts the circuit, unless this browser has no valid session. */
async function begin() {
    // The token is missing or belongs to another session although the cookie is there: this frame stays empty, and the passphrase is asked for.
    if (!token()) {
        leave();
        return;
    }
    followPressedLinks(framework);
    framework.start({
        circuit: {
            // From warnings on: the other log messages about a connection contain the page token.
            configureSignalR: connection => connection.configureLogging('warn').withUrl('_blazor', { accessTokenFactory: shownToken }),
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

/**
 * Saves what is typed and covers the page. Called by the server just before it locks; the connection is closed a moment later.
 * @returns {Promise<void>}
 */
export async function cover() {
    await handIn();
    hidePage();
}

// --- The veil -------------------------------------------------------------------------------------------------------

// The server cuts the connection as soon as it knows: only then does this page ask what it may show. Joined again before, the circuit would have two connections.
document.addEventListener('journal-veil', async () => {
    hidePage();
    show('veiled');
    await handIn();
    while (!await tellVeil()) {
        await new Promise(resolve => setTimeout(resolve, 1000));
    }
});
// --- Looking together -----------------------------------------------------------------------------------------------

const isShared = () => document.querySelector('[data-together]') !== null;
let turning = false;

/** Covers the page and waits: text typed in it is not lost when another tab shares the screen. */
function coverTogether() {
    root.dataset.covered = 'true';
    show('together');
}

/**
 * Redirects or covers this page. Called by the server when the screen of this browser is shared with a person, or no longer.
 * @param {string | null} address The shared view; null when the sharing has ended.
 */
export function turned(address) {
    if (address === null) {
        if (isShared()) {
            // The tab in which the passphrase was given is already navigating.
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

// The tab that asked for it navigates by itself. A form cannot set headers: it sends the token in a field.
document.addEventListener('submit', event => {
    const form = closest(event.target, '[data-turn]', HTMLFormElement);
    if (form) {
        turning = true;
        required(form, '[name="page-token"]', HTMLInputElement).value = token() ?? '';
    }
});

// A page that the browser kept in memory is requested again: the person beside may not be meant to see it.
addEventListener('pageshow', event => event.persisted && location.reload());
