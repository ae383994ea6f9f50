// The pretend network: looks again every two seconds while somebody looks, and empties what was sent.
const sandbox = document.getElementById('sandbox-live');

if (sandbox) {
  setInterval(() => {
    if (!document.hidden) htmx.trigger(sandbox, 'poll');
  }, 2000);

  // A failed look is tried again by itself; only what a person asked for deserves a message.
  const isLook = (e) => e.detail.ctx?.sourceElement === sandbox;
  sandbox.addEventListener('htmx:error', (e) => { if (isLook(e)) e.stopPropagation(); });
  sandbox.addEventListener('htmx:before:response', (e) => {
    if (isLook(e) && e.detail.ctx.response.raw.status >= 500) e.stopPropagation();
  });

  document.addEventListener('htmx:after:request', (e) => {
    const { sourceElement: form, response } = e.detail.ctx;
    if (form?.dataset?.clears && response.raw.ok) form.elements[form.dataset.clears].value = '';
  });

  // On a keyboard Enter sends; on a phone it is a new line.
  sandbox.addEventListener('keydown', (e) => {
    if (e.target.matches('textarea') && e.key === 'Enter' && !e.shiftKey && !e.isComposing && matchMedia('(pointer:fine)').matches) {
      e.preventDefault();
      e.target.form.requestSubmit();
    }
  });
}
