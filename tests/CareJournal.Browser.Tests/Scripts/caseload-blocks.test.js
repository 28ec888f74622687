// wwwroot/caseload-blocks.js: which blocks of rows are asked for, and in which order.

import { test, equal } from './check.js';
import { wanted, next } from '/caseload-blocks.js';

// Blocks of ten rows of 20 pixels, a window of 400 pixels.
const scrolledTo = (top, { count = 1000, down = true, turn = 1, here = {} } = {}) => ({
    count, down, turn, height: 20, size: 10, frame: { scrollTop: top, clientHeight: 400 }, blocks: new Map(Object.entries(here).map(([block, of]) => [+block, { turn: of }])),
});

test('rows are kept ready ahead of the movement, a few behind it, and none beyond either end', () => {
    equal(wanted(scrolledTo(4000)), { first: 20, seen: 22, from: 18, to: 27 });
    equal(wanted(scrolledTo(4000, { down: false })), { first: 20, seen: 22, from: 15, to: 24 });
    equal(wanted(scrolledTo(0)), { first: 0, seen: 2, from: 0, to: 7 });
    equal(wanted(scrolledTo(19_600)), { first: 98, seen: 99, from: 96, to: 99 });
    equal(wanted(scrolledTo(0, { count: 15 })), { first: 0, seen: 1, from: 0, to: 1 });
});

test('what is in sight comes first, then what is ahead, then what is behind', () => {
    const asked = [];
    const grid = scrolledTo(4000);
    for (let missing = next(grid); missing; missing = next(grid)) {
        asked.push([missing.first, missing.count]);
        for (let block = missing.first; block < missing.first + missing.count; block++) {
            grid.blocks.set(block, { turn: 1 });
        }
    }
    equal(asked, [[20, 3], [23, 5], [18, 2]]);
});

test('rows in another order are asked for again', () => {
    equal(next(scrolledTo(0, { turn: 2, here: { 0: 2, 1: 1, 2: 1 } })), { first: 1, count: 2 });
});

test('where every row has arrived nothing is asked for', () => {
    equal(next(scrolledTo(0, { count: 15, here: { 0: 1, 1: 1 } })), null);
});
