// Rows of a form that come and go. Without this file the page offers a few empty rows; with it, as many as are wanted.
for (const box of document.querySelectorAll('[data-lines]')) {
  const rows = () => [...box.querySelectorAll('[data-line]')];
  const fields = (row) => [...row.querySelectorAll('input')];
  const isEmpty = (row) => fields(row).every((field) => field.value.trim() === '');
  const add = box.querySelector('[data-add-line]');

  function copyOf(row, number) {
    const copy = row.cloneNode(true);
    for (const node of copy.querySelectorAll('[id], [name], [for], [aria-describedby]')) {
      for (const name of ['id', 'name', 'for', 'aria-describedby']) {
        const value = node.getAttribute(name);
        if (value) node.setAttribute(name, value.replace(/\[\d+\]|_\d+__/, (mark) => mark.replace(/\d+/, number)));
      }
    }
    clear(copy);
    row.after(copy);
    return copy;
  }

  // A row keeps its number, so that the others keep theirs: an empty row is no row.
  function clear(row) {
    for (const field of fields(row)) {
      field.value = '';
      field.removeAttribute('value');
      field.removeAttribute('aria-invalid');
    }
    row.querySelectorAll('.err').forEach((words) => words.remove());
  }

  rows().forEach((row) => {
    row.hidden = isEmpty(row) && !row.querySelector('.err');
    row.querySelector('[data-remove-line]').hidden = false;
  });
  add.hidden = false;

  add.addEventListener('click', () => {
    const all = rows();
    const row = all.find((one) => one.hidden) ?? copyOf(all.at(-1), all.length);
    row.hidden = false;
    add.before(row);
    fields(row)[0].focus();
  });
  box.addEventListener('click', (e) => {
    const row = e.target.closest('[data-remove-line]')?.closest('[data-line]');
    if (row) {
      clear(row);
      row.hidden = true;
      add.focus();
    }
  });
}
