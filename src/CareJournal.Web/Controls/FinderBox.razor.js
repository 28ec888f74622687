// Only what cannot wait for the server: overriding the browser's defaults for a few keys, and emptying the field.

import { required } from '/elements.js';

/**
 * Starts listening to a field and its list.
 * @param {HTMLElement | null} root Null if the page was left before this script loaded.
 */
export function attach(root) {
    if (!root) {
        return;
    }
    const input = required(root, '[role=combobox]', HTMLInputElement);

    input.addEventListener('keydown', event => {
        if (event.isComposing) {
            // The key belongs to an accent or a character that is still being composed.
            event.stopPropagation();
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter') {
            event.preventDefault();
        } else if (event.key === 'Escape' && input.value !== '') {
            event.preventDefault();
            input.value = '';
            input.dispatchEvent(new Event('input', { bubbles: true }));
        } else if (event.key === 'Escape' && !input.closest('[role=dialog]')) {
            // Empty already: the keys of the whole page are at hand again.
            input.blur();
        }
    });

    // The field keeps the focus while a result is clicked: the list would close under the pointer otherwise.
    required(root, '.found', HTMLElement).addEventListener('mousedown', event => event.preventDefault());
}
