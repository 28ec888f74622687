// Opens the palette by Ctrl+K or Alt+K, whatever has the focus, and by its button.

let leaving = null;
let dialog = null;

export function attach(element, server) {
    if (!element) {
        return; // The page was left before this script came.
    }
    detach();
    dialog = element;
    leaving = new AbortController();
    const { signal } = leaving;
    const open = () => {
        if (!dialog.open && document.documentElement.dataset.wire !== 'lost' && !document.querySelector('dialog:modal')) {
            dialog.showModal(); // At once: the next letter is meant for it already.
            dialog.querySelector('input').focus();
        }
    };
    dialog.addEventListener('close', () => server.invokeMethodAsync('Closed').catch(() => {}), { signal });
    document.addEventListener('keydown', event => {
        if ((event.ctrlKey || event.metaKey || event.altKey) && !event.shiftKey && event.code === 'KeyK') {
            event.preventDefault();
            open();
        }
    }, { signal });
    document.addEventListener('click', event => {
        if (event.target.closest('[data-palette]')) {
            open();
        } else if (event.target === dialog) {
            dialog.close(); // Beside it.
        }
    }, { signal });
}

export function close() {
    dialog?.close();
}

export function detach() {
    leaving?.abort();
}
