// wwwroot/timeline-geometry.js: days, units of the axis, pixels, and where the window may be.

import { test, equal, near } from './check.js';
import { along, toUnits, toDay, iso, dayOf, allowedScale, allowedView, zoomed, pinched, stopAt, landing } from '/timeline-geometry.js';

// Days 1000 to 2000 as 1000 units, a folded pause of 500 days as 20, and 500 days as they are.
const corners = [[1000, 0], [2000, 1000], [2500, 1020], [3000, 1520]];
const rungs = [[1, 0.5], [2, 1], [3, 4], [4, 16], [5, 40]];
const timeline = view => ({ corners, rungs, total: 1520, width: 760, nearest: 40, view });

test('a day and its place on the axis lead to each other, also in a folded pause', () => {
    for (const [day, units] of [[1000, 0], [1500, 500], [2000, 1000], [2250, 1010], [2500, 1020], [3000, 1520]]) {
        near(toUnits(timeline(), day), units, `day ${day}`);
        near(toDay(timeline(), units), day, `unit ${units}`);
    }
});

test('before the first and after the last corner the axis goes on as it began and ended', () => {
    near(toUnits(timeline(), 900), -100);
    near(toUnits(timeline(), 3100), 1620);
    near(along(corners, 1620, 1, 0), 3100);
});

test('a day is written as a date and read back, over leap days and the turn of the century', () => {
    for (const date of ['1970-01-01', '1999-12-31', '2000-02-29', '2024-02-29', '2026-11-22']) {
        equal(iso(dayOf(date)), date);
    }
    equal(dayOf('1970-01-01'), 719162);
    equal(dayOf('2000-03-01') - dayOf('2000-02-28'), 2);
});

test('one sees at most all of it and at least what can be distinguished', () => {
    near(allowedScale(timeline(), 0), 0.5);
    near(allowedScale(timeline(), 7), 7);
    near(allowedScale(timeline(), 1000), 40);
});

test('the window never leaves the axis', () => {
    equal(allowedView(timeline(), -50, 1), { start: 0, scale: 1 });
    equal(allowedView(timeline(), 5000, 1), { start: 760, scale: 1 });
    equal(allowedView(timeline(), 300, 1), { start: 300, scale: 1 });
    equal(allowedView(timeline(), 300, 0.1), { start: 0, scale: 0.5 });
});

test('what is under the pointer stays under it, however near one comes', () => {
    for (const factor of [0.9, 1.6, 4]) {
        for (const x of [0, 200, 760]) {
            const before = timeline({ start: 400, scale: 2 });
            const { start, scale } = zoomed(before, factor, x);
            near(start + x / scale, 400 + x / 2, `factor ${factor} at ${x}`);
            near(scale, 2 * factor);
        }
    }
});

test('at either end of nearness the window stays where it is', () => {
    equal(zoomed(timeline({ start: 100, scale: 40 }), 2, 300), { start: 100, scale: 40 });
    equal(zoomed(timeline({ start: 0, scale: 0.5 }), 0.5, 300), { start: 0, scale: 0.5 });
});

test('the day between two fingers goes with the middle between them', () => {
    const drag = { start: 200, scale: 2, middle: 300, apart: 60 };
    const { start, scale } = pinched(timeline(), drag, 240, 350);
    near(scale, 8);
    near(start + 350 / scale, 200 + 300 / 2);
});

test('fingers that touch magnify no further than ten pixels apart', () => {
    const { scale } = pinched(timeline(), { start: 0, scale: 2, middle: 300, apart: 3 }, 20, 300);
    near(scale, 4);
});

test('a stop is named as soon as its own scale is reached, but for rounding', () => {
    const at = scale => stopAt(timeline({ start: 0, scale }));
    equal([0.4, 0.5, 0.99, 0.9995, 1, 3.9, 4, 39, 40].map(at), [1, 1, 1, 2, 2, 2, 3, 4, 5]);
});

test('a window in which no session would be is moved to the nearest one', () => {
    equal(landing([100, 500], 450, 100), 450, 'a session is in it');
    equal(landing([100, 500], 900, 100), 440, 'the last one is far before it');
    equal(landing([100, 500], 0, 60), 82, 'the first one is after it');
    equal(landing([], 900, 100), 900, 'there is none');
});
