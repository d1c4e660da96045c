// Builds the kit: `node tools/build.js` everything that is published, `node tools/build.js page` only what host pages load.
import { rmSync } from 'node:fs';
import { command } from './command.js';
import { root } from './project.js';

const onlyPage = process.argv[2] === 'page';

/** @param {string[]} parts */
async function run(...parts) {
  const code = await command(parts, { stdio: 'inherit' });
  if (code !== 0) process.exit(code);
}

if (!onlyPage) {
  rmSync(new URL('dist', root), { recursive: true, force: true });
  await run('vite', 'build', '--logLevel', 'warn');
  for (const mode of ['hub-worker', 'server', 'conformance']) {
    await run('vite', 'build', '--mode', mode, '--logLevel', 'warn');
  }
  await run('tsc', '-p', 'tsconfig.build.json', '--singleThreaded');
}
for (const mode of ['page', 'page-worker', 'host']) await run('vite', 'build', '--mode', mode, '--logLevel', 'warn');
