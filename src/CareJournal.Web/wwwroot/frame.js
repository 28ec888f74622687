// A page without a circuit, such as a printed sheet: requests the same address with the token that a browser does not send by itself,
// and replaces this frame with the response.

import { required } from '/elements.js';
import { proof, token, unlockAddress } from '/proof.js';

async function show() {
    /** @type {Response} */
    let answer;
    try {
        answer = await fetch(location.href, { headers: { Accept: 'text/html', ...proof() }, cache: 'no-store' });
    } catch {
        required(document, '[role="alert"]', HTMLElement).hidden = false;
        return;
    }
    if (answer.status === 401) {
        location.replace(unlockAddress());
    } else if (answer.redirected) {
        location.replace(answer.url);
    } else {
        const page = await answer.text();
        document.open();
        document.write(page);
        document.close();
    }
}

if (token()) {
    show();
} else {
    location.replace(unlockAddress());
}

// A page that the browser kept in memory is requested again.
addEventListener('pageshow', event => event.persisted && location.reload());
