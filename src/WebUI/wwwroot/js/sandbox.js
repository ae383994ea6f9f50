// The pretend network: looks again every two seconds while somebody looks.
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
}
