import { describe, expect, it } from 'vitest';
import { endingOf, fileLimits, fileProblem, fileTypes, isWhatItSays, type FileEnding } from '../../src/domain/files.js';
import { beginnings } from '../server/support/files.js';

const endings = Object.keys(fileTypes) as FileEnding[];
const program = new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0]);
const page = new TextEncoder().encode('<html><script>alert(1)</script>');

describe('the kind of a file', () => {
  it.each(endings)('%s is known by its beginning, whatever the name says', (ending) => {
    expect(isWhatItSays(ending, beginnings[ending])).toBe(true);
    expect(isWhatItSays(ending, program)).toBe(false);
    expect(isWhatItSays(ending, new Uint8Array([0]))).toBe(false);
    if (ending !== 'txt') expect(isWhatItSays(ending, page)).toBe(false);
  });

  it('is not that of another', () => {
    expect(isWhatItSays('png', beginnings.jpg)).toBe(false);
    expect(isWhatItSays('docx', beginnings.zip)).toBe(false);
    expect(isWhatItSays('txt', beginnings.png)).toBe(false);
    expect(isWhatItSays('wav', new TextEncoder().encode('RIFF1234AVI '))).toBe(false);
    expect(isWhatItSays('bmp', new TextEncoder().encode('BMW is a car, not a bitmap'))).toBe(false);
  });

  it('may be written in other ways', () => {
    expect(isWhatItSays('mp3', new Uint8Array([0xff, 0xfb, 0x90, 0]))).toBe(true);
    expect(isWhatItSays('docx', beginnings.doc)).toBe(true);
    expect(isWhatItSays('pdf', new TextEncoder().encode('\ufeff\n%PDF-1.4'))).toBe(true);
    expect(isWhatItSays('txt', new Uint8Array([0xff, 0xfe, 0x41, 0]))).toBe(true);
    expect(isWhatItSays('txt', new Uint8Array([0xb0, 0xa1, 0x0a]))).toBe(true);
  });

  it('is the last part of its name', () => {
    expect(endingOf('사진.JPG')).toBe('jpg');
    expect(endingOf('list.pdf.exe')).toBeNull();
    expect(endingOf('.png')).toBeNull();
    expect(endingOf('png')).toBeNull();
    expect(endingOf('x.constructor')).toBeNull();
  });
});

describe('what is told before a file is sent', () => {
  const ok = { name: 'a.png', size: 1 };

  it('is nothing for one that is taken', () => {
    expect(fileProblem(ok)).toBeNull();
    expect(fileProblem(ok, true)).toBeNull();
    expect(fileProblem({ name: `${'가'.repeat(95)}.png`, size: fileLimits.size - 1 })).toBeNull();
  });

  it.each([
    ['type', { name: 'a.exe', size: 1 }, false],
    ['type', { name: 'a', size: 1 }, false],
    ['not_a_picture', { name: 'a.pdf', size: 1 }, true],
    ['not_a_picture', { name: 'a.tiff', size: 1 }, true],
    ['name_too_long', { name: `${'😀'.repeat(96)}.png`, size: 1 }, false],
    ['too_large', { name: 'a.zip', size: fileLimits.size }, false],
    ['empty', { name: 'a.txt', size: 0 }, false],
  ] as const)('%s: %j', (problem, file, inline) => {
    expect(fileProblem(file, inline)).toBe(problem);
  });
});
