// The fields of a form whose draft is kept: their content as the text of a draft, and writing into them like typing.

import { find, required } from '/elements.js';

/** @typedef {HTMLInputElement | HTMLTextAreaElement} Field */

/**
 * Returns the element on which the page writes the chosen values of a form, and of no form nested in it.
 * @param {HTMLElement} form
 * @returns {HTMLElement}
 */
export const choicesOf = form => required(form, ':scope > [data-choices]', HTMLElement);

/**
 * Whether an element belongs to the form itself, and not to a form nested in it.
 * @param {HTMLElement} form
 * @param {EventTarget | null} part
 * @returns {part is Element}
 */
export const belongs = (form, part) => part instanceof Element && part.closest('.guarded') === form;

/**
 * Focuses the field of a form in which one begins to type. Where something is to be read before it, the focus stays where it is while the field is out of sight.
 * @param {HTMLElement} form
 */
export function focusFirst(form) {
    const field = find(form, '[data-first-focus]', HTMLElement);
    if (field && (field.dataset.firstFocus !== 'in-sight' || field.getBoundingClientRect().top < innerHeight - 100)) {
        field.focus();
    }
}

/**
 * Returns the text fields and checkboxes that are kept by name.
 * @param {HTMLElement} form
 * @returns {Field[]}
 */
export const fieldsOf = form => [...form.querySelectorAll('[data-draft]')].filter(isField).filter(field => belongs(form, field));

/**
 * @param {Element} part
 * @returns {part is Field}
 */
const isField = part => part instanceof HTMLInputElement || part instanceof HTMLTextAreaElement;

/**
 * Whether something is a text field that is not kept by name: its text reaches the draft through the page alone. The fields of a grid (data-carried) are
 * written by its script into one field that is.
 * @param {EventTarget | null} part
 * @returns {part is Field}
 */
export const isUnnamed = part => part instanceof Element && isField(part) && !part.dataset.draft && !part.closest('[data-carried]') && !['checkbox', 'radio'].includes(part.type);

/**
 * Returns the text of the draft: the chosen values as the page wrote them, overlaid with the content of the fields.
 * @param {HTMLElement} form
 * @returns {string} JSON.
 */
export const textOf = form => JSON.stringify({
    ...JSON.parse(choicesOf(form).dataset.choices || '{}'),
    ...Object.fromEntries(fieldsOf(form).map(field => [field.dataset.draft, field.type === 'checkbox' && 'checked' in field ? field.checked : field.value.toWellFormed()])),
});

/**
 * Returns what is written in a form, without what is only chosen: every text of its draft, those within a chosen value included.
 * @param {HTMLElement} form
 * @returns {string}
 */
export function wordsOf(form) {
    /** @type {string[]} */
    const words = [];
    JSON.parse(textOf(form), (_, value) => {
        if (typeof value === 'string' && value.trim() !== '') {
            words.push(value);
        }
        return value;
    });
    return JSON.stringify(words);
}

/**
 * Marks for the style sheet whether any field of several lines contains text, which a button must not ignore.
 * @param {HTMLElement} form
 */
export const markWritten = form => {
    form.toggleAttribute('data-written', fieldsOf(form).some(field => field instanceof HTMLTextAreaElement && field.value.trim() !== ''));
};

/**
 * Appends text to a field, on a new line if the field is not empty, as if typed: the draft notices, and Ctrl+Z undoes it.
 * @param {Field} field
 * @param {string} words
 */
export function write(field, words) {
    field.focus();
    if (field.selectionStart !== null) { // A field for an e-mail address or a number has no place to write at: it writes at its end.
        field.setSelectionRange(field.value.length, field.value.length);
    }
    if (words === '') {
        return;
    }
    const apart = field.value.trim() === '' ? '' : field instanceof HTMLInputElement ? ' ' : '\n';
    if (!document.execCommand('insertText', false, apart + words)) {
        field.value += apart + words;
        field.dispatchEvent(new InputEvent('input', { bubbles: true }));
    }
}

/**
 * Copies text, on request, into the field that the button names: a proposal in place of what is there, words of an earlier session to its end, with their date.
 * @param {HTMLElement} form
 * @param {HTMLElement | null} button
 */
export function reuse(form, button) {
    const field = button && fieldsOf(form).find(field => field.dataset.draft === button.dataset.reuse);
    if (button?.parentElement && field) {
        field.closest('details')?.setAttribute('open', '');
        if (button.dataset.whole !== undefined) {
            field.focus();
            field.select();
            document.execCommand('delete'); // Undone like typing.
        }
        write(field, `${required(button.parentElement, '[data-words]', HTMLElement).textContent.trim()} ${button.dataset.mark}`.trim());
    }
}
