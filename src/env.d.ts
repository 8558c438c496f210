declare namespace App {
  /** What a page tells the components inside its text; see src/lib/site/lesson-context.ts. */
  interface Locals {
    lesson?: import('./lib/site/lesson-context.ts').LessonContext;
  }
}
