// The keyboard goes into a form that has just opened, and the form into view.

export function enter(form) {
    form?.querySelector('input, textarea, button')?.focus({ preventScroll: true });
    form?.scrollIntoView({ block: 'nearest' });
}
