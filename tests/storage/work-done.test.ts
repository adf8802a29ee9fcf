import { describe, expect, it, vi } from 'vitest';
import type { CoderId, DeviceId } from '../../src/core/ids';
import { parseEntry } from '../../src/core/journal/entry';
import { parseJsonText } from '../../src/core/text/json';
import { readJournal } from '../../src/storage/journal/read-journal';
import { openSession } from '../../src/storage/open-session';
import type { ProjectSession, SessionOptions } from '../../src/storage/project-session';
import { temporaryFolder } from './disk';
import { add, makeProject, value } from './small-project';

/*
 * What opening a project must not do twice: at 20,000 annotations each of these is a second in which the window waits.
 */

vi.mock('../../src/storage/journal/read-journal', { spy: true });
vi.mock('../../src/core/journal/entry', { spy: true });
vi.mock('../../src/core/text/json', { spy: true });

async function openAt(folder: string, options: SessionOptions): Promise<ProjectSession> {
  const session = value(await openSession(folder, options));
  session.workAs('ada' as CoderId);
  return session;
}

describe('opening', () => {
  it('an act that is in the journal here and in the folder is parsed once', async () => {
    const folder = await makeProject();
    const options = { deviceId: 'desk' as DeviceId, local: await temporaryFolder() };
    const before = await openAt(folder, options);
    value(before.perform(add('a1', 'must not')));
    value(before.perform(add('a2', 'talks')));
    value(await before.close());
    vi.mocked(parseEntry).mockClear();
    const session = await openAt(folder, options);
    const stamps = vi
      .mocked(parseEntry)
      .mock.calls.map(([body]) => (body as { stamp: string }).stamp);
    expect(stamps.length).toBeGreaterThan(1);
    expect(new Set(stamps).size).toBe(stamps.length);
    expect(session.history.undo).toHaveLength(2);
    value(await session.close());
  });

  it('the first act decodes no line again that was read', async () => {
    const folder = await makeProject();
    const options = { deviceId: 'desk' as DeviceId, local: await temporaryFolder() };
    const before = await openAt(folder, options);
    value(before.perform(add('a1', 'must not')));
    value(await before.close());
    const session = await openAt(folder, options);
    vi.mocked(parseJsonText).mockClear();
    value(session.perform(add('a2', 'talks')));
    value(await session.settled());
    const texts = vi.mocked(parseJsonText).mock.calls.map(([text]) => text);
    expect(texts.filter((text) => text.includes('a1'))).toEqual([]);
    value(await session.close());
    expect((await openAt(folder, options)).history.undo).toHaveLength(2);
  });

  it('the first look for work of others reads no journal again that nobody has changed', async () => {
    const folder = await makeProject();
    const ben = await openAt(folder, { deviceId: 'lap' as DeviceId });
    value(ben.perform(add('a1', 'must not')));
    value(await ben.settled());
    const ada = await openAt(folder, { deviceId: 'desk' as DeviceId });
    vi.mocked(readJournal).mockClear();
    expect(await ada.refresh()).toBe(false);
    expect(readJournal).not.toHaveBeenCalled();
    value(ben.perform(add('a2', 'talks')));
    value(await ben.close());
    expect(await ada.refresh()).toBe(true);
    expect(readJournal).toHaveBeenCalled();
    value(await ada.close());
  });
});
