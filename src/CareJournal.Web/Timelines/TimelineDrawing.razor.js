// Hover, focus and choice on the timeline. The pointer never talks to the server; it hears only what was chosen, and the settled width.

const attached = new WeakMap();
const settle = 120;

export function attach(frame, room) {
    if (!frame) {
        return; // The page was left before this script came.
    }
    const leaving = new AbortController();
    const { signal } = leaving;
    let waiting = 0;
    let width = 0;
    const sizes = new ResizeObserver(([entry]) => {
        const now = Math.floor(entry.contentRect.width);
        // First of all: a width that lasted only a moment must not be drawn after all once the old one is back.
        clearTimeout(waiting);
        if (now === width || now === 0) {
            return;
        }
        waiting = setTimeout(() => { width = now; room.invokeMethodAsync('Resized', now); }, width ? settle : 0);
    });
    sizes.observe(frame);

    frame.addEventListener('click', event => {
        const item = event.target.closest('[data-key]');
        if (item) {
            stand(frame, item);
            room.invokeMethodAsync('Chose', item.dataset.key);
        }
    }, { signal });
    frame.addEventListener('keydown', event => walk(frame, room, event), { signal });
    frame.addEventListener('pointerover', event => tell(frame, event.target.closest('[data-key]')), { signal });
    frame.addEventListener('pointerleave', () => tell(frame, null), { signal });
    frame.addEventListener('focusin', event => tell(frame, event.target.closest('[data-key]')), { signal });
    frame.addEventListener('focusout', () => tell(frame, null), { signal });
    attached.set(frame, () => { leaving.abort(); sizes.disconnect(); clearTimeout(waiting); });
}

export function detach(frame) {
    attached.get(frame)?.();
    attached.delete(frame);
}

// Marks what is chosen, and keeps one tab stop: the chosen item, or the last one.
export function choose(frame, key) {
    const items = all(frame);
    for (const item of items) {
        item.classList.toggle('chosen', item.dataset.key === key);
    }
    if (!items.some(item => item.tabIndex === 0)) {
        stand(frame, items.find(item => item.dataset.key === key) ?? items.at(-1));
    }
}

const all = frame => [...frame.querySelectorAll('[data-key]')];
const at = item => Number(item.dataset.at);

function stand(frame, item) {
    for (const other of all(frame)) {
        other.tabIndex = other === item ? 0 : -1;
    }
}

function walk(frame, room, event) {
    const here = event.target.closest('[data-key]');
    if (!here || event.ctrlKey || event.metaKey || event.altKey) {
        return;
    }
    if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        room.invokeMethodAsync('Chose', here.dataset.key);
        return;
    }
    if (event.key === 'Escape') {
        room.invokeMethodAsync('Chose', '');
        return;
    }
    if (event.key.toLowerCase() === 'n') {
        event.preventDefault();
        document.querySelector('[data-log]')?.click();
        return;
    }
    const next = target(all(frame), here, event.key);
    if (next) {
        event.preventDefault();
        stand(frame, next);
        next.focus();
    }
}

function target(items, here, key) {
    const lane = items.filter(item => item.dataset.lane === here.dataset.lane).sort((one, other) => at(one) - at(other));
    const place = lane.indexOf(here);
    switch (key) {
        case 'ArrowLeft': return lane[place - 1];
        case 'ArrowRight': return lane[place + 1];
        case 'Home': return lane[0];
        case 'End': return lane.at(-1);
        case 'ArrowUp': return nearest(items, here, -1);
        case 'ArrowDown': return nearest(items, here, 1);
        default: return null;
    }
}

function nearest(items, here, step) {
    const lanes = [...new Set(items.map(item => Number(item.dataset.lane)))].sort((one, other) => one - other);
    const lane = lanes[lanes.indexOf(Number(here.dataset.lane)) + step];
    return items
        .filter(item => Number(item.dataset.lane) === lane)
        .sort((one, other) => Math.abs(at(one) - at(here)) - Math.abs(at(other) - at(here)))[0];
}

function tell(frame, item) {
    const words = frame.querySelector('.hover');
    if (!words) {
        return;
    }
    if (!item) {
        words.hidden = true;
        return;
    }
    words.textContent = item.getAttribute('aria-label');
    words.hidden = false;
    const box = item.getBoundingClientRect();
    const room = frame.getBoundingClientRect();
    const left = box.left - room.left + frame.scrollLeft + box.width / 2 - words.offsetWidth / 2;
    words.style.left = `${Math.max(0, Math.min(left, frame.scrollWidth - words.offsetWidth))}px`;
    words.style.top = `${box.bottom - room.top + 6}px`;
}
