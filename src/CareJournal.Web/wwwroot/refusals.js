// Makes the reason of a refused save visible: in every form, the first field with one is opened, scrolled to and focused.

import { closest, find, findAll } from '/elements.js';

/**
 * A pressed button whose answer is awaited.
 * @typedef {object} Asked
 * @property {Element} form The part of the page that it saves.
 * @property {number} at When it was pressed.
 * @property {boolean} isSave
 * @property {(Element | null)[]} left Where the focus may be if it has not moved on meanwhile.
 */

const patience = 15000; // ms after a save in which a reason counts as its answer
const still = 1500;     // ms after which a reason that was there before, and is unchanged, is the answer

const fields = 'input, textarea, select, button';
/** @type {Asked | null} */
let asked = null;

/** @param {Element} problem */
const isWritten = problem => problem.textContent !== '';

/**
 * Returns the part of the page that a button saves: the form around it, with everything that is saved or discarded together.
 * @param {Element} control
 */
const partOf = control => control.closest('.guarded') ?? control.closest('form') ?? control.closest('section');

/**
 * Waits for the answer to a press.
 * @param {Element | null} control
 * @param {boolean} isSave
 */
function ask(control, isSave) {
    const form = control && partOf(control);
    if (!form) {
        return;
    }
    const mine = asked = { form, at: Date.now(), isSave, left: [control, document.activeElement, document.body] };
    if (isSave) {
        // The same refusal twice changes nothing on the page. The focus stays where it is if typing went on meanwhile.
        setTimeout(() => asked === mine && answer(mine), still);
    }
}

/**
 * Returns the field that a reason belongs to; none for a reason about the whole form.
 * @param {Element} problem
 */
function fieldOf(problem) {
    const named = problem.id ? find(document, `[aria-describedby~="${CSS.escape(problem.id)}"]`, HTMLElement) : null;
    const around = problem.closest('fieldset, .field');
    return named || (around && findAll(around, fields, HTMLElement).find(field => !field.matches('[disabled]'))) || null;
}

/**
 * Shows the first reason of the answer, unless the focus has moved on.
 * @param {Asked} press
 */
function answer({ form, left }) {
    if (!left.includes(document.activeElement) && form.contains(document.activeElement)) {
        asked = null; // The page handles it by itself, or the focus has moved on.
        return;
    }
    const reasons = form.isConnected ? [...form.querySelectorAll('.problem')].filter(isWritten) : [];
    if (reasons.length === 0) {
        return;
    }
    asked = null;
    const reason = reasons.find(fieldOf) ?? reasons[0];
    const folded = 'details:not([open])';
    for (let details = closest(reason, folded, HTMLDetailsElement); details; details = closest(details.parentElement, folded, HTMLDetailsElement)) {
        details.open = true;
    }
    fieldOf(reason)?.focus({ preventScroll: true });
    // The reason, not the field: a long text would fill the window and leave its reason below.
    reason.scrollIntoView({ block: 'center', behavior: 'instant' });
}

document.addEventListener('click', event => {
    const control = closest(event.target, 'button', HTMLButtonElement);
    if (control) {
        ask(control, control.matches('[data-save], [type="submit"]'));
    }
}, true);
document.addEventListener('submit', event => ask(event.submitter ?? closest(event.target, 'form', HTMLFormElement), true), true);

// Typing on, or moving elsewhere, ends the waiting for an answer.
document.addEventListener('input', () => { asked = null; }, true);
document.addEventListener('pointerdown', event => { asked = closest(event.target, 'button', HTMLButtonElement) ? asked : null; }, true);

/**
 * Whether a change wrote a reason, or a part of one.
 * @param {Node} node
 */
const isReason = node => closest(node instanceof Element ? node : node.parentElement, '.problem', Element) !== null;

/**
 * Whether an added node is or contains a reason.
 * @param {Node} node
 */
const bringsReason = node => isReason(node) || (node instanceof Element && node.querySelector('.problem:not(:empty)') !== null);

let soon = 0;
new MutationObserver(changes => {
    if (!asked || Date.now() - asked.at > patience) {
        return;
    }
    const isNew = changes.some(change => isReason(change.target) || [...change.addedNodes].some(bringsReason));
    if (isNew && [...asked.form.querySelectorAll('.problem')].some(isWritten)) {
        // One answer may be rendered in several steps.
        cancelAnimationFrame(soon);
        soon = requestAnimationFrame(() => asked && answer(asked));
    }
}).observe(document.body, { childList: true, characterData: true, subtree: true });
