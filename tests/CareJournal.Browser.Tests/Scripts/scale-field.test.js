// Controls/ScaleField.razor.js: one key per answer, and on to the next question.

import { test, equal, ok, page, press } from './check.js';
import { attach } from '/Controls/ScaleField.razor.js';

const scale = name => `<fieldset data-scale>${['0', '3', '7', '10'].map(value => `<label><input type="radio" name="${name}" value="${value}" data-answer="${value}"></label>`).join('')}</fieldset>`;

function two() {
    const place = page(`<div>${scale('sleep')}${scale('pain')}</div>`);
    const fields = [...place.children];
    fields.forEach(attach);
    fields[0].querySelector('input').focus();
    return fields;
}

const answer = field => field.querySelector('input:checked')?.value;

test('a digit answers by its place, from the top row or the pad, and the focus goes on', () => {
    const [first, second] = two();
    ok(press(document.activeElement, 'è', { code: 'Digit7' }), 'the key was left to the browser');
    equal(answer(first), '7');
    ok(second.contains(document.activeElement), 'the hand did not go on');
    press(document.activeElement, '3', { code: 'Numpad3' });
    equal(answer(second), '3');
    ok(second.contains(document.activeElement), 'after the last one the hand left');
});

test('d is ten', () => {
    const [first] = two();
    press(document.activeElement, 'D', { code: 'KeyD' });
    equal(answer(first), '10');
});

test('with Ctrl, Alt or Cmd, and without such an answer, nothing happens', () => {
    const [first] = two();
    for (const held of ['ctrlKey', 'altKey', 'metaKey']) {
        ok(!press(document.activeElement, '7', { code: 'Digit7', [held]: true }), `${held} was taken`);
    }
    ok(!press(document.activeElement, '5', { code: 'Digit5' }), 'an answer that is not there was given');
    equal(answer(first), undefined);
});
