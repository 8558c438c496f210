import { z } from 'astro/zod';
import { resultForms } from '../../lib/query/index.ts';
import type { Check, Operand, Query, Selector, Threshold } from '../../lib/query/index.ts';
import { oneForm } from './one-form.ts';

// What each form means is said in src/lib/query/query.ts.

const text = z.string().min(1);
const yes = z.literal(true);

const selectorForm: z.ZodType<Selector> = oneForm('selector', () => ({
  function: narrowed({ function: text }),
  match: narrowed({ match: text }),
  library: narrowed({ library: text }),
  kind: narrowed({ kind: text }),
  path: narrowed({ path: text }),
  rank: narrowed({
    rank: z.enum(['self', 'total', 'box']),
    nth: z.int().positive(),
    among: selectorSchema.optional(),
    ties: yes.optional(),
  }),
  leafOf: narrowed({ leafOf: selectorSchema }),
  childrenOf: narrowed({ childrenOf: selectorSchema }),
  parentOf: narrowed({ parentOf: selectorSchema }),
  any: narrowed({ any: z.array(selectorSchema).min(1) }),
}));

/** Names frames of a profile: a function's name, or one of the forms. */
export const selectorSchema: z.ZodType<Selector> = z
  .custom<Selector>()
  .superRefine((value, context) => {
    if (typeof value === 'string' && value !== '') return;
    const parsed = selectorForm.safeParse(value);
    for (const { message, path } of parsed.error?.issues ?? []) {
      context.addIssue({ code: 'custom', message, path });
    }
  });

const threshold: z.ZodType<Threshold> = z.lazy(() =>
  z.union([z.strictObject({ share: z.number() }), selectorSchema]),
);

function narrowed(shape: Record<string, z.ZodType>): z.ZodType {
  return z.strictObject({
    ...shape,
    under: selectorSchema.optional(),
    calledBy: selectorSchema.optional(),
    except: selectorSchema.optional(),
    widerThan: threshold.optional(),
  });
}

const weighing = (key: string) =>
  z.strictObject({ [key]: selectorSchema, of: selectorSchema.optional() });

const operand: z.ZodType<Operand> = z.lazy(() => z.union([z.number(), querySchema]));
const operands = (key: string) => z.strictObject({ [key]: z.tuple([operand, operand]) });

/** A figure about a profile. */
export const querySchema: z.ZodType<Query> = oneForm('query', () => ({
  samples: z.strictObject({ samples: yes }),
  share: z.strictObject({ share: querySchema }),
  low: z.strictObject({ low: querySchema }),
  high: z.strictObject({ high: querySchema }),
  chance: z.strictObject({ chance: z.tuple([querySchema, querySchema]) }),
  speedup: z.strictObject({ speedup: querySchema }),
  count: z.strictObject({
    count: z.enum(['frames', 'functions', 'leaves', 'stacks', 'children']),
    where: selectorSchema.optional(),
    widerThan: threshold.optional(),
  }),
  depth: z.strictObject({ depth: z.union([yes, selectorSchema]) }),
  frame: z.strictObject({ frame: selectorSchema }),
  frames: z.strictObject({ frames: selectorSchema }),
  functions: z.strictObject({
    functions: selectorSchema,
    by: z.enum(['self', 'total']).optional(),
  }),
  chain: z.strictObject({ chain: selectorSchema }),
  sum: z.strictObject({ sum: z.array(operand).min(2) }),
  difference: operands('difference'),
  ratio: operands('ratio'),
  after: z.strictObject({ after: querySchema }),
  // Last: `{ share: … }` holds one of them.
  self: weighing('self'),
  total: weighing('total'),
}));

/** A statement about a profile. */
export const checkSchema: z.ZodType<Check> = oneForm('check', () => ({
  equal: operands('equal'),
  greater: operands('greater'),
  atLeast: operands('atLeast'),
  less: operands('less'),
  atMost: operands('atMost'),
  inside: z.strictObject({ inside: z.tuple([selectorSchema, selectorSchema]) }),
  exists: z.strictObject({ exists: selectorSchema }),
  caution: z.strictObject({ caution: text }),
  not: z.strictObject({ not: checkSchema }),
  all: z.strictObject({ all: z.array(checkSchema).min(1) }),
}));

/** A query, or a query and the form in which it is said. */
export const figureSchema: z.ZodType<Figure> = z.union([
  z.strictObject({ query: querySchema, as: z.enum(resultForms) }),
  querySchema,
]);

export type Figure = Query | { readonly query: Query; readonly as: (typeof resultForms)[number] };
