// In a frame: tells the page around how high the document is, in every form that pages listen to, and hands the app what of that
// page's address may be meant for it. Needs no app: a document alone fits its frame as well. No opinion about what the document shows,
// nor about links: the app reads them like any address, and leaves alone what is not ours.
//
// Lengths are CSS pixels. The height is told where it has changed and where it is asked for, at most once a frame. Only the page
// around is heard; of what it says, short texts are read, and one word, one id, one fragment and its address are kept.
//
// On a page of its own it does no more than to leave the page's address where the app looks for one to give on, and says that it is that.
const page = document.documentElement;
const give = (what, address) => Object.assign(page.dataset, { what, address: address.split('#')[0] });
give('own', location.href);
if (parent !== window) {
  const { href, hash, search } = location;
  const src = href.split(/[?#]/)[0];
  const inline = src === 'about:srcdoc';
  const query = new URLSearchParams(search);
  const child = query.get('childId');
  // Part of no address on the page around, where some look for it.
  const key = Math.random().toString(36).slice(2, 7).padEnd(5, 0);
  const id = 'iframeMessenger:' + key;
  let [, secret] = /[?&]secret=(\w+)/.exec(hash) || [];
  let resizer, event, version = '', asked = true, told = 0, timer;

  const post = (message) => parent.postMessage(message, '*');
  const text = (message) => post(JSON.stringify(message));

  const tell = () => {
    timer = 0;
    const height = Math.ceil(page.getBoundingClientRect().height);
    // A frame that is hidden has no width.
    if (!innerWidth || height === told) return;
    told = height;
    post({ widget: 'parley-atlas', v: 1, type: 'height', height });
    post({ sentinel: 'amp', type: 'embed-size', height });
    post({ 'datawrapper-height': { [key]: height } });
    // The address without query and fragment, which hold what the reader does.
    text({ context: 'iframe.resize', src, height });
    text({ type: 'set-height', value: height, id });
    if (inline) post({ kind: 'interactive:height', height });
    if (child) post(['pym', child, 'height', height].join('xPYMx'));
    if (secret) post({ message: 'height', value: height, secret });
    if (resizer) post(`[iFrameSizer]${resizer}:${height}:${innerWidth}:${event}${version}`);
    event = 'size';
    // The browser's own way, for pages that let a frame be as high as its content; the page's head agrees to it.
    try {
      window.requestResize?.();
    } catch {
      // Not in every frame.
    }
  };
  const later = () => (timer ||= setTimeout(tell, 16));
  const again = () => {
    told = 0;
    later();
  };

  const link = (fragment) => {
    if (!fragment || fragment === '#') return;
    page.dataset.link = fragment.replace(/^#/, '');
    dispatchEvent(new Event('hashchange'));
  };

  // Until the page around tells its address; by `srcdoc` there is none.
  give(inline ? 'state' : 'frame', inline ? '' : href);
  const host = (address) => /^https?:[!-~]{3,2000}$/.test(address) && give('host', address);

  const hear = (said) => {
    if (typeof said !== 'string') {
      if (said.message === 'ready' && typeof said.secret === 'string' && /^\w{1,40}$/.test(said.secret)) {
        secret = said.secret;
        again();
      }
      if (said.sentinel === 'amp' && said.type === 'frames-init') again();
    } else if (said.length < 9999 && said.startsWith('[iFrameSizer]')) {
      const [word, ...rest] = said.slice(13).split(':');
      if (word === 'moveToAnchor' || word === 'inPageLink') link(rest.join(':'));
      else if (/^(true|false)$/.test(rest[1])) {
        resizer = word;
        event = 'init';
        // Parents of version 5 say theirs and their mode, and expect both of their child.
        version = rest[19] ? `:${rest[19]}:${rest[20]}` : '';
        again();
      } else if (word === 'resize' || word === 'reset') again();
    } else if (asked && said.length < 9999) {
      const answer = JSON.parse(said);
      if (answer.type === 'get-location' && answer.id === id) {
        asked = false;
        host(answer.href);
        link(answer.hash);
      }
    }
  };

  addEventListener('message', (message) => {
    try {
      if (message.source === parent) hear(message.data);
    } catch {
      // What cannot be read is not for us.
    }
  });
  // A link to a place in here adds nothing to the history of the page around, and unfolds nothing. A frame by `srcdoc` has the address of
  // that page as its base: it would show that page in here.
  addEventListener('click', (event) => {
    const fragment = event.target.closest?.('a[href^="#"]')?.getAttribute('href');
    if (!fragment || event.defaultPrevented || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    const { open } = document.getElementById('record');
    if (open && !inline) location.replace(fragment);
    else {
      if (open) document.getElementById(fragment.slice(1))?.scrollIntoView();
      link(fragment);
    }
  });
  // Nor does an address: some browsers would unfold what it names, and scroll to it the page around as well. The app reads it all the same.
  if (document.getElementById(hash.slice(1))) location.replace('#&' + hash.slice(1));
  new ResizeObserver(later).observe(page);
  // A frame that is out of sight is not observed yet, and a busy one late.
  window.record.ontoggle = later;
  later();
  post('[iFrameResizerChild]Ready');
  text({ type: 'get-location', id });
  const around = query.get('parentUrl');
  host(around);
  link(around?.split('#')[1]);
}
