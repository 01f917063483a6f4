
/* -- reading files in: sending them, and following the job that everybody sees ------------------------------------ */
const OFTEN = 1000;
const SELDOM = 4000;

function follow() {
  const shown = document.querySelector('[data-live]');
  const running = shown && ['reading', 'stopping'].includes(shown.dataset.phase);
  const here = shown && !document.hidden && shown.offsetParent !== null;
  (here ? lookAt(shown) : Promise.resolve()).finally(() => setTimeout(follow, running ? OFTEN : SELDOM));
}

async function lookAt(shown) {
  try {
    const answer = await fetch(shown.dataset.live);
    const { phase, number, parts } = await answer.json();
    if (!shown.isConnected) return;
    if (phase !== shown.dataset.phase || String(number) !== shown.dataset.number) {
      shown.dataset.phase = phase;
      shown.dataset.number = number;
      restore();
      return;
    }
    for (const [name, html] of Object.entries(parts)) {
      const part = shown.querySelector(`[data-live-part=${name}]`);
      if (part.dataset.html === html) continue;
      part.dataset.html = html;
      part.innerHTML = html;
    }
  } catch {
    /* The server may be gone for a moment; the next look tells. */
  }
}

follow();

function send(form) {
  const told = form.querySelector('[role=status]');
  const button = form.querySelector('button');
  const request = new XMLHttpRequest();
  const refused = (sentence, lang = root.lang) => {
    told.lang = lang;
    told.textContent = sentence;
    told.classList.add('ps-refused');
    button.disabled = false;
  };
  request.open('POST', form.dataset.send);
  request.upload.addEventListener('progress', (event) => {
    const percent = event.total ? Math.floor((100 * event.loaded) / event.total) : 0;
    told.textContent = `${form.dataset.sending} … ${percent} %`;
  });
  request.addEventListener('error', () => refused(form.dataset.silent));
  request.addEventListener('load', () => {
    const json = (request.getResponseHeader('content-type') || '').startsWith('application/json');
    const { told: sentence, lang } = json ? JSON.parse(request.responseText) : { told: request.responseText, lang: 'sv' };
    if (request.status !== 200) return refused(sentence, lang);
    note = { sentence, lang };
    form.reset();
    restore();
  });
  told.classList.remove('ps-refused');
  button.disabled = true;
  request.send(new FormData(form));
}

document.addEventListener('submit', (event) => {
  if (!event.target.matches('form[data-send]')) return;
  event.preventDefault();
  send(event.target);
});
