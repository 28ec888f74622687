// Knows whether something typed here is not saved yet. The room's own script leaves such a page alone.

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
    // The heading takes the focus of a new page; a form goes on to its first field.
    form.querySelector('[data-first-focus]')?.focus();
}

export function unsaved() {
    return page.dataset.unsaved === 'true';
}

export function settle() {
    delete page.dataset.unsaved;
    removeEventListener('beforeunload', ask);
}
