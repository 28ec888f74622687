// One key per answer. The place of the key counts, not its letter: the top row of a French keyboard gives & é " without Shift.

export function attach(field) {
    if (!field) {
        return; // The page was left before this script came.
    }
    field.addEventListener('keydown', event => {
        if (event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1] ?? (event.key.toLowerCase() === 'd' ? '10' : null);
        const answer = digit === null ? null : field.querySelector(`[data-answer="${digit}"]`);
        if (answer) {
            event.preventDefault();
            answer.click();
            next(field).focus();
        }
    });
}

// The hand goes on to the next question; after the last one it stays.
function next(field) {
    const scales = [...field.parentElement.querySelectorAll('[data-scale]')];
    const following = scales[scales.indexOf(field) + 1];
    return following?.querySelector('input:checked, input') ?? field.querySelector('input:checked') ?? field.querySelector('input');
}
