// On a sheet of paper there is no circuit: this script stands in for it. It sends nothing of what is written on the sheet.

import { proof } from '/proof.js';

const minute = 60_000;
const look = 10_000;

// A locked or stopped journal leaves nothing readable: the page is asked for again and answers with the door, or not at all.
setInterval(async () => {
    let open = false;
    try {
        open = (await fetch('/session', { headers: proof(), cache: 'no-store', redirect: 'manual' })).status === 204;
    } catch {
        // Nobody answers: the same as locked.
    }
    if (!open) {
        document.body.replaceChildren();
        location.reload();
    }
}, look);

// By the running clock: one that is set back must not silence somebody who is here.
let told = performance.now();

for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel']) {
    addEventListener(kind, () => {
        if (performance.now() - told >= minute) {
            told = performance.now();
            fetch('/session', { method: 'POST', headers: proof(), keepalive: true }).catch(() => {});
        }
    }, { capture: true, passive: true });
}

// An emptied line keeps a stray line break in some browsers: the style sheet leaves out only what is quite empty.
addEventListener('input', event => {
    if (event.target.matches?.('.own-line') && event.target.textContent.trim() === '') {
        event.target.replaceChildren();
    }
});
