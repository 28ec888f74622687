import { equal, ok, test } from '/tests/check.js';
import { isTable, read, spread, write } from '/past-table.js';

test('a table is read by tabs and lines, and a quoted cell has both', () => {
    equal(read('12/3\tMieux\r\n26/3\t"deux\nlignes, ""citées"""\r\n'), [['12/3', 'Mieux'], ['26/3', 'deux\nlignes, "citées"']]);
    equal(read('"Non" dit-il\t"jamais fermé\n\nfin'), [['"Non" dit-il', '"jamais fermé'], [''], ['fin']]);
    equal(read(''), []);
});

test('what is written is read again', () => {
    const pieces = ['a', '"', '""', '\t', '\n', ' ', '12/3', '', 'é"'];
    let seed = 20261130;
    const draw = of => { seed = (seed * 1103515245 + 12345) % 2147483648; return Math.floor(seed / 65536) % of; };
    for (let times = 0; times < 500; times++) {
        const rows = Array.from({ length: 1 + draw(5) }, () => Array.from({ length: 8 }, () => Array.from({ length: draw(4) }, () => pieces[draw(pieces.length)]).join('')));
        rows.push([...Array(7).fill(''), 'fin']);
        equal(read(write(rows)).map(cells => [...cells, ...Array(8).fill('')].slice(0, 8)), rows);
    }
});

test('blank rows at the end and empty cells at the end of a row are not written', () =>
    equal(write([['a', '', 'b', ''], ['', ''], ['c', ''], ['', '']]), 'a\t\tb\n\nc'));

test('a pasted table spreads over empty cells to the right and below', () =>
    equal(spread([['1', '', '', '', '', '', '', ''], ['2', '', '', '', '', '', '', '']], 0, 1, [['a', 'b'], ['c'], ['d']]), [
        ['1', 'a', 'b', '', '', '', '', ''], ['2', 'c', '', '', '', '', '', ''], ['', 'd', '', '', '', '', '', '']]));

test('no text is overwritten: where one is in the way, the table becomes rows of its own', () =>
    equal(spread([['1', 'x', '', '', '', '', '', ''], ['2', '', '', '', '', '', '', '']], 0, 0, [['3'], ['4', 'y']]).map(cells => cells.slice(0, 2)),
        [['1', 'x'], ['3', ''], ['4', 'y'], ['2', '']]));

test('a text of several lines is a table only from a spreadsheet, with tabs, or in a column of short texts', () => {
    ok(isTable('a\tb', '', false));
    ok(isTable('12/3\n26/3', '', true));
    ok(isTable('a\nb', '<html><table class="x"><tr>', false));
    ok(!isTable('a\nb', '<p>a</p>', false));
    ok(!isTable('12/3\n', '', true));
});
