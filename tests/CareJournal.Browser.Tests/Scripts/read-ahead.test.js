// wwwroot/read-ahead.js: who is read ahead, when it is shown, and when it is forgotten.

import { test, equal, ok, page, stillClock } from './check.js';
import { attach, detach, forget } from '/read-ahead.js';

const ada = '00000000-0000-4000-8000-00000000000a';
const bo = '00000000-0000-4000-8000-00000000000b';
const layer = () => document.querySelector('.read-ahead');
const shown = () => document.querySelector('.read-ahead[data-shown]')?.textContent ?? null;
const painted = () => new Promise(done => requestAnimationFrame(() => setTimeout(done)));

// Two links to people, a link to somewhere else, and a server that answers when it is told to.
async function list(body) {
    page(`<div><h1>People</h1><a id="ada" href="/patients/${ada}">Ada</a><a id="bo" href="/patients/${bo}">Bo</a><a id="ada-at" href="/patients/${ada}?item=x">One day</a><a id="home" href="/">Home</a></div>`);
    const clock = stillClock();
    const asked = [];
    const answers = [];
    const followed = [];
    document.querySelector('main').onclick = event => { event.preventDefault(); followed.push(event.target.id); };
    attach({ invokeMethodAsync: (_, person) => new Promise(answer => { asked.push(person); answers.push(answer); }) });
    const at = id => document.getElementById(id);
    try {
        await body({
            asked, followed, clock,
            rest: id => at(id).dispatchEvent(new PointerEvent('pointerover', { bubbles: true, pointerType: 'mouse' })),
            press: id => at(id).dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, button: 0 })),
            click: (id, more = {}) => at(id).dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, button: 0, ...more })),
            answer: async text => { answers.shift()(text === null ? null : new TextEncoder().encode(text)); await clock.settle(); },
        });
    } finally {
        // A click that was held for a frame is followed here, and not in the next test.
        clock.end();
        await painted();
        detach();
        document.querySelector('main').onclick = null;
    }
}

test('sweeping over people reads nobody, and resting on one reads that one, once', () => list(async ({ asked, rest, clock }) => {
    for (const id of ['ada', 'bo', 'ada', 'bo', 'home']) {
        rest(id);
        await clock.advance(30);
    }
    await clock.advance(500);
    equal(asked, []);
    rest('bo');
    await clock.advance(41);
    rest('bo');
    await clock.advance(500);
    equal(asked, [bo]);
}));

test('pressing reads at once, and a link to one day of a person reads nobody', () => list(async ({ asked, rest, press, clock }) => {
    rest('ada-at');
    await clock.advance(500);
    equal(asked, []);
    press('ada');
    await clock.advance(0);
    equal(asked, [ada]);
}));

test('the click shows the picture at once, and is followed once that is painted', () => list(async ({ rest, click, answer, followed, clock }) => {
    rest('ada');
    await clock.advance(41);
    await answer('<h1 id="title" data-log>Ada in full</h1>');
    equal(shown(), null);
    ok(layer() && !layer().querySelector('[id], [data-log]'), 'Keys of the page would find what is not seen yet.');
    click('ada');
    equal(shown(), 'Ada in full');
    equal(followed, []);
    clock.end();
    await painted();
    equal(followed, ['ada'], 'once it is painted:');
    equal(shown(), 'Ada in full', 'until the page is there:');
    document.querySelector('main').innerHTML = '<h1>Ada herself</h1>';
    await Promise.resolve();
    equal(layer(), null);
}));

test('a picture is shown for its own person alone, however late it comes', () => list(async ({ asked, rest, click, answer, followed, clock }) => {
    rest('ada');
    await clock.advance(41);
    rest('bo');
    await clock.advance(41);
    equal(asked, [ada]);
    await answer('Ada in full');
    equal(layer(), null, 'an answer about somebody who was left:');
    equal(asked, [ada, bo]);
    await answer('Bo in full');
    click('ada');
    equal(shown(), null);
    equal(followed, ['ada']);
    click('bo');
    equal(shown(), 'Bo in full');
}));

test('a click for another tab, and one beside a form, go their own way', () => list(async ({ rest, click, answer, followed, clock }) => {
    rest('ada');
    await clock.advance(41);
    await answer('Ada in full');
    click('ada', { ctrlKey: true });
    equal(shown(), null);
    document.querySelector('main').insertAdjacentHTML('beforeend', '<form class="guarded"></form>');
    click('ada');
    equal(shown(), null);
    equal(followed, ['ada', 'ada']);
}));

test('nothing is held after a save, once the page is covered, or a while after the link was left', () => list(async ({ rest, click, answer, clock }) => {
    const read = async () => {
        rest('ada');
        await clock.advance(41);
        await answer('Ada in full');
        ok(layer(), 'Nothing was read.');
    };
    await read();
    forget();
    equal(layer(), null, 'after a save:');
    click('ada');
    equal(shown(), null);

    rest('home');
    await read();
    document.documentElement.dataset.covered = 'true';
    await clock.settle();
    equal(layer(), null, 'covered:');
    delete document.documentElement.dataset.covered;
    await clock.settle();

    rest('home');
    await read();
    rest('home');
    await clock.advance(2001);
    equal(layer(), null, 'after a while:');
}));

test('what was being read when something was saved is not held', () => list(async ({ rest, answer, clock }) => {
    rest('ada');
    await clock.advance(41);
    forget();
    await answer('Ada before');
    equal(layer(), null);
}));
