// Knows whether something typed here is not saved yet; Ctrl+Enter saves. The room's own script leaves such a page alone.

const page = document.documentElement;

const ask = event => {
    if (unsaved()) {
        event.preventDefault();
    }
};

export function watch(form) {
    if (!form) {
        return; // The page was left before this script came.
    }
    const touched = () => {
        page.dataset.unsaved = 'true';
        addEventListener('beforeunload', ask);
    };
    if (unsaved()) {
        touched(); // Typed before this script came.
    }
    form.addEventListener('input', touched);
    form.addEventListener('click', event => {
        if (event.target.closest('.chip, .answer')) {
            touched();
        }
    });
    form.addEventListener('keydown', event => {
        if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            // The field that is being written in goes first, so that its last word is in what is saved.
            document.activeElement?.dispatchEvent(new Event('change', { bubbles: true }));
            form.querySelector('[data-save]')?.click();
        }
    });
    // The heading takes the focus of a new page; a form goes on to its first field, unless somebody writes in another one already.
    if (!form.contains(document.activeElement)) {
        form.querySelector('[data-first-focus]')?.focus();
    }
}

export function unsaved() {
    return page.dataset.unsaved === 'true';
}

export function settle() {
    delete page.dataset.unsaved;
    removeEventListener('beforeunload', ask);
}
