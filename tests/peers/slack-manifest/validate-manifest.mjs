// Validates manifests for Slack with ajv against Slack's own schema, offline.
//   node validate-manifest.mjs SCHEMA FILE…   one JSON line a file: {"file", "errors": […]}
//   node validate-manifest.mjs SCHEMA --mutations LINES MANIFEST   the same for each line of mutations.jsonl: the manifest with that one change
// Exit code 1 when a file has errors; with --mutations 0, for they are meant to have some.
import Ajv from "ajv";
import { readFile } from "node:fs/promises";
import path from "node:path";

const read = async file => JSON.parse(await readFile(file, "utf8"));
const [schema, ...args] = process.argv.slice(2);
// Not strict: the schema has notes and titles of its own. "uri" is all it asks of a format, and of $schema alone.
const validate = new Ajv({ allErrors: true, strict: false, formats: { uri: true } }).compile(await read(schema));

const errorsOf = json => validate(json) ? [] : validate.errors.map(error => `${error.instancePath} ${error.message}`);

/** The manifest with one member set or taken out. */
function mutated(manifest, { path: place, set, remove }) {
  const steps = [...place.matchAll(/\[(\d+)\]|[^.[\]]+/g)].map(([step, index]) => index === undefined ? step : Number(index));
  const copy = structuredClone(manifest);
  const parent = steps.slice(0, -1).reduce((node, step) => node[step], copy);
  if (remove)
    delete parent[steps.at(-1)];
  else
    parent[steps.at(-1)] = set;
  return copy;
}

if (args[0] === "--mutations") {
  const manifest = await read(args[2]);
  for (const line of (await readFile(args[1], "utf8")).split("\n").filter(Boolean))
    console.log(JSON.stringify({ errors: errorsOf(mutated(manifest, JSON.parse(line))) }));
} else {
  for (const file of args) {
    const errors = errorsOf(await read(file));
    console.log(JSON.stringify({ file: path.basename(file), errors }));
    process.exitCode ||= errors.length > 0 ? 1 : 0;
  }
}
