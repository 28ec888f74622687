// One key for each act on a session, while the focus stands on its line; the arrows go from line to line.

export function attach(list) {
    list?.addEventListener('keydown', event => {
        const row = event.target.closest('[data-row]');
        if (!row || event.ctrlKey || event.metaKey || event.altKey) {
            return;
        }
        if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
            event.preventDefault();
            stand(beside(list, row, event.key === 'ArrowDown' ? 1 : -1));
            return;
        }
        const act = [...row.querySelectorAll('[data-key]')].find(button => button.dataset.key.toLowerCase() === event.key.toLowerCase());
        if (act) {
            event.preventDefault();
            // The line loses its acts: the next one that waits is where the hand goes on.
            const next = act.matches('a') ? null : beside(list, row, 1, '[data-key]') ?? beside(list, row, -1, '[data-key]');
            act.click();
            stand(next);
        } else if (event.key.length === 1 && row.dataset.menuKeys?.toLowerCase().includes(event.key.toLowerCase())) {
            event.preventDefault();
            stand(beside(list, row, 1, '[data-key]') ?? beside(list, row, -1, '[data-key]')); // The row itself does what lies in its menu.
        }
    });
}

function beside(list, row, step, holding = 'a, button') {
    const rows = [...list.querySelectorAll('[data-row]')].filter(other => other === row || other.querySelector(holding));
    return rows[rows.indexOf(row) + step];
}

const stand = row => (row?.querySelector('[data-key]') ?? row?.querySelector('a, button'))?.focus();
