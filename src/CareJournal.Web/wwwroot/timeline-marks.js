// What the timeline's script draws itself: the shared cursor, which reads every curve at one date.

export function svg(name, attributes) {
    const element = document.createElementNS('http://www.w3.org/2000/svg', name);
    for (const [key, value] of Object.entries(attributes)) {
        element.setAttribute(key, value);
    }
    return element;
}

const at = item => Number(item.dataset.at);

/** The item whose place is the nearest; undefined among none. */
export function nearest(items, x) {
    return items.reduce((best, item) => (best && Math.abs(at(best) - x) <= Math.abs(at(item) - x) ? best : item), undefined);
}

/** Whether an item begins inside the window. */
export function visible(self, item) {
    const x = at(item) * self.grown - self.view.u * self.view.scale;
    return x >= 0 && x <= self.width;
}

const reach = 14;
const epoch = 719162;

export class Readings {
    #self;
    #parsed = new WeakMap();
    #marks = null;
    #day = new Intl.DateTimeFormat(document.documentElement.lang, { day: 'numeric', month: 'long', year: 'numeric', timeZone: 'UTC' });

    constructor(self) {
        this.#self = self;
    }

    clear() {
        this.at(null);
    }

    /** Reads every chart near a place in the window; null takes the cursor away. */
    at(x) {
        this.#marks?.remove();
        this.#marks = null;
        if (x === null || x < 0 || x > this.#self.width) {
            return;
        }
        const { own, gutter, bottom } = this.#self;
        this.#marks = svg('g', { class: 'cursor', 'aria-hidden': 'true' });
        this.#marks.append(svg('line', { x1: gutter + x, y1: 24, x2: gutter + x, y2: bottom }));
        this.#write(x, 34, this.#date(x));
        for (const chart of this.#self.layer.querySelectorAll('.chart')) {
            const reading = this.#nearest(chart, x);
            if (reading) {
                this.#write(reading.x, Number(chart.dataset.top) + (chart.classList.contains('over') ? 46 : 12), reading.words, chart.classList[1]);
            }
        }
        own.append(this.#marks);
    }

    #write(x, y, words, kind = '') {
        const text = svg('text', { class: kind, x: this.#self.gutter + x + (x > this.#self.width - 130 ? -6 : 6), y, 'text-anchor': x > this.#self.width - 130 ? 'end' : 'start' });
        text.textContent = words;
        this.#marks.append(text);
    }

    #date(x) {
        const units = this.#self.view.u + x / this.#self.view.scale;
        const { axis } = this.#self;
        const index = Math.max(1, axis.findIndex(corner => corner[1] >= units));
        const [left, right] = [axis[index - 1], axis[index]];
        const day = Math.floor(left[0] + (units - left[1]) * (right[0] - left[0]) / (right[1] - left[1]));
        return this.#day.format(new Date((day - epoch) * 86400000));
    }

    #nearest(chart, x) {
        const { grown, view } = this.#self;
        const there = x / grown + view.u * view.scale / grown;
        const close = this.#of(chart).reduce((best, reading) => (best && Math.abs(best.x - there) <= Math.abs(reading.x - there) ? best : reading), null);
        return close && Math.abs(close.x - there) * grown <= reach ? { x: close.x * grown - view.u * view.scale, words: close.words } : null;
    }

    #of(chart) {
        const known = this.#parsed.get(chart);
        if (known?.from === chart.dataset.readings) {
            return known.readings;
        }
        const readings = chart.dataset.readings.split('|').filter(Boolean).map(part => {
            const colon = part.indexOf(':');
            return { x: Number(part.slice(0, colon)), words: part.slice(colon + 1) };
        });
        this.#parsed.set(chart, { from: chart.dataset.readings, readings });
        return readings;
    }
}
