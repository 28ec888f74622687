// Remembers what is pressed in a part of the page that is painted, but whose own script does not listen yet, until that script takes it up.
// Such a part names the kinds of events that its script hears: data-early="click keydown".

import { closest } from '/elements.js';

/**
 * A press that nobody has heard yet.
 * @typedef {object} Press
 * @property {Element} part
 * @property {Element} target
 * @property {MouseEvent | KeyboardEvent} event
 * @property {number} x The pixels from the left of the target.
 * @property {number} y The pixels from its top.
 * @property {string} page The path of the page: on another one it is not meant any more.
 */

const most = 20;     // presses that are remembered
const farthest = 4;  // px between pressing and releasing a button; farther it was a drag
const arrows = ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown'];
const scrolling = [...arrows, 'Enter', ' ', 'Home', 'End'];
const written = 'input:not([type=radio], [type=checkbox]), textarea, select, [contenteditable]';

/** @type {WeakSet<Element>} */
const listening = new WeakSet();
/** @type {Press[]} */
let pressed = [];
/** @type {MouseEvent | null} */
let down = null;

addEventListener('pointerdown', event => { down = event; }, true);

// After everybody else: what a page-wide script has carried out already is not carried out again.
addEventListener('click', event => {
    const isDrag = down && event.detail > 0 && Math.hypot(event.clientX - down.clientX, event.clientY - down.clientY) > farthest;
    const part = isDrag ? null : partOf(event);
    if (part) {
        // The last click is what is meant; it begins anew.
        pressed = pressed.filter(press => press.part !== part);
        keep(part, event);
    }
});
addEventListener('keydown', event => {
    const part = event.isComposing || event.key === 'Tab' || closest(event.target, written, Element) ? null : partOf(event);
    const last = pressed.at(-1);
    if (!part || (last?.part === part && isAgain(last.event, event))) {
        return;
    }
    keep(part, event);
    if (event.target instanceof SVGElement && scrolling.includes(event.key)) {
        event.preventDefault(); // A drawn mark is no button of the browser's own: the page would scroll.
    }
});

/**
 * Returns the part that an event happened in, if its script does not listen yet and nobody has handled the event.
 * @param {MouseEvent | KeyboardEvent} event
 */
function partOf(event) {
    const part = event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey ? null : closest(event.target, `[data-early~="${event.type}"]`, Element);
    return part && !listening.has(part) ? part : null;
}

/**
 * Whether a key is pressed once more because nothing has happened. Each arrow is a step.
 * @param {MouseEvent | KeyboardEvent} last
 * @param {KeyboardEvent} event
 */
const isAgain = (last, event) => last instanceof KeyboardEvent && last.target === event.target && last.key === event.key && !arrows.includes(event.key);

/**
 * @param {Element} part
 * @param {MouseEvent | KeyboardEvent} event
 */
function keep(part, event) {
    if (event.target instanceof Element) {
        const box = event.target.getBoundingClientRect();
        const [x, y] = event instanceof MouseEvent ? [event.clientX - box.left, event.clientY - box.top] : [0, 0];
        pressed = [...pressed.filter(press => press.part.isConnected).slice(1 - most), { part, target: event.target, event, x, y, page: location.pathname }];
    }
}

/**
 * Carries out what was pressed in a part before its script listened; the script listens from now on. To be called as often as one likes.
 * @param {Element} part
 * @param {(target: Element) => Element | null | undefined} [successorOf] Finds what stands for an element that was drawn again meanwhile.
 */
export function takeUp(part, successorOf = target => target) {
    if (listening.has(part)) {
        return;
    }
    listening.add(part);
    const meant = pressed.filter(press => press.part === part && press.page === location.pathname);
    pressed = pressed.filter(press => press.part !== part);
    for (const press of meant) {
        const target = successorOf(press.target);
        if (target && part.contains(target)) {
            carryOut(press, target);
        }
    }
}

/**
 * Presses something again, for the listeners of the part and of what is in it alone: the page has heard the press already.
 * @param {Press} press
 * @param {Element} target
 */
function carryOut({ part, target: former, event, x, y }, target) {
    const { activeElement } = document;
    if (activeElement === document.body && (target instanceof HTMLElement || target instanceof SVGElement)) {
        target.focus({ preventScroll: true }); // It had the focus from the press, until it was drawn again.
    }
    const isElsewhere = activeElement && activeElement !== document.body && activeElement !== former && !part.contains(activeElement);
    if (event instanceof KeyboardEvent && isElsewhere) {
        return; // One has gone on to something else, where keys mean something else.
    }
    const box = target.getBoundingClientRect();
    const { shiftKey } = event;
    const again = event instanceof KeyboardEvent
        ? new KeyboardEvent('keydown', { bubbles: true, cancelable: true, shiftKey, key: event.key, code: event.code })
        : new MouseEvent('click', { bubbles: true, cancelable: true, shiftKey, clientX: box.left + Math.min(x, box.width), clientY: box.top + Math.min(y, box.height) });
    // The last listener of the part: it was added after those of its script.
    const stop = (/** @type {Event} */ heard) => heard.stopPropagation();
    part.addEventListener(again.type, stop);
    // An arrow that was carried out has moved the focus, and the next key goes there.
    const place = event instanceof KeyboardEvent && document.activeElement && part.contains(document.activeElement) ? document.activeElement : target;
    place.dispatchEvent(again);
    part.removeEventListener(again.type, stop);
}
