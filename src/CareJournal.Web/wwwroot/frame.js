// A page without a circuit, such as a sheet of paper: asks for this very address with the token that a browser does not send by itself,
// and shows the answer in the place of this frame.

import { proof, token, unlockAddress } from '/proof.js';

async function show() {
    let answer;
    try {
        answer = await fetch(location.href, { headers: { Accept: 'text/html', ...proof() }, cache: 'no-store' });
    } catch {
        document.querySelector('[role="alert"]').hidden = false;
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

// What the browser kept in memory of a page that was left is asked for anew.
addEventListener('pageshow', event => event.persisted && location.reload());
