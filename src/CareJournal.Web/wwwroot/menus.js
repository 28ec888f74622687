// The keys of an open menu and its focus. MudBlazor moves the focus through the server, one key at a time; this script moves it
// at once. An item is chosen only once, however often it is pressed before the server has closed the menu.

import { closest, find, findAll } from '/elements.js';

const root = document.documentElement;

/**
 * Returns the items of a menu.
 * @param {Element} menu
 */
const items = menu => findAll(menu, '[role="menuitem"]:not([aria-disabled="true"])', HTMLElement);

/**
 * Returns the button that opens a menu. The menu is rendered at the end of the page; the id of its place is beside the button.
 * @param {Element} menu
 */
function openerOf(menu) {
    const place = document.getElementById((menu.closest('.mud-popover')?.id ?? '').replace('popovercontent-', 'popover-'));
    const around = place?.closest('.act-menu');
    return around ? find(around, '[aria-haspopup="menu"]', HTMLElement) : null;
}

/**
 * Returns the menu that a button has opened.
 * @param {Element} opener
 */
const menuOf = opener => findAll(document, '.mud-popover-open [role="menu"]', HTMLElement).find(menu => openerOf(menu) === opener);

// A menu that has just opened gets the focus, unless it has moved on meanwhile.
/** @type {Element | null} */
let watched = null;
/** @type {MutationObserver | null} */
let waiting = null;
const coming = new MutationObserver(changes => {
    for (const added of changes.flatMap(change => [...change.addedNodes]).filter(node => node instanceof Element)) {
        const menu = added.matches('[role="menu"]') ? added : added.querySelector('[role="menu"]');
        const opener = menu && openerOf(menu);
        const { activeElement } = document;
        if (opener && (activeElement === opener || activeElement === document.body || activeElement?.matches('main'))) {
            menu.setAttribute('aria-label', opener.getAttribute('aria-label') ?? opener.textContent);
            items(menu)[0]?.focus({ preventScroll: true });
        }
    }
});

function watch() {
    const provider = document.querySelector('.mud-popover-provider');
    if (provider && provider !== watched) {
        watched = provider;
        coming.disconnect();
        coming.observe(provider, { childList: true, subtree: true });
    }
}

/**
 * Marks an item as chosen, and returns whether it may be chosen now. Without the circuit it would do nothing: then the menu stays open until
 * the circuit is back.
 * @param {HTMLElement} item
 */
function take(item) {
    const menu = closest(item, '[role="menu"]', HTMLElement);
    if (root.dataset.connection === 'lost' || !menu || menu.dataset.taken) {
        return false;
    }
    menu.dataset.taken = 'true';
    openerOf(menu)?.focus({ preventScroll: true }); // The menu closes; the focus must not be lost with it.
    return true;
}

document.addEventListener('journal-back', () => document.querySelectorAll('[role="menu"][data-taken]').forEach(menu => menu.removeAttribute('data-taken')));

/**
 * Presses a button once the menu of its last choice is closed: it was pressed before the server had closed that menu.
 * @param {HTMLElement} opener
 */
function openAgain(opener) {
    waiting?.disconnect();
    waiting = new MutationObserver((_, waits) => {
        const menu = menuOf(opener);
        if (!menu?.dataset.taken) {
            waits.disconnect();
            if (!menu) {
                opener.click();
            }
        }
    });
    waiting.observe(watched ?? document.body, { childList: true, subtree: true, attributeFilter: ['class', 'data-taken'] });
}

// A press outside a menu closes it. MudBlazor listens for it only a round trip after the menu opened, so the server is notified by this script;
// a press on the button itself closes the menu by its click, which a second closing would turn into opening it again.
/** @type {HTMLElement | null} */
let pressed = null;
document.addEventListener('pointerdown', event => {
    const opener = closest(event.target, '[aria-haspopup="menu"]', HTMLElement);
    if (opener?.getAttribute('aria-expanded') === 'true') {
        event.stopPropagation();
    }
    if (pressed && pressed !== opener && !closest(event.target, '[role="menu"]', Element)) {
        pressed.closest('.act-menu')?.dispatchEvent(new Event('close'));
        pressed = null;
    }
}, true);

document.addEventListener('click', event => {
    const item = closest(event.target, '[role="menu"] [role="menuitem"]', HTMLElement);
    const opener = closest(event.target, '[aria-haspopup="menu"]', HTMLElement);
    const isClosing = opener && menuOf(opener)?.dataset.taken;
    if (isClosing) {
        openAgain(opener);
    }
    if (isClosing || (item && !take(item))) {
        event.preventDefault();
        event.stopImmediatePropagation();
    } else if (opener) {
        watch();
        pressed = opener;
    }
}, true);

document.addEventListener('keydown', event => {
    if (event.ctrlKey || event.altKey || event.metaKey) {
        return;
    }
    const item = closest(event.target, '[role="menu"] [role="menuitem"]', HTMLElement);
    if (item ? inside(event, item) : onOpener(event)) {
        event.preventDefault();
        event.stopPropagation();
    }
}, true);

/**
 * Returns the item that a key moves to; none for keys other than the arrows, Home and End.
 * @param {string} key
 * @param {HTMLElement[]} all
 * @param {HTMLElement} item
 */
function target(key, all, item) {
    switch (key) {
        case 'ArrowDown': return all[(all.indexOf(item) + 1) % all.length];
        case 'ArrowUp': return all.at(all.indexOf(item) - 1);
        case 'Home': return all[0];
        case 'End': return all.at(-1);
        default: return null;
    }
}

/**
 * Handles a key on an item of a menu; returns whether it was handled.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} item
 */
function inside(event, item) {
    const menu = closest(item, '[role="menu"]', HTMLElement);
    if (!menu) {
        return false;
    }
    const all = items(menu);
    const to = target(event.key, all, item);
    if (to) {
        to.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
        choose(event, item);
    } else if (event.key === 'Escape' || event.key === 'Tab') {
        openerOf(menu)?.focus({ preventScroll: true });
        return false; // The server closes the menu; Tab continues from the button.
    } else if (event.key.length === 1) {
        const names = [event.key.toLowerCase(), /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]];
        const keyed = all.find(one => one.dataset.key && names.includes(one.dataset.key.toLowerCase()));
        const begins = [...all.slice(all.indexOf(item) + 1), ...all].find(one => one.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()));
        keyed ? choose(event, keyed) : begins?.focus();
    } else {
        return event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    }
    return true;
}

/**
 * Chooses an item, once however long its key is held down.
 * @param {KeyboardEvent} event
 * @param {HTMLElement} item
 */
const choose = (event, item) => event.repeat || item.click();

/**
 * Handles a key on the button of an open menu; returns whether it was handled.
 * @param {KeyboardEvent} event
 */
function onOpener(event) {
    const opener = closest(event.target, '[aria-haspopup="menu"][aria-expanded="true"]', HTMLElement);
    const menu = opener && menuOf(opener);
    if (!menu || (event.key !== 'Enter' && event.key !== ' ' && event.key !== 'ArrowDown')) {
        return false;
    }
    if (menu.dataset.taken) {
        return true; // An item was chosen: the server is about to close the menu, which a second press would open again.
    }
    if (event.key === 'ArrowDown') {
        items(menu)[0]?.focus();
        return true;
    }
    return false;
}
