// Kit/DraftKeeper.razor.js: how what is typed is numbered, sealed one at a time, tried again and ended.

import { test, equal, ok, page, stillClock } from './check.js';
import { keep, restored, flush, end, leave, unkept } from '/Kit/DraftKeeper.razor.js';

const words = { waiting: 'pas encore gardé', kept: 'gardé à {0}' };
let number = 0;

// A form that is kept, a journal that answers as told, and a clock that stands still.
async function kept(body, drafts = []) {
    const clock = stillClock();
    const before = globalThis.fetch;
    const sent = [];
    const journal = { status: 200, hold: null };
    globalThis.fetch = async (address, { body: letter }) => {
        sent.push({ id: address.split('/').at(-1), ...JSON.parse(letter) });
        const { status } = journal;
        await journal.hold;
        if (status === 0) {
            throw new TypeError('Failed to fetch');
        }
        return { status, ok: status === 200, json: async () => ({ at: '9 h' }) };
    };
    const form = page('<form class="guarded"><textarea data-draft="Note" data-first-focus></textarea><div data-draft="Chips" data-choices=""></div><p data-kept></p></form>');
    const key = `key-${++number}`;
    const text = form.querySelector('textarea');
    const type = value => {
        text.value = value;
        text.dispatchEvent(new InputEvent('input', { bubbles: true }));
    };
    try {
        const taken = await keep(form, { id: key, form: 'Visit' }, words, drafts);
        await body({ clock, sent, journal, form, key, type, text, taken, said: () => form.querySelector('[data-kept]').textContent });
    } finally {
        end(key);
        clock.end();
        globalThis.fetch = before;
    }
}

test('the first letter is sealed at once, and said to be kept', () => kept(async ({ clock, sent, type, form, key, said }) => {
    type('A');
    equal([said(), form.hasAttribute('data-unsent'), unkept(key)], [words.waiting, true, true]);
    await clock.advance(0);
    equal(sent.map(({ id, number, fields }) => [id, number, fields.Note]), [[key, 1, 'A']]);
    equal([said(), form.hasAttribute('data-unsent'), unkept(key)], ['gardé à 9 h', false, false]);
}));

test('what is typed within a second goes with one seal, the last of it', () => kept(async ({ clock, sent, type }) => {
    type('A');
    await clock.advance(0);
    for (const value of ['Au', 'Auj', 'Aujourd’hui']) {
        type(value);
        await clock.advance(200);
    }
    equal(sent.length, 1);
    await clock.advance(400);
    equal(sent.map(({ number, fields }) => [number, fields.Note]), [[1, 'A'], [4, 'Aujourd’hui']]);
}));

test('one seal is on its way at a time, and what was typed meanwhile is not taken for kept', () => kept(async ({ clock, sent, type, journal, key, form }) => {
    let answer;
    journal.hold = new Promise(resolve => { answer = resolve; });
    type('A');
    await clock.advance(0);
    type('Au');
    await clock.advance(5000);
    equal(sent.length, 1);
    journal.hold = null;
    answer();
    await clock.settle();
    ok(unkept(key) && form.hasAttribute('data-unsent'), 'the second letter counts as kept');
    await clock.advance(1000);
    equal(sent.map(({ number }) => number), [1, 2]);
    ok(!unkept(key), 'the second letter is not kept');
}));

test('a seal that is refused or lost is tried again after two seconds, without a key', async () => {
    for (const status of [507, 0]) {
        await kept(async ({ clock, sent, type, journal, key, said }) => {
            journal.status = status;
            type('A');
            await clock.advance(0);
            equal([sent.length, said(), unkept(key)], [1, words.waiting, true]);
            await clock.advance(1999);
            equal(sent.length, 1);
            journal.status = 200;
            await clock.advance(1);
            equal([sent.length, said(), unkept(key)], [2, 'gardé à 9 h', false]);
        });
    }
});

test('a draft that was spent elsewhere makes this text another draft', () => kept(async ({ clock, sent, type, journal, key }) => {
    journal.status = 410;
    type('A');
    await clock.advance(0);
    journal.status = 200;
    await clock.advance(2000);
    equal(sent[0].id, key);
    ok(sent[1].id !== key && sent[1].number === 1, `sent again as ${JSON.stringify(sent[1])}`);
}));

test('a draft at hand is taken over, and its number goes on', () => kept(async ({ clock, sent, type, text, key, taken }) => {
    equal(taken, 'an-earlier-draft');
    // Letters typed while its text comes back are held, and stand after it.
    ok(!text.dispatchEvent(new InputEvent('beforeinput', { data: 'x', bubbles: true, cancelable: true })), 'a letter was not held');
    text.value = 'Hier.';
    restored(key, false);
    equal(text.value, 'Hier.\nx');
    await clock.advance(0);
    type('Hier.\nxy');
    await clock.advance(1000);
    equal(sent.map(({ id, fields }) => [id, fields.Note]), [[taken, 'Hier.\nx'], [taken, 'Hier.\nxy']]);
    ok(sent[0].number > 7 && sent[1].number > sent[0].number, `numbered ${sent.map(({ number }) => number)}`);
}, [{ id: 'an-earlier-draft', number: 7 }]));

test('a choice without a key is noticed and sealed', () => kept(async ({ clock, sent, form }) => {
    form.querySelector('[data-choices]').dataset.choices = 'Bouger';
    await clock.advance(0);
    await clock.advance(0);
    equal(sent.map(({ number, fields }) => [number, fields.Chips]), [[1, 'Bouger']]);
}));

test('a save takes along what could not be sealed, and says its number', () => kept(async ({ clock, type, journal, key }) => {
    journal.status = 507;
    type('A');
    await clock.advance(0);
    equal(await flush(key), { id: key, number: 2, kept: false, fields: { Note: 'A', Chips: '' } });
    journal.status = 200;
    equal(await flush(key), { id: key, number: 2, kept: true, fields: null });
}));

test('once ended nothing more is sent', () => kept(async ({ clock, sent, type, key, form }) => {
    type('A');
    await clock.advance(0);
    type('Au');
    end(key);
    await clock.advance(10_000);
    equal([sent.length, form.hasAttribute('data-unsent'), unkept(key), await flush(key)], [1, false, false, null]);
}));

test('a form that is left while nothing can be sealed hands its words in later, and ends then', () => kept(async ({ clock, sent, type, journal, key }) => {
    journal.status = 0;
    type('A');
    await clock.advance(0);
    await leave(key);
    equal(unkept(key), true);
    journal.status = 200;
    await clock.advance(2000);
    equal([sent.at(-1).fields.Note, unkept(key)], ['A', false]);
}));

test('half a sign is sealed as the sign for what is none', () => kept(async ({ clock, sent, type }) => {
    type('a\ud83d');
    await clock.advance(0);
    equal(sent[0].fields.Note, 'a\ufffd');
}));
