// The card of a source, beside the marker that opened it. The browser's own popover closes it on Escape and outside clicks,
// and puts it after its marker in the tab order.

import { element, icon } from './dom.js';
import { sourceCard } from './reply-renderer.js';

const gap = 8;

export class SourcePopover {
  #panel;
  #marker = null;
  #place = () => this.#placeBesideMarker();

  constructor(panel) {
    this.#panel = panel;
    panel.addEventListener('toggle', event => event.newState === 'open' ? this.#opened() : this.#closed());
  }

  /** Makes the button open the card of the source that find() gives when it is pressed. */
  attach(button, find) {
    button.popoverTargetElement = this.#panel;
    button.addEventListener('click', event => {
      const source = find();
      if (!source) {
        event.preventDefault();
        return;
      }
      // The press itself toggles the popover afterwards; from another marker it must open, not close.
      if (this.#marker !== button && this.#panel.matches(':popover-open'))
        this.#panel.hidePopover();
      this.#marker = button;
      this.#fill(source);
    });
  }

  #fill(source) {
    const close = element('button', { type: 'button', class: 'quiet close', 'aria-label': 'Close', onclick: () => this.#panel.hidePopover() }, icon('close'));
    this.#panel.setAttribute('aria-label', `Source ${source.n}`);
    this.#panel.replaceChildren(...sourceCard(source), close);
  }

  #opened() {
    this.#placeBesideMarker();
    this.#panel.focus({ preventScroll: true });
    addEventListener('resize', this.#place);
    addEventListener('scroll', this.#place, { capture: true, passive: true });
  }

  #closed() {
    removeEventListener('resize', this.#place);
    removeEventListener('scroll', this.#place, { capture: true });
    // A click on nothing in particular leaves the focus nowhere; one on another control keeps it there.
    if (document.activeElement === document.body || this.#panel.contains(document.activeElement))
      this.#marker.focus({ preventScroll: true });
  }

  /** Below the marker where there is room, else above. Phones ignore this: there the card is a sheet at the bottom. */
  #placeBesideMarker() {
    const marker = this.#marker.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = this.#panel;
    const left = Math.min(Math.max(gap, marker.left - 2 * gap), innerWidth - width - gap);
    const fitsBelow = marker.bottom + gap + height <= innerHeight;
    const top = fitsBelow ? marker.bottom + gap : Math.max(gap, marker.top - gap - height);
    this.#panel.style.setProperty('--left', `${left}px`);
    this.#panel.style.setProperty('--top', `${top}px`);
  }
}
