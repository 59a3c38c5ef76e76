/** Tests are found by the names of their files: none has that of another, but for machines' own, which their folders tell. */
import { basename } from 'node:path';
import { expect, it } from 'vitest';
import { filesOf } from '../support/files.ts';

it('no two test files have one name', () => {
  const files = filesOf('test').filter((path) => path.endsWith('.test.ts'));
  const [ofMachines, others] = [true, false].map((own) =>
    files.filter((path) => path.startsWith('test/machines/') === own),
  );
  const names = [
    ...(others ?? []).map((path) => basename(path)),
    ...new Set(ofMachines?.map((path) => basename(path))),
  ];
  const twice = names.filter((name, index) => names.indexOf(name) !== index);
  expect(twice).toEqual([]);
  expect(names.length).toBeGreaterThan(50);
});
