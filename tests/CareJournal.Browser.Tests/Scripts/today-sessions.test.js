// Today/TodaySessions.razor.js: one key for each act on a session, and the arrows from line to line.

import { test, equal, ok, page, press } from './check.js';
import { attach } from '/Today/TodaySessions.razor.js';

function day() {
    const list = page('<ul>' + ['a', 'b', 'c'].map(name => `<li data-row><a href="#${name}">${name}</a><button data-key="H">${name} faite</button><button data-key="M">${name} manquée</button></li>`).join('') + '</ul>');
    const heard = [];
    list.addEventListener('click', event => { heard.push(event.target.textContent); event.preventDefault(); });
    attach(list);
    return { list, heard, row: number => list.children[number] };
}

test('a key acts on its line, whatever its case, and the focus goes on to the next that waits', () => {
    const { list, heard, row } = day();
    row(0).querySelector('button').focus();
    ok(press(document.activeElement, 'h'), 'the key was left to the browser');
    equal(heard, ['a faite']);
    ok(document.activeElement === row(1).querySelector("[data-key]"), "the hand is not on the next line");
    press(document.activeElement, 'M');
    equal(heard.at(-1), 'b manquée');
    ok(list.contains(document.activeElement), 'the hand left the list');
});

test('after the last line the focus goes back to one that waits', () => {
    const { row } = day();
    row(2).querySelector('button').focus();
    press(document.activeElement, 'h');
    ok(row(1).contains(document.activeElement), 'the hand is elsewhere');
});

test('the arrows go from line to line, and a key with Ctrl, Alt or Cmd is the browser’s', () => {
    const { row, heard } = day();
    row(0).querySelector('a').focus();
    press(document.activeElement, 'ArrowDown');
    ok(row(1).contains(document.activeElement), 'not on the second line');
    press(document.activeElement, 'ArrowUp');
    ok(row(0).contains(document.activeElement), 'not back on the first');
    for (const held of ['ctrlKey', 'altKey', 'metaKey']) {
        ok(!press(document.activeElement, 'h', { [held]: true }), `${held} was taken`);
    }
    equal(heard, []);
});
