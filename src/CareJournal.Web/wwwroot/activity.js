// Reports activity to the server, at most once a minute: the journal locks when there was none for the set time. It sends nothing of what is on the page.

import { proof } from '/proof.js';

const minute = 60_000;

// By the monotonic clock: setting the system clock back must not hide activity.
let notified = performance.now();

for (const kind of ['keydown', 'pointerdown', 'pointermove', 'wheel']) {
    addEventListener(kind, () => {
        if (performance.now() - notified >= minute) {
            notified = performance.now();
            fetch('/session', { method: 'POST', headers: proof(), keepalive: true }).catch(() => {});
        }
    }, { capture: true, passive: true });
}
