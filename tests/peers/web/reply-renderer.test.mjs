import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { fakeDocument } from './fake-document.mjs';

globalThis.document = fakeDocument;
const repository = new URL('../../../', import.meta.url);
const { renderBlock, sourceCard, sourcesIn, spokenText } =
  await import(new URL('src/SurvBot.Bot/Channels/Web/wwwroot/reply-renderer.js', repository));

const paragraph = (...spans) => ({ kind: 'paragraph', spans: spans.map(span => typeof span === 'number' ? { citation: span } : { text: span }) });

const source = {
  n: 1,
  url: 'https://example.org/one',
  publisher: 'The Gazette',
  title: 'Cameras on every corner',
  date: '3 Nov 2024',
  isBrief: false,
  quotes: [{ text: 'The city runs 400 cameras.', marks: [{ start: 14, end: 25 }] }],
};

// A block of every kind, and words that a reader must see of it.
const examples = {
  paragraph: [paragraph('The city runs 400 cameras ', 1, '.'), ['The city runs 400 cameras', '[1]']],
  bulletList: [{ kind: 'bulletList', items: [paragraph('2020: ten'), paragraph('2021: twenty ', 1)] }, ['2020: ten', '2021: twenty', '[1]']],
  disagreement: [
    { kind: 'disagreement', slot: 'cameras', positions: [{ value: '400', asOf: '3 Nov 2024', citations: [1] }, { value: '500', citations: [2, 3] }] },
    ['cameras', '400', '3 Nov 2024', '[1]', '500', '[2]', '[3]']],
  development: [
    { kind: 'development', slot: 'the price', points: [{ value: '$2', date: 'Jul 2017', share: 0.5, citations: [1] }, { value: '$4', date: '9 Apr 2018', share: 1, citations: [2] }] },
    ['The price over time', 'Jul 2017', '$2', '[1]', '9 Apr 2018', '$4', '[2]']],
  caveat: [{ kind: 'caveat', text: 'The evidence is old.' }, ['The evidence is old.']],
  evidenceStrip: [{ kind: 'evidenceStrip', parts: ['As of 12 Nov 2026', '1 article'] }, ['As of 12 Nov 2026', '1 article']],
  sources: [{ kind: 'sources', items: [source] }, ['[1]', 'The Gazette', 'Cameras on every corner', '3 Nov 2024']],
  nearestArticles: [
    { kind: 'nearestArticles', items: [{ url: 'https://example.org/near', title: 'Near' }] },
    ['Nearest articles', 'Near', 'example.org']],
  more: [{ kind: 'more', blocks: [paragraph('Further words.'), { kind: 'caveat', text: 'Beware.' }] }, ['Further words.', 'Beware.']],
  followUps: [{ kind: 'followUps', questions: ['Since when?'] }, ['Since when?']],
  feedbackRequest: [
    { kind: 'feedbackRequest', verdicts: ['helpful', 'wrongSource', 'outOfDate', 'missing'] },
    ['Helpful', 'Wrong source', 'Out of date', 'missing']],
  progress: [{ kind: 'progress', text: 'Searching…' }, ['Searching…']],
};

/** A context that remembers what blocks did with it. */
function contextOf() {
  const seen = { cited: [], asked: [], sent: [] };
  return {
    seen,
    cite: (button, n) => seen.cited.push(n),
    ask: question => seen.asked.push(question),
    sendFeedback: async (...what) => { seen.sent.push(what); },
  };
}

const render = (block, context = contextOf()) => renderBlock(block, context);

function kindsOfTheServer() {
  const code = readFileSync(new URL('src/SurvBot.Bot/Replies/IReplyRenderer.cs', repository), 'utf8');
  return [...code.matchAll(/^\s*T (\w+)\(\w+ block\);/gm)].map(([, name]) => name[0].toLowerCase() + name.slice(1));
}

test('every kind of block that the server knows is shown', () => {
  const kinds = kindsOfTheServer();
  assert.ok(kinds.includes('paragraph'), 'the kinds are read from the server’s code');
  for (const kind of kinds) {
    assert.ok(kind in examples, `there is no example of ${kind}`);
    const [block, words] = examples[kind];
    const text = render(block)?.textContent ?? '';
    for (const word of words)
      assert.ok(text.includes(word), `“${word}” is not in “${text}” (${kind})`);
  }
});

test('a kind that the page does not know is left out and logged', t => {
  const warn = t.mock.method(console, 'warn', () => {});
  assert.equal(render({ kind: 'hologram' }), null);
  assert.equal(render({ kind: 'constructor' }), null);
  assert.equal(warn.mock.callCount(), 2);
  assert.equal(render({ kind: 'more', blocks: [{ kind: 'hologram' }, paragraph('Words.')] }).textContent, 'More detailWords.');
});

test('a bar is as long as its share, and never longer than its room', () => {
  const points = [0, 0.5, 1, 7].map(share => ({ value: '2', date: '2018', share, citations: [] }));
  const block = render({ kind: 'development', slot: 'the price', points: [...points, { value: '3', date: '2019', citations: [] }] });
  const bars = [...block.all()].filter(child => child.getAttribute('class') === 'bar');
  assert.deepEqual(bars.map(bar => bar.style.inlineSize), ['2%', '50%', '100%', '100%']);
});

test('hostile text stays text', () => {
  const hostile = '<img src=x onerror=alert(1)>';
  const hostileSource = { ...source, publisher: hostile, title: hostile, date: hostile, quotes: [{ text: hostile, marks: [{ start: 1, end: 4 }] }] };
  const nodes = [
    render(paragraph(hostile)),
    render({ kind: 'bulletList', items: [paragraph(hostile)] }),
    render({ kind: 'development', slot: hostile, points: [{ value: hostile, date: hostile, share: 7, citations: [] }] }),
    render({ kind: 'disagreement', slot: hostile, positions: [{ value: hostile, asOf: hostile, citations: [] }] }),
    render({ kind: 'caveat', text: hostile }),
    render({ kind: 'evidenceStrip', parts: [hostile] }),
    render({ kind: 'sources', items: [hostileSource] }),
    render({ kind: 'nearestArticles', items: [hostileSource] }),
    render({ kind: 'followUps', questions: [hostile] }),
    render({ kind: 'progress', text: hostile }),
    ...sourceCard(hostileSource),
  ];
  for (const node of nodes) {
    assert.ok(node.textContent.includes(hostile), node.textContent);
    assert.deepEqual(node.withTag('img'), []);
  }
});

test('only addresses of the web become links', () => {
  const hrefs = url => [
    render({ kind: 'sources', items: [{ ...source, url }] }),
    render({ kind: 'nearestArticles', items: [{ url, title: 'Near' }] }),
    ...sourceCard({ ...source, url }),
  ].flatMap(node => [...node.all()]).map(node => node.getAttribute('href')).filter(href => href !== null);

  for (const url of ['javascript:alert(1)', ' JavaScript:alert(1)', 'data:text/html,x', 'file:///etc/passwd', 'vbscript:x', '//example.org', 'article.html', ''])
    assert.deepEqual(hrefs(url), [], url);
  assert.deepEqual(hrefs('https://example.org/a'), Array(3).fill('https://example.org/a'));
  assert.deepEqual(hrefs('http://example.org/a'), Array(3).fill('http://example.org/a'));
});

test('links to articles open elsewhere and tell nothing about where they come from', () => {
  const [link] = render({ kind: 'sources', items: [source] }).withTag('a');
  assert.equal(link.getAttribute('rel'), 'noopener noreferrer');
  assert.equal(link.getAttribute('target'), '_blank');
});

test('marks cover the supporting words and nothing of the quote is lost', () => {
  const text = 'The city 🏙 runs 400 cameras.';
  const at = words => ({ start: text.indexOf(words), end: text.indexOf(words) + words.length });
  const marked = marks => {
    const quote = sourceCard({ ...source, quotes: [{ text, marks }] }).find(node => node.tagName === 'blockquote');
    assert.equal(quote.textContent, text);
    return quote.withTag('mark').map(mark => mark.textContent);
  };
  assert.deepEqual(marked([]), []);
  assert.deepEqual(marked([at('400 cameras')]), ['400 cameras']);
  assert.deepEqual(marked([at('400'), at('The city')]), ['The city', '400'], 'in any order');
  assert.deepEqual(marked([at('city 🏙 runs'), at('runs 400')]), ['city 🏙 runs', ' 400'], 'overlapping');
  assert.deepEqual(marked([{ start: -5, end: 3 }, { start: 900, end: 950 }, { start: 6, end: 6 }]), ['The'], 'outside the quote');
});

test('a brief is never presented as the publisher’s words', () => {
  const origin = isBrief => sourceCard({ ...source, isBrief })[0].textContent;
  assert.equal(origin(true), 'SurvBot brief, after The Gazette3 Nov 2024');
  assert.equal(origin(false), 'The Gazette3 Nov 2024');
  assert.match(render({ kind: 'sources', items: [{ ...source, isBrief: true }] }).textContent, /SurvBot brief, after The Gazette/);
});

test('a marker is a button that cites its number, tied to the word before and the stop after', () => {
  const context = contextOf();
  const node = render(paragraph('In all there are 400 cameras ', 1, 2, ', they say ', 3, '.'), context);
  assert.deepEqual(node.withTag('button').map(button => button.textContent), ['[1]', '[2]', '[3]']);
  assert.deepEqual(context.seen.cited, [1, 2, 3]);
  assert.equal(node.textContent, 'In all there are 400 cameras[1][2], they say[3].');
  const tied = [...node.all()].filter(child => child.getAttribute('class') === 'tied').map(child => child.textContent);
  assert.deepEqual(tied, ['cameras[1]', '[2],', 'say[3].']);
});

test('a follow-up asks its question when pressed', async () => {
  const context = contextOf();
  const [button] = render({ kind: 'followUps', questions: ['Since when?'] }, context).withTag('button');
  await button.fire('click');
  assert.deepEqual(context.seen.asked, ['Since when?']);
});

test('feedback is sent with its reason and thanked for', async () => {
  const context = contextOf();
  const node = render({ kind: 'feedbackRequest', verdicts: ['helpful', 'outOfDate', 'unheardOf'] }, context);
  assert.deepEqual(node.withTag('button').map(button => button.textContent), ['Helpful', 'Out of date']);
  await node.withTag('button')[1].fire('click');
  node.withTag('input')[0].value = ' A year old. ';
  await node.withTag('form')[0].fire('submit');
  assert.deepEqual(context.seen.sent, [['outOfDate', 'A year old.']]);
  assert.equal(node.textContent, 'Thanks, noted.');
});

test('sources are found wherever they stand', () => {
  const blocks = [paragraph('x'), { kind: 'more', blocks: [{ kind: 'sources', items: [source] }] }];
  assert.deepEqual(sourcesIn(blocks), [source]);
});

test('what is read out has the statements and no markers', () => {
  const blocks = [...['paragraph', 'disagreement', 'caveat', 'sources', 'followUps'].map(kind => examples[kind][0]), { kind: 'constructor' }];
  assert.equal(spokenText(blocks), 'The city runs 400 cameras. Sources disagree: cameras – 400; 500. The evidence is old.');
});
