// Caseload/CaseloadGrid.razor.js: which rows are asked for over a connection that drops, which row is marked as found, which width is told.

import { test, equal, page, press } from './check.js';
import { attach, detach, reveal, show } from '/Caseload/CaseloadGrid.razor.js';

const block = first => Array.from({ length: 10 }, (_, row) => `<div data-place="${first * 10 + row}"><a href="#">${first * 10 + row}</a></div>`).join('');

// Runs a test with an overview of a hundred rows, 300 pixels of which are in sight.
async function shown(test) {
    const sight = page(`<div style="position:relative"><div data-row="24" data-block="10" style="height:300px; width:600px; overflow:auto; position:relative"><div class="head" data-axis style="height:20px"></div><div class="rows" style="position:relative"></div></div><div id="note" hidden></div><p></p></div>`);
    const [frame, note, said] = sight.children;
    const calls = [];
    const server = { lost: false, invokeMethodAsync: (name, ...args) => {
        calls.push([name, ...args]);
        return server.lost ? new Promise(() => {}) : Promise.resolve(name === 'Note' ? `<strong>Note ${args[0]}</strong>` : name === 'Blocks' ? Array.from({ length: args[1] }, (_, place) => block(args[0] + place)) : null);
    } };
    try {
        attach(frame, server, note, said);
        await until(() => calls.some(([name]) => name === 'Measured'));
        show(frame, 100, null);
        await until(() => frame.querySelector('[data-place="0"]'));
        await test({ frame, server, calls, note, said });
    } finally {
        detach(frame);
    }
}

async function until(holds) {
    for (let turn = 0; !holds() && turn < 200; turn++) {
        await new Promise(done => setTimeout(done, 10));
    }
}

test('rows that were asked for over a lost connection are asked for again once it is back', () => shown(async ({ frame, server }) => {
    server.lost = true;
    show(frame, 200, 150);
    await until(() => frame.scrollTop > 3000);
    server.lost = false;
    document.dispatchEvent(new Event('journal-back'));
    await until(() => frame.querySelector('[data-place="150"]'));
    equal(frame.querySelector('[data-place="150"]')?.textContent, '150');
}));

test('the mark of whom was found goes with the order in which they were found', () => shown(async ({ frame }) => {
    const marked = () => [...frame.querySelectorAll('.found')].map(row => row.dataset.place);
    reveal(frame, 3, false);
    equal(marked(), ['3']);
    show(frame, 100, null);
    await until(() => marked().length === 0);
    equal(marked(), []);
}));

test('a mark that was removed does not come back with the rows', () => shown(async ({ frame, calls }) => {
    const marked = () => [...frame.querySelectorAll('.found')].map(row => row.dataset.place);
    reveal(frame, 3, false);
    reveal(frame, null, false);
    const before = calls.length;
    frame.scrollTop = 2000;
    await until(() => calls.length > before);
    frame.scrollTop = 0;
    await until(() => frame.querySelector('[data-place="3"]'));
    equal(marked(), []);
}));

test('a width that lasts a moment is not told', () => shown(async ({ frame, calls }) => {
    const before = calls.length;
    frame.style.width = '500px';
    await new Promise(done => requestAnimationFrame(() => setTimeout(done, 20)));
    frame.style.width = '600px';
    await new Promise(done => setTimeout(done, 300));
    equal(calls.slice(before).filter(([name]) => name === 'Measured'), []);
}));

test('a row that has the focus shows its note, says it, and Escape hides it until another row is rested on', () => shown(async ({ frame, calls, note, said }) => {
    const link = place => frame.querySelector(`[data-place="${place}"] a`);
    link(2).focus();
    await until(() => !note.hidden);
    equal([note.textContent, said.textContent, link(2).getAttribute('aria-describedby')], ['Note 2', 'Note 2', 'note']);
    press(link(2), 'Escape');
    equal([note.hidden, said.textContent, link(2).hasAttribute('aria-describedby')], [true, '', false]);
    link(2).dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType: 'mouse' }));
    await new Promise(done => setTimeout(done, 500));
    equal(note.hidden, true);
    press(link(2), 'ArrowDown');
    await until(() => !note.hidden);
    equal([note.textContent, calls.filter(([name]) => name === 'Note').map(([, place]) => place)], ['Note 3', [2, 3]]);
}));

test('rows that are passed are not asked for their note, and a finger shows none', () => shown(async ({ frame, calls, note }) => {
    const move = (place, pointerType) => frame.querySelector(`[data-place="${place}"]`).dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerType }));
    move(1, 'touch');
    await new Promise(done => setTimeout(done, 500));
    equal([note.hidden, calls.filter(([name]) => name === 'Note')], [true, []]);
    move(1, 'mouse');
    move(2, 'mouse');
    move(4, 'mouse');
    await until(() => !note.hidden);
    equal(calls.filter(([name]) => name === 'Note'), [['Note', 4]]);
    show(frame, 100, null);
    equal(note.hidden, true);
}));
