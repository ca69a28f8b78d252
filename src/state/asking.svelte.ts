/** Owns what an import asks the reader: put once, and answered or called off. */
import type { IntakeQuestion } from '../intake/asking.ts';

export type ImportAnswers = Readonly<Record<string, string>>;
export interface Asking {
  readonly questions: readonly IntakeQuestion[];
  /** Null calls the import off. */
  readonly answer: (answers: ImportAnswers | null) => void;
}

export class Questions {
  #current = $state.raw<Asking | null>(null);

  get current(): Asking | null {
    return this.#current;
  }
  put(questions: readonly IntakeQuestion[]): Promise<ImportAnswers | null> {
    return new Promise((resolve) => {
      const answer: Asking['answer'] = (answers) => {
        this.#current = null;
        resolve(answers);
      };
      this.#current = { questions, answer };
    });
  }
  callOff(): void {
    this.#current?.answer(null);
  }
}
