import type { APIRoute } from 'astro';
import { getCollection } from 'astro:content';
import {
  ankiFile,
  ankiNote,
  answerKeyOf,
  figureFiller,
  graphPicture,
  loadQuestionProfiles,
} from '../../lib/bank/index.ts';
import { inLocale, isLocale, locales, uiFor } from '../../lib/i18n/index.ts';

export function getStaticPaths() {
  return locales.map((locale) => ({ params: { locale } }));
}

/** The bank as an Anki text import, built with the site: it is never older than the questions. */
export const GET: APIRoute = async ({ params }) => {
  const { locale } = params;
  if (!isLocale(locale)) throw new Error(`${String(locale)} is no language of the site`);
  const questions = await getCollection('questions', ({ data }) => data.kind !== 'predict');
  const notes = await Promise.all(
    questions.map(async ({ data: question }) => {
      const profiles = await loadQuestionProfiles(question);
      const { profile } = profiles;
      const title = inLocale(question, locale).title;
      const hasGraph = question.kind === 'click-frame' && profile !== undefined;
      return ankiNote({
        question,
        locale,
        key: answerKeyOf(question, profiles),
        fill: figureFiller(question, profiles, locale),
        ...(hasGraph ? { graph: graphPicture(profile, title, locale) } : {}),
      });
    }),
  );
  const deck = uiFor(locale).site.name;
  return new Response(ankiFile(notes, deck), {
    headers: { 'Content-Type': 'text/plain; charset=utf-8' },
  });
};
