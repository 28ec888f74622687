// The room's own script: starts the circuit, keeps the page honest when the wire is lost, says that somebody is here.
// Nothing in it reloads or leaves a page that says it holds unsaved text (document.documentElement.dataset.unsaved === 'true').

const root = document.documentElement;
const dialog = document.getElementById('reconnect');
const waits = [0, 1, 1, 2, 3, 5];
const minute = 60_000;
const themes = ['auto', 'light', 'dark'];

const unsaved = () => root.dataset.unsaved === 'true';
const pause = seconds => new Promise(resolve => setTimeout(resolve, seconds * 1000));

// --- The wire -------------------------------------------------------------------------------------------------------

let comingBack = false;

function show(state) {
    if (dialog.dataset.state !== state) {
        dialog.dataset.state = state;
    }
    if (!dialog.open) {
        dialog.showModal();
    }
}

function hide() {
    delete dialog.dataset.state;
    delete root.dataset.covered;
    dialog.close();
}

// true: still let in; false: the journal was locked or started anew; null: nobody answers.
async function letIn() {
    try {
        const answer = await fetch('/session', { cache: 'no-store', redirect: 'manual' });
        return answer.status === 204 ? true : answer.status === 401 ? false : null;
    } catch {
        return null;
    }
}

function leave() {
    const here = location.pathname + location.search;
    location.replace(here === '/' ? '/unlock' : `/unlock?back=${encodeURIComponent(here)}`);
}

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
            // Somebody may unlock in another tab; this page then comes back with its text.
            root.dataset.covered = 'true';
            show('locked');
            continue;
        }
        const joined = await rejoin();
        if (joined === false) {
            comingBack = false;
            if (!unsaved()) {
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

dialog.addEventListener('cancel', event => event.preventDefault());
dialog.querySelector('[data-look]').addEventListener('click', hide);
dialog.querySelector('[data-reload]').addEventListener('click', () => location.reload());

Blazor.start({ circuit: { reconnectionHandler: { onConnectionDown: comeBack, onConnectionUp: isBack } } });

// --- The lock -------------------------------------------------------------------------------------------------------

// Called by the server just before it locks. Whoever holds typed text listens to 'journal-locking'
// and hands a promise to event.detail.waitUntil; then the page covers itself. The wire is cut a moment later.
export async function cover() {
    const kept = [];
    document.dispatchEvent(new CustomEvent('journal-locking', { detail: { waitUntil: promise => kept.push(promise) } }));
    await Promise.allSettled(kept);
    root.dataset.covered = 'true';
    document.title = 'CareJournal';
}

// --- Somebody is here -----------------------------------------------------------------------------------------------

let told = Date.now();

function somebodyIsHere() {
    if (Date.now() - told < minute) {
        return;
    }
    told = Date.now();
    fetch('/session', { method: 'POST', keepalive: true }).catch(() => {});
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
