// The practitioner's own text snippets: typing « ;name » writes the text at the caret as soon as the word is ended. They exist only in
// this page's memory. Nothing else that was typed is changed, and Ctrl+Z undoes it like typing.

/**
 * A snippet by its name, which is already folded.
 * @typedef {{ name: string, text: string }} Snippet
 */

/**
 * The folding of a letter, such as « oe » for « œ ».
 * @typedef {Record<string, string>} Letters
 */

/**
 * A typed snippet name that ends at the caret.
 * @typedef {object} Typed
 * @property {number} from Where its name begins, with the semicolon.
 * @property {number} caret
 * @property {string} text
 */

/** @typedef {HTMLInputElement | HTMLTextAreaElement} TextField */

const fields = ':is(.guarded, .state-list) :is(textarea, input[type="text"]:not([role="combobox"]))';
const named = /(?<![\p{L}\p{N};]);([\p{L}\p{N}]{1,20})$/u; // never inside a word
const ends = /^[\s.,;:!?…)»]$/u;

/** @type {Map<string, string>} */
let texts = new Map();
/** @type {Letters} */
let letters = {};
let writing = false;

/**
 * Receives the practitioner's snippets from the server.
 * @param {Snippet[]} snippets
 * @param {Letters} folded
 */
export function take(snippets, folded) {
    letters = folded;
    texts = new Map(snippets.map(snippet => [snippet.name, snippet.text]));
}

/** Forgets all snippets. */
export function forget() {
    texts = new Map();
}

/**
 * Folds a name as FoldedText does, with its table of letters: a name consists of letters and digits. The digits of each script come in tens.
 * @param {string} name
 */
const fold = name => [...name.toLowerCase()].map(letter => letters[letter] ?? letter).join('')
    .normalize('NFKD').replace(/[\p{Mn}\p{Me}\p{Cf}]/gu, '').toLowerCase().replace(/\p{Nd}/gu, figure)
    .replace(/./gu, letter => letters[letter] ?? letter);

/**
 * Returns the value from 0 to 9 of a digit of any script.
 * @param {string} digit
 */
function figure(digit) {
    const own = digit.codePointAt(0) ?? 0;
    let first = own;
    while (/\p{Nd}/u.test(String.fromCodePoint(first - 1))) {
        first--;
    }
    return `${(own - first) % 10}`;
}

/**
 * Returns the snippet whose name ends at the caret.
 * @param {TextField} field
 * @returns {Typed | null}
 */
function atCaret(field) {
    const caret = field.selectionStart;
    if (caret === null || caret !== field.selectionEnd || /^[\p{L}\p{N}]/u.test(field.value.slice(caret, caret + 2))) {
        return null;
    }
    const found = named.exec(field.value.slice(Math.max(0, caret - 40), caret));
    const text = found && texts.get(fold(found[1]));
    return found && text ? { from: caret - found[1].length - 1, caret, text } : null;
}

/**
 * Replaces the name of a snippet with its text.
 * @param {TextField} field
 * @param {Typed} snippet
 * @param {string} end The character that ended the name.
 */
function write(field, { from, caret, text }, end) {
    writing = true;
    try {
        // The browser's own way of typing: it fires input, so that the draft notices, and keeps the undo list.
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

/**
 * Returns the field that an event is typed into, if snippets work in it.
 * @param {InputEvent | KeyboardEvent} event
 * @returns {TextField | null}
 */
function fieldOf({ target, isComposing }) {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    return isField && texts.size > 0 && !writing && !isComposing && target.matches(fields) && !target.readOnly ? target : null;
}

document.addEventListener('beforeinput', event => {
    const end = event.inputType === 'insertLineBreak' ? '\n' : event.inputType === 'insertText' ? event.data : null;
    const field = end && ends.test(end) ? fieldOf(event) : null;
    const snippet = field && atCaret(field);
    if (end && snippet && !(end === '\n' && field.tagName === 'INPUT')) {
        event.preventDefault();
        write(field, snippet, end);
    }
});

// Tab moves to the next field, Enter in a single-line field saves, in a grid it goes to the next row: all happen with the text written out.
document.addEventListener('keydown', event => {
    const inGrid = event.target instanceof Element && event.target.closest('[data-carried]') !== null && !event.shiftKey;
    const isEnd = event.key === 'Tab' || (event.key === 'Enter' && (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || inGrid));
    const field = isEnd ? fieldOf(event) : null;
    const snippet = field && atCaret(field);
    if (snippet) {
        write(field, snippet, '');
    }
}, { capture: true });
