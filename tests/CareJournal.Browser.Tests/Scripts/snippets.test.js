// wwwroot/snippets.js: a piece of text is written out where its name is typed, and nothing else is touched.

import { test, equal, ok, page, press } from './check.js';
import { take, forget } from '/snippets.js';

// The journal sends its own table with the pieces.
const letters = { œ: 'oe', æ: 'ae', ß: 'ss' };
const pieces = [{ name: 'ep', text: 'Épaule souple,\nsans forcer' }, { name: 'coeur', text: 'Cœur régulier' }];

// Types an ending between the texts before and after the caret; returns the field's text, or null where the browser types it itself.
function typed(before, after, ending, field = '<textarea></textarea>') {
    const form = page(`<form class="guarded">${field}</form>`);
    const area = form.querySelector('textarea, input');
    area.value = before + after;
    area.focus();
    area.setSelectionRange(before.length, before.length);
    const event = ending === '\n' ? { inputType: 'insertLineBreak' } : { inputType: 'insertText', data: ending };
    const taken = !area.dispatchEvent(new InputEvent('beforeinput', { ...event, bubbles: true, cancelable: true }));
    return taken ? area.value : null;
}

test('a name that is ended is written out with what ended it', () => {
    take(pieces, letters);
    equal(typed('Vu ;ep', '', ' '), 'Vu Épaule souple,\nsans forcer ');
    equal(typed(';ep', ' ensuite', '.'), 'Épaule souple,\nsans forcer. ensuite');
    equal(typed(';ep', '', '\n'), 'Épaule souple,\nsans forcer\n');
});

test('accents, capitals and ligatures do not matter', () => {
    take(pieces, letters);
    equal(typed(';ÉP', '', ','), 'Épaule souple,\nsans forcer,');
    equal(typed(';cœur', '', ' '), 'Cœur régulier ');
});

test('inside a word, after two semicolons, before a letter and by an unknown name nothing happens', () => {
    take(pieces, letters);
    equal([typed('mot;ep', '', ' '), typed(';;ep', '', ' '), typed(';ep', 'aule', ' '), typed(';autre', '', ' '), typed(';ep', '', 'a')], [null, null, null, null, null]);
});

test('in a field of one line a piece of two lines becomes one, and Enter is the form’s', () => {
    take(pieces, letters);
    const line = '<input type="text">';
    equal(typed(';ep', '', ' ', line), 'Épaule souple, sans forcer ');
    equal(typed(';ep', '', '\n', line), null);
});

test('a search field, a field that may not be written in and a page without a form are left alone', () => {
    take(pieces, letters);
    equal([typed(';ep', '', ' ', '<input type="text" role="combobox">'), typed(';ep', '', ' ', '<textarea readonly></textarea>')], [null, null]);
    const outside = page('<textarea></textarea>');
    outside.value = ';ep';
    outside.setSelectionRange(3, 3);
    ok(outside.dispatchEvent(new InputEvent('beforeinput', { inputType: 'insertText', data: ' ', bubbles: true, cancelable: true })), 'taken outside of a form');
});

test('Tab goes on with the text written out', () => {
    take(pieces, letters);
    const area = page('<form class="guarded"><textarea></textarea></form>').firstElementChild;
    area.value = ';coeur';
    area.focus();
    area.setSelectionRange(6, 6);
    ok(!press(area, 'Tab'), 'Tab was taken away');
    equal(area.value, 'Cœur régulier');
});

test('once forgotten nothing is written out', () => {
    take(pieces, letters);
    forget();
    equal(typed(';ep', '', ' '), null);
});
