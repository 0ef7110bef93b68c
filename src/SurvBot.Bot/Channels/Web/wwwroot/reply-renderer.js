// A reply's blocks become elements: one function for each kind of block that src/SurvBot.Bot/Replies/Reply.cs knows.

import { element, outsideLink, webAddress } from './dom.js';
import { feedbackForm } from './feedback.js';

const renderers = new Map(Object.entries({
  paragraph,
  bulletList,
  disagreement,
  development,
  caveat,
  evidenceStrip,
  sources,
  nearestArticles,
  more,
  followUps,
  feedbackRequest,
  progress,
}));

/**
 * The element of a block, or null for a kind that this page does not know: an older page must survive a newer server.
 * The context is what a block can do: cite(button, n), ask(question), sendFeedback(verdict, reason).
 */
export function renderBlock(block, context) {
  const render = renderers.get(block.kind);
  if (render)
    return render(block, context);
  console.warn('A block of unknown kind is not shown:', block.kind);
  return null;
}

/** The sources of a reply by number, wherever they stand in it. */
export function sourcesIn(blocks) {
  return blocks.flatMap(block =>
    block.kind === 'sources' ? block.items :
    block.kind === 'more' ? sourcesIn(block.blocks) : []);
}

/** What is read out when a reply is there: its statements, without markers, lists of sources and buttons. */
export function spokenText(blocks) {
  const speak = {
    __proto__: null,
    paragraph: block => block.spans.map(span => span.text ?? '').join('').replace(/ +(?=[.,;:!?])/g, ''),
    bulletList: block => block.items.map(speak.paragraph).join(' '),
    disagreement: block => `${disagreementTitle(block)} – ${block.positions.map(position => position.value).join('; ')}.`,
    development: block => `${developmentTitle(block)}: ${block.points.map(point => `${point.date}, ${point.value}`).join('; ')}.`,
    caveat: block => block.text,
    evidenceStrip: block => `${block.parts.join(', ')}.`,
  };
  return blocks.map(block => speak[block.kind]?.(block) ?? '').filter(text => text).join(' ');
}

/** A cited article as its card shows it: who and when, the title, and the very words. */
export function sourceCard(source) {
  return [
    element('p', { class: 'origin' }, ...origin(source)),
    element('h3', {}, outsideLink(source.url, source.title)),
    ...source.quotes.map(quote => element('blockquote', { dir: 'auto' }, ...markedText(quote))),
  ];
}

function paragraph(block, context) {
  return element('p', { dir: 'auto' }, ...spans(block, context));
}

function bulletList(block, context) {
  return element('ul', { class: 'points' }, ...block.items.map(item => element('li', { dir: 'auto' }, ...spans(item, context))));
}

function disagreement(block, context) {
  return element('section', { class: 'disagreement' },
    element('h3', {}, disagreementTitle(block)),
    element('ul', {}, ...block.positions.map(position => element('li', {},
      element('strong', { dir: 'auto' }, position.value), ' ',
      ...position.citations.map(n => marker(n, context)),
      position.asOf ? element('span', { class: 'when' }, `as of ${position.asOf}`) : null))));
}

function disagreementTitle(block) {
  return `Sources disagree: ${block.slot}`;
}

function development(block, context) {
  return element('section', { class: 'development' },
    element('h3', {}, developmentTitle(block)),
    element('ul', {}, ...block.points.map(point => element('li', {},
      element('span', { class: 'date' }, point.date),
      element('span', { class: 'value' },
        bar(point.share),
        element('strong', { dir: 'auto' }, point.value), ' ',
        ...point.citations.map(n => marker(n, context)))))));
}

function developmentTitle({ slot }) {
  return `${slot[0]?.toUpperCase() ?? ''}${slot.slice(1)} over time`;
}

/** The words say the same, so that nobody has to see it. */
function bar(share) {
  if (share === undefined)
    return null;
  const drawn = element('span', { class: 'bar', 'aria-hidden': 'true' });
  drawn.style.inlineSize = `${Math.min(1, Math.max(0.02, share)) * 100}%`;
  return drawn;
}

function caveat(block) {
  return element('p', { class: 'caveat', role: 'note', dir: 'auto' }, block.text);
}

function evidenceStrip(block) {
  return element('ul', { class: 'evidence', 'aria-label': 'Evidence' }, ...block.parts.map(part => element('li', {}, part)));
}

function sources(block, context) {
  return element('section', { class: 'sources' },
    element('h3', {}, 'Sources'),
    element('ol', {}, ...block.items.map(source => element('li', {},
      marker(source.n, context),
      element('div', {},
        outsideLink(source.url, source.title),
        element('p', { class: 'origin' }, ...origin(source)))))));
}

function nearestArticles(block) {
  return element('section', { class: 'nearest' },
    element('h3', {}, 'Nearest articles'),
    element('ul', {}, ...block.items.map(article => element('li', {},
      outsideLink(article.url, article.title),
      element('p', { class: 'origin' }, ...origin(article))))));
}

function more(block, context) {
  return element('details', { class: 'more' },
    element('summary', {}, 'More detail'),
    ...block.blocks.map(inner => renderBlock(inner, context)));
}

function followUps(block, context) {
  return element('section', { class: 'follow-ups' },
    element('h3', {}, 'Ask next'),
    questionChips(block.questions, context.ask));
}

function feedbackRequest(block, context) {
  return feedbackForm(block.verdicts, context.sendFeedback);
}

function progress(block) {
  return element('p', { class: 'progress' }, block.text);
}

/** Questions that are asked when pressed. */
export function questionChips(questions, ask) {
  return element('ul', { class: 'chips' }, ...questions.map(question => element('li', {},
    element('button', { type: 'button', dir: 'auto', onclick: () => ask(question) }, question))));
}

/** Words and markers. A marker is tied to the word before it and the stop after it, so that no line begins with either. */
function spans({ spans: all }, context) {
  return all.map(({ text, citation }, i) => {
    const [before, after] = [all[i - 1], all[i + 1]];
    if (citation !== undefined)
      return element('span', { class: 'tied' }, words(lastWord(before?.text)), marker(citation, context), firstStops(after?.text));
    const from = before?.citation === undefined ? 0 : firstStops(text).length;
    const to = after?.citation === undefined ? text.length : text.trimEnd().length - lastWord(text).length;
    return words(text.slice(from, to));
  });
}

/** Isolated by the stylesheet, so that a direction override in one stretch cannot turn its neighbours round. */
function words(text) {
  return text === '' ? null : element('span', { class: 'words' }, text);
}

// Only a short word: a line that cannot be broken must fit on a phone.
function lastWord(text = '') {
  return text.trimEnd().match(/(?<=\s)\S{1,12}$/)?.[0] ?? '';
}

function firstStops(text = '') {
  return text.match(/^[.,;:!?)\]”’]{0,3}/)[0];
}

function marker(n, context) {
  const button = element('button', { type: 'button', class: 'marker', 'aria-label': `Source [${n}]` }, `[${n}]`);
  context.cite(button, n);
  return button;
}

/** Who published it and when. A brief is SurvBot's wording and must never pass for the publisher's. */
function origin({ publisher, url, date, isBrief }) {
  const name = publisher ?? webAddress(url)?.hostname ?? 'an unnamed publisher';
  return [
    isBrief ? element('span', { class: 'brief' }, 'SurvBot brief, after ') : null,
    element('bdi', {}, name),
    date ? element('span', { class: 'when' }, date) : null,
  ].filter(part => part);
}

/** The quote with its supporting words marked; offsets are UTF-16, as JavaScript's are. */
function markedText({ text, marks }) {
  const parts = [];
  let at = 0;
  for (const { start, end } of marks.toSorted((a, b) => a.start - b.start)) {
    const from = Math.max(start, at);
    if (from >= Math.min(end, text.length))
      continue;
    parts.push(text.slice(at, from), element('mark', {}, text.slice(from, end)));
    at = Math.min(end, text.length);
  }
  return [...parts, text.slice(at)];
}
