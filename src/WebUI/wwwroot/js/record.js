// Speaks as the simulated customer: what the microphone hears is sent like a chosen file.
const LONGEST_MS = 120_000;
const KINDS = ['audio/ogg;codecs=opus', 'audio/webm;codecs=opus', 'audio/mp4'];
const box = document.querySelector('[data-record]');
const chosen = document.getElementById('sim-file');
const part = (name) => box.querySelector(`[data-record-${name}]`);

if (box && navigator.mediaDevices && window.MediaRecorder) {
  box.hidden = false;
  let recorder = null;
  let kept = false;

  const show = (recording) => {
    part('start').hidden = recording;
    part('send').hidden = part('cancel').hidden = !recording;
    part('status').textContent = recording ? box.dataset.recording : '';
  };

  const send = (blob) => {
    const files = new DataTransfer();
    files.items.add(new File([blob], 'voice', { type: blob.type }));
    chosen.files = files.files;
    chosen.form.requestSubmit(document.getElementById('sim-file-send'));
  };

  const end = (keep) => {
    kept = keep;
    if (recorder?.state === 'recording') recorder.stop();
  };

  const start = async () => {
    let stream;
    try {
      stream = await navigator.mediaDevices.getUserMedia({ audio: true });
    } catch {
      part('status').textContent = box.dataset.denied;
      return;
    }

    const chunks = [];
    const limit = setTimeout(() => end(true), LONGEST_MS);
    recorder = new MediaRecorder(stream, { mimeType: KINDS.find((kind) => MediaRecorder.isTypeSupported(kind)) });
    recorder.ondataavailable = (e) => chunks.push(e.data);
    recorder.onstop = () => {
      clearTimeout(limit);
      stream.getTracks().forEach((track) => track.stop());
      show(false);
      part('start').focus();
      if (kept) send(new Blob(chunks, { type: recorder.mimeType }));
    };
    recorder.start();
    show(true);
    part('send').focus();
  };

  part('start').addEventListener('click', start);
  part('send').addEventListener('click', () => end(true));
  part('cancel').addEventListener('click', () => end(false));
}

// The server would hang up in the middle of it, without a word that anybody could read.
chosen?.addEventListener('change', () => {
  const isTooLarge = chosen.files[0]?.size > Number(chosen.dataset.most);
  if (isTooLarge) chosen.value = '';
  document.getElementById('sim-file-refused').textContent = isTooLarge ? chosen.dataset.tooLarge : '';
});
