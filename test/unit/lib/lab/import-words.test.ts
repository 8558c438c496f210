import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ImportError, importProfile } from '../../../../src/lib/flame/index.ts';
import { sayImportError, sayImportIssue } from '../../../../src/lib/lab/index.ts';
import { importTitles } from '../../../../src/lib/lab/words/import-titles.ts';

const sources = globSync('src/lib/flame/{formats,worker}/**/*.ts').map((file) =>
  readFileSync(file, 'utf8'),
);

/** Every code that the importers can give, read off their source. */
function codesOfLibrary(): Set<string> {
  const word = "'([a-z][a-z0-9-]*)'";
  const patterns = [
    `new ImportError\\(\\s*${word}`,
    `\\bcode(?::|\\s===)\\s*${word}`,
    // `isCut ? 'truncated' : 'bad-line'`, beside `code:` or as the first argument of an ImportError
    `(?:code:|ImportError\\()\\s*[\\w.]+ \\? ${word} : ${word}`,
    // the helpers that pass a code on
    `\\b(?:note|add|left|skip)\\(\\s*(?:report,\\s*)?${word}`,
  ];
  const codes = new Set<string>();
  for (const source of sources) {
    for (const pattern of patterns) {
      for (const [, ...found] of source.matchAll(new RegExp(pattern, 'g'))) {
        for (const code of found) if (code !== undefined) codes.add(code);
      }
    }
  }
  return codes;
}

describe('every code of the library', () => {
  test('is found in its source, by every way in which one is given', () => {
    const codes = codesOfLibrary();
    for (const code of [
      'empty',
      'truncated',
      'bad-json',
      'bad-line',
      'zero-weight',
      'self-values',
    ]) {
      expect(codes).toContain(code);
    }
    expect(codes.size).toBeGreaterThan(70);
  });

  test('has words in both languages, and no words are left over', () => {
    expect([...codesOfLibrary()].sort()).toEqual(Object.keys(importTitles).sort());
    for (const [code, { en, zh }] of Object.entries(importTitles)) {
      expect(en, code).toMatch(/^[A-Z]/);
      expect(zh, code).toMatch(/\p{Script=Han}/u);
      expect(zh, code).not.toMatch(/[，。]$|[\u4e00-\u9fff][,;:()]/);
    }
  });
});

/** Pieces that a helper puts into the sentence that a reader meets, tested with what it adds. */
const composed: readonly RegExp[] = [
  /^(?:A comment|No weight at the end of the line|The weight is negative, or no finite number)\.$/,
  /^(?:has|is|neither|closes|\(the end\)) /, // speedscope: "name", event 7: …
  /^7 The line was skipped\.$/,
  /^(?:events|complete events|end events|calls) /, // Chrome traces: "name": 7 …
  /^7: 7 samples /, // any format: "name": 7 samples …
  /^7: they are read as counts/,
  /^This is 7, not a profile that can be read\.$/,
];

describe('every sentence of the library', () => {
  /** Strings that are sentences, with 7 for what is filled in. */
  const sentences = sources.flatMap((source) =>
    [...source.replace(/\/\*.*?\*\//gs, '').matchAll(/(?<=[\s(])(?:`([^`]*)`|'([^'\n]*)')/g)]
      .map(([, template, plain]) => template ?? plain ?? '')
      .map((text) => text.replace(/\$\{(?:[^{}]|\{[^}]*\})*\}|\{\d\}/g, '7').replace(/\s+/g, ' '))
      .filter((text) => /^[A-Z"7(a-z].* .*[a-z0-9)"\]]\.$/.test(text)),
  );

  test('is known in Chinese, or is a piece of one that is', () => {
    expect(sentences.length).toBeGreaterThan(120);
    const unknown = sentences.filter((text) => {
      if (composed.some((piece) => piece.test(text))) return false;
      const said = [
        sayImportError({ code: 'x', message: text }, 'zh').detail,
        sayImportIssue({ code: 'x', message: text }, 'zh').detail,
        sayImportError({ code: 'x', message: 'x', advice: text }, 'zh').advice,
      ];
      const isKnown = said[0] === undefined || said[1] === undefined || said[2] !== text;
      return !isKnown;
    });
    expect(unknown).toEqual([]);
  });

  test.each([
    [
      '"a", event 7: closes a frame that is not open. It was left out.',
      '“a”的第 7 个事件关闭的栈帧并没有打开，已略去。',
    ],
    [
      '"a": 7 calls have no end. They end with the last event.',
      '“a”有 7 个调用没有结束，算到最后一个事件为止。',
    ],
    [
      '"a": 7 samples name a stack or frame that is not in the file. They were left out.',
      '“a”有 7 个样本引用的调用栈或栈帧不在文件里，已略去。',
    ],
    ['A comment. The line was skipped.', '注释行，已跳过。'],
  ])('%s', (message, chinese) => {
    expect(sayImportIssue({ code: 'x', message }, 'zh').what).toBe(chinese);
  });
});

describe('every error that a reader can meet', () => {
  const advices = sources.flatMap((source) =>
    [...source.matchAll(/\badvice:\s*(?:'([^'\n]*)'|`([^`]*)`)/g)].map(
      ([, plain, template]) => plain ?? (template ?? '').replace(/\$\{[^}]*\}[^.]*/g, 'X'),
    ),
  );

  test('says what to do in Chinese too', () => {
    expect(advices.length).toBeGreaterThan(30);
    for (const advice of advices) {
      const said = sayImportError({ code: 'unreadable', message: 'x', advice }, 'zh');
      expect(said.advice, advice).toMatch(/\p{Script=Han}/u);
    }
  });

  test('a zip archive: what it is and what to do, in both languages', async () => {
    const error = await errorOf('PK\x03\x04 and more');
    expect(sayImportError(error, 'en')).toMatchObject({
      title: 'Not a profile',
      what: 'This is a zip archive, not a profile that can be read.',
      where: 'at byte 0',
      advice: 'Unpack it first and open the profile inside.',
    });
    expect(sayImportError(error, 'zh')).toEqual({
      code: 'not-a-profile',
      title: '这不是能读的剖析文件',
      what: '这是 zip 压缩包，不是能读的剖析。',
      where: '第 0 字节处',
      advice: '请先解压，再打开里面的剖析文件。',
    });
  });

  test('broken JSON: the line and the column', async () => {
    const error = await errorOf('{"nodes": [\n{"id": 1,,}]}');
    expect(sayImportError(error, 'zh')).toMatchObject({
      what: 'JSON 在第 2 行第 10 列出错，从那里起无法解析。',
      where: '第 2 行',
    });
  });

  test('what a worker sends, without its advice in the message, is said the same', () => {
    const advice = 'The file may be larger than the memory of this machine allows.';
    const fault = { code: 'unreadable', message: 'The reader stopped unexpectedly.', advice };
    expect(sayImportError(fault, 'en').what).toBe('The reader stopped unexpectedly.');
    expect(
      sayImportError(new ImportError('unreadable', fault.message, { advice }), 'en').what,
    ).toBe('The reader stopped unexpectedly.');
  });

  test('a file of which nothing could be used: the reason too, in the reader’s language', async () => {
    const error = await errorOf(
      '{"$schema": "https://www.speedscope.app/file-format-schema.json", "shared": {"frames": []},' +
        '"profiles": [{"type": "sampled", "name": "x", "unit": "none", "samples": [[7]], "weights": [1]}]}',
    );
    expect(error.message).toBe(
      `${error.said.message} ${error.because?.message ?? ''} ${error.advice ?? ''}`,
    );
    expect(error.said).toMatchObject({
      template: 'The file ({0}) holds no usable samples.',
      values: ['speedscope JSON'],
    });
    expect(error.because).toMatchObject({ code: 'broken-stack' });
    expect(sayImportError(error, 'en').what).toBe(
      `The file (speedscope JSON) holds no usable samples. ${error.because?.message ?? ''}`,
    );
    const chinese = sayImportError(error, 'zh');
    expect(chinese.what).toMatch(/^文件（speedscope JSON）里没有可用的样本。“x”有 1 个样本.*。$/);
    expect(chinese.detail).toBeUndefined();
  });

  test('a message that holds $1 is not taken for a place to fill', () => {
    const fault = { code: 'unreadable', message: 'The file could not be read (cost $1).' };
    expect(sayImportError(fault, 'zh').what).toBe('文件读不了（cost $1）。');
  });

  test('one that nobody translated is said by its code, with the English beside it', () => {
    const fault = { code: 'truncated', message: 'Some sentence of a later version.' };
    expect(sayImportError(fault, 'zh')).toMatchObject({
      what: '文件不完整或已损坏。',
      detail: 'Some sentence of a later version.',
    });
  });
});

describe('an issue', () => {
  test('has its line and excerpt', async () => {
    const { issues } = await importProfile('main;a 1\nmain;b\nmain;c 2\n');
    const [issue] = issues.map((each) => sayImportIssue(each, 'zh'));
    expect(issue).toMatchObject({
      code: 'no-weight',
      title: '缺少权重',
      what: '行末没有权重，已跳过这一行。',
      where: '第 2 行',
      excerpt: 'main;b',
    });
    expect(issues.map((each) => sayImportIssue(each, 'en'))[0]).toMatchObject({
      title: 'Weight missing',
      what: 'No weight at the end of the line. The line was skipped.',
      where: 'line 2',
    });
  });

  test('says how many there were, where not all are listed', () => {
    const issue = { code: 'bad-line', message: 'x', count: 1234 };
    expect(sayImportIssue(issue, 'en').count).toBe('in 1,234 places');
    expect(sayImportIssue(issue, 'zh').count).toBe('共 1,234 处');
  });
});

async function errorOf(text: string): Promise<ImportError> {
  try {
    await importProfile(text);
  } catch (error) {
    if (error instanceof ImportError) return error;
  }
  throw new Error('it was read');
}
