/** Every word of the site's own frame in English. `zh.ts` has the same keys, or does not compile. */
export const en = {
  site: {
    name: 'Flamewise',
    tagline: 'Read a flame graph well enough to defend it',
    description:
      'Learn to read flame graphs on a real profile that you can check yourself, and to defend the reading in an interview.',
  },
  nav: {
    main: 'Main',
    home: 'Home',
    lessons: 'Lessons',
    practice: 'Practice',
    samples: 'Samples',
    lab: 'Lab',
    glossary: 'Glossary',
    guide: 'The guide, annotated',
    guideShort: 'The guide',
    skip: 'Skip to the text',
    language: 'Language',
    menu: 'Menu',
  },
  theme: { label: 'Theme', system: 'As the system', light: 'Light', dark: 'Dark' },
  footer: {
    text: 'Everything runs in your browser: no account, no tracking, no request to anybody else. What you answer stays on this device.',
    licence: 'Code under the MIT licence, lessons under CC BY 4.0.',
  },
  notFound: {
    title: 'There is no such page',
    text: 'The address may be old, or mistyped. Nothing you did is lost.',
    home: 'To the home page',
    lessons: 'To the lessons',
  },
  lesson: {
    lesson: 'Lesson',
    contents: 'In this lesson',
    minutes: (n: number) => `about ${n} min`,
    section: (section: string) => `The guide, section ${section}`,
    foundations: 'Foundations',
    prerequisites: 'Read first',
    previous: 'Previous lesson',
    next: 'Next lesson',
    all: 'All lessons',
    coming: 'in preparation',
    progress: 'Read so far',
    graph: 'The graph of this lesson',
    foldGraph: 'Fold the graph away',
    unfoldGraph: 'Show the graph',
    showOnGraph: 'Show on the graph',
    shownOnGraph: 'The graph shows this step.',
    practise: 'Practise',
    headingAnchor: (title: string) => `Link to “${title}”`,
    copy: 'Copy',
    copied: 'Copied',
    copyFailed: 'Not copied: select the text and copy it',
    codeBlock: 'Code',
    table: 'Table',
    parts: {
      predict: 'Predict',
      practise: 'Practise',
      interview: 'Say it in an interview',
      sources: 'Sources',
    },
  },
  claim: {
    guideSays: 'The guide says',
    profileSays: 'The profile says',
    verdict: 'Verdict',
    verdicts: {
      holds: 'Holds',
      imprecise: 'Imprecise',
      misleading: 'Misleading',
      wrong: 'Wrong',
      'does-not-compile': 'Does not compile',
      'does-not-do-it': 'Does not do what it says',
      open: 'Not settled',
    },
    sources: 'Sources',
  },
  interview: {
    title: 'Say it in an interview',
    short: 'In 30 seconds',
    long: 'In 2 minutes',
    followUp: 'They will ask next',
    redFlag: 'What makes them stop listening',
  },
  table: {
    caption: 'The guide’s table, for you to fill',
    feature: 'Feature',
    yours: 'Your reading',
    guide: 'The guide',
    profile: 'The profile',
    check: 'Check',
    take: 'Take it from the graph',
    nothing: 'Nothing is chosen on the graph yet: click a frame, or search.',
    right: 'That is what the profile says.',
    wrong: 'The profile says something else. Look again, or see the answer.',
    empty: 'Write a value first.',
    notNumber: 'Write a number, like 12 or 12%.',
    reveal: 'See the answer',
    answers: 'The table, filled',
    done: 'The table is full. Compare the guide’s column with the profile’s.',
    howTo: {
      count: 'A whole number; the graph says it.',
      share: 'In percent. Search the graph, or choose a frame, and take what it says.',
      frame: 'Choose it on the graph, or write its name or its samples.',
    },
    frames: (name: string, count: number) =>
      count === 1 ? name : `${name}, and ${count - 1} more as wide`,
  },
  opening: {
    question: 'A browser downloads 8 MB from this server. Where does the CPU time go?',
    click: 'Click it.',
    lead: 'A real profile of a real file server. Each box is a function; the wider, the more of the time it was running or waiting for what it called.',
    noJs: 'Make up your mind, then open the answer.',
    answer: 'The answer',
    picked: (name: string) => `You clicked \`${name}\`.`,
    facts: (total: string, self: string) =>
      `It is on the stack in ${total} of the samples. It was itself running in ${self}.`,
    verdicts: {
      caller:
        'So it is wide because of what runs above it. Naming it in an interview explains nothing yet.',
      running: 'It was running, so it did cost time. But it is not the one that cost most.',
      hottest: 'That is the one. Most people click something wider.',
    },
    surprise: (f: {
      calls: string;
      wake: string;
      wakeShare: string;
      send: string;
      sendShare: string;
    }) =>
      `In ${f.calls} of the samples the server had asked the kernel for something. Sending the bytes is not the largest part of that: \`${f.send}\` has ${f.sendShare}. The largest is waking other threads: \`${f.wake}\`, ${f.wakeShare}. No wide box says so.`,
    again: 'Click another frame to compare.',
    next: 'See why',
  },
  home: {
    pointsTitle: 'What this is',
    points: [
      {
        title: 'One profile, read twice',
        text: 'A guide read this graph and got some of it right. You read the same graph, live, and find out which lines you could defend.',
      },
      {
        title: 'You commit first',
        text: 'Each lesson asks for your prediction before it shows anything. What surprises you, you remember.',
      },
      {
        title: 'Ready to be asked',
        text: 'Each lesson ends with what to say in 30 seconds and in 2 minutes, what they will ask next, and which sentence gives a bad reading away.',
      },
    ],
    courseTitle: 'The course',
    courseLead: 'Twelve lessons of about ten minutes.',
  },
  lessons: {
    title: 'Lessons',
    lead: 'They follow the guide, section by section. 0.1 and 0.2 are what the guide takes for granted.',
  },
  samples: {
    title: 'Samples',
    lead: 'Every profile of this site, with its story and how it was recorded. All of them are here to download.',
    open: 'Open',
    download: 'Download the profile',
    lookFor: 'What to look for',
    howRecorded: 'How it was recorded',
    facts: {
      unit: 'Unit',
      weight: 'Total',
      program: 'Program',
      command: 'Command',
      tool: 'Tool',
      os: 'System',
      event: 'Event',
      frequency: 'Rate',
      date: 'Recorded',
      licence: 'Licence',
      provenance: 'Source',
      origin: 'Origin',
      sha256: 'SHA-256',
      file: 'File',
    },
    origins: {
      recorded: 'recorded',
      synthetic: 'synthetic: made by a program, to show one thing',
      transcribed: 'transcribed from a published flame graph',
    },
    units: {
      samples: 'samples',
      nanoseconds: 'nanoseconds',
      bytes: 'bytes',
      count: 'a count',
    },
    back: 'All samples',
    usedIn: 'Used in',
  },
  glossary: {
    title: 'Glossary',
    lead: 'The words of the field, one meaning each, and what other tools call the same thing.',
    also: 'Elsewhere',
    see: 'See also',
    define: (term: string) => `What “${term}” means`,
    more: 'In the glossary',
  },
  guide: {
    title: 'The guide, annotated',
    lead: 'The guide that this site starts from, claim by claim: what holds, what does not, and how we know.',
    empty: 'The claims stand in the lessons for now; this page will gather them.',
    lesson: 'The lesson',
  },
  chooser: {
    title: 'Choose a language',
    lead: 'Read flame graphs well enough to defend the reading.',
  },
};

/** The shape of every language's words; functions take what must be put into a sentence. */
export type Ui = typeof en;
