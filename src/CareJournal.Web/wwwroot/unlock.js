// Pages that need no session: conveniences, and storing the page token. The forms themselves work without this script.

import { findAll, required } from '/elements.js';
import { forget, remember } from '/proof.js';

/**
 * The strength of a passphrase, as the server answers.
 * @typedef {object} Strength
 * @property {string} strength For the style sheet.
 * @property {string} sentence
 */

// This browser has no session any more. Not removed earlier, when a lock begins: another tab may still be saving what is typed there.
if (document.querySelector('[data-locked]')) {
    forget();
}

// The journal was opened: the page token is stored for this origin alone, and the requested page follows.
for (const entering of findAll(document, '[data-entering]', HTMLElement)) {
    const { entering: pageToken = '', target = '/' } = entering.dataset;
    try {
        remember(pageToken);
        location.replace(target);
    } catch {
        required(entering, '[role="alert"]', HTMLElement).hidden = false; // The browser refuses storage.
    }
}

// The strength of the passphrase, rated by the server while it is typed.
for (const input of findAll(document, 'input[data-strength]', HTMLInputElement)) {
    const said = required(document, `#${CSS.escape(input.id)}-strength`, HTMLElement);
    let timer = 0;
    input.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(async () => {
            try {
                const answer = await fetch(input.dataset.strength ?? '', { method: 'POST', body: input.value });
                /** @type {Strength} */
                const { strength, sentence } = await answer.json();
                said.dataset.strength = strength;
                said.textContent = sentence;
            } catch {
                said.textContent = '';
            }
        }, 200);
    });
}

// Shows what is typed.
for (const button of findAll(document, '[data-show]', HTMLElement)) {
    const inputs = (button.dataset.show ?? '').split(' ').map(id => required(document, `#${CSS.escape(id)}`, HTMLInputElement));
    button.hidden = false;
    button.addEventListener('click', () => {
        const isHidden = inputs[0].type === 'password';
        inputs.forEach(input => { input.type = isHidden ? 'text' : 'password'; });
        [button.textContent, button.dataset.hideWord] = [button.dataset.hideWord ?? '', button.textContent];
    });
}

for (const button of findAll(document, '[data-print]', HTMLElement)) {
    button.hidden = false;
    button.addEventListener('click', () => print());
}

// Opening takes half a second of work on purpose: the button shows it, and a second click does nothing.
for (const form of findAll(document, 'form[data-busy]', HTMLFormElement)) {
    form.addEventListener('submit', () => {
        const button = required(form, 'button', HTMLButtonElement);
        button.textContent = form.dataset.busy ?? '';
        setTimeout(() => { button.disabled = true; });
    });
}

// A page kept in the browser's memory is not shown again by the back button.
addEventListener('pageshow', event => event.persisted && location.reload());
