// The keys of an open menu, and where the focus goes. MudBlazor moves the focus by way of the server, one key at a time; here it moves
// at once. What is chosen is chosen once, however often it is pressed before the server has closed the menu.

const root = document.documentElement;
const items = menu => [...menu.querySelectorAll('[role="menuitem"]:not([aria-disabled="true"])')];

// A menu is drawn at the end of the page; the id of its place stands beside the button that opens it.
function openerOf(menu) {
    const place = document.getElementById(menu.closest('.mud-popover')?.id.replace('popovercontent-', 'popover-'));
    return place?.closest('.act-menu')?.querySelector('[aria-haspopup="menu"]');
}

const menuOf = opener => [...document.querySelectorAll('.mud-popover-open [role="menu"]')].find(menu => openerOf(menu) === opener);

// A menu that has just come is entered, unless whoever opened it has gone on meanwhile.
let watched = null;
let waiting = null;
const coming = new MutationObserver(changes => {
    for (const added of changes.flatMap(change => [...change.addedNodes])) {
        const menu = added.matches?.('[role="menu"]') ? added : added.querySelector?.('[role="menu"]');
        const opener = menu && openerOf(menu);
        if (opener && [opener, document.body, document.querySelector('main')].includes(document.activeElement)) {
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

// Whether it may be chosen now. Without the circuit nothing would come of it: then the menu stays as it is until the circuit is back.
function take(item) {
    const menu = item.closest('[role="menu"]');
    if (root.dataset.wire === 'lost' || menu.dataset.taken) {
        return false;
    }
    menu.dataset.taken = 'true';
    openerOf(menu)?.focus({ preventScroll: true }); // The menu goes; the focus must not go with it.
    return true;
}

document.addEventListener('journal-back', () => document.querySelectorAll('[role="menu"][data-taken]').forEach(menu => { delete menu.dataset.taken; }));

// The button pressed before the server has closed the menu of the last choice: it is pressed once that menu is gone.
function openAgain(opener) {
    waiting?.disconnect();
    waiting = new MutationObserver(() => {
        const menu = menuOf(opener);
        if (!menu?.dataset.taken) {
            waiting.disconnect();
            menu || opener.click();
        }
    });
    waiting.observe(watched, { childList: true, subtree: true, attributeFilter: ['class', 'data-taken'] });
}

// A press beside a menu closes it. MudBlazor listens for that press only a round trip after the menu came, so the server is told here;
// the button's own press closes the menu by its click, which MudBlazor's closing as well would turn into opening it again.
let pressed = null;
document.addEventListener('pointerdown', event => {
    const opener = event.target.closest?.('[aria-haspopup="menu"]');
    if (opener?.getAttribute('aria-expanded') === 'true') {
        event.stopPropagation();
    }
    if (pressed && pressed !== opener && !event.target.closest?.('[role="menu"]')) {
        pressed.closest('.act-menu')?.dispatchEvent(new Event('close'));
        pressed = null;
    }
}, true);

document.addEventListener('click', event => {
    const item = event.target.closest?.('[role="menu"] [role="menuitem"]');
    const opener = event.target.closest?.('[aria-haspopup="menu"]');
    const closing = opener && menuOf(opener)?.dataset.taken;
    if (closing) {
        openAgain(opener);
    }
    if (closing || (item && !take(item))) {
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
    const item = event.target.closest?.('[role="menu"] [role="menuitem"]');
    if (item ? inside(event, item) : onOpener(event)) {
        event.preventDefault();
        event.stopPropagation();
    }
}, true);

// Whether the key was used up.
function inside(event, item) {
    const menu = item.closest('[role="menu"]');
    const all = items(menu);
    const to = { ArrowDown: all[(all.indexOf(item) + 1) % all.length], ArrowUp: all.at(all.indexOf(item) - 1), Home: all[0], End: all.at(-1) }[event.key];
    if (to) {
        to.focus();
    } else if (event.key === 'Enter' || event.key === ' ') {
        choose(event, item);
    } else if (event.key === 'Escape' || event.key === 'Tab') {
        openerOf(menu)?.focus({ preventScroll: true });
        return false; // The server closes the menu; Tab goes on from the button.
    } else if (event.key.length === 1) {
        const keyed = all.find(one => one.dataset.key && [event.key.toLowerCase(), /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1]].includes(one.dataset.key.toLowerCase()));
        const begins = [...all.slice(all.indexOf(item) + 1), ...all].find(one => one.textContent.trim().toLowerCase().startsWith(event.key.toLowerCase()));
        keyed ? choose(event, keyed) : begins?.focus();
    } else {
        return event.key === 'ArrowLeft' || event.key === 'ArrowRight';
    }
    return true;
}

// A key that is held down chooses once.
const choose = (event, item) => event.repeat || item.click();

function onOpener(event) {
    const opener = event.target.closest?.('[aria-haspopup="menu"][aria-expanded="true"]');
    const menu = opener && menuOf(opener);
    if (!menu || (event.key !== 'Enter' && event.key !== ' ' && event.key !== 'ArrowDown')) {
        return false;
    }
    if (menu.dataset.taken) {
        return true; // Something was chosen: the server is about to close the menu, which a second press would open again.
    }
    if (event.key === 'ArrowDown') {
        items(menu)[0]?.focus();
        return true;
    }
    return false;
}
