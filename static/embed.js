// Shows a report, a section or note of it, a term or an indicator in another site's page:
//
//   <script src="https://…/embed.js" defer></script>
//   <jianzhu-embed src="https://…/reports/liwan-2017/#L36" scheme="dark"><a href="…">…</a></jianzhu-embed>
//
// src is the public address: of a report, of a section (#s2-3), the paragraph of a
// line (#L36) or a note (#note-1) of it, of a term or an indicator. scheme is light
// or dark; without it the reader's own holds. The link inside is shown until the
// frame is there, which is when the reader is about to see it, and where it cannot be.
(() => {
  'use strict';
  if (customElements.get('jianzhu-embed')) return;
  const HIGHEST = 1e6;   // pixels

  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { display: block; }
    :host([hidden]), [hidden] { display: none; }
    iframe { display: block; box-sizing: border-box; inline-size: 100%; block-size: 1px; border: 0; visibility: hidden; }
  `);

  // The page for frames that shows what a public address names, or null.
  const framed = (src, scheme) => {
    const url = URL.canParse(src, document.baseURI) ? new URL(src, document.baseURI) : null;
    const path = url?.pathname.match(/^(.*\/)((reports|glossary|indicators)\/[a-z0-9-]+\/)(index\.html)?$/);
    if (!path || !/^https?:$/.test(url.protocol)) return null;
    const page = new URL(`${path[1]}embed/${path[2]}`, url.origin);
    if (scheme) page.searchParams.set('scheme', scheme);
    if (path[3] === 'reports') page.hash = url.hash;   // names the part
    return page;
  };

  customElements.define('jianzhu-embed', class JianzhuEmbed extends HTMLElement {
    static observedAttributes = ['src', 'scheme'];
    #link = document.createElement('slot');
    #frame = null;
    #origin = '';
    #near = false;   // it has come near to what is seen

    static #coming = new IntersectionObserver(seen => {
      for (const {target, isIntersecting} of seen) if (isIntersecting) target.#come();
    }, {rootMargin: '100%'});

    constructor() {
      super();
      const root = this.attachShadow({mode: 'open'});
      root.adoptedStyleSheets = [sheet];
      root.append(this.#link);
      this.#link.addEventListener('slotchange', () => this.#name());
    }

    connectedCallback() {
      addEventListener('message', this.#heard);
      if (this.#near) this.#show();
      else JianzhuEmbed.#coming.observe(this);
    }

    disconnectedCallback() {
      removeEventListener('message', this.#heard);
      JianzhuEmbed.#coming.unobserve(this);
    }

    #come() {
      JianzhuEmbed.#coming.unobserve(this);
      this.#near = true;
      this.#show();
    }

    attributeChangedCallback() {
      if (this.isConnected && this.#near) this.#show();
    }

    #show() {
      this.#frame?.remove();
      this.#frame = null;
      this.#link.hidden = false;
      const page = framed(this.getAttribute('src') ?? '', this.getAttribute('scheme'));
      if (!page) return;
      // Two pages of one origin could reach each other in spite of the sandbox,
      // so such a frame gets an origin of its own, which is called null.
      const apart = page.origin !== location.origin;
      this.#origin = apart ? page.origin : 'null';
      this.#frame = document.createElement('iframe');
      this.#frame.sandbox = 'allow-scripts allow-popups allow-popups-to-escape-sandbox' + (apart ? ' allow-same-origin' : '');
      this.#frame.referrerPolicy = 'no-referrer';
      this.#name();
      this.#frame.src = page;
      this.shadowRoot.append(this.#frame);
    }

    #name() {
      if (this.#frame) this.#frame.title = this.textContent.trim() || '笺注';
    }

    #heard = event => {
      const height = event.data?.jianzhuHeight;
      if (!this.#frame || event.source !== this.#frame.contentWindow || event.origin !== this.#origin) return;
      if (typeof height !== 'number' || !(height >= 1 && height <= HIGHEST)) return;
      this.#frame.style.blockSize = `${height}px`;
      this.#frame.style.visibility = 'visible';
      this.#link.hidden = true;
    };
  });
})();
