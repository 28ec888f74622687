// wwwroot/room.js: the keys that act from anywhere in a form, and the mark on what is not saved.

import { test, equal, ok, page, press } from './check.js';
import '/room.js';

// Which of the form's buttons the keys of a field press, in order.
function pressed(markup, act) {
    const form = page(markup);
    const heard = [];
    form.addEventListener('click', event => heard.push(event.target.textContent));
    act(form.querySelector('textarea'));
    return heard;
}

const form = '<form class="guarded"><textarea></textarea><button type="button" data-save>Enregistrer</button><button type="button" data-save-next>Suivante</button>'
    + '<button type="button" aria-keyshortcuts="Alt+2">Deux</button><button type="button" aria-keyshortcuts="Alt+Shift+2">Fait deux</button><button type="button" aria-keyshortcuts="Alt+L">Lieu</button></form>';

test('Ctrl or Cmd and Enter save, with Shift they go on to the next one', () => {
    equal(pressed(form, text => {
        ok(press(text, 'Enter', { ctrlKey: true }), 'Ctrl+Enter was left to the browser');
        press(text, 'Enter', { metaKey: true });
        press(text, 'Enter', { ctrlKey: true, shiftKey: true });
    }), ['Enregistrer', 'Enregistrer', 'Suivante']);
});

test('where there is no next one Shift changes nothing, and Enter alone is the text’s', () => {
    equal(pressed('<form class="guarded"><textarea></textarea><button type="button" data-save>Enregistrer</button></form>', text => {
        press(text, 'Enter', { ctrlKey: true, shiftKey: true });
        ok(!press(text, 'Enter'), 'Enter was taken');
    }), ['Enregistrer']);
});

test('the field that is written in goes first into what is saved', () => {
    const heard = [];
    const shown = page(form);
    const text = shown.querySelector('textarea');
    text.focus();
    text.addEventListener('change', () => heard.push('change'));
    shown.querySelector('[data-save]').addEventListener('click', () => heard.push('save'));
    press(text, 'Enter', { ctrlKey: true });
    equal(heard, ['change', 'save']);
});

test('a choice is made by the place of its key: the French top row writes é without Shift', () => {
    equal(pressed(form, text => {
        ok(press(text, 'é', { code: 'Digit2', altKey: true }), 'Alt+2 was left to the browser');
        press(text, '2', { code: 'Digit2', altKey: true, shiftKey: true });
        press(text, 'l', { code: 'KeyL', altKey: true });
    }), ['Deux', 'Fait deux', 'Lieu']);
});

test('other chords and other keys choose nothing', () => {
    equal(pressed(form, text => {
        press(text, '2', { code: 'Digit2' });
        press(text, '2', { code: 'Digit2', altKey: true, ctrlKey: true });
        press(text, '2', { code: 'Digit2', altKey: true, metaKey: true });
        ok(!press(text, '3', { code: 'Digit3', altKey: true }), 'a key without a choice was taken');
        press(text, 'm', { code: 'KeyM', altKey: true });
    }), []);
});

test('outside of a form the keys choose and save nothing', () => {
    const heard = [];
    const place = page(`<div><textarea class="elsewhere"></textarea>${form}</div>`);
    place.addEventListener('click', event => heard.push(event.target.textContent));
    press(place.querySelector('.elsewhere'), '2', { code: 'Digit2', altKey: true });
    press(place.querySelector('.elsewhere'), 'Enter', { ctrlKey: true });
    equal(heard, []);
});

test('what is typed is marked before the form’s own script has come', () => {
    const shown = page(form);
    shown.querySelector('textarea').dispatchEvent(new InputEvent('input', { bubbles: true }));
    ok(shown.hasAttribute('data-unsent'), 'not marked');
    const other = page('<form><textarea></textarea></form>');
    other.querySelector('textarea').dispatchEvent(new InputEvent('input', { bubbles: true }));
    ok(!other.hasAttribute('data-unsent'), 'marked, though nothing guards it');
});

test('a link waits for the script of a form that was written in before it came, and leads on once', async () => {
    const shown = page(`<div>${form}<a href="#there">there</a><a href="#elsewhere">elsewhere</a></div>`);
    const heard = [];
    shown.addEventListener('click', event => { heard.push(event.target.textContent); event.preventDefault(); });
    const [there, elsewhere] = shown.querySelectorAll('a');
    shown.querySelector('textarea').dispatchEvent(new InputEvent('input', { bubbles: true }));
    there.click();
    elsewhere.click();
    await new Promise(resolve => setTimeout(resolve));
    equal(heard, []);
    shown.querySelector('form').setAttribute('data-watched', '');
    await new Promise(resolve => setTimeout(resolve));
    equal(heard, ['elsewhere']);
    there.click();
    equal(heard, ['elsewhere', 'there']);
});

test('the form’s own buttons wait for its script too, each in its turn, and the one that saves does not', async () => {
    const shown = page(form.replace('</form>', '<button type="button">Fermer</button></form>'));
    const heard = [];
    shown.addEventListener('click', event => heard.push(event.target.textContent));
    shown.querySelector('textarea').dispatchEvent(new InputEvent('input', { bubbles: true }));
    [...shown.querySelectorAll('button')].filter(button => /Fermer|Deux|^Enregistrer/.test(button.textContent)).forEach(button => button.click());
    equal(heard, ['Enregistrer']);
    shown.setAttribute('data-watched', '');
    await new Promise(resolve => setTimeout(resolve));
    equal(heard, ['Enregistrer', 'Deux', 'Fermer']);
});
