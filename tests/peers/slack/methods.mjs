#!/usr/bin/env node
// methods.mjs - which arguments Slack's Web API methods have, by the types of npm @slack/web-api: node methods.mjs > methods.json
// Prints {"auth.test":["token"],…}, a line for each method of its WebClient outside admin.*; the tests hold every call against it.
import ts from "typescript";
import { fileURLToPath } from "node:url";

const file = fileURLToPath(import.meta.resolve("@slack/web-api")).replace(/\.js$/, ".d.ts");
const program = ts.createProgram([file], { strict: true, skipLibCheck: true, module: ts.ModuleKind.NodeNext, moduleResolution: ts.ModuleResolutionKind.NodeNext });
const checker = program.getTypeChecker(), source = program.getSourceFile(file);
const client = checker.getExportsOfModule(checker.getSymbolAtLocation(source)).find((symbol) => symbol.name === "WebClient");
const declared = client.flags & ts.SymbolFlags.Alias ? checker.getAliasedSymbol(client) : client;
const table = {};

// A union's members each have their own arguments: all of them exist.
const argumentsOf = (type) => type.isUnion() ? type.types.flatMap(argumentsOf) : checker.getPropertiesOfType(type).map((property) => property.name);

function visit(type, name, depth) {
  for (const property of checker.getPropertiesOfType(type)) {
    const inner = checker.getTypeOfSymbol(property), path = [...name, property.name];
    // chat.*, agents.sessions.*, admin.apps.config.*: groups of groups, with methods as leaves.
    const call = inner.getCallSignatures()[0];
    if (call && /^MethodWith(Required|Optional)Argument$/.test(inner.aliasSymbol?.name ?? inner.symbol?.name)) table[path.join(".")] = [...new Set(call.parameters.slice(0, 1).flatMap((parameter) => argumentsOf(checker.getNonNullableType(checker.getTypeOfSymbol(parameter)))))].sort();
    else if (!call && depth < 4 && inner.flags & ts.TypeFlags.Object && !property.name.startsWith("_")) visit(inner, path, depth + 1);
  }
}
const methods = checker.getBaseTypes(checker.getDeclaredTypeOfSymbol(declared))[0];
visit(methods, [], 0);
const lines = Object.keys(table).filter((name) => !name.startsWith("admin.")).sort().map((name) => `${JSON.stringify(name)}: ${JSON.stringify(table[name])}`);
console.log(`{\n${lines.join(",\n")}\n}`);
