// Passkeys: the server's options go to the authenticator, its answer goes back with the form. Without this the form stays hidden.
const canDo = () => window.PublicKeyCredential?.parseCreationOptionsFromJSON && navigator.credentials;

async function optionsFor(form) {
  const answer = await fetch(form.dataset.options, { method: 'POST', body: new FormData(form) });
  if (answer.redirected) {
    location.href = answer.url;
    return null;
  }
  if (!answer.ok) throw new Error(answer.status);
  return answer.json();
}

async function credentialFor(form, options) {
  return form.dataset.passkey === 'create'
    ? navigator.credentials.create({ publicKey: PublicKeyCredential.parseCreationOptionsFromJSON(options) })
    : navigator.credentials.get({ publicKey: PublicKeyCredential.parseRequestOptionsFromJSON(options) });
}

async function run(form) {
  const failed = form.querySelector('[data-failed]');
  failed.hidden = true;
  try {
    const options = await optionsFor(form);
    if (!options) return;
    form.elements.Credential.value = JSON.stringify(await credentialFor(form, options));
    form.submit();
  } catch {
    failed.hidden = false; // cancelled, too slow, or nothing here knows this account: the person cannot tell either
  }
}

for (const form of document.querySelectorAll('form[data-passkey]')) {
  form.hidden = !canDo();
  form.addEventListener('submit', (e) => {
    e.preventDefault();
    run(form);
  });
}
