// One question and its reply: asks, shows what arrives, and survives a broken line.

import { ConnectionLost } from './api.js';
import { element } from './dom.js';
import { renderBlock, sourcesIn, spokenText } from './reply-renderer.js';

// The pauses before a broken line is tried again.
const pauses = [1000, 3000, 6000];

export class Turn {
  #question;
  #page;
  #sources = new Map();
  #shown = [];
  #replyId = null;
  #run = null;
  #body = element('div', { class: 'body' });
  #tail = element('div', { class: 'tail' });
  #article = element('article', { class: 'reply', 'aria-label': 'Reply' }, this.#body, this.#tail);

  /** question is what /ask takes; page is {api, popover, announce(text), ask(question), retry(turn)}. */
  constructor(question, page) {
    this.#question = question;
    this.#page = page;
    this.element = element('section', { class: 'turn' }, element('h2', { class: 'question', dir: 'auto' }, question.question), this.#article);
  }

  /** Shows a finished reply. */
  show({ id, blocks }) {
    this.#replyId = id;
    this.#showBlocks(blocks, sourcesIn(blocks));
    this.#tail.replaceChildren();
  }

  /** Asks and shows the reply, or why there is none; accepted is called once the server has the question. Never rejects. */
  async answer(accepted) {
    this.#run = new AbortController();
    this.element.classList.add('live');
    this.#article.setAttribute('aria-busy', 'true');
    try {
      await this.#listenPersistently(this.#run.signal, accepted);
    } catch (error) {
      if (this.#run.signal.reason !== left)
        this.#fail(this.#run.signal.reason === stopped ? 'Stopped.' : error.message);
    } finally {
      this.#article.removeAttribute('aria-busy');
      this.#run = null;
    }
  }

  /** The reader wants no answer any more. */
  stop() {
    this.#run?.abort(stopped);
  }

  /** The reader looks at another conversation; this one can be taken up again later. */
  leave() {
    this.#run?.abort(left);
  }

  async #listenPersistently(signal, accepted) {
    this.#progress('Asking…');
    for (let attempt = 0; ; attempt++) {
      try {
        return await this.#listen(signal, accepted);
      } catch (error) {
        if (!(error instanceof ConnectionLost) || attempt === pauses.length)
          throw error;
        this.#progress('The connection was lost. Trying again…');
        await pause(pauses[attempt], signal);
      }
    }
  }

  async #listen(signal, accepted) {
    for await (const { name, data } of this.#page.api.ask(this.#question, signal)) {
      if (name === 'accepted') {
        accepted();
      } else if (name === 'partial') {
        this.#showStep(data.blocks);
      } else if (name === 'reply') {
        this.show(data);
        this.#page.announce(spokenText(data.blocks));
      }
    }
  }

  /** A step on the way: what is being done, or the text so far; its sources are for the markers, the list comes with the reply. */
  #showStep(blocks) {
    const progress = blocks.find(block => block.kind === 'progress');
    if (progress)
      this.#progress(progress.text);
    else
      this.#showBlocks(blocks.filter(block => block.kind === 'paragraph'), sourcesIn(blocks));
  }

  /** Blocks that are already there stay untouched: what is being read does not move, and a focused marker keeps the focus. */
  #showBlocks(blocks, sources) {
    this.#sources = new Map(sources.map(source => [source.n, source]));
    const wanted = blocks.map(block => JSON.stringify(block));
    let same = 0;
    while (same < wanted.length && wanted[same] === this.#shown[same]?.json)
      same++;
    this.#shown.splice(same).forEach(({ node }) => node?.remove());
    for (let i = same; i < blocks.length; i++) {
      const node = renderBlock(blocks[i], this.#context);
      this.#shown.push({ json: wanted[i], node });
      if (node)
        this.#body.append(node);
    }
  }

  // Sources and the reply's id are looked up when they are needed: markers of streamed text outlive its first sources.
  #context = {
    cite: (button, n) => this.#page.popover.attach(button, () => this.#sources.get(n)),
    ask: question => this.#page.ask(question),
    sendFeedback: (verdict, reason) => this.#page.api.sendFeedback(this.#replyId, verdict, reason),
  };

  #progress(text) {
    this.#tail.replaceChildren(renderBlock({ kind: 'progress', text }, this.#context));
  }

  #fail(message) {
    this.#tail.replaceChildren(failureLine(message, () => this.#page.retry(this)));
    this.#page.announce(message);
  }
}

/** Says politely what went wrong, with a way to try again. */
export function failureLine(message, retry) {
  return element('p', { class: 'failure' }, element('span', {}, message), ' ', element('button', { type: 'button', onclick: retry }, 'Retry'));
}

// Why a run was aborted.
const stopped = Symbol('stopped');
const left = Symbol('left');

/** "1 article", "1,204 articles", or just "articles" where the number is not known. */
export function counted(n, noun) {
  return n === undefined ? `${noun}s` : `${n.toLocaleString('en')} ${noun}${n === 1 ? '' : 's'}`;
}

function pause(milliseconds, signal) {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason);
    }, { once: true });
  });
}
