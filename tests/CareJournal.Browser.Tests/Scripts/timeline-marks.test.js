// wwwroot/timeline-marks.js: which mark is meant, and what the shared cursor reads.

import { test, equal, page } from './check.js';
import { nearest, visible, Readings, svg } from '/timeline-marks.js';

const item = (name, at) => ({ name, dataset: { at: `${at}` } });

test('the nearest mark is meant, of two equally near the first, of none nothing', () => {
    const items = [item('a', 10), item('b', 30), item('c', 50)];
    equal(nearest(items, 12).name, 'a');
    equal(nearest(items, 41).name, 'c');
    equal(nearest(items, 20).name, 'a');
    equal(nearest([], 20), undefined);
});

test('a mark is in the window from its left edge to its right edge', () => {
    const self = { grown: 2, view: { u: 50, scale: 4 }, width: 100 };
    equal([99, 100, 125, 150, 151].map(at => visible(self, item('', at))), [false, true, true, true, false]);
});

test('the cursor reads every curve at one date, and only what lies near', () => {
    document.documentElement.lang = 'fr-FR';
    const frame = page('<svg><g class="own"></g><g class="stop"><g class="chart pain" data-top="100" data-readings="0:Douleur 3|100:Douleur 7|"></g><g class="chart sleep" data-top="200" data-readings="60:Sommeil 5"></g></g></svg>');
    const self = { own: frame.querySelector('.own'), layer: frame.querySelector('.stop'), gutter: 10, bottom: 300, width: 400, grown: 1, view: { u: 0, scale: 1 }, axis: [[719162, 0], [720162, 1000]] };
    const readings = new Readings(self);
    const read = () => [...self.own.querySelectorAll('text')].map(text => text.textContent);

    readings.at(104);
    equal(read(), ['15 avril 1970', 'Douleur 7']);
    readings.at(62);
    equal(read(), ['4 mars 1970', 'Sommeil 5']);
    readings.at(30);
    equal(read(), ['31 janvier 1970']);
    readings.at(401);
    equal(read(), []);
    readings.at(104);
    readings.clear();
    equal(self.own.children.length, 0);
});

test('what is drawn belongs to the drawing', () => {
    const line = svg('line', { x1: 3, class: 'own' });
    equal([line.namespaceURI, line.getAttribute('x1'), line.getAttribute('class')], ['http://www.w3.org/2000/svg', '3', 'own']);
});
