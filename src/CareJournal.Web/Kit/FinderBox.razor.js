// Only what cannot wait for the server: the browser's own habits of a few keys, and emptying the field.

export function attach(root) {
    if (!root) {
        return; // The page was left before this script came.
    }
    const input = root.querySelector('[role=combobox]');

    input.addEventListener('keydown', event => {
        if (event.isComposing) {
            // The key belongs to an accent or a character that is still being made.
            event.stopPropagation();
        } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp' || event.key === 'Enter') {
            event.preventDefault();
        } else if (event.key === 'Escape' && input.value !== '') {
            event.preventDefault();
            input.value = '';
            input.dispatchEvent(new Event('input', { bubbles: true }));
        }
    });

    // The field keeps the focus while a result is clicked: the list would close under the pointer otherwise.
    root.querySelector('.found').addEventListener('mousedown', event => event.preventDefault());
}
