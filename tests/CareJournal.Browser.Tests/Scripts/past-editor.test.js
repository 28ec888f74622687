import { equal, ok, page, press, test } from '/tests/check.js';
import { attach } from '/Visits/PastEditor.razor.js';

const cells = [0, 1, 2, 3, 4].map(column => `<input data-cell="${column}"><p data-understood="${column}"></p><p class="problem" data-fault="${column}"></p>`).join('');
const grid = `<form><div class="past" data-carried><textarea hidden data-draft="Rows"></textarea><ol data-rows></ol>
    <div hidden data-sample><li><div role="group"><div data-pause hidden><p data-pause-words></p><select data-cell="6"><option value=""></option><option>UpsAndDowns</option></select><input data-cell="7"><p data-fault="7"></p></div>
    <div data-title hidden><input data-cell="5"><p data-fault="5"></p></div>${cells}<button type="button" data-remove></button><div data-choices hidden></div><p data-notes></p></div></li></div>
    <p data-said><span></span><button type="button" data-undo hidden></button></p></div><span data-summary></span><button type="button" data-add></button></form>`;
const words = { row: 'Ligne {0}', pasted: 'Collé : {0}', removed: 'Retirée', tooMany: 'Trop de lignes', tooWide: 'Trop large', tooLong: 'Trop long', most: 5 };
const plain = { day: '', step: '', pause: '', opens: false, notes: '', faults: {}, choices: [] };

/** Starts a grid whose server answers as given, and returns what a test asks of it. */
function begin(answer = () => ({ rows: [], summary: '' }), text = '') {
    const form = page(grid);
    const rows = form.querySelector('textarea[hidden]');
    rows.value = text;
    const asked = [];
    const script = attach(form.querySelector('.past'), { invokeMethodAsync: async (_, text) => (asked.push(text), answer(text)) }, words);
    const cell = (row, column) => form.querySelectorAll('ol > li')[row]?.querySelector(`[data-cell="${column}"]`);
    return {
        form, rows, asked, script, cell,
        type(row, column, typed) {
            cell(row, column).focus();
            cell(row, column).value = typed;
            cell(row, column).dispatchEvent(new InputEvent('input', { bubbles: true }));
        },
        paste(row, column, text, html = '') {
            const data = new DataTransfer();
            data.setData('text/plain', text);
            data.setData('text/html', html);
            return !cell(row, column).dispatchEvent(new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }));
        },
        said: () => form.querySelector('[data-said] span').textContent,
        fault: (row, column) => form.querySelectorAll('ol > li')[row].querySelector(`[data-fault="${column}"]`).textContent,
        where: () => { const at = document.activeElement; return [[...form.querySelectorAll('ol > li')].findIndex(row => row.contains(at)), Number(at.dataset.cell)]; },
    };
}

const settled = () => new Promise(done => setTimeout(done, 320));

test('enter makes the next row, and so does tab in the last column, but never below a blank row', () => {
    const { type, cell, where, rows, form } = begin();
    type(0, 0, '12 mars 2019');
    ok(press(cell(0, 0), 'Enter'));
    equal(where(), [1, 0]);
    ok(press(cell(1, 4), 'Enter'), 'enter in a blank row stays there');
    ok(!press(cell(1, 4), 'Tab'), 'tab leaves a blank row');
    equal(form.querySelectorAll('ol > li').length, 2);
    type(1, 0, '26/3');
    ok(press(cell(1, 4), 'Tab'));
    equal([where(), rows.value], [[2, 0], '12 mars 2019\n26/3']);
    ok(press(cell(2, 0), 'ArrowUp'));
    equal(where(), [1, 0]);
});

test('the server is asked once the typing rests, and its words are written around the cells', async () => {
    const { type, asked, form, cell } = begin(text => ({ rows: text === '' ? [] : [{ ...plain, day: 'mardi 12 mars 2019', opens: true, pause: 'Neuf mois', notes: 'Note' }], summary: '1 séance' }));
    type(0, 0, '12');
    type(0, 0, '12 mars 2019');
    await settled();
    equal(asked.filter(text => text !== ''), ['12 mars 2019']);
    equal([form.querySelector('ol [data-understood="0"]').textContent, form.querySelector('ol [data-pause-words]').textContent, form.querySelector('[data-summary]').textContent], ['mardi 12 mars 2019', 'Neuf mois', '1 séance']);
    ok(!form.querySelector('ol [data-pause]').hidden && !form.querySelector('ol [data-title]').hidden);
    ok(cell(0, 0).getAttribute('aria-describedby').split(' ').every(id => document.getElementById(id)));
});

test('a problem waits until its cell is left, and a refused save shows it at once', async () => {
    const wrong = { rows: [{ ...plain, faults: { 0: 'Date non comprise.' } }], summary: '' };
    const { type, fault, cell, script } = begin(() => wrong);
    type(0, 0, 'un jour');
    await settled();
    equal(fault(0, 0), '');
    cell(0, 1).focus();
    equal([fault(0, 0), cell(0, 0).ariaInvalid], ['Date non comprise.', 'true']);
    type(0, 0, 'un jour ?');
    await settled();
    equal(fault(0, 0), '');
    script.show(wrong);
    equal(fault(0, 0), 'Date non comprise.');
});

test('a pasted table spreads itself, is announced to the draft, and can be taken back', () => {
    const { paste, rows, cell, form, said, type } = begin();
    let heard = 0;
    form.addEventListener('input', () => heard++);
    ok(paste(0, 0, '12/3/2019\tMieux\n26/3\t"Pareil\nencore"'));
    equal([rows.value, cell(1, 0).value, said(), heard], ['12/3/2019\tMieux\n26/3\t"Pareil\nencore"', '26/3', 'Collé : 2', 1]);
    form.querySelector('[data-undo]').click();
    equal([rows.value, form.querySelectorAll('ol > li').length], ['', 1]);
    type(0, 1, 'un mot');
    equal(form.querySelector('[data-undo]').hidden, true);
    ok(!paste(0, 1, 'deux\nlignes'), 'a note of two lines is pasted by the browser');
});

test('too many rows or columns are not pasted at all', () => {
    const { paste, rows, said, type } = begin();
    type(0, 0, '1/1/2019');
    paste(0, 0, Array(6).fill('1/2/2019').join('\n'));
    equal([said(), rows.value], ['Trop de lignes', '1/1/2019']);
    paste(0, 2, 'a\tb\tc\td\te\tf\tg');
    equal([said(), rows.value], ['Trop large', '1/1/2019']);
});

test('a row is removed with its text, which can be taken back', () => {
    const { form, rows, said } = begin(undefined, '1/1/2019\tun\n2/1/2019\tdeux');
    form.querySelector('[data-remove]').click();
    equal([rows.value, said()], ['2/1/2019\tdeux', 'Retirée']);
    form.querySelector('[data-undo]').click();
    equal(rows.value, '1/1/2019\tun\n2/1/2019\tdeux');
});

test('a draft that is restored is in the cells again, and what was told of a pause stays in sight', async () => {
    const { form, rows, cell } = begin();
    rows.value = '1/1/2019\tun\n2/6\t\t\t\t\tRetour\tUpsAndDowns\tmots';
    form.querySelector('.past').dataset.shown = rows.value;
    await settled();
    equal([cell(1, 5).value, cell(1, 6).value, cell(1, 7).value], ['Retour', 'UpsAndDowns', 'mots']);
    ok(!form.querySelectorAll('ol > li')[1].querySelector('[data-pause]').hidden);
    ok(form.querySelectorAll('ol > li')[0].querySelector('[data-pause]').hidden);
});

test('what can be two dates is offered once the cell is left, and the answer is written as if it were typed', async () => {
    const choices = [{ text: '19 mars 2018', isDay: true }, { text: 'mars 2019', isDay: false }];
    const { type, form, cell, rows, where } = begin(text => ({ rows: [text.startsWith('mars 19') ? { ...plain, faults: { 0: 'Lequel ?' }, choices } : plain], summary: '' }));
    type(0, 0, 'mars 19');
    await settled();
    equal(form.querySelectorAll('[data-choose]').length, 0);
    cell(0, 1).focus();
    await settled();
    equal([...form.querySelectorAll('[data-choose]')].map(button => button.textContent), ['19 mars 2018', 'mars 2019']);

    form.querySelectorAll('[data-choose]')[1].click();
    equal([rows.value, where(), cell(0, 0).selectionStart], ['mars 2019', [0, 0], 0]);
    type(0, 0, 'mars 19');
    cell(0, 1).focus();
    await settled();
    form.querySelector('[data-choose]').click();
    equal([rows.value, where()], ['19 mars 2018', [0, 1]]);
    await settled();
    ok(form.querySelector('[data-choices]').hidden);
});
