// wwwroot/timeline-items.js: which mark is meant, and which ones the window shows.

import { test, equal, page } from './check.js';
import { anywhere, inOrder, nearest, visible } from '/timeline-items.js';

const item = (name, at) => ({ name, dataset: { at: `${at}` } });

test('the nearest mark is meant, of two equally near the first, of none nothing', () => {
    const items = [item('a', 10), item('b', 30), item('c', 50)];
    equal(nearest(items, 12).name, 'a');
    equal(nearest(items, 41).name, 'c');
    equal(nearest(items, 20).name, 'a');
    equal(nearest([], 20), undefined);
});

test('a mark is in the window from its left edge to its right edge', () => {
    const timeline = { grown: 2, view: { start: 50, scale: 4 }, width: 100 };
    equal([99, 100, 125, 150, 151].map(at => visible(timeline, item('', at))), [false, true, true, true, false]);
});

test('marks are put in order of time, and those of one place stay as they were', () => {
    equal(inOrder([item('c', 50), item('a', 10), item('d', 50), item('b', 30)]).map(({ name }) => name), ['a', 'b', 'c', 'd']);
});

test('a mark is found by its key in the picture of the whole, or as the column that counts it', () => {
    const frame = page('<svg><g class="world"><g class="stop" data-from=""><g class="item" data-key="gap-1"></g><g class="item" data-key="month" data-items="visit-1 visit-2"></g></g><g class="stop" data-from="10"><g class="item" data-key="visit-1"></g></g></g></svg>');
    const timeline = { world: frame.querySelector('.world') };
    equal(['gap-1', 'visit-2', 'visit-3', undefined].map(key => anywhere(timeline, key)?.dataset.key), ['gap-1', 'month', undefined, undefined]);
});
