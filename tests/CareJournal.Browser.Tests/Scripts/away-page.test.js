// AwayReview/AwayPage.razor.js: the keys of the review, and where they mean something else.

import { test, equal, ok, page, press } from './check.js';
import { attach } from '/AwayReview/AwayPage.razor.js';

function review(markup) {
    page(markup);
    const heard = [];
    const keys = attach({ invokeMethodAsync: (_, key) => (heard.push(key), Promise.resolve()) });
    return { heard, stop: keys.stop };
}

test('letters by what they say and digits by their place are heard from anywhere', () => {
    const { heard, stop } = review('<section class="one"><button>a</button></section>');
    ok(press(document.body, 'J'), 'J was left to the browser');
    press(document.querySelector('button'), 'k');
    press(document.body, 'é', { code: 'Digit2' });
    press(document.body, '4', { code: 'Numpad4' });
    press(document.body, 'u');
    equal(heard, ['j', 'k', '2', '4', 'u']);
    stop();
    press(document.body, 'j');
    equal(heard.length, 5);
});

test('what is typed, chosen in a form or a menu, or pressed with another key is none of it', () => {
    const { heard, stop } = review('<div><input><textarea></textarea><form><button>b</button></form><ul role="menu"><li tabindex="-1">c</li></ul></div>');
    for (const place of ['input', 'textarea', 'form button', 'li']) {
        press(document.querySelector(`main ${place}`), 'j');
        press(document.querySelector(`main ${place}`), '1', { code: 'Digit1' });
    }
    press(document.body, 'k', { ctrlKey: true });
    press(document.body, 'u', { repeat: true });
    press(document.body, '2', { code: 'Digit2', repeat: true });
    press(document.body, 'x');
    equal(heard, []);
    stop();
});

test('in the lists J and K go from row to row, and the digits are left to the row', () => {
    const { heard, stop } = review('<div class="lists">' + ['a', 'b'].map(name => `<div class="away-row"><h3><a href="#${name}">${name}</a></h3><button>${name}</button></div>`).join('') + '</div>');
    press(document.body, 'j');
    equal(document.activeElement.textContent, 'a');
    document.querySelector('button').focus();
    press(document.activeElement, 'j');
    equal(document.activeElement.textContent, 'b');
    press(document.activeElement, 'j');
    press(document.activeElement, 'k');
    equal(document.activeElement.textContent, 'a');
    ok(!press(document.activeElement, '1', { code: 'Digit1' }), 'a digit was taken from its row');
    equal(heard, []);
    press(document.body, 'u');
    equal(heard, ['u']);
    stop();
});
