// wwwroot/timeline-marks.js: what the shared cursor reads.

import { test, equal, page } from './check.js';
import { drawWindow, Readings, svg } from '/timeline-marks.js';

test('the cursor reads every curve at one date, and only what is near', () => {
    document.documentElement.lang = 'fr-FR';
    const frame = page('<svg><g class="own"></g><g class="stop"><g class="chart pain" data-top="100" data-readings="0:Douleur 3|100:Douleur 7|"></g><g class="chart sleep" data-top="200" data-readings="60:Sommeil 5"></g></g></svg>');
    const timeline = { own: frame.querySelector('.own'), layer: frame.querySelector('.stop'), gutter: 10, bottom: 300, width: 400, grown: 1, view: { start: 0, scale: 1 }, corners: [[719162, 0], [720162, 1000]] };
    const readings = new Readings(timeline);
    const read = () => [...timeline.own.querySelectorAll('text')].map(text => text.textContent);

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
    equal(timeline.own.children.length, 0);
});

test('what is drawn belongs to the drawing', () => {
    const line = svg('line', { x1: 3, class: 'own' });
    equal([line.namespaceURI, line.getAttribute('x1'), line.getAttribute('class')], ['http://www.w3.org/2000/svg', '3', 'own']);
});

test('the window is drawn once on the minimap, and moved', () => {
    const frame = page('<svg><g class="own"></g></svg>');
    const timeline = { own: frame.querySelector('.own'), total: 1000, width: 500, gutter: 10, bottom: 300 };
    drawWindow({ ...timeline, view: { start: 0, scale: 1 } });
    drawWindow({ ...timeline, view: { start: 100, scale: 2 } });
    equal([...timeline.own.children].map(mark => ['x', 'y', 'width'].map(name => mark.getAttribute(name))), [['60', '304', '125']]);
});
