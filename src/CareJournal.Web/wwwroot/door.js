// In front of the lock: comfort, and the step inside. The forms themselves work without this script.

import { forget, remember } from '/proof.js';

// No session is left in this browser. Not earlier, when a lock begins: another tab may still be handing in what is typed there.
if (document.querySelector('[data-locked]')) {
    forget();
}

// The journal was opened: the page token goes where only this origin finds it, and the page that was wanted comes.
for (const entering of document.querySelectorAll('[data-entering]')) {
    try {
        remember(entering.dataset.entering);
        location.replace(entering.dataset.target);
    } catch {
        entering.querySelector('[role="alert"]').hidden = false; // A browser that keeps nothing.
    }
}

// How strong the phrase is, judged by the server while it is typed.
for (const input of document.querySelectorAll('[data-strength]')) {
    const said = document.getElementById(`${input.id}-strength`);
    let timer;
    input.addEventListener('input', () => {
        clearTimeout(timer);
        timer = setTimeout(async () => {
            try {
                const answer = await fetch(input.dataset.strength, { method: 'POST', body: input.value });
                const { strength, sentence } = await answer.json();
                said.dataset.strength = strength;
                said.textContent = sentence;
            } catch {
                said.textContent = '';
            }
        }, 200);
    });
}

// Showing what is typed.
for (const button of document.querySelectorAll('[data-show]')) {
    const inputs = button.dataset.show.split(' ').map(id => document.getElementById(id));
    button.hidden = false;
    button.addEventListener('click', () => {
        const hidden = inputs[0].type === 'password';
        inputs.forEach(input => { input.type = hidden ? 'text' : 'password'; });
        [button.textContent, button.dataset.hideWord] = [button.dataset.hideWord, button.textContent];
    });
}

for (const button of document.querySelectorAll('[data-print]')) {
    button.hidden = false;
    button.addEventListener('click', () => print());
}

// Opening takes half a second of work on purpose: the button says so, and a second click does nothing.
for (const form of document.querySelectorAll('form[data-busy]')) {
    form.addEventListener('submit', () => {
        const button = form.querySelector('.primary');
        button.textContent = form.dataset.busy;
        setTimeout(() => { button.disabled = true; });
    });
}

// What was in memory of the browser when the page was left is not shown again by the back button.
addEventListener('pageshow', event => event.persisted && location.reload());
