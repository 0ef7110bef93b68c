// The list of the reader's conversations, newest first.

import { confirmed } from './confirm.js';
import { element, icon } from './dom.js';
import { failureLine } from './turn.js';

export class Conversations {
  #nav;
  #list;
  #deleteAll;
  #api;
  #deleted;
  #current = null;

  /** deleted(id) is called after a conversation has been deleted, or with null after all have. */
  constructor(nav, api, deleted) {
    this.#nav = nav;
    this.#list = nav.querySelector('.history-list');
    this.#deleteAll = nav.querySelector('.delete-all');
    this.#api = api;
    this.#deleted = deleted;
    this.#deleteAll.addEventListener('click', () => this.#delete(null, 'All your conversations will be deleted for good.'));
    // Following a link on a phone leads to the conversation, not to the list over it.
    nav.addEventListener('click', event => event.target.closest('a') && this.#close());
    matchMedia('(max-width: 56rem)').addEventListener('change', () => this.#close());
  }

  /** Marks the conversation that is open, or none. */
  set current(id) {
    this.#current = id;
    for (const link of this.#list.querySelectorAll('a'))
      this.#markIfCurrent(link);
  }

  async refresh() {
    try {
      this.#show(await this.#api.conversations());
    } catch (error) {
      this.#list.replaceChildren(failureLine(error.message, () => this.refresh()));
    }
  }

  #show(conversations) {
    this.#deleteAll.hidden = conversations.length === 0;
    this.#list.replaceChildren(conversations.length === 0
      ? element('p', { class: 'none' }, 'What you ask will be listed here.')
      : element('ul', {}, ...conversations
        .toSorted((a, b) => Date.parse(b.lastAt) - Date.parse(a.lastAt))
        .map(conversation => this.#item(conversation))));
  }

  #item({ id, title, lastAt }) {
    const link = element('a', { href: `#/c/${id}` },
      element('span', { class: 'title', dir: 'auto' }, title),
      element('time', { datetime: lastAt }, dayOf(lastAt)));
    this.#markIfCurrent(link);
    return element('li', {}, link,
      element('button', { type: 'button', class: 'quiet', 'aria-label': `Delete “${title}”`, onclick: () => this.#delete(id, `“${title}” will be deleted for good.`) }, icon('close')));
  }

  #markIfCurrent(link) {
    if (link.hash === `#/c/${this.#current}`)
      link.setAttribute('aria-current', 'page');
    else
      link.removeAttribute('aria-current');
  }

  async #delete(id, warning) {
    if (!await confirmed(warning))
      return;
    try {
      await (id ? this.#api.deleteConversation(id) : this.#api.deleteAllConversations());
    } catch (error) {
      this.#list.prepend(failureLine(error.message, () => this.refresh()));
      return;
    }
    await this.refresh();
    this.#deleted(id);
  }

  #close() {
    if (this.#nav.matches(':popover-open'))
      this.#nav.hidePopover();
  }
}

/** "Today", "Yesterday", or the date. */
function dayOf(instant) {
  const day = new Date(instant);
  const now = new Date();
  const daysAgo = Math.round((new Date(now).setHours(0, 0, 0, 0) - new Date(day).setHours(0, 0, 0, 0)) / 86_400_000);
  return ['Today', 'Yesterday'][daysAgo]
    ?? day.toLocaleDateString('en-GB', { day: 'numeric', month: 'short', year: day.getFullYear() === now.getFullYear() ? undefined : 'numeric' });
}
