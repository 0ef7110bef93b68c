#!/usr/bin/env node
// Stands in for the Bot Framework channel: serves its OpenID metadata, its keys with endorsements, its login and its connector, and sends a bot
// 25 good and bad requests. It checks the rules that a bot must hold, so 500 is never a good refusal and a rotated-in key must be picked up.
//
//   node jwtpeer.mjs --app APP-ID [--key FILE --cert FILE]
//
// prints one JSON line with the settings to start the bot with, and waits for a line with the address of the bot's endpoint on standard input. Then
// it prints a line a case and a summary; the exit code is 0 when all cases are right. Without --cert it makes a certificate with openssl, in a
// temporary folder. All ports are free ones on this machine.
import { execFileSync } from 'node:child_process';
import crypto from 'node:crypto';
import { once } from 'node:events';
import fs from 'node:fs';
import https from 'node:https';
import os from 'node:os';
import path from 'node:path';
import readline from 'node:readline';
import { parseArgs } from 'node:util';

const { values: options } = parseArgs({ options: { app: { type: 'string' }, key: { type: 'string' }, cert: { type: 'string' } } });
const app = options.app ?? '11111111-1111-4111-8111-111111111111';
const issuer = 'https://api.botframework.com';

// ---- What the platform is: keys, documents, servers.

const newKey = () => crypto.generateKeyPairSync('rsa', { modulusLength: 2048 });
const first = newKey(), second = newKey(), rogue = newKey();
const published = [{ id: 'key-1', key: first, endorsements: ['msteams', 'webchat', 'emulator'] }];
const requests = { metadata: 0, keys: 0, token: 0, connector: 0 };

const asJwk = ({ id, key, endorsements }) => ({ ...key.publicKey.export({ format: 'jwk' }), kid: id, x5t: id, use: 'sig', alg: 'RS256', endorsements });

function platform(request, response) {
  const answer = (status, body) => {
    response.writeHead(status, { 'Content-Type': 'application/json' });
    response.end(JSON.stringify(body));
  };
  request.resume();
  if (request.url === '/v1/.well-known/openidconfiguration') {
    requests.metadata++;
    answer(200, {
      issuer,
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${origin}/v1/.well-known/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    });
  } else if (request.url === '/v1/.well-known/keys') {
    requests.keys++;
    answer(200, { keys: published.map(asJwk) });
  } else if (request.url.endsWith('/oauth2/v2.0/token')) {
    requests.token++;
    answer(200, { token_type: 'Bearer', expires_in: 3599, ext_expires_in: 3599, access_token: 'outbound-token' });
  } else if (request.url.startsWith('/connector/')) {
    requests.connector++;
    answer(201, { id: 'reply-1' });
  } else {
    answer(404, {});
  }
}

function certificate() {
  if (options.key && options.cert) return { key: options.key, cert: options.cert };
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'jwtpeer-'));
  const files = { key: path.join(folder, 'key.pem'), cert: path.join(folder, 'cert.pem') };
  execFileSync('openssl', [
    'req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1',
    '-keyout', files.key, '-out', files.cert,
  ], { stdio: 'ignore' });
  return files;
}

const files = certificate();
const server = https.createServer({ key: fs.readFileSync(files.key), cert: fs.readFileSync(files.cert) }, platform).listen(0, '127.0.0.1');
await once(server, 'listening');
const origin = `https://localhost:${server.address().port}`;
const serviceUrl = `${origin}/connector/`;

console.log(JSON.stringify({
  MicrosoftAppId: app,
  MicrosoftAppType: 'SingleTenant',
  MicrosoftAppTenantId: '22222222-2222-4222-8222-222222222222',
  MicrosoftAppPassword: 'not-a-secret',
  SurvBot__Teams__MetadataUrl: `${origin}/v1/.well-known/openidconfiguration`,
  SurvBot__Teams__Login: origin,
  SurvBot__Teams__AllowedServiceHosts__0: 'localhost',
  SSL_CERT_FILE: files.cert,
}));

const [endpoint] = await once(readline.createInterface({ input: process.stdin }), 'line');

// ---- What the platform sends.

const now = () => Math.floor(Date.now() / 1000);
const encoded = value => Buffer.from(JSON.stringify(value)).toString('base64url');

function signature(algorithm, text, key) {
  if (algorithm === 'none') return '';
  if (algorithm === 'HS256') return crypto.createHmac('sha256', first.publicKey.export({ type: 'spki', format: 'pem' })).update(text).digest('base64url');
  return crypto.sign(algorithm.replace('RS', 'sha'), Buffer.from(text), key.privateKey).toString('base64url');
}

/** A token; without changes one that is good. A claim that is undefined is left out. */
function token({ claims = {}, algorithm = 'RS256', keyId = 'key-1', key = first } = {}) {
  const head = { alg: algorithm, typ: 'JWT', kid: keyId, x5t: keyId };
  const body = { iss: issuer, aud: app, nbf: now() - 60, exp: now() + 3600, serviceurl: serviceUrl, ...claims };
  const text = `${encoded(head)}.${encoded(body)}`;
  return `${text}.${signature(algorithm, text, key)}`;
}

function tampered() {
  const [head, body, signed] = token().split('.');
  return [head, encoded({ ...JSON.parse(Buffer.from(body, 'base64url')), extra: true }), signed].join('.');
}

const activity = changes => ({
  type: 'message',
  id: crypto.randomUUID(),
  channelId: 'msteams',
  serviceUrl,
  from: { id: '29:somebody' },
  recipient: { id: `28:${app}` },
  conversation: { id: '19:chat', conversationType: 'personal', tenantId: '22222222-2222-4222-8222-222222222222' },
  text: 'hello',
  ...changes,
});

async function send(authorization, body = activity()) {
  const response = await fetch(endpoint, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json', ...(authorization && { Authorization: authorization }) },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response.status;
}

const bearer = (changes, body) => send(`Bearer ${token(changes)}`, body);

async function rotation() {
  const signedBySecond = { keyId: 'key-2', key: second };
  const before = await bearer(signedBySecond);
  published.push({ id: 'key-2', key: second, endorsements: ['msteams'] });
  return `${before} then ${await bearer(signedBySecond)}`;
}

// ---- What the bot must answer.

const accepted = /^20[012]$/, denied = /^40[13]$/, malformed = /^40[013]$/;
const cases = [
  ['a good token', accepted, () => bearer()],
  ['signed by RS384', accepted, () => bearer({ algorithm: 'RS384' })],
  ['expired 4 minutes ago, within the skew', accepted, () => bearer({ claims: { exp: now() - 240, nbf: now() - 3600 } })],
  ['a service URL in other case', accepted, () => bearer({ claims: { serviceurl: serviceUrl.toUpperCase() } })],
  ['no token', denied, () => send()],
  ['something that is no token', denied, () => send('Bearer abc')],
  ['the Basic scheme', denied, () => send('Basic YTpi')],
  ['another issuer', denied, () => bearer({ claims: { iss: 'https://evil.example' } })],
  ['the issuer of another cloud', denied, () => bearer({ claims: { iss: 'https://api.botframework.us' } })],
  ['another audience', denied, () => bearer({ claims: { aud: '99999999-1111-4111-8111-111111111111' } })],
  ['no audience', denied, () => bearer({ claims: { aud: undefined } })],
  ['expired 6 minutes ago', denied, () => bearer({ claims: { exp: now() - 360, nbf: now() - 9999 } })],
  ['valid in 6 minutes', denied, () => bearer({ claims: { nbf: now() + 360 } })],
  ['no end', denied, () => bearer({ claims: { exp: undefined } })],
  ['signed by a stranger', denied, () => bearer({ key: rogue })],
  ['changed claims', denied, () => send(`Bearer ${tampered()}`)],
  ['no signature', denied, () => bearer({ algorithm: 'none' })],
  ['the public key as a shared secret', denied, () => bearer({ algorithm: 'HS256' })],
  ['no service URL in the token', denied, () => bearer({ claims: { serviceurl: undefined } })],
  ['another service URL in the token', denied, () => bearer({ claims: { serviceurl: 'https://smba.trafficmanager.net/amer/' } })],
  ['a channel that the key is not endorsed for', denied, () => bearer({}, activity({ channelId: 'slack' }))],
  ['an unknown key that is then rotated in', /^40[13] then 20[012]$/, rotation],
  ['a body that is no JSON', malformed, () => bearer({}, '{')],
  ['no type', malformed, () => bearer({}, activity({ type: undefined }))],
  ['an invoke that nobody knows', /^501$/, () => bearer({}, activity({ type: 'invoke', name: 'no/such', value: {} }))],
];

let right = 0;
for (const [name, wanted, run] of cases) {
  const status = await run().catch(fault => fault.cause?.code ?? fault.message);
  const isRight = wanted.test(status);
  right += isRight;
  console.log(`${isRight ? 'ok ' : 'BAD'}  ${String(status).padEnd(13)} ${name}`);
}
console.log(`${right} of ${cases.length} right; requests: ${Object.entries(requests).map(([what, count]) => `${what} ${count}`).join(', ')}`);
server.closeAllConnections();
server.close();
if (!options.cert) fs.rmSync(path.dirname(files.cert), { recursive: true });
process.exit(right === cases.length ? 0 : 1);
