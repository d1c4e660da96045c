// `npm start`: installs and builds what is missing or out of date, then runs the demo server until it is told to stop.
import { command, install, start } from './command.js';
import { isInstalled, isPageStale } from './project.js';

const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
if (major < 20 || (major === 20 && minor < 19)) {
  process.stderr.write(`Deskparts needs Node 20.19 or newer; this is ${process.versions.node}.\n`);
  process.exit(1);
}

if (!isInstalled()) await install();
if (isPageStale()) {
  process.stdout.write('Building the kit …\n');
  const code = await command(['node', 'tools/build.js', 'page'], { stdio: 'inherit' });
  if (code !== 0) process.exit(code);
}

const server = start(['node', '--import', 'tsx', 'demo/server/node.ts'], { stdio: 'inherit' });

// A terminal sends Ctrl+C to the whole group; other senders know only this process, so it passes the signal on and
// waits for the server to close its database.
for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => server.kill(signal));
}
server.on('exit', (code, signal) => process.exit(signal ? 0 : (code ?? 1)));
