// A save that was refused shows its reason in sight: the first field with one is opened, scrolled to and given the focus, in every form.

const patience = 15000; // ms after a save in which a reason counts as its answer
const still = 1500;     // ms after which a reason that stood there before, and stands there unchanged, is the answer

const fields = 'input, textarea, select, button';
const isSaid = problem => problem.textContent !== '';
let asked = null; // { form, at, isSave, left }

// The part of the page that a button saves: the form around it, with all that is kept or left together.
const partOf = control => control.closest('.guarded') ?? control.closest('form') ?? control.closest('section');

function ask(control, isSave) {
    const form = control && partOf(control);
    if (!form) {
        return;
    }
    const mine = asked = { form, at: Date.now(), isSave, left: [control, document.activeElement, document.body] };
    if (isSave) {
        // The same refusal twice changes nothing on the page. Whoever has typed on meanwhile is left where they are.
        setTimeout(() => asked === mine && answer(), still);
    }
}

// The field that a reason belongs to; none for a reason about the whole.
function fieldOf(problem) {
    const named = problem.id && document.querySelector(`[aria-describedby~="${CSS.escape(problem.id)}"]`);
    const around = problem.closest('fieldset, .field');
    return named || (around && [...around.querySelectorAll(fields)].find(field => !field.disabled)) || null;
}

function answer() {
    const { form, left } = asked;
    if (!left.includes(document.activeElement) && form.contains(document.activeElement)) {
        asked = null; // The page leads to what is to be settled by itself, or somebody has gone on.
        return;
    }
    const reasons = form.isConnected ? [...form.querySelectorAll('.problem')].filter(isSaid) : [];
    if (reasons.length === 0) {
        return;
    }
    asked = null;
    const reason = reasons.find(fieldOf) ?? reasons[0];
    for (let folded = reason.closest('details:not([open])'); folded; folded = folded.parentElement.closest('details:not([open])')) {
        folded.open = true;
    }
    fieldOf(reason)?.focus({ preventScroll: true });
    // The reason, not the field: a long text would fill the window and leave its reason below.
    reason.scrollIntoView({ block: 'center', behavior: 'instant' });
}

document.addEventListener('click', event => {
    const control = event.target.closest?.('button');
    if (control) {
        ask(control, control.matches('[data-save], [type="submit"]'));
    }
}, true);
document.addEventListener('submit', event => ask(event.submitter ?? event.target, true), true);

// Typing on, or going elsewhere, is no waiting for an answer any more.
document.addEventListener('input', () => { asked = null; }, true);
document.addEventListener('pointerdown', event => { asked = event.target.closest?.('button') ? asked : null; }, true);

let soon = 0;
new MutationObserver(changes => {
    if (!asked || Date.now() - asked.at > patience) {
        return;
    }
    const isReason = node => (node.nodeType === Node.ELEMENT_NODE ? node : node.parentElement)?.closest('.problem');
    const said = changes.some(change => isReason(change.target) || [...change.addedNodes].some(node => isReason(node) || (node.nodeType === Node.ELEMENT_NODE && node.querySelector('.problem:not(:empty)'))));
    if (said && [...asked.form.querySelectorAll('.problem')].some(isSaid)) {
        // One answer may be drawn in several steps.
        cancelAnimationFrame(soon);
        soon = requestAnimationFrame(() => asked && answer());
    }
}).observe(document.body, { childList: true, characterData: true, subtree: true });
