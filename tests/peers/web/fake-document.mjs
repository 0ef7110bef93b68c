// As much of a document as the page's renderer needs: elements with attributes, children and listeners.

export class FakeElement {
  attributes = new Map();
  childNodes = [];
  listeners = new Map();
  dataset = {};
  style = {};

  constructor(tagName) {
    this.tagName = tagName;
  }

  append(...nodes) {
    this.childNodes.push(...nodes);
  }

  replaceChildren(...nodes) {
    this.childNodes = nodes;
  }

  setAttribute(name, value) {
    this.attributes.set(name, String(value));
  }

  getAttribute(name) {
    return this.attributes.get(name) ?? null;
  }

  addEventListener(type, listener) {
    this.listeners.set(type, listener);
  }

  focus() {}

  get textContent() {
    return this.childNodes.map(node => node instanceof FakeElement ? node.textContent : node).join('');
  }

  set textContent(text) {
    this.childNodes = [text];
  }

  /** This element and all below it. */
  *all() {
    yield this;
    for (const child of this.childNodes) {
      if (child instanceof FakeElement)
        yield* child.all();
    }
  }

  withTag(tagName) {
    return [...this.all()].filter(node => node.tagName === tagName);
  }

  // What a press or the like does; resolves when the listener is done.
  async fire(type) {
    await this.listeners.get(type)({ preventDefault() {} });
  }
}

export const fakeDocument = { createElement: tagName => new FakeElement(tagName) };
