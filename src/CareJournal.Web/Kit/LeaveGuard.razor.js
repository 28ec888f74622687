// Knows whether something typed here is not saved yet; the room's own script marks what is typed, and leaves such a page alone.

export function watch(form) {
    if (!form) {
        return; // The page was left before this script came.
    }
    form.setAttribute('data-watched', '');
    form.addEventListener('click', event => {
        if (event.target.closest('.chip, .answer')) {
            form.setAttribute('data-unsent', '');
        }
    });
    // The heading takes the focus of a new page; a form goes on to its first field, unless somebody writes in another one already or has.
    if (!form.hasAttribute('data-unsent') && !form.contains(document.activeElement)) {
        form.querySelector('[data-first-focus]')?.focus();
    }
}

export const unsaved = form => form?.hasAttribute('data-unsent') === true;

export const settle = form => form?.removeAttribute('data-unsent');
