import { type Disposable, QuickInputButtons, type QuickPickItem, window } from 'vscode';

/** What a step ended with: an answer, the wish to go back, or nothing more. */
export type Answer<T> = { readonly value: T } | 'back' | 'cancelled';

/** Where in a series of questions one stands. */
export interface Step {
  readonly title: string;
  readonly step: number;
  readonly totalSteps: number;
  readonly placeholder: string;
}

/** Something to choose, and what it means. */
export interface Choice<T> extends QuickPickItem {
  readonly value: T;
}

/** Asks for one of several things; the one that was chosen before is marked. */
export function askForOne<T>(step: Step, choices: readonly Choice<T>[], before: T | undefined): Promise<Answer<T>> {
  const picker = window.createQuickPick<Choice<T>>();
  picker.items = choices;
  picker.activeItems = choices.filter(({ value }) => value === before);
  picker.placeholder = step.placeholder;
  picker.matchOnDetail = true;
  return shown(picker, step, () => picker.selectedItems[0]?.value);
}

/** Asks which of several things there are to be. */
export function askForSome<T>(
  step: Step,
  choices: readonly Choice<T>[],
  before: readonly T[],
): Promise<Answer<readonly T[]>> {
  const picker = window.createQuickPick<Choice<T>>();
  picker.canSelectMany = true;
  picker.items = choices;
  picker.selectedItems = choices.filter(({ value }) => before.includes(value));
  picker.placeholder = step.placeholder;
  return shown(picker, step, () => picker.selectedItems.map(({ value }) => value));
}

/**
 * Asks for a text.
 * @param complaint what is wrong with a text; asked again with each letter
 */
export function askForText(
  step: Step,
  before: string,
  complaint: (text: string) => Promise<string | undefined>,
): Promise<Answer<string>> {
  const box = window.createInputBox();
  box.value = before;
  box.prompt = step.placeholder;
  const check = async (text: string): Promise<boolean> => {
    const wrong = await complaint(text);
    if (text === box.value) box.validationMessage = wrong;
    return wrong === undefined;
  };
  box.onDidChangeValue((text) => void check(text));
  return shown(box, step, async () => ((await check(box.value)) ? box.value : undefined));
}

interface Question extends Disposable {
  title: string | undefined;
  step: number | undefined;
  totalSteps: number | undefined;
  ignoreFocusOut: boolean;
  buttons: readonly unknown[];
  onDidTriggerButton(listener: () => void): Disposable;
  onDidAccept(listener: () => void): Disposable;
  onDidHide(listener: () => void): Disposable;
  show(): void;
}

/** @param answer undefined where there is none yet, so that the question stays */
function shown<T>(
  question: Question,
  step: Step,
  answer: () => T | undefined | Promise<T | undefined>,
): Promise<Answer<T>> {
  question.title = step.title;
  question.step = step.step;
  question.totalSteps = step.totalSteps;
  question.ignoreFocusOut = true;
  if (step.step > 1) question.buttons = [QuickInputButtons.Back];
  return new Promise<Answer<T>>((resolve) => {
    question.onDidTriggerButton(() => resolve('back'));
    question.onDidHide(() => resolve('cancelled'));
    question.onDidAccept(async () => {
      const value = await answer();
      if (value !== undefined) resolve({ value });
    });
    question.show();
  }).finally(() => question.dispose());
}
