// When a page, a part of it, or its circuit fails: the typed text is shown until it is saved somewhere, and can be copied.
// Works without a circuit. Nothing is kept in the browser's own storage.

// --- A part of the page left with what was typed in it ----------------------------------------------------------------

import { closest, findAll, required } from '/elements.js';
import { belongs } from '/form-fields.js';
import { handIn } from '/page.js';

/**
 * Text typed in a field, with the field's label.
 * @typedef {{ label: string, text: string }} Typed
 */

/**
 * A form that was removed from the page with typed text in it.
 * @typedef {{ form: HTMLElement, at: number }} LeftForm
 */

const typedIn = 'textarea, input:not([type="hidden"], [type="radio"], [type="checkbox"], [type="password"], [type="submit"], [type="button"])';

/**
 * Returns the text of every field that is not empty.
 * @param {HTMLElement} form
 * @returns {Typed[]}
 */
function wordsOf(form) {
    const fields = [...form.querySelectorAll(typedIn)].filter(field => field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement)
        .filter(field => belongs(form, field) || !form.matches('.guarded'));
    return fields.filter(field => field.value.trim() !== '').map(field => ({
        label: form.querySelector(`label[for="${CSS.escape(field.id)}"]`)?.firstChild?.textContent?.trim() ?? field.getAttribute('aria-label') ?? '',
        text: field.value,
    }));
}

/**
 * Creates the element that shows what was typed in a field.
 * @param {Typed} typed
 */
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

/**
 * Returns the matches in a node, itself included.
 * @param {Node} node
 * @param {string} selector
 */
const within = (node, selector) => node instanceof HTMLElement ? [...node.matches(selector) ? [node] : [], ...findAll(node, selector, HTMLElement)] : [];

/**
 * Returns the forms in a node whose text is saved nowhere else: those marked so, and a pasted list that is not part of a form with a draft.
 * @param {Node} node
 */
const formsWithUnkeptText = node => [
    ...within(node, '.guarded[data-unsent]'),
    ...within(node, 'form:not(.guarded *)').filter(form => form.querySelector('textarea') && !form.querySelector('.guarded')),
];

/** Whether a form keeps a draft: the page writes its chosen values. @param {HTMLElement} form */
const hasDraft = form => form.querySelector(':scope > [data-choices]') !== null;

/**
 * Shows the text of forms that were removed from the page.
 * @param {HTMLElement} place
 * @param {HTMLElement[]} forms
 */
function show(place, forms) {
    const list = required(place, '[data-lost]', HTMLElement);
    for (const form of forms) {
        list.append(...wordsOf(form).map(written));
    }
    if (list.childElementCount === 0) {
        return;
    }
    place.hidden = false;
    place.dataset.unsent = ''; // Leaving asks first while text is saved nowhere else.
    const drafts = forms.filter(hasDraft);
    if (drafts.length !== forms.length) {
        return;
    }
    // The draft of a removed form is still saved as soon as possible; its script then removes the mark.
    const kept = new MutationObserver(() => {
        if (drafts.every(form => !form.hasAttribute('data-unsent'))) {
            kept.disconnect();
            settle(place);
        }
    });
    drafts.forEach(form => kept.observe(form, { attributes: true, attributeFilter: ['data-unsent'] }));
}

/**
 * Whether the page shows text that is saved nowhere else.
 * @returns {boolean}
 */
export const holdsWords = () => document.querySelector('[data-fault-text][data-unsent]') !== null;

/** Lets the page be left although it shows such text. */
export const forgetWords = () => document.querySelectorAll('[data-fault-text][data-unsent]').forEach(place => place.removeAttribute('data-unsent'));

/**
 * Notes that the text shown in a place is saved by now.
 * @param {HTMLElement} place
 */
function settle(place) {
    delete place.dataset.unsent;
    required(place, '[data-not-kept]', HTMLElement).hidden = true;
    required(place, '[data-now-kept]', HTMLElement).hidden = false;
}

// The failed part is removed first; its replacement may come only with the next response of the server.
const meanwhile = 3000; // ms
/** @type {LeftForm[]} */
let gone = [];

new MutationObserver(changes => {
    gone = [
        ...gone.filter(left => Date.now() - left.at < meanwhile),
        ...changes.flatMap(change => [...change.removedNodes]).filter(node => !node.isConnected).flatMap(formsWithUnkeptText).map(form => ({ form, at: Date.now() })),
    ];
    const places = changes.flatMap(change => [...change.addedNodes]).flatMap(node => within(node, '[data-fault-text]')).filter(place => place.isConnected);
    if (places.length > 0) {
        // What was sent meanwhile is saved as a draft.
        show(places[0], [...new Set(gone.map(left => left.form))].filter(form => form.hasAttribute('data-unsent') || !form.matches('.guarded')));
        gone = [];
    }
}).observe(document.body, { childList: true, subtree: true });

// --- Copying ----------------------------------------------------------------------------------------------------------

/**
 * Copies a text, and shows beside the button whether that succeeded.
 * @param {HTMLElement} button
 * @param {string} text
 */
async function copy(button, text) {
    const result = required(button.parentElement ?? document, '[data-copied]', HTMLElement);
    try {
        await navigator.clipboard.writeText(text);
        result.textContent = result.dataset.copied ?? '';
        button.closest('[data-fault-text]')?.removeAttribute('data-unsent');
    } catch {
        result.textContent = result.dataset.notCopied ?? '';
    }
}

/**
 * Joins the texts of several fields, each below its label.
 * @param {Typed[]} list
 */
const lines = list => list.map(words => [words.label, words.text].filter(line => line !== '').join('\n')).join('\n\n');

document.addEventListener('click', event => {
    const button = closest(event.target, '[data-copy]', HTMLElement);
    const list = button?.closest('[data-fault-text], [data-draft-sheet]')?.querySelector('[data-copied-words]');
    if (button && list) {
        copy(button, lines([...list.querySelectorAll('[data-word]')].map(word => word.matches('.text')
            ? { label: '', text: word.textContent }
            : { label: word.querySelector('.label')?.textContent ?? '', text: word.querySelector('.text')?.textContent ?? '' })));
    }
});

// --- The circuit ended ------------------------------------------------------------------------------------------------

const ended = required(document, '#blazor-error-ui', HTMLElement);
const isShown = () => ended.style.display !== '' && ended.style.display !== 'none';
let over = false;

function say() {
    const open = findAll(document, '.guarded', HTMLElement);
    const waiting = open.filter(form => form.hasAttribute('data-unsent'));
    required(ended, '[data-ended-waiting]', HTMLElement).hidden = waiting.length === 0;
    required(ended, '[data-copy-page]', HTMLElement).hidden = waiting.length === 0;
    required(ended, '[data-ended-kept]', HTMLElement).hidden = waiting.length > 0 || !open.some(form => hasDraft(form) && wordsOf(form).length > 0 && form.dataset.draftKept !== undefined);
}

new MutationObserver(async () => {
    if (over || !isShown()) {
        return;
    }
    over = true;
    document.dispatchEvent(new Event('journal-ended'));
    const kept = handIn();
    say();
    new MutationObserver(say).observe(document.body, { attributes: true, attributeFilter: ['data-unsent', 'data-draft-kept'], subtree: true });
    await kept;
    say();
    required(ended, '.reload', HTMLElement).focus({ preventScroll: true });
}).observe(ended, { attributes: true, attributeFilter: ['style'] });

const copyPage = required(ended, '[data-copy-page]', HTMLElement);
copyPage.addEventListener('click', () => copy(copyPage, lines(findAll(document, '.guarded[data-unsent]', HTMLElement).flatMap(wordsOf))));
