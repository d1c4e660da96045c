// Types and rules over one reading of the sources: each by itself would read and check all of them anew.
import { ESLint } from 'eslint';
import ts from 'typescript';
import { at } from './project.js';

const host = {
  ...ts.sys,
  /** @param {ts.Diagnostic} diagnostic */
  onUnRecoverableConfigFileDiagnostic(diagnostic) {
    throw new Error(ts.flattenDiagnosticMessageText(diagnostic.messageText, '\n'));
  },
};
const project = ts.getParsedCommandLineOfConfigFile(at('tsconfig.json'), { noEmit: true, incremental: false }, host);
if (!project) throw new Error('tsconfig.json cannot be read.');
const program = ts.createProgram(project.fileNames, project.options);
const wrong = [...project.errors, ...ts.getPreEmitDiagnostics(program)];
process.stdout.write(
  ts.formatDiagnostics(wrong, {
    getCanonicalFileName: (name) => name,
    getCurrentDirectory: () => at('.'),
    getNewLine: () => '\n',
  }),
);

const eslint = new ESLint({
  cwd: at('.'),
  overrideConfig: [
    {
      files: ['**/*.ts'],
      ignores: ['.storybook/**'],
      languageOptions: { parserOptions: { projectService: false, programs: [program] } },
    },
  ],
});
const results = await eslint.lintFiles(process.argv.length > 2 ? process.argv.slice(2) : ['.']);
const { format } = await eslint.loadFormatter('stylish');
process.stdout.write(await format(results));
const count = results.reduce((sum, { errorCount, warningCount }) => sum + errorCount + warningCount, 0);
process.exitCode = wrong.length + count > 0 ? 1 : 0;
