// Elements are made here and nowhere else: text goes in as text, and an address becomes a link only if it leads to the web.

/** An element with attributes (functions under "on…" are listeners; false and null are left out) and children (null is left out). */
export function element(tag, attributes = {}, ...children) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (typeof value === 'function')
      node.addEventListener(name.slice('on'.length), value);
    else if (value !== false && value !== null && value !== undefined)
      node.setAttribute(name, value === true ? '' : value);
  }
  node.append(...children.filter(child => child !== null && child !== undefined));
  return node;
}

/** One of the symbols that index.html defines. */
export function icon(name) {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(namespace, 'svg');
  const use = document.createElementNS(namespace, 'use');
  svg.setAttribute('class', 'icon');
  svg.setAttribute('aria-hidden', 'true');
  use.setAttribute('href', `#icon-${name}`);
  svg.append(use);
  return svg;
}

/** A link to somebody else's page; plain text where the address is not one of the web. */
export function outsideLink(address, text) {
  const url = webAddress(address);
  return url
    ? element('a', { href: url.href, target: '_blank', rel: 'noopener noreferrer', dir: 'auto' }, text)
    : element('span', { dir: 'auto' }, text);
}

/** The parsed address if it is http or https, else null. */
export function webAddress(address) {
  const url = URL.canParse(address) ? new URL(address) : null;
  return url && ['http:', 'https:'].includes(url.protocol) ? url : null;
}
