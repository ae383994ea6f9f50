// A pretended chat: starts and stays at the newest message, sends with Enter, and empties what was sent.
document.querySelectorAll('[data-to-end]').forEach((box) => {
  const toEnd = () => { box.scrollTop = box.scrollHeight; };
  toEnd();
  new MutationObserver(toEnd).observe(box, { childList: true, subtree: true });
});

document.addEventListener('htmx:after:request', (e) => {
  const { sourceElement: form, response } = e.detail.ctx;
  if (form?.dataset?.clears && response.raw.ok) form.dataset.clears.split(' ').forEach((name) => { form.elements[name].value = ''; });
});

// On a keyboard Enter sends; on a phone it is a new line.
document.addEventListener('keydown', (e) => {
  if (e.target.matches('form[data-clears] textarea') && e.key === 'Enter' && !e.shiftKey && !e.isComposing && matchMedia('(pointer:fine)').matches) {
    e.preventDefault();
    e.target.form.requestSubmit();
  }
});
