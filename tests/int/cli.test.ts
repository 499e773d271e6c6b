import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { counterpoint, testEnvironment, type Place } from '../helpers/commandLine.ts';

// Every command is a process that opens the newsroom: seconds each on a busy machine.
vi.setConfig({ testTimeout: 240_000 });

const password = 'a long enough password';
let place: Place;
beforeAll(() => {
  place = testEnvironment();
});
afterAll(() => place.remove());

describe('the command line', () => {
  it.each([
    [[]],
    [['import']],
    [['user']],
    [['user', 'create']],
    [['user', 'list']],
    [['user', 'disable']],
    [['migrate']],
    [['migrate', 'status']],
    [['media']],
    [['media', 'orphans']],
    [['quotes']],
    [['quotes', 'verify']],
  ])('explains itself: %j --help', async (command) => {
    const answer = await counterpoint(place, [...command, '--help']);
    expect(answer).toMatchObject({ code: 0, stderr: '' });
    expect(answer.stdout).toContain(`Usage: counterpoint${command.map((word) => ` ${word}`).join('')}`);
  });

  it.each([
    [['imprt']],
    [['import']],
    [['import', '--shiny', 'a.md']],
    [['import', '-']],
    [['import', '-', '--source', 'desk']],
    [['import', 'a.md', '--date', '2024-02-31']],
    [['import', 'a.md', '--language', 'not a tag']],
    [['import', 'a.md', '--publish']],
    [['import', 'a.md', '--published-at', '2024-03-20']],
    [['import', 'a.md', '--publish', '--as', 'a@b.example', '--published-at', '2024-03-20T08:00']],
    [['media', 'orphans', '--older-than', 'yesterday']],
    [['quotes', 'verify', '--against', 'report.txt']],
    [['user', 'create', '--email', 'a@b.example']],
    [['user', 'create', '--email', 'a@b.example', '--role', 'king']],
    [['user', 'create', '--email', 'not an address', '--role', 'writer']],
  ])('wrong use is one line and exit code 2: %j', async (given) => {
    const answer = await counterpoint(place, given, `${password}\n`);
    expect(answer).toMatchObject({ code: 2, stdout: '' });
    expect(answer.stderr.trim().split('\n')).toHaveLength(1);
  });

  it('a wrong setting is named, with exit code 2', async () => {
    const answer = await counterpoint({ ...place, env: { ...place.env, DATABASE_URL: 'postgres://x' } }, ['user', 'list']);
    expect(answer).toMatchObject({ code: 2, stdout: '', stderr: expect.stringContaining('DATABASE_URL') as string });
  });

  it('migrations are pending, then run, then nothing is left to do', async () => {
    const status = async (): Promise<{ ran: boolean }[]> =>
      (JSON.parse((await counterpoint(place, ['migrate', 'status', '--json'])).stdout) as { migrations: { ran: boolean }[] }).migrations;
    expect((await status()).some(({ ran }) => ran)).toBe(false);
    const first = await counterpoint(place, ['migrate', '--json']);
    expect((JSON.parse(first.stdout) as { migrated: string[] }).migrated.length).toBeGreaterThan(0);
    expect((await status()).every(({ ran }) => ran)).toBe(true);
    expect(JSON.parse((await counterpoint(place, ['migrate', '--json'])).stdout)).toEqual({ migrated: [] });
  });

  it('accounts are made, listed and disabled; a password is never printed', async () => {
    const create = (email: string, role: string, input = `${password}\n`) =>
      counterpoint(place, ['user', 'create', '--json', '--email', email, '--role', role], input);
    const made = await create('Ana@News.example', 'admin');
    expect(made.code).toBe(0);
    expect(JSON.parse(made.stdout)).toMatchObject({ user: { email: 'ana@news.example', roles: ['admin'], disabled: false } });
    expect(made.stdout + made.stderr).not.toContain(password);
    expect(await create('ana@news.example', 'editor')).toMatchObject({ code: 1, stdout: '', stderr: expect.stringContaining('already') as string });
    expect((await create('ben@news.example', 'writer', 'too short\n')).code).toBe(2);
    expect((await create('ben@news.example', 'writer', '')).code).toBe(2);
    expect((await create('ben@news.example', 'writer')).code).toBe(0);
    expect((await counterpoint(place, ['user', 'disable', 'Ben@news.example'])).code).toBe(0);
    expect((await counterpoint(place, ['user', 'disable', 'nobody@news.example'])).code).toBe(1);
    expect(await counterpoint(place, ['user', 'disable', 'ana@news.example'])).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('last administrator') as string,
    });
    const { users } = JSON.parse((await counterpoint(place, ['user', 'list', '--json'])).stdout) as { users: { email: string; disabled: boolean }[] };
    expect(users.map(({ email, disabled }) => [email, disabled])).toEqual([
      ['ana@news.example', false],
      ['ben@news.example', true],
    ]);
  });
});
