// The thread of a conversation: starts at the newest message, stays there only for who is there, paints what is on its way.
const scroller = document.querySelector('.scroll[role=log]');
const composer = document.getElementById('composer');

if (scroller) {
  const more = document.getElementById('new-messages');
  const toEnd = () => { scroller.scrollTop = scroller.scrollHeight; };
  let atEnd = true;
  let unseen = 0;
  toEnd();
  scroller.addEventListener('scroll', () => {
    atEnd = scroller.scrollHeight - scroller.scrollTop - scroller.clientHeight < 60;
    if (atEnd) {
      unseen = 0;
      more.hidden = true;
    }
  });
  more.addEventListener('click', toEnd);
  new MutationObserver((changes) => {
    const added = changes.flatMap((c) => [...c.addedNodes]).filter((n) => n.matches?.('article.msg'));
    if (atEnd) {
      toEnd();
    } else if (added.some((n) => !n.matches('.out'))) {
      unseen += added.filter((n) => !n.matches('.out')).length;
      more.textContent = more.dataset.text.replace('{0}', unseen);
      more.hidden = false;
    }
  }).observe(scroller, { childList: true, subtree: true });
}

if (composer) {
  const text = composer.elements.text;
  const newKey = () => { composer.elements.key.value = crypto.randomUUID?.() ?? composer.elements.key.value; };

  // On a keyboard Enter sends; on a phone it is a new line.
  text.addEventListener('keydown', (e) => {
    if (e.key === 'Enter' && !e.shiftKey && !e.isComposing && matchMedia('(pointer:fine)').matches) {
      e.preventDefault();
      composer.requestSubmit();
    }
  });
  const mine = (e) => e.detail.ctx?.sourceElement === composer;
  document.addEventListener('htmx:before:request', (e) => {
    if (mine(e) && text.value.trim()) paint(text.value);
  });
  document.addEventListener('htmx:after:request', (e) => {
    if (!mine(e)) return;
    if (e.detail.ctx.response.raw.ok) {
      text.value = '';
      newKey(); // the key makes a repeated sending harmless: a new text needs a new one
    } else {
      e.preventDefault(); // keeps the bubble, and the text in the field
      fail();
    }
  });
  document.addEventListener('htmx:error', (e) => { if (mine(e)) fail(); });

  const paint = (words) => {
    document.getElementById('pending-message')?.remove();
    const bubble = document.getElementById('pending-template').content.cloneNode(true).firstElementChild;
    bubble.querySelector('.bubble').textContent = words;
    document.getElementById('thread').append(bubble);
  };
  const fail = () => {
    const bubble = document.getElementById('pending-message');
    if (bubble) bubble.querySelector('.meta').textContent = composer.dataset.failed;
  };
}
