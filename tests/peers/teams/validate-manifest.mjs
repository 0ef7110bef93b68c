// Validates the files of an unpacked Teams package with Microsoft's own validator, offline.
//   node validate-manifest.mjs FILE…   one JSON line a file: {"file", "errors": […]}
//   node validate-manifest.mjs --mutations LINES MANIFEST   the same for each line of mutations.jsonl: the manifest with that one change
// Exit code 1 when a file has errors; with --mutations 0, for they are meant to have some.
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import path from "node:path";

const require = createRequire(import.meta.url);
const { AppManifestUtils } = require("@microsoft/app-manifest");
const schemas = path.join(path.dirname(require.resolve("@microsoft/app-manifest")), "json-schemas");

// Nothing may be fetched: a schema that is not in the package is an error.
globalThis.fetch = () => { throw new Error("offline"); };

async function schemaOf(json) {
  const known = /^https:\/\/developer\.microsoft\.com\/json-schemas\/(teams\/v[\d.]+\/[\w.]+\.schema\.json)$/.exec(json.$schema ?? "");
  if (!known)
    throw new Error(`${json.$schema} is no schema of Teams`);
  const text = await readFile(path.join(schemas, ...known[1].split("/")), "utf8");
  // Two slips of the published schemas that keep ajv from compiling them: \a and \v are no JavaScript escapes, and "\b]" is no escaped bracket.
  return JSON.parse(text.replace(/\\a/g, "\\u0007").replace(/\\v/g, "\\u000b").replace(/\\\\b\]/g, "\\\\b\\\\]"));
}

async function errorsOf(json) {
  try {
    return (await AppManifestUtils.validateAgainstSchema(json, await schemaOf(json))).map(error => error.trim());
  } catch (error) {
    return [String(error.message)];
  }
}

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

const read = async file => JSON.parse(await readFile(file, "utf8"));
const args = process.argv.slice(2);
if (args[0] === "--mutations") {
  const manifest = await read(args[2]);
  for (const line of (await readFile(args[1], "utf8")).split("\n").filter(Boolean))
    console.log(JSON.stringify({ errors: await errorsOf(mutated(manifest, JSON.parse(line))) }));
} else {
  for (const file of args) {
    const errors = await errorsOf(await read(file));
    console.log(JSON.stringify({ file: path.basename(file), errors }));
    process.exitCode ||= errors.length > 0 ? 1 : 0;
  }
}
