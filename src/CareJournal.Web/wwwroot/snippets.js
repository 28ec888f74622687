// The practitioner's own pieces of text: « ;name », and the text stands at the caret as soon as the word is ended. They live in this page's
// memory alone. Nothing else that was typed is touched, and Ctrl+Z takes it back as it takes back typing.

const fields = ':is(.guarded, .standings) :is(textarea, input[type="text"]:not([role="combobox"]))';
const named = /(?<![\p{L}\p{N};]);([\p{L}\p{N}]{1,20})$/u; // never inside a word
const ends = /^[\s.,;:!?…)»]$/u;

let texts = new Map();
let letters = {};
let writing = false;

export function take(snippets, folded) {
    letters = folded;
    texts = new Map(snippets.map(snippet => [snippet.name, snippet.text]));
}

export function forget() {
    texts = new Map();
}

// As FoldedText compares, with its table of letters: a name is of letters and digits alone. The digits of a script stand ten and ten together.
const fold = name => [...name.toLowerCase()].map(letter => letters[letter] ?? letter).join('')
    .normalize('NFKD').replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '').toLowerCase().replace(/\p{Nd}/gu, figure)
    .replace(/./gu, letter => letters[letter] ?? letter);

function figure(digit) {
    let first = digit.codePointAt(0);
    while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) {
        first--;
    }
    return (digit.codePointAt(0) - first) % 10;
}

// The snippet that ends at the caret: where it begins, and its text.
function atCaret(field) {
    const caret = field.selectionStart;
    if (caret === null || caret !== field.selectionEnd || /^[\p{L}\p{N}]/u.test(field.value.slice(caret, caret + 2))) {
        return null;
    }
    const found = named.exec(field.value.slice(Math.max(0, caret - 40), caret));
    const text = found && texts.get(fold(found[1]));
    return text ? { from: caret - found[1].length - 1, caret, text } : null;
}

function write(field, { from, caret, text }, end) {
    writing = true;
    try {
        // The browser's own way to type: it fires input, so that the draft notices, and keeps the undo list.
        field.setSelectionRange(from, caret);
        const written = field.tagName === 'INPUT' ? text.replace(/\s*\n\s*/g, ' ') : text;
        if (!document.execCommand('insertText', false, written + end)) {
            field.setRangeText(written + end, from, caret, 'end');
            field.dispatchEvent(new InputEvent('input', { bubbles: true, inputType: 'insertText', data: written + end }));
        }
    } finally {
        writing = false;
    }
}

function meant(event) {
    const field = event.target;
    return texts.size > 0 && !writing && !event.isComposing && field.matches?.(fields) && !field.readOnly ? atCaret(field) : null;
}

document.addEventListener('beforeinput', event => {
    const end = event.inputType === 'insertLineBreak' ? '\n' : event.inputType === 'insertText' ? event.data : null;
    const snippet = end && ends.test(end) && event.target.tagName !== undefined ? meant(event) : null;
    if (snippet && !(end === '\n' && event.target.tagName === 'INPUT')) {
        event.preventDefault();
        write(event.target, snippet, end);
    }
});

// Tab goes on to the next field, Enter in a line of text saves: both do so with the text written out.
document.addEventListener('keydown', event => {
    const ending = event.key === 'Tab' || (event.key === 'Enter' && (event.target.tagName === 'INPUT' || event.ctrlKey || event.metaKey));
    const snippet = ending ? meant(event) : null;
    if (snippet) {
        write(event.target, snippet, '');
    }
}, { capture: true });
