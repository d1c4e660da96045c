#!/usr/bin/env node
import { writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setTimeout } from 'node:timers/promises';
import { command } from './command.js';

// Where it lies is the same below the root for the source and for what is built of it.
const document: unknown = createRequire(import.meta.url)('../../src/contract/openapi.json');

process.exitCode = await command(process.argv.slice(2), {
  environment: process.env,
  fetch,
  now: Date.now,
  wait: (milliseconds) => setTimeout(milliseconds),
  document,
  say: (line) => void process.stdout.write(`${line}\n`),
  complain: (line) => void process.stderr.write(`${line}\n`),
  write: writeFileSync,
});
