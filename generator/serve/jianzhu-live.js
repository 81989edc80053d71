// Given to pages by the serve command only: reloads them when what they show has
// changed, where the reader was, and shows what is wrong.
(() => {
  'use strict';
  const script = document.currentScript, KEY = 'jianzhu-live';

  // The place is the last element with an id that begins above the window's
  // top: in a report its line. Lines move when others come before them, so the
  // beginning of its text is kept too.
  const places = () => [...document.querySelectorAll('main :is(section, h1, h2, h3, h4, h5, h6, p, li, dt)[id]')];
  const beginning = element => element.textContent.slice(0, 40);
  const top = element => element.getBoundingClientRect().top;

  const leave = () => {
    const all = places(), at = all.findLast(e => top(e) <= 0) ?? all[0];
    sessionStorage.setItem(KEY, JSON.stringify({
      page: location.pathname, y: scrollY,
      tag: at?.tagName, id: at?.id, text: at && beginning(at), top: at && top(at), index: all.indexOf(at),
    }));
    history.scrollRestoration = 'manual';
    location.reload();
  };

  const restore = place => {
    const all = places();
    const near = (a, b) => Math.abs(all.indexOf(a) - place.index) - Math.abs(all.indexOf(b) - place.index);
    const same = all.filter(e => e.tagName === place.tag && beginning(e) === place.text).sort(near);
    const at = same.find(e => e.id === place.id) ?? same[0] ?? all.find(e => e.id === place.id);
    scrollTo({top: at ? scrollY + top(at) - place.top : place.y, behavior: 'instant'});
  };

  const place = JSON.parse(sessionStorage.getItem(KEY));
  sessionStorage.removeItem(KEY);
  if (place?.page === location.pathname) {
    restore(place);
    addEventListener('load', () => {   // by now a browser has gone to the address's fragment
      restore(place);
      setTimeout(() => { history.scrollRestoration = 'auto'; });
    });
  }

  const make = (tag, text, ...children) => {
    const element = document.createElement(tag);
    element.append(text, ...children);
    return element;
  };
  let shown = null;
  const show = faults => {
    shown?.remove();
    shown = null;
    if (!faults?.length) return;
    shown = make('div', '');
    shown.id = KEY;
    shown.lang = 'zh-Hans';
    document.body.append(shown);
    const style = make('link', '');
    style.rel = 'stylesheet';
    style.href = new URL('jianzhu-live.css', script.src);
    const close = make('button', '收起');
    close.type = 'button';
    close.addEventListener('click', () => show([]));
    const list = make('ul', '');
    for (const {place, message, hint} of faults) {
      list.append(make('li', make('code', place), ' ' + message, hint ? make('p', hint) : ''));
    }
    list.lang = 'en';
    const alert = make('div', make('h2', '没有建成，改好后本页自动更新'), list, close);
    alert.setAttribute('role', 'alert');
    shown.attachShadow({mode: 'open'}).append(style, alert);   // apart from the page's own style
  };

  // A hidden page listens no more: browsers allow few connections to one server.
  let source = null;
  const listen = () => {
    source?.close();
    source = null;
    if (document.hidden) return;
    source = new EventSource(new URL('jianzhu-live?page=' + encodeURIComponent(decodeURIComponent(location.pathname)), script.src));
    source.onmessage = event => {
      const {page, faults} = JSON.parse(event.data);
      if (page !== script.dataset.page) {
        source.close();
        leave();
      } else {
        show(faults);
      }
    };
  };
  document.addEventListener('visibilitychange', listen);
  listen();
})();
