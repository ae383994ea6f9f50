// Single keys for who works without a mouse: off inside fields, off in an open dialog, and off for who switched them off.
const keyList = document.getElementById('keys');
const off = 'keys-off';

// The rows of the page: conversations, else the first link of each row of its table or list.
function rowLinks() {
  const talks = [...document.querySelectorAll('.convs > a')];
  return talks.length ? talks : [...document.querySelectorAll('main tbody tr, main ul.rows > li')].map((row) => row.querySelector('a')).filter(Boolean);
}

function move(step) {
  const links = rowLinks();
  const focused = links.indexOf(document.activeElement);
  const from = focused >= 0 ? focused : links.findIndex((link) => link.getAttribute('aria-current') === 'true');
  links[Math.min(links.length - 1, Math.max(0, from + step))]?.focus();
}

const acts = {
  '/': () => document.querySelector('input[type=search]')?.focus(),
  j: () => move(1),
  k: () => move(-1),
  r: () => document.getElementById('composer')?.elements.text.focus(),
  '?': () => keyList.showModal(),
};

if (keyList) {
  document.addEventListener('keydown', (e) => {
    if (e.ctrlKey || e.metaKey || e.altKey || e.isComposing) return;
    const field = e.target.closest('input, textarea, select, [contenteditable]');
    if (field && !field.closest('dialog:not([open])')) { // a field in a window that just closed may still have the focus
      if (e.key === 'Escape' && !e.target.closest('dialog')) e.target.blur();
      return;
    }
    const act = Object.hasOwn(acts, e.key) ? acts[e.key] : null;
    if (act && !document.querySelector('dialog[open]') && (e.key === '?' || localStorage.getItem(off) === null)) {
      e.preventDefault();
      act();
    }
  });
  const choice = keyList.querySelector('input[type=checkbox]');
  choice.checked = localStorage.getItem(off) === null;
  choice.addEventListener('change', () => (choice.checked ? localStorage.removeItem(off) : localStorage.setItem(off, '1')));
}
