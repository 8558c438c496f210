import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'astro/zod';

const stepSchema = z.object({
  command: z.string(),
  /** The first lines that it printed, or of the file that it wrote. */
  shown: z.array(z.string()),
});
const runSchema = z.object({
  id: z.enum(['literal', 'own-files', 'corrected']),
  steps: z.array(stepSchema),
  /** SHA-256 of the two folded files. */
  folded: z.object({ before: z.string(), after: z.string() }),
  /** Distinct stacks in each, and in both. */
  stacks: z.object({ before: z.number(), after: z.number(), both: z.number() }),
});
const pipelinesSchema = z.object({ tool: z.string(), runs: z.array(runSchema) });

export type Pipeline = z.infer<typeof runSchema>;
export type PipelineStep = z.infer<typeof stepSchema>;
export type PipelineId = Pipeline['id'];

/** The pipelines of lesson 4.1 as they were really run; throws where the file is not as it should be. */
export async function loadPipelines(): Promise<readonly Pipeline[]> {
  const path = join(process.cwd(), 'public/samples/differential.json');
  return pipelinesSchema.parse(JSON.parse(await readFile(path, 'utf8'))).runs;
}

/** One of them; throws for a pipeline that was not run. */
export async function findPipeline(id: PipelineId): Promise<Pipeline> {
  const pipeline = (await loadPipelines()).find((run) => run.id === id);
  if (pipeline === undefined)
    throw new Error(`public/samples/differential.json has no run "${id}"`);
  return pipeline;
}
