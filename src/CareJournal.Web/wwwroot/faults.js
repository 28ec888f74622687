// When a page, a part of it, or its circuit fails: what was typed there is shown until it lies somewhere, and can be copied.
// Works without a circuit. Nothing is kept in the browser's own storage.

// --- A part of the page left with what was typed in it ----------------------------------------------------------------

const typedIn = 'textarea, input:not([type="hidden"], [type="radio"], [type="checkbox"], [type="password"], [type="submit"], [type="button"])';

// Every field in which something stands, with its label.
function wordsOf(form) {
    return [...form.querySelectorAll(typedIn)].filter(field => field.value.trim() !== '').map(field => ({
        label: form.querySelector(`label[for="${CSS.escape(field.id)}"]`)?.firstChild?.textContent.trim() ?? field.getAttribute('aria-label') ?? '',
        text: field.value,
    }));
}

function written({ label, text }) {
    const field = document.createElement('div');
    field.className = 'field';
    field.dataset.word = '';
    for (const [name, words] of [['label', label], ['text', text]]) {
        const line = document.createElement('p');
        line.className = name;
        line.textContent = words;
        field.append(line);
    }
    return field;
}

const within = (node, what) => node.nodeType !== Node.ELEMENT_NODE ? [] : [...node.matches(what) ? [node] : [], ...node.querySelectorAll(what)];

// Forms whose words lie nowhere else: those that say so, and a list that was pasted and belongs to no form that is kept.
const unkept = node => [
    ...within(node, '.guarded[data-unsent]'),
    ...within(node, 'form:not(.guarded *)').filter(form => form.querySelector('textarea') && !form.querySelector('.guarded')),
];

function show(place, forms) {
    const list = place.querySelector('[data-lost]');
    for (const form of forms) {
        list.append(...wordsOf(form).map(written));
    }
    if (list.childElementCount === 0) {
        return;
    }
    place.hidden = false;
    place.dataset.unsent = ''; // No page with words that lie nowhere is left without a question.
    const drafts = forms.filter(form => form.querySelector('[data-draft]'));
    if (drafts.length !== forms.length) {
        return;
    }
    // A form that was taken off the page is sealed all the same, as soon as that is possible; its script takes the mark off then.
    const sealed = new MutationObserver(() => {
        if (drafts.every(form => !form.hasAttribute('data-unsent'))) {
            sealed.disconnect();
            settle(place);
        }
    });
    drafts.forEach(form => sealed.observe(form, { attributes: true, attributeFilter: ['data-unsent'] }));
}

export const holdsWords = () => document.querySelector('[data-fault-text][data-unsent]') !== null;

export const forgetWords = () => document.querySelectorAll('[data-fault-text][data-unsent]').forEach(place => place.removeAttribute('data-unsent'));

function settle(place) {
    delete place.dataset.unsent;
    place.querySelector('[data-not-kept]').hidden = true;
    place.querySelector('[data-now-kept]').hidden = false;
}

// A part that failed is taken off the page first, and what stands in its place may come with the next answer of the server.
const meanwhile = 3000; // ms
let gone = []; // forms that left with words in them: { form, at }

new MutationObserver(changes => {
    gone = [
        ...gone.filter(left => Date.now() - left.at < meanwhile),
        ...changes.flatMap(change => [...change.removedNodes]).filter(node => !node.isConnected).flatMap(unkept).map(form => ({ form, at: Date.now() })),
    ];
    const places = changes.flatMap(change => [...change.addedNodes]).flatMap(node => within(node, '[data-fault-text]')).filter(place => place.isConnected);
    if (places.length > 0) {
        // What was handed in since is kept, and stands there as a draft.
        show(places[0], [...new Set(gone.map(left => left.form))].filter(form => form.hasAttribute('data-unsent') || !form.matches('.guarded')));
        gone = [];
    }
}).observe(document.body, { childList: true, subtree: true });

// --- Copying ----------------------------------------------------------------------------------------------------------

async function copy(button, text) {
    const said = button.parentElement.querySelector('[data-copied]');
    try {
        await navigator.clipboard.writeText(text);
        said.textContent = said.dataset.copied;
        button.closest('[data-fault-text]')?.removeAttribute('data-unsent');
    } catch {
        said.textContent = said.dataset.notCopied;
    }
}

const lines = list => list.map(words => [words.label, words.text].filter(line => line !== '').join('\n')).join('\n\n');

document.addEventListener('click', event => {
    const button = event.target.closest('[data-copy]');
    const list = button?.closest('[data-fault-text], [data-draft-sheet]')?.querySelector('[data-copied-words]');
    if (list) {
        copy(button, lines([...list.querySelectorAll('[data-word]')].map(word => word.matches('.text')
            ? { label: '', text: word.textContent }
            : { label: word.querySelector('.label')?.textContent ?? '', text: word.querySelector('.text')?.textContent ?? '' })));
    }
});

// --- The circuit ended ------------------------------------------------------------------------------------------------

const ended = document.getElementById('blazor-error-ui');
const isShown = () => ended.style.display !== '' && ended.style.display !== 'none';
let over = false;

function say() {
    const open = [...document.querySelectorAll('.guarded')];
    const waiting = open.filter(form => form.hasAttribute('data-unsent'));
    ended.querySelector('[data-ended-waiting]').hidden = waiting.length === 0;
    ended.querySelector('[data-copy-page]').hidden = waiting.length === 0;
    ended.querySelector('[data-ended-kept]').hidden = waiting.length > 0 || !open.some(form => form.querySelector('[data-draft]') && wordsOf(form).length > 0 && form.dataset.draftKept !== undefined);
}

new MutationObserver(async () => {
    if (over || !isShown()) {
        return;
    }
    over = true;
    document.dispatchEvent(new Event('journal-ended'));
    const kept = [];
    document.dispatchEvent(new CustomEvent('journal-hand-in', { detail: { waitUntil: promise => kept.push(promise) } }));
    say();
    new MutationObserver(say).observe(document.body, { attributes: true, attributeFilter: ['data-unsent', 'data-draft-kept'], subtree: true });
    await Promise.allSettled(kept);
    say();
    ended.querySelector('.reload').focus({ preventScroll: true });
}).observe(ended, { attributes: true, attributeFilter: ['style'] });

ended.querySelector('[data-copy-page]').addEventListener('click', event =>
    copy(event.target, lines([...document.querySelectorAll('.guarded[data-unsent]')].flatMap(wordsOf))));
