// wwwroot/early.js: what is pressed before a script listens is carried out by it, once, in the part alone, and not on another page.

import { test, equal, ok, page, press } from './check.js';
import { takeUp } from '/early.js';

// A part with two places; `hears` begins to listen as a late script does, and returns what it heard.
function part(kinds = 'click keydown') {
    const shown = page(`<div data-early="${kinds}"><b tabindex="-1" data-name="one">1</b><b tabindex="-1" data-name="two">2</b><input><a href="#there">there</a></div>`);
    const [one, two] = shown.querySelectorAll('b');
    return {
        shown, one, two,
        hears: () => {
            const heard = [];
            for (const kind of ['click', 'keydown']) {
                shown.addEventListener(kind, event => heard.push(`${event.key ?? 'click'} ${event.target.dataset.name}`));
            }
            takeUp(shown);
            return heard;
        },
    };
}

const click = (target, more = {}) => target.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true, ...more }));

test('the last click is carried out once, and what comes later is the script’s own', () => {
    const { one, two, shown, hears } = part();
    click(one);
    click(two);
    click(two);
    const heard = hears();
    equal(heard, ['click two']);
    takeUp(shown);
    click(one);
    equal(heard, ['click two', 'click one']);
});

test('keys follow a click in their order; one that is pressed again because nothing happened counts once, each arrow is a step', () => {
    const { one, hears } = part();
    one.focus();
    click(one);
    ['Enter', 'Enter', 'ArrowRight', 'ArrowRight', 'f'].forEach(key => press(one, key));
    equal(hears(), ['click one', 'Enter one', 'ArrowRight one', 'ArrowRight one', 'f one']);
});

test('keys go to what has the focus by then, and are dropped where one has gone on to something else', () => {
    const walked = part();
    walked.one.focus();
    press(walked.one, 'ArrowRight');
    press(walked.one, 'f');
    walked.shown.addEventListener('keydown', event => event.key === 'ArrowRight' && walked.two.focus());
    equal(walked.hears(), ['ArrowRight one', 'f two']);

    const left = part();
    const elsewhere = document.querySelector('main').appendChild(document.createElement('input'));
    press(left.one, 'f');
    elsewhere.focus();
    equal(left.hears(), []);
});

test('on another page, without its element, and after a drag nothing is carried out', () => {
    const moved = part();
    click(moved.one);
    history.pushState(null, '', '/elsewhere');
    equal(moved.hears(), []);
    history.replaceState(null, '', '/');

    const gone = part();
    click(gone.one);
    gone.one.remove();
    equal(gone.hears(), []);

    const dragged = part();
    dragged.one.dispatchEvent(new PointerEvent('pointerdown', { bubbles: true, clientX: 10, clientY: 10 }));
    click(dragged.one, { detail: 1, clientX: 40, clientY: 10 });
    equal(dragged.hears(), []);
});

test('what others have handled, what is typed, chords, Tab and kinds that the part does not name are left alone', () => {
    const { one, shown, hears } = part();
    const handle = event => event.preventDefault();
    document.addEventListener('keydown', handle, { once: true });
    press(one, 'n');
    press(shown.querySelector('input'), 'f');
    press(one, 'f', { ctrlKey: true });
    ok(!press(one, 'Tab'), 'Tab was taken');
    shown.addEventListener('click', handle, { once: true });
    click(shown.querySelector('a'));
    equal(hears(), []);

    const keys = part('keydown');
    click(keys.one);
    equal(keys.hears(), []);
});

test('the page around hears a press only when it happens', () => {
    const { one, hears } = part();
    let clicks = 0;
    const count = () => { clicks++; };
    document.addEventListener('click', count);
    click(one);
    equal(hears(), ['click one']);
    document.removeEventListener('click', count);
    equal(clicks, 1);
});
