// The functions for tests of script modules. ScriptTests serves these files beside the program's own, runs each `*.test.js` in a page, and
// reports every test that failed by its name.

const tests = [];

export const test = (name, body) => tests.push({ name, body });

export function equal(actual, expected, what = '') {
    const [is, ought] = [JSON.stringify(actual), JSON.stringify(expected)];
    if (is !== ought) {
        throw new Error(`${what} ${is} instead of ${ought}`);
    }
}

export function near(actual, expected, what = '') {
    if (!(Math.abs(actual - expected) < 1e-6)) {
        throw new Error(`${what} ${actual} instead of ${expected}`);
    }
}

export function ok(holds, what) {
    if (!holds) {
        throw new Error(what);
    }
}

// Runs every test on an empty page of its own; returns how many there were and what failed.
export async function run() {
    const failed = [];
    for (const { name, body } of tests) {
        document.querySelector('main').replaceChildren();
        try {
            await body(document.querySelector('main'));
        } catch (fault) {
            failed.push(`${name}: ${fault.message} (${fault.stack?.split('\n').find(line => line.includes('.test.js'))?.trim() ?? ''})`);
        }
    }
    return { ran: tests.length, failed };
}

// Puts markup on the page and returns its first element.
export function page(markup) {
    const main = document.querySelector('main');
    main.innerHTML = markup;
    return main.firstElementChild;
}

// Sends a key event as the browser does; returns whether it was handled.
export const press = (target, key, more = {}) => !target.dispatchEvent(new KeyboardEvent('keydown', { key, bubbles: true, cancelable: true, ...more }));

// Replaces Date.now and setTimeout with a clock that only `advance` moves, until `end` is called.
export function stillClock() {
    const before = { setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout, now: Date.now, elapsed: performance.now };
    let [now, next] = [1_000_000, 1];
    const waiting = new Map();
    globalThis.setTimeout = (act, after = 0) => (waiting.set(next, { act, at: now + after }), next++);
    globalThis.clearTimeout = number => waiting.delete(number);
    Date.now = performance.now = () => now;
    // Pending promises settle before time goes on.
    const settle = () => new Promise(done => before.setTimeout.call(globalThis, done, 0));
    return {
        settle,
        async advance(ms) {
            const until = now + ms;
            await settle();
            for (let due = first(until); due; due = first(until)) {
                now = Math.max(now, due[1].at);
                waiting.delete(due[0]);
                due[1].act();
                await settle();
            }
            now = until;
        },
        end() {
            Object.assign(globalThis, { setTimeout: before.setTimeout, clearTimeout: before.clearTimeout });
            Date.now = before.now;
            performance.now = before.elapsed;
        },
    };

    function first(until) {
        return [...waiting].filter(([, timer]) => timer.at <= until).sort(([, one], [, other]) => one.at - other.at)[0];
    }
}
