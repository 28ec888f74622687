// Timelines/TimelineDrawing.razor.js: what a click, a key or a button does with the marks that the server printed. Their keys are passed on
// as they are: what a mark is and which days a column counts is read from the other data attributes.

import { test, equal, ok, page, press } from './check.js';
import { attach, detach, refresh, show } from '/Timelines/TimelineDrawing.razor.js';

// 1000 days from day 738000 on, 500 pixels.
const mark = (key, kind, lane, at, more = '') => `<g class="item ${kind}" tabindex="-1" data-key="${key}" data-kind="${kind}" data-lane="${lane}" data-at="${at}" ${more}><rect width="4" height="4"></rect></g>`;
const marks = mark('a', 'period', 0, 0, 'data-end="400"') + mark('b', 'gap', 2, 100, 'data-end="150"') + mark('c', 'visit', 2, 200) + mark('d', 'gap', 2, 300, 'data-end="350"')
    + mark('e', 'column', 2, 400, 'data-first-day="738780" data-last-day="738819"') + mark('f', 'flare-up', 3, 250);
const timeline = `<div class="timeline" data-early="click keydown"><button data-do="stop-1"></button><button data-do="next-gap"></button>
    <div class="drawing" style="width:600px;height:300px" data-gutter="100" data-width="500" data-corners="738000:0 739000:1000" data-rungs="1:0.5 2:2" data-nearest="40" data-opening="1" data-opening-start="0" data-today="738960" data-first="738100" data-bottom="250">
        <div class="plot"><div class="world"><svg class="stop" width="500" height="250" data-stop="1" data-scale="0.5" data-from="" data-to="">${marks}${[2, 250, 495].map(x => `<text class="p ruler" style="--x: ${x}">2020</text>`).join('')}<g class="chart small" data-curve="curve-sleep" data-top="200" data-readings=""><rect width="500" height="24" y="200"></rect></g></svg></div></div>
        <svg class="frame"><defs><pattern id="silence"></pattern></defs><g class="own"></g></svg><button data-curve="curve-sleep"></button>
    </div><p class="hover" hidden></p><p data-said></p></div>`;

async function drawn(act, { chosen = null, first = () => {}, early = () => {} } = {}) {
    history.replaceState(null, '', '/');
    const frame = page(timeline);
    const heard = [];
    first(frame);
    attach(frame, { invokeMethodAsync: async (...words) => { heard.push(words); } });
    early(frame);
    await refresh(frame, chosen, []);
    const of = key => frame.querySelector(`[data-key="${key}"]`);
    await act({ frame, of, heard: what => heard.filter(([name]) => name === what).map(([, ...words]) => words) });
    detach(frame);
    history.replaceState(null, '', '/');
}

const click = target => target.dispatchEvent(new MouseEvent('click', { bubbles: true }));
const addressed = () => ['from', 'to'].map(name => new URLSearchParams(location.search).get(name));

test('a click on a mark passes its key on, after the window in which it was', () => drawn(({ of, heard }) => {
    click(of('c').firstChild);
    equal(heard('Chose'), [['c']]);
    equal(heard('Settled').at(-1), ['2021-07-30', '2024-04-24', 0, 1]);
}));

test('a column is brought nearer by its days, and nothing is chosen', () => drawn(({ of, heard }) => {
    press(of('e'), 'Enter');
    equal(heard('Chose'), []);
    ok(Number(/--k: ([\d.]+)/.exec(of('e').closest('.stop').getAttribute('style'))[1]) > 10, 'it did not come nearer');
}));

test('a click on a sparkline is one on the name of its curve', () => drawn(({ frame, heard }) => {
    let presses = 0;
    frame.querySelector('button[data-curve]').addEventListener('click', () => { presses++; });
    click(frame.querySelector('.chart.small rect'));
    equal(presses, 1);
    equal(heard('Chose'), []);
}));

test('what is chosen has no bubble: its detail says it', () => drawn(async ({ frame, of }) => {
    const bubble = frame.querySelector('.hover');
    const isShown = key => {
        of(key).focus();
        return !bubble.hidden;
    };
    equal(['b', 'c', 'd'].map(isShown), [true, false, true]);
    await refresh(frame, 'd', []);
    equal([!bubble.hidden, isShown('c'), isShown('d')], [false, true, false]);
}, { chosen: 'c' }));

test('a date that an edge of the window would cut is hidden', () => drawn(({ frame }) => {
    const isCut = () => [...frame.querySelectorAll('.ruler')].map(words => words.classList.contains('cut'));
    equal(isCut(), [true, false, true]);
    show(frame, 738495, 738995);
    equal(isCut(), [true, true, true]);
    show(frame, 738240, 738740);
    equal(isCut(), [true, false, true]);
}));

test('a period is chosen and brought nearer', () => drawn(({ of, heard }) => {
    press(of('a'), ' ');
    equal(heard('Chose'), [['a']]);
    equal(addressed()[0], '2021-07-30');
}));

test('a letter goes to the next mark of its kind, with Shift to the former one', () => drawn(({ of }) => {
    of('c').focus();
    press(document.activeElement, 'g');
    equal(document.activeElement.dataset.key, 'd');
    press(document.activeElement, 'G', { shiftKey: true });
    equal(document.activeElement.dataset.key, 'b');
    press(document.activeElement, 'f');
    equal(document.activeElement.dataset.key, 'f');
}, { chosen: 'c' }));

test('a button that is pressed before the first picture is done with it', () => drawn(({ heard }) => {
    equal(heard('Chose'), [['d']]);
}, { chosen: 'c', early: frame => click(frame.querySelector('[data-do="next-gap"]')) }));

test('a mark that is clicked before the script has come is chosen once it has', () => drawn(({ of, heard }) => {
    equal(heard('Chose'), [['c']]);
    equal(of('c').tabIndex, 0);
}, { first: frame => click(frame.querySelector('[data-key="c"]').firstChild) }));

test('a mark that was drawn again meanwhile is chosen, and gets the focus', () => drawn(({ of, heard }) => {
    equal(heard('Chose'), [['c']]);
    equal(document.activeElement, of('c'));
}, {
    first: frame => click(frame.querySelector('[data-key="c"]').firstChild),
    early: frame => { const stop = frame.querySelector('.stop'); stop.innerHTML = stop.innerHTML; },
}));

test('keys that come before the first picture is read walk on from mark to mark', () => drawn(({ heard }) => {
    equal(document.activeElement.dataset.key, 'e');
    equal(heard('Chose'), []);
}, {
    early: frame => {
        const mark = frame.querySelector('[data-key="c"]');
        mark.focus();
        ok(press(mark, 'ArrowRight'), 'the page scrolled');
        press(mark, 'ArrowRight');
    },
}));

test('without a connection nothing is passed on, and the window moves all the same', () => drawn(({ of, heard }) => {
    document.documentElement.dataset.connection = 'lost';
    press(of('a'), 'Enter');
    delete document.documentElement.dataset.connection;
    equal(heard('Chose'), []);
    equal(addressed()[0], '2021-07-30');
}));

test('after the script is detached nothing is listened to', async () => {
    const frame = page(timeline);
    const heard = [];
    attach(frame, { invokeMethodAsync: async (...words) => { heard.push(words); } });
    await refresh(frame, null, []);
    detach(frame);
    click(frame.querySelector('[data-key="c"]'));
    equal(heard.filter(([name]) => name === 'Chose'), []);
});
