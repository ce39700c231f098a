// Starts the widget in a page that is whole without it. The same text serves both kinds of page: where the page carries the
// module itself (#pa-wasm: gzip as letters), that is used; else it is fetched from beside the page. Whatever fails leaves the page
// as it is, with one sentence, which stands in the page in its language, in #pa-error. Nothing is written to the console.
const root = document.getElementById('parley');
const record = document.getElementById('record');

function fail() {
  const line = document.getElementById('pa-error');
  // By now the app may stand in the place of what was served.
  const { dataset } = document.getElementById('parley');
  if (!line.textContent) line.textContent = dataset.errorApp;
  dataset.failed = record.open = true;
}

// A panic of the app is a trap, wherever it was called from. In a sandboxed frame WebKit does not say what was thrown, only that a
// script threw it; there is no other script than this one.
for (const type of ['error', 'unhandledrejection']) {
  addEventListener(type, (event) => {
    if ((event.error || event.reason) instanceof WebAssembly.RuntimeError || event.message === 'Script error.') {
      event.preventDefault();
      fail();
    }
  });
}

// A file that is dropped on the field of the receipt is read into it. A browser would leave the page for it.
for (const type of ['dragover', 'drop']) {
  addEventListener(type, async (event) => {
    const field = event.target.closest?.('.pa-check')?.querySelector('textarea');
    if (!field || !event.dataTransfer?.types.includes('Files')) return;
    event.preventDefault();
    // None while it is only dragged.
    const [file] = event.dataTransfer.files;
    if (!file) return;
    // A folder cannot be read.
    field.value = await file.text().catch(() => '');
    field.dispatchEvent(new Event('input', { bubbles: true }));
  });
}

async function unpack(text) {
  // Two letters hold 13 bits, a last one alone 6; crates/render/src/letters.rs writes them.
  const bytes = new Uint8Array((text.length * 13) >> 4);
  const digit = (at) => {
    const code = text.charCodeAt(at);
    return code - 33 - (code > 38) - (code > 60) - (code > 62);
  };
  let held = 0, bits = 0, end = 0;
  for (let at = 0; at < text.length; at += 2) {
    const pair = at + 1 < text.length;
    held = pair ? (held << 13) | (digit(at) * 91 + digit(at + 1)) : (held << 6) | digit(at);
    for (bits += pair ? 13 : 6; bits > 7; ) bytes[end++] = held >> (bits -= 8);
  }
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return WebAssembly.compile(await new Response(stream).arrayBuffer());
}

async function load(address) {
  const response = await fetch(address);
  if (!response.ok) throw new Error(response.status);
  // A server that does not know the type of Wasm is no reason to stay away.
  return /^application\/wasm\b/.test(response.headers.get('content-type'))
    ? WebAssembly.compileStreaming(response)
    : WebAssembly.compile(await response.arrayBuffer());
}

try {
  // Closed before the app is there, so that the page does not change its height when it comes; but not where the address asks for an article
  // or another part that the app does not show. Entries are its own.
  record.open = !!document.getElementById(location.hash.slice(1))?.closest('.pa-record-part:not(#record-by-date)');
  const inside = document.getElementById('pa-wasm');
  const module = await (inside ? unpack(inside.textContent.replace(/\s/g, '')) : load(root.dataset.wasm));
  const sections = WebAssembly.Module.customSections(module, 'parley-corpus');
  if (sections.length) root.parleyCorpus = new Uint8Array(sections[0]);
  __wbg_finalize_init(await WebAssembly.instantiate(module, __wbg_get_imports()), module);
} catch {
  fail();
}
