/**
 * Sends a file in pieces with its progress, going on where it stopped when the line breaks or the page was closed, and
 * takes one that is dropped on the form. Where anything of this is missing the form sends the file by itself.
 * In the browser: `tus` is the tus client, a script of its own. Plain JavaScript, as it is sent without being built.
 */
export const UPLOAD_SCRIPT = `const form = document.getElementById("upload");
const picker = form.elements.namedItem("file");
const state = document.getElementById("upload-state");
const RETRIES = [0, 1000, 3000, 10000, 30000, 60000];

const tell = (text) => {
  state.textContent = text;
};

function showProgress(bar, sent, total) {
  bar.max = total;
  bar.value = sent;
  tell(sent < total ? form.dataset.sending + " " + Math.floor((100 * sent) / total) + " %" : form.dataset.checking);
}

/** Leads to the page of the file, or shows why nothing was stored. */
function arrived(answer, ready) {
  const { to, notice } = JSON.parse(answer.getBody());
  if (to) return location.assign(to);
  form.insertAdjacentHTML("beforebegin", notice);
  ready("");
}

function send(file) {
  const bar = document.createElement("progress");
  bar.setAttribute("aria-label", form.dataset.sending);
  state.after(bar);
  const button = form.querySelector("button");
  button.disabled = true;
  const ready = (text) => {
    bar.remove();
    button.disabled = false;
    tell(text);
  };
  const upload = new tus.Upload(file, {
    endpoint: form.dataset.resume,
    headers: { "x-csrf-token": form.elements.namedItem("csrf").value },
    metadata: { filename: file.name },
    retryDelays: RETRIES,
    removeFingerprintOnSuccess: true,
    onProgress: (sent, total) => showProgress(bar, sent, total),
    onSuccess: ({ lastResponse }) => arrived(lastResponse, ready),
    onError: () => ready(form.dataset.broken),
  });
  upload.findPreviousUploads().then(([previous]) => {
    if (previous) upload.resumeFromPreviousUpload(previous);
    upload.start();
  });
}

if (tus.isSupported) {
  form.addEventListener("submit", (event) => {
    const [file] = picker.files;
    // What cannot be taken in any case is told by the answer to the form.
    if (!file || file.size === 0 || file.size > Number(form.dataset.limit)) return;
    event.preventDefault();
    send(file);
  });
  form.addEventListener("dragover", (event) => event.preventDefault());
  form.addEventListener("drop", (event) => {
    event.preventDefault();
    if (event.dataTransfer.files.length === 1) picker.files = event.dataTransfer.files;
  });
}
`;
